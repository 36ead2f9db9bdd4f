"""A store with many fictional learners, for measuring."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from mentorapp.domain.change import Change, creation
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.schooling import Schooling
from mentorapp.store.database import Store

KEY = bytes(range(32))


def fill(folder: Path, learners: int) -> None:
    """Learners on three sites with two courses each, half of the way through two years."""
    store = Store(folder, KEY, lambda: 1_795_305_600_000)
    changes: list[Change] = []
    for n in range(3):
        changes += creation(Site(f"site{n}", f"Plejecenter {n}")) + creation(
            Person(f"mentor{n}", f"Mentor {n}", "mentor")
        )
    for n in range(learners):
        changes += one(n)
    store.record(changes, "Mange elever", "import")
    store.close()


def one(n: int) -> list[Change]:
    """The changes that make learner number `n`."""
    who = n.to_bytes(16, "big")
    start = date(2025, 9, 1) + timedelta(days=n % 300)
    enrolment = Enrolment(who, "e", "igu", start, rule_set="IGU-2024")
    nouns = (
        Learner(who, "-", f"Elev {n:04}", languages="tigrinya"),
        LearnerPrivate(who, "-", birth_date=date(1990, 1, 1), permit_expires=date(2027, 1, 1) + timedelta(days=n)),
        enrolment,
        Placement(who, "p", "e", f"site{n % 3}", "Afd. A", f"mentor{n % 3}", start, None, 28 * 60),
        Schooling(who, "s1", "e", "danskuddannelse", "DU2 modul 4", "Sprogcentret", None, start,
                  start + timedelta(days=300), (3,), "08:00", "15:24", None, 9000, None, None, None),
        Schooling(who, "s2", "e", "amu", "Forflytning", "SOSU-skolen", None, start + timedelta(days=320),
                  start + timedelta(days=331), (1, 2, 3, 4, 5), "08:00", "15:24", 4440, None, None, None, None),
    )  # fmt: skip
    return [change for noun in nouns for change in creation(noun)]
