"""Machines that exchange without files: each a real store; what one may tell another is merged as a file would be."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorapp.domain.access import Access
from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Person, Site
from mentorapp.store.database import Store
from mentorapp.store.exchange import partners, scope, traffic
from mentorapp.store.exchange.choices import Choices, Merged
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.partners import ACTIVE, Partner
from mentorapp.store.exchange.scope import Cell
from mentorapp.store.roles import COORDINATOR, MENTOR
from tests.conftest import KEY, TODAY, Clock

NOW = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp() * 1000)


class Machine:
    """One profile; `person` is who uses it."""

    def __init__(self, folder: Path, person: str, role: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.person = folder, person
        self.clock = Clock()
        self.open()
        if self.store.local("name") is None:
            self.store.set_local("role", role)
            self.store.set_local("name", person)

    def open(self) -> None:
        """Open the store; no test here cuts the power, so nothing waits for the disk."""
        self.store = Store(self.folder, KEY, self.clock)
        with self.store.alone() as connection:
            connection.execute("PRAGMA synchronous = OFF")

    @property
    def role(self) -> str:
        return self.store.role

    def knows(self, other: Machine) -> None:
        """Make `other` a partner of this one."""
        partners.save(
            self.store,
            Partner(
                id=other.store.author.to_bytes(16, "big"),
                person=other.person,
                name=other.person.capitalize(),
                role=other.role,
                state=ACTIVE,
                since=self.clock(),
                author=other.store.author,
                sign=other.store.author.to_bytes(32, "big"),
                seal="age1",
            ),
        )

    def partner(self, other: Machine) -> Partner:
        return next(one for one in partners.everyone(self.store) if one.author == other.store.author)

    def file_for(self, other: Machine) -> Incoming:
        """What a file to `other` would hold now, as `other` takes it."""
        partner = self.partner(other)
        action = traffic.last_action(self.store)
        held: list[Cell] = list(scope.cells(self.store, partner, TODAY))
        incoming = Incoming(
            partner=other.partner(self),
            file_id=os.urandom(16),
            created=self.clock(),
            cells=lambda: held,
            merged=tuple(traffic.merged_from(self.store, partner)),
            following=tuple(traffic.following_of(self.store, partner)),
            erased=tuple(traffic.erased_for(self.store, partner)),
            receipts=tuple(traffic.own_receipts(self.store)),
        )
        traffic.note_sent(self.store, partner, incoming.file_id, action)
        return incoming

    def take(self, incoming: Incoming, choices: Choices | None = None) -> Merged:
        """Merge a file; removals are confirmed unless choices say otherwise."""
        return Plan(self.store, incoming).apply(choices or Choices(removals=True))

    def give(self, other: Machine) -> Merged:
        """A file to `other`, merged there at once."""
        return other.take(self.file_for(other))

    def cells(self, learners: Iterable[bytes] | None = None) -> dict[tuple[bytes, str, str, str], tuple[str, int, int]]:
        found = self.store.reader().execute("SELECT learner, tbl, row, fld, val, ts, author FROM cell")
        wanted = None if learners is None else set(learners)
        return {
            (bytes(who), table, row, field): (val, ts, author)
            for who, table, row, field, val, ts, author in found
            if wanted is None or who in wanted
        }

    def close(self) -> None:
        self.store.close()


def pair(one: Machine, other: Machine) -> None:
    one.knows(other)
    other.knows(one)


def access(learner: bytes, person: str, **days: Any) -> Access:
    return replace(Access(learner, person, datetime(2026, 1, 1, tzinfo=UTC).date()), **days)


def found(store: Store, learners: Iterable[tuple[bytes, str]]) -> None:
    """A workplace, its people and learners, as a coordinator begins."""
    nouns = [Site("lind", "Plejecenter Lindegården"), Person("anna", "Anna Vang", "mentor", "lind")]
    nouns += [Person("bo", "Bo Krogh", "mentor", "lind")]
    nouns += [Learner(learner, "-", name) for learner, name in learners]
    store.record([change for noun in nouns for change in creation(noun)], "Begyndelse", "import")


__all__ = ["COORDINATOR", "MENTOR", "NOW", "Machine", "access", "found", "pair"]
