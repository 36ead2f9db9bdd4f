"""Four machines that exchange in every way that may go wrong: what happens to them, and how they are compared."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorapp.domain.access import Access
from mentorapp.domain.change import Change, Value, creation
from mentorapp.store import check, erased_list
from mentorapp.store.database import DATABASE_FILE
from mentorapp.store.exchange import erasure, traffic
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.tables import NOUNS
from tests.store.exchange.replicas import COORDINATOR, MENTOR, NOW, Machine, access, found, pair

PEOPLE = {"karin": COORDINATOR, "lis": COORDINATOR, "anna": MENTOR, "bo": MENTOR}
LEARNERS = [(bytes([n]) * 16, name) for n, name in enumerate(("Amal Idris", "Maryam Ahmadi", "Yonas Tesfay"), 1)]
FIRST, SECOND, THIRD = (learner for learner, _name in LEARNERS)
GIVEN = {"anna": (FIRST, SECOND), "bo": (SECOND, THIRD)}
NOTES = ("note", "note_confidential")

Key = tuple[bytes, str, str, str]


class Offices:
    """Karin and Lis coordinate; Anna follows the first two learners, Bo the last two."""

    def __init__(self, folder: Path) -> None:
        made = folder.exists()
        self.folder = folder
        self.machines = {name: Machine(folder / name, name, role) for name, role in PEOPLE.items()}
        self.coordinators = [one for one in self.machines.values() if one.role == COORDINATOR]
        self.mentors = [one for one in self.machines.values() if one.role == MENTOR]
        if made:
            return
        karin, lis = self.coordinators
        pair(karin, lis)
        for mentor in self.mentors:
            pair(karin, mentor)
            pair(lis, mentor)
        found(karin.store, LEARNERS)
        given = [access(learner, mentor) for mentor, learners in GIVEN.items() for learner in learners]
        karin.store.record([change for one in given for change in creation(one)], "Adgang")
        self.exchange_all()

    def pairs(self) -> list[tuple[Machine, Machine]]:
        """Everybody who sends and whom to: mentors know the coordinators alone."""
        everyone = self.machines.values()
        return [
            (one, to) for one in everyone for to in everyone if one is not to and COORDINATOR in (one.role, to.role)
        ]

    def exchange_all(self) -> None:
        """A file by everybody to everybody, merged at once; coordinators first, who know of each other's mentors."""
        for one, to in sorted(self.pairs(), key=lambda pair: pair[0].role == MENTOR or pair[1].role == MENTOR):
            to.take(self.arriving(self.sent(one, to), to))

    def sent(self, one: Machine, to: Machine) -> Incoming:
        """A file; `inside` holds its cells as one that is signed does, and after them what is given back."""
        incoming = one.file_for(to)
        partner = one.partner(to)
        inside = pickle.dumps((list(incoming.cells()), traffic.to_give_back(one.store, partner)))
        return replace(incoming, inside=inside, wants_back=traffic.wants_back(one.store, partner))

    def arriving(self, incoming: Incoming, at: Machine) -> Incoming:
        """The file as it is opened: what is given back counts for who was brought back from a backup."""
        given_back = pickle.loads(incoming.inside)[1]
        if not given_back or not traffic.wants_back(at.store, incoming.partner):
            return incoming
        own = pickle.loads(given_back)[0]
        return replace(incoming, own=lambda: own)

    def back_up(self, machine: Machine) -> Path:
        with machine.store.held_still():
            return Path(shutil.copy(machine.folder / DATABASE_FILE, machine.folder / "backup.db"))

    def bring_back(self, machine: Machine, backup: Path) -> None:
        """As a restore and the opening after it: the author stays, erased learners do not come back."""
        machine.store.close()
        shutil.copy(backup, machine.folder / DATABASE_FILE)
        for end in ("-wal", "-shm"):
            (machine.folder / f"{DATABASE_FILE}{end}").unlink(missing_ok=True)
        machine.open()
        machine.store.set_local("restored_at", str(machine.clock()))
        erasure.erase_again(machine.store, erased_list.missing(machine.store.reader(), machine.folder))

    def give_again(self) -> None:
        """A coordinator brought back from a backup has to give again whom only it had given, and only to a mentor."""
        karin = self.coordinators[0]
        for mentor in self.mentors:
            known = {learner for (learner,) in _all(karin, "SELECT learner FROM access WHERE id = ?", mentor.person)}
            for learner in self.spoken_of(mentor) - known - self.erased():
                karin.store.record(creation(Access(learner, mentor.person, date(2026, 1, 1))), "Adgang igen")

    def spoken_of(self, mentor: Machine) -> set[bytes]:
        """The learners a mentor's file speaks of."""
        author = mentor.store.author
        return {who for (who,) in _all(mentor, "SELECT DISTINCT learner FROM cell WHERE author = ?", author)}

    def erased(self) -> set[bytes]:
        return {who for one in self.coordinators for (who,) in _all(one, "SELECT learner FROM erased")}

    def texts(self) -> set[tuple[bytes, str]]:
        """Learner and text of every note that can still reach a coordinator."""
        query = "SELECT learner, val FROM cell WHERE tbl IN ('note', 'note_confidential') AND fld = 'text'"
        kept = {pair for one in self.coordinators for pair in _all(one, query)}
        for mentor in self.mentors:
            kept |= set(_all(mentor, f"{query} AND author = ?", mentor.store.author))
            for (inside,) in _all(mentor, "SELECT inside FROM last_file"):
                kept |= {
                    (cell[0], cell[4]) for cell in pickle.loads(inside)[0] if cell[1] in NOTES and cell[3] == "text"
                }
        return kept

    def settle(self) -> None:
        """Right clocks, and a few rounds in which every file arrives."""
        latest = max(max((cell[1] for cell in one.cells().values()), default=0) for one in self.machines.values())
        for machine in self.machines.values():
            machine.clock.now = max(NOW + 10 * 86_400_000, min(latest + 1_000, NOW + 20 * 86_400_000))
        karin, lis = self.coordinators
        for one, to in ((karin, lis), (lis, karin)):
            to.take(self.arriving(self.sent(one, to), to))
        for coordinator in self.coordinators:
            for mentor in self.mentors:
                mentor.take(self.arriving(self.sent(coordinator, mentor), mentor))
        self.give_again()
        for _round in range(3):
            self.exchange_all()

    def compare(self) -> None:
        """All in scope are equal, erased learners have left no trace, typed rows and index are what the cells say."""
        karin, lis = self.coordinators
        assert karin.cells() == lis.cells()
        for mentor in self.mentors:
            partner = karin.partner(mentor)
            told = {cell[:4]: cell[4:] for cell in self.sent(karin, mentor).cells()}
            follows = {one.learner for one in traffic.following_of(karin.store, partner) if one.last_day is None}
            there = mentor.cells({*follows, bytes(16)})
            assert there == {key: value for key, value in told.items() if key[0] in {*follows, bytes(16)}}
        for learner in self.erased():
            for machine in self.machines.values():
                assert trace(machine, learner) == []
        for machine in self.machines.values():
            findings = check.check(machine.store)
            assert all(finding.ok and not finding.mended for finding in findings), findings

    def close(self) -> None:
        for machine in self.machines.values():
            machine.close()


def trace(machine: Machine, learner: bytes) -> list[str]:
    """The tables in which something of a learner is left."""
    tables = ["cell", "history", "conflict", "held", "blob", "note_place", *(n.table for n in NOUNS if not n.shared)]
    found = [table for table in tables if _all(machine, f"SELECT 1 FROM {table} WHERE learner = ? LIMIT 1", learner)]
    return found + [key for (key,) in _all(machine, "SELECT key FROM draft WHERE instr(key, ?)", learner.hex())]


def unknown(machine: Machine, key: Key, value: str) -> None:
    """What a coordinator's program of a later version writes: a table or field that this one has no name for."""
    with machine.store.writing() as connection:
        connection.execute(
            "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET val = excluded.val, "
            "ts = max(excluded.ts, ts + 1), author = excluded.author",
            (*key, value, machine.clock(), machine.store.author),
        )


def of_fewer_fields(incoming: Incoming, fields: Iterable[str]) -> Incoming:
    """The file as a program of an earlier version would have written it, which knows nothing of `fields`."""
    names = frozenset(fields)
    held = [cell for cell in incoming.cells() if cell[3] not in names]
    return replace(incoming, cells=lambda: held)


def set_values(machine: Machine, learner: bytes, table: str, row: str, values: dict[str, Value]) -> None:
    """One save of one row."""
    machine.store.record([Change(learner, table, row, field, value) for field, value in values.items()], "Rettet")


def _all(machine: Machine, query: str, *values: object) -> list[tuple]:
    return [
        tuple(bytes(each) if isinstance(each, memoryview) else each for each in row)
        for row in machine.store.reader().execute(query, values)
    ]
