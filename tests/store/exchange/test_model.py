"""The merge in SQL against the merge in forty lines: the same cells, history, conflicts and cells set aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.store import rows
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.partners import ACTIVE, Partner
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.tables import NOUNS
from tests.store.exchange.offices import FIRST, SECOND, Key
from tests.store.exchange.replicas import Machine

US, THEM, THIRD = 1, 2, 3
MENTORS = {"attendance"}
Value = tuple[int, int, str]


@dataclass
class Model:
    """A store as the merge sees it. Our actions are numbered by the stamps they gave."""

    cells: dict[Key, Value]
    erased: frozenset[bytes]
    history: set[tuple[Key, str | None, int | None, int | None, str]] = field(default_factory=set)
    conflicts: dict[Key, tuple[Value, Value]] = field(default_factory=dict)
    aside: set[tuple[Key, Value]] = field(default_factory=set)

    def merge(self, file: dict[Key, Value], mentor: bool, seen: int) -> None:
        rows_before = {key[:3] for key in self.cells}
        for key, new in file.items():
            old = self.cells.get(key)
            if key[0] in self.erased or old == new:
                continue
            if mentor and key[1] not in MENTORS:
                if old is None or old[2] != new[2]:
                    self.aside = {one for one in self.aside if one[0] != key} | {(key, new)}
                continue
            wins = old is None or new > old
            if not wins:
                assert old is not None
                if new[2] == old[2] or any(
                    (key, new[2], new[0], new[1]) == (one[0], one[1], one[2], one[3]) for one in self.history
                ):
                    continue
                self.history.add((key, new[2], new[0], new[1], "lost"))
            elif key[:3] not in rows_before:
                self.history.add(((*key[:3], ""), None, None, None, "created"))
            else:
                self.history.add((key, *((old[2], old[0], old[1]) if old else (None, None, None)), "replaced"))
            ours, theirs = self.conflicts.get(key, ((0, 0, ""), (0, 0, "")))
            if old and old[1] == US and new[2] != old[2] and old[0] > seen:
                self.conflicts[key] = (old, new)
            elif wins and old == theirs and new[2] != ours[2] and ours[0] > seen:
                self.conflicts[key] = (ours, new)
            elif wins:
                self.conflicts.pop(key, None)
            if wins:
                self.cells[key] = new


KEYS = st.sampled_from(
    [
        (learner, table, row, name)
        for learner in (FIRST, SECOND)
        for table, name in (("attendance", "status"), ("attendance", "note"), ("learner", "name"), ("future", "x"))
        for row in ("a", "b")
    ]
)
STAMP, TEXT = st.integers(1, 4), st.sampled_from(['"p"', '"q"', '"æ"', "null"])


def cells(*authors: int) -> st.SearchStrategy[dict[Key, Value]]:
    return st.dictionaries(KEYS, st.tuples(STAMP, st.sampled_from(authors), TEXT), max_size=8)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    machine = Machine(tmp_path_factory.mktemp("model") / "karin", "karin", COORDINATOR)
    machine.store.author = US
    yield machine
    machine.close()


def laid_out(machine: Machine, model: Model, partner: Partner, seen: int) -> None:
    tables = ("cell", "history", "action", "conflict", "held", "sent", "received", "erased", "receipt")
    partners.save(machine.store, partner)
    with machine.store.writing() as connection:
        for table in tables:
            connection.execute(f"DELETE FROM {table}")
        sql = "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)"
        connection.executemany(sql, [(*key, new[2], new[0], new[1]) for key, new in model.cells.items()])
        stamps = [(ts, ts, US) for ts in range(1, 5)]
        connection.executemany("INSERT INTO action VALUES (?, ?, ?, 'edit', '', NULL, NULL)", stamps)
        connection.execute("INSERT INTO sent VALUES (?, ?, 1, ?, 1)", (b"s" * 16, partner.id, seen))
        connection.executemany("INSERT INTO erased VALUES (?, 1, 1)", [(learner,) for learner in model.erased])
        for learner in (FIRST, SECOND):
            # by which the mentor is known to have been given them, without a row that the model would have to know of
            connection.execute("INSERT INTO receipt VALUES (?, 'asked', ?, 1)", (learner, partner.id))
        for noun in NOUNS:
            rows.rebuild(connection, noun)


def as_model(machine: Machine, erased: frozenset[bytes]) -> Model:
    read = machine.store.reader().execute
    model = Model({key: (ts, author, val) for key, (val, ts, author) in machine.cells().items()}, erased)
    for who, table, row, name, val, ts, author, why in read(
        "SELECT learner, tbl, row, fld, val, ts, author, why FROM history"
    ):
        assert ((bytes(who), table, row, name), val, ts, author, why) not in model.history, "kept twice"
        model.history.add(((bytes(who), table, row, name), val, ts, author, why))
    for who, table, row, name, ours, at, theirs, theirs_at, author in read(
        "SELECT learner, tbl, row, fld, ours, ours_ts, theirs, theirs_ts, theirs_author FROM conflict"
    ):
        model.conflicts[bytes(who), table, row, name] = ((at, US, ours), (theirs_at, author, theirs))
    for who, table, row, name, val, ts, author in read("SELECT learner, tbl, row, fld, val, ts, author FROM held"):
        model.aside.add(((bytes(who), table, row, name), (ts, author, val)))
    return model


@given(
    before=cells(US, THEM, THIRD),
    files=st.lists(cells(THEM, THIRD), min_size=1, max_size=3),
    role=st.sampled_from([COORDINATOR, MENTOR]),
    seen=st.integers(0, 4),
    erased=st.sampled_from([frozenset(), frozenset({SECOND})]),
)
def test_the_merge_is_what_the_model_says(
    machine: Machine,
    before: dict[Key, Value],
    files: list[dict[Key, Value]],
    role: str,
    seen: int,
    erased: frozenset[bytes],
) -> None:
    mentor = role == MENTOR
    partner = Partner(b"p" * 16, "anna", "Anna", role, ACTIVE, 1, author=THEM)
    model = Model({key: value for key, value in before.items() if key[0] not in erased}, erased)
    laid_out(machine, model, partner, seen)
    # the first file comes again at the end: it changes nothing
    for file in (*files, files[0]):
        if mentor:
            file = {key: (ts, THEM, val) for key, (ts, _author, val) in file.items()}
        held = sorted((*key, val, ts, author) for key, (ts, author, val) in file.items())
        incoming = Incoming(partner, os.urandom(16), 1, lambda held=held: held)  # type: ignore[misc]
        Plan(machine.store, incoming).apply(Choices(removals=True))
        model.merge(file, mentor, seen)
        assert as_model(machine, erased) == model
    for noun in NOUNS:
        query = f"SELECT * FROM {noun.table} ORDER BY learner, id"
        with machine.store.trying() as connection:
            kept = connection.execute(query).fetchall()
            rows.rebuild(connection, noun)
            assert kept == connection.execute(query).fetchall()
