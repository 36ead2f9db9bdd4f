"""Karin coordinates and Anna is a mentor who follows Amal: two real profiles whose windows exchange real files."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from mentorapp.domain.access import Access
from mentorapp.domain.attendance import WeekMark, week_mark_key
from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.step import Step, step_key
from mentorapp.store import notes
from mentorapp.store.database import Store
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import ACTIVE, INVITED, Partner
from mentorapp.store.profile import Profile
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity
from tests.conftest import KEY, TODAY, Clock

AMAL, MARYAM = bytes([1]) * 16, bytes([2]) * 16
STEP = Step(AMAL, step_key("e1", "evaluation"), "e1", "evaluation", date(2026, 11, 3))


def session_of(folder: Path, person: str, role: str, clock: Clock) -> Session:
    profile = Profile(folder)
    session = Session(profile, Store(profile.folder, KEY, clock), lambda: TODAY)
    session.store.set_local("name", person)
    session.store.set_local("role", role)
    return session


def know(one: Session, other: Session, person: str, basis: str | None = None) -> Partner:
    """Make `other` a partner of `one`."""
    keys = identity.keys(other.store).public
    partner = Partner(
        id=other.store.author.to_bytes(16, "big"), person=person, name=other.store.local("name") or "",
        role=other.store.role, state=ACTIVE, since=one.store.now(), author=other.store.author,
        sign=keys.sign, seal=keys.seal, basis=basis,
    )  # fmt: skip
    partners.save(one.store, partner)
    return partner


class TwoOffices:
    """Both are partners; nothing has been sent yet."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, Clock()
        self.karin = session_of(folder / "karin", "Karin Holst", COORDINATOR, self.clock)
        self.anna = session_of(folder / "anna", "Anna Vang", MENTOR, self.clock)
        identity.join(self.anna.store, identity.organisation(self.karin.store))
        self.to_anna = know(self.karin, self.anna, "anna", "mentoraftale af 01-11-2026")
        self.to_karin = know(self.anna, self.karin, "karin")
        self.anna.store.set_local("person", "anna")
        nouns = [Site("lind", "Plejecenter Lindegården"), Person("anna", "Anna Vang", "mentor", "lind")]
        nouns += [Person("karin", "Karin Holst", "coordinator"), Learner(AMAL, "-", "Amal Idris Hamid")]
        nouns += [Learner(MARYAM, "-", "Maryam Ahmadi"), Access(AMAL, "anna", date(2026, 1, 1))]
        nouns += [Enrolment(AMAL, "e1", "igu", date(2025, 2, 1)), Enrolment(MARYAM, "e2", "igu", date(2025, 9, 1))]
        nouns += [Placement(AMAL, "p1", "e1", "lind", "Hus 1", "anna", date(2025, 2, 1), minutes_a_week=1680)]
        self.karin.store.record([change for noun in nouns for change in creation(noun)], "Begyndelse")

    def wait(self, minutes: int = 10) -> None:
        self.clock.now += minutes * 60_000

    def to_mentor(self) -> Path:
        """A file from Karin to Anna."""
        return self._send(self.karin, self.to_anna)

    def to_coordinator(self) -> Path:
        """A file from Anna to Karin."""
        return self._send(self.anna, self.to_karin)

    def meet(self) -> None:
        """Both have read everything of the other's."""
        exchange.receive(self.anna, exchange.open_file(self.anna, self.to_mentor()))
        exchange.receive(self.karin, exchange.open_file(self.karin, self.to_coordinator()))
        exchange.receive(self.anna, exchange.open_file(self.anna, self.to_mentor()))

    def both_write(self) -> None:
        """Both change the same step unseen by each other, Anna last; Anna also writes a note and confirms a week."""
        self.karin.store.record(creation(STEP), "Trin")
        self.meet()
        self.wait()
        later = Step(AMAL, STEP.id, "e1", "evaluation", date(2026, 11, 17), "flyttet, Amal var syg")
        self.karin.store.record(update(STEP, later), "Trin")
        self.wait()
        moved = Step(AMAL, STEP.id, "e1", "evaluation", date(2026, 11, 19))
        self.anna.store.record(update(STEP, moved), "Trin")
        notes.add(self.anna.store, AMAL, "Amal tog selv imod en ny beboer og ventede ved døren.", TODAY)
        week = WeekMark(AMAL, week_mark_key("e1", "2026-W46"), "e1", "2026-W46", "Anna Vang")
        self.anna.store.record(creation(week), "Uge")
        self.wait()

    def invite_mette(self) -> None:
        """Somebody who has not answered yet."""
        invited = Partner(
            bytes(16), "mette", "Mette Kragh", MENTOR, INVITED, self.clock.now, secret=bytes(32),
            expires=self.clock.now + int(timedelta(days=14).total_seconds() * 1000),
        )  # fmt: skip
        partners.save(self.karin.store, invited)

    def set_aside_by_anna(self, *changes: Change) -> None:
        """What a program of another version lets a mentor write, past the check of its role."""
        from mentorapp.store.rows import encode

        with self.anna.store.writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (c.learner, c.table, c.row, c.field, encode(c.value), self.clock.now, self.anna.store.author)
                    for c in changes
                ],
            )

    def close(self) -> None:
        self.karin.close()
        self.anna.close()

    def _send(self, session: Session, partner: Partner) -> Path:
        self.wait(1)
        path = self.folder / exchange.file_name(session, partner)
        exchange.send(session, partner, path)
        self.wait(1)
        return path
