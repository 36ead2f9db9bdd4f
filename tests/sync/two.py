"""A coordinator and a mentor who exchange real files: each a profile of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mentorapp.domain.access import Access
from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Person
from mentorapp.store.database import Store
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import ACTIVE, Partner
from mentorapp.store.profile import Profile
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity
from mentorapp.sync.keys import PublicKeys
from tests.conftest import KEY, TODAY, Clock

AMAL = bytes([1]) * 16


def session_of(folder: Path, person: str, role: str, clock: Clock) -> Session:
    profile = Profile(folder)
    session = Session(profile, Store(profile.folder, KEY, clock), lambda: TODAY)
    session.store.set_local("name", person)
    session.store.set_local("role", role)
    return session


def know(one: Session, other: Session, person: str) -> Partner:
    keys = identity.keys(other.store).public
    partner = Partner(
        id=other.store.author.to_bytes(16, "big"), person=person, name=other.store.local("name") or "",
        role=other.store.role, state=ACTIVE, since=one.store.now(), author=other.store.author,
        sign=keys.sign, seal=keys.seal,
    )  # fmt: skip
    partners.save(one.store, partner)
    return partner


class Two:
    """Karin coordinates, Anna is a mentor and follows Amal."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.karin = session_of(folder / "karin", "Karin Holst", COORDINATOR, self.clock)
        self.anna = session_of(folder / "anna", "Anna Vang", MENTOR, self.clock)
        identity.join(self.anna.store, identity.organisation(self.karin.store))
        self.to_anna, self.to_karin = know(self.karin, self.anna, "anna"), know(self.anna, self.karin, "karin")
        nouns = [Person("anna", "Anna Vang", "mentor"), Learner(AMAL, "-", "Amal Idris")]
        nouns += [Access(AMAL, "anna", date(2026, 1, 1))]
        self.karin.store.record([change for noun in nouns for change in creation(noun)], "Begyndelse")
        self.folder = folder

    @property
    def keys_of_karin(self) -> PublicKeys:
        return identity.keys(self.karin.store).public

    def to_mentor(self) -> Path:
        path = self.folder / exchange.file_name(self.karin, self.to_anna)
        exchange.send(self.karin, self.to_anna, path)
        return path

    def to_coordinator(self) -> Path:
        path = self.folder / exchange.file_name(self.anna, self.to_karin)
        exchange.send(self.anna, self.to_karin, path)
        return path
