"""What an honest key may sign and no person would mean: refused when the file is opened, or borne by every page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.change import Value
from mentorapp.errors import Refused
from mentorapp.store import check
from mentorapp.store.database import Store
from mentorapp.store.exchange import preview
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.partners import ACTIVE, Partner
from mentorapp.store.exchange.scope import Cell
from mentorapp.store.profile import Profile
from mentorapp.store.rows import encode
from mentorapp.store.session import Session
from mentorapp.store.tables import BY_TABLE, NOUNS
from tests.conftest import KEY, TODAY, Clock
from tests.store.exchange.one_of_each import one_of_each
from tests.store.exchange.reading import read_everything

LARGEST = 2**63 - 1
SENSELESS: dict[str, list[Value]] = {
    "text": [
        "", "\0", "\x01", "ukendt", "2026-W99", "0000-W01", "9999-W53", "2026-13", "9999-12", "25:99", "-1:00",
        "'; DROP TABLE cell; --", "../../etc/passwd", "<b>&amp;</b>", "\u202e\ud7ff\U0001f600", "\n" * 50, "x" * 2_000,
    ],
    "int": [0, -1, 10**12, -(10**12), LARGEST, -LARGEST],
    "bool": [True, False],
    "date": ["1900-01-01", "2199-12-31", "2024-02-29"],
    "ints": [[], [0], [-1], [8], [LARGEST], [1] * 15_000],
    "texts": [[], [""], ["ukendt"], ["2026-13-45=600"], ["2199-12-31=99999999999"], ["x" * 2_000], ["a"] * 15_000],
}  # fmt: skip
"""Of the right kind, each."""

REFUSED: dict[str, list[Any]] = {
    "text": [1, True, ["x"]],
    "int": ["1", True, [1]],
    "bool": [0, 1, "true"],
    "date": ["2026-02-30", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2026-1-1", 20260101, "i går"],
    "ints": ["1", 1, ["1"], [None], [True], [1, "a"]],
    "texts": ["a", 1, [1], [None], ["a", 1]],
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    profile = Profile(tmp_path_factory.mktemp("senseless") / "profil")
    session = Session(profile, Store(profile.folder, KEY, Clock()), lambda: TODAY)
    session.store.record(one_of_each(), "Alt", "import")
    yield session
    session.close()


class Sender:
    """A coordinator's file with some cells, each newer than all before."""

    at = 2_000_000_000_000

    def plan(self, session: Session, values: dict[tuple[bytes, str, str, str], str]) -> Plan:
        Sender.at += 1
        cells: list[Cell] = sorted((*key, value, Sender.at, 5) for key, value in values.items())
        partner = Partner(b"p", "lis", "Lis", "coordinator", ACTIVE, 0, 5)
        return Plan(session.store, Incoming(partner, os.urandom(16), 1, lambda: cells))

    def send(self, session: Session, values: dict[tuple[bytes, str, str, str], str]) -> None:
        plan = self.plan(session, values)
        preview.counts(plan)
        for one in preview.planned_learners(plan):
            list(preview.planned_fields(plan, one.learner))
        plan.apply(Choices(removals=True))


def written(session: Session) -> dict[tuple[bytes, str, str, str], str]:
    """Every field of every row there is, the empty ones too."""
    found: dict[tuple[bytes, str, str, str], str] = {}
    for noun in NOUNS:
        rows = session.store.reader().execute("SELECT DISTINCT learner, row FROM cell WHERE tbl = ?", (noun.table,))
        for learner, row in rows.fetchall():
            found |= {(bytes(learner), noun.table, row, name): "null" for name in noun.kinds}
    for learner, table, row, name, value in session.store.reader().execute(
        "SELECT learner, tbl, row, fld, val FROM cell"
    ):
        found[bytes(learner), table, row, name] = value
    return found


KEEP = {("enrolment", "programme"), ("enrolment", "start"), ("learner", "name")}


def test_every_field_senseless_at_once(filled: Session) -> None:
    """The course stays, so that there is something to read; every other field has one senseless value after another."""
    before = written(filled)
    assert {key[1] for key in before} == set(BY_TABLE)
    read_everything(filled)
    for number in range(max(map(len, SENSELESS.values()))):
        values = {}
        for key in before:
            kind = BY_TABLE[key[1]].kinds.get(key[3])
            if kind is not None and key[3] != "enrolment" and (key[1], key[3]) not in KEEP:
                values[key] = encode(SENSELESS[kind][number % len(SENSELESS[kind])])
        Sender().send(filled, values)
        read_everything(filled)
    Sender().send(filled, before)
    assert all(one.ok and not one.mended for one in check.check(filled.store))


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_each_field_senseless_alone(filled: Session) -> None:
    before = written(filled)
    first = {(key[1], key[3]): key for key in reversed(before)}
    for (table, name), key in first.items():
        for value in SENSELESS[BY_TABLE[table].kinds[name]]:
            Sender().send(filled, {key: encode(value)})
            read_everything(filled)
        Sender().send(filled, {key: before[key]})


def test_a_value_of_another_kind_is_refused_in_every_field(filled: Session) -> None:
    first = {(key[1], key[3]): key for key in written(filled)}
    cells = filled.store.reader().execute("SELECT count(*), total(ts) FROM cell").fetchone()
    for (table, name), key in first.items():
        for value in REFUSED[BY_TABLE[table].kinds[name]]:
            with pytest.raises(Refused, match="ikke kan læses"):
                Sender().plan(filled, {key: encode(value)})
    assert filled.store.reader().execute("SELECT count(*), total(ts) FROM cell").fetchone() == cells


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_would_be_refused_elsewhere_is_refused_where_it_is_typed(filled: Session, day: str) -> None:
    changes = [change for change in one_of_each() if change.field == "agreed_end" or change.table == "leave"]
    with pytest.raises(Refused, match="1900–2199"):
        filled.store.record([_of_day(changes[0], day)], "Dag")


def _of_day(change: Any, day: str) -> Any:
    from dataclasses import replace

    return replace(change, table="leave", row="x", field="first_day", value=day)


NAMES = [
    "'; DROP TABLE cell; --", '"; DELETE FROM history; --', "../../../etc/passwd", "C:\\con", "%s{0}?1", "row' OR 1=1",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_with_paths_or_sql_in_them_are_only_names(filled: Session, tmp_path: Path, name: str) -> None:
    """The reader of files takes plain names alone; what came past it would still be bound, never made part of SQL."""
    learner = next(key[0] for key in written(filled) if key[1] == "learner")
    keys = [(learner, name, name, name), (learner, "note", name, "text"), (learner, "learner", "-", name)]
    before = set(filled.profile.folder.rglob("*"))
    Sender().send(filled, dict.fromkeys(keys, '"x"'))
    read = filled.store.reader().execute
    for key in keys:
        found = read("SELECT val FROM cell WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?", key).fetchall()
        assert found == [('"x"',)]
    read_everything(filled)
    assert all(one.ok and not one.mended for one in check.check(filled.store))
    assert set(filled.profile.folder.rglob("*")) == before and not list(tmp_path.iterdir())
    merge = filled.store.last_undoable()
    assert merge is not None and merge.kind == "merge" and filled.store.undo(merge) == merge
