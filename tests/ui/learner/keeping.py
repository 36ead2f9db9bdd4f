"""Puts the learners of the sample lists into an open profile, as a coordinator would have them there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.placement import Person, Site
from mentorapp.store.session import Session
from tests import builders

SITES = [
    Site("lindegaarden", "Plejecenter Lindegården", sector="municipal"),
    Site("soeglimt", "Plejecenter Søglimt", sector="self_owned"),
]
PEOPLE = [
    Person("birthe", "Birthe Sørensen", "mentor", "lindegaarden"),
    Person("gitte", "Gitte Ørsted-Hansen", "mentor", "soeglimt"),
]
WHERE = {
    "Amal Idris Hamid": ("lindegaarden", "Afd. Øst", "birthe"),
    "Maryam Ahmadi": ("soeglimt", "Hus 2", "gitte"),
    "Hevin Mustafa": ("lindegaarden", "Afd. Øst", "birthe"),
}
TITLES = {
    "amu 10-03-2025": ("Praktisk hjælp til ældre", "Social- og Sundhedsskolen"),
    "amu 08-09-2025": ("Personer med demens", "Social- og Sundhedsskolen"),
    "amu 05-10-2026": ("Almen fødevarehygiejne", "Social- og Sundhedsskolen"),
    "amu 07-12-2026": ("Medvirken til rehabilitering", "Social- og Sundhedsskolen"),
    "danskuddannelse 06-05-2025": ("DU2 modul 4", "LÆRDANSK"),
    "danskuddannelse 03-02-2026": ("DU2 modul 5", "LÆRDANSK"),
    "danskuddannelse 03-09-2025": ("DU1 modul 3", "LÆRDANSK"),
    "danskuddannelse 12-08-2026": ("DU1 modul 4", "LÆRDANSK"),
    "danskuddannelse 07-09-2026": ("DU2 modul 3", "LÆRDANSK"),
}


def keep(session: Session, case: CaseFile, name: str) -> bytes:
    """Record everything of `case` under a learner called `name`; returns the learner's id."""
    learner = name.encode().ljust(16, b".")[:16]
    nouns: list[Any] = [*SITES, *PEOPLE, replace(case.learner, name=name, phone="51 00 00 01")]
    nouns += [case.private] if case.private else []
    nouns += [*case.enrolments, *case.leaves, *case.attendance, *case.practice_periods, *case.week_marks]
    site, department, mentor = WHERE.get(name, (None, None, None))
    nouns += [replace(row, site=site, department=department, mentor=mentor) for row in case.placements]
    for row in case.schooling:
        title, provider = TITLES.get(row.id, (row.title, row.provider))
        nouns.append(replace(row, title=title, provider=provider))
    changes = []
    for noun in nouns:
        if hasattr(noun, "learner"):
            noun = replace(noun, learner=learner)
        if hasattr(noun, "rule_set") and noun.programme == "igu":
            chosen = builders.igu().rule_set_on(noun.start)
            noun = replace(noun, rule_set=chosen.key if chosen else None)
        changes += creation(noun)
    session.store.record(changes, f"Elev: {name}", "import")
    return learner
