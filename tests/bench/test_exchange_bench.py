"""Importing a file against the same cells written plainly, and against pycrdt doing the same (issue "Exchange", Speed).

Half of the changed fields are new and half replace what is there, all in attendance data. Importing is opening,
verifying, decrypting, planning, counting for the preview, merging, history, typed rows and the commit. The shortest of
the rounds counts: whatever else the machine did only lengthens one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pycrdt import Doc, Map

from mentorapp.store import rows
from mentorapp.store.database import Store
from mentorapp.store.tables import BY_TABLE
from mentorapp.sync import exchange, identity, sealed
from mentorapp.sync.sealed import Cell
from tests.bench.many import KEY
from tests.conftest import Clock
from tests.sync.files import days
from tests.sync.two import know, session_of

ROUNDS = 5
FIELDS = 100_000
UPSERT = (
    "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET val = excluded.val, ts = excluded.ts, "
    "author = excluded.author"
)
ROOT = Path(__file__).parents[2]


class Case:
    """A coordinator's profile that holds older values of every second row, and a deputy's file for it."""

    def __init__(self, folder: Path, fields: int) -> None:
        self.folder, self.file = folder / "karin", folder / "fil"
        karin = session_of(self.folder, "Karin Holst", "coordinator", Clock())
        lis = session_of(folder / "lis", "Lis Dam", "coordinator", Clock())
        identity.join(lis.store, identity.organisation(karin.store))
        know(karin, lis, "lis")
        to_karin = know(lis, karin, "karin")
        self.cells = days(fields)
        self.before = [_older(cell) for number, cell in enumerate(self.cells) if (number // 5) % 2 == 0]
        with karin.store.writing() as connection:
            connection.executemany(UPSERT, self.before)
            rows.rebuild(connection, BY_TABLE["attendance"])
        sealed.write(
            self.file,
            exchange.head_for(lis, to_karin, "cells"),
            self.cells,
            identity.keys(lis.store),
            exchange.keys_for(to_karin),
        )
        karin.close()
        lis.close()

    def copy(self) -> Path:
        folder = self.folder.with_name("copy")
        shutil.rmtree(folder, ignore_errors=True)
        return shutil.copytree(self.folder, folder)

    def imported(self) -> float:
        session = session_of(self.copy(), "Karin Holst", "coordinator", Clock())
        began = time.perf_counter()
        arrival = exchange.open_file(session, self.file)
        arrival.plan.apply()
        took = time.perf_counter() - began
        assert (arrival.counts.new_rows, arrival.counts.ours) == ((len(self.cells) - len(self.before)) // 5, 0)
        session.close()
        return took

    def written(self, cells: list[Cell]) -> float:
        store = Store(self.copy(), KEY, Clock())
        began = time.perf_counter()
        with store.writing() as connection:
            connection.executemany(UPSERT, cells)
        took = time.perf_counter() - began
        store.close()
        return took

    def alone(self) -> dict[str, float]:
        """Seconds and peak bytes of an import in a process of its own."""
        command = [sys.executable, "-m", "tests.bench.exchange_alone", str(self.copy()), str(self.file)]
        variables = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, check=True)
        return json.loads(done.stdout)


def _older(cell: Cell) -> Cell:
    learner, table, row, field, value, at, author = cell
    return learner, table, row, field, "0" if field == "minutes" else value, at - 1, author


def test_against_plain_writing(tmp_path: Path, report: Callable[[str], None]) -> None:
    case = Case(tmp_path, FIELDS)
    ours, plain = zip(*((case.imported(), case.written(case.cells)) for _round in range(ROUNDS)), strict=True)
    mine, theirs = min(ours), min(plain)
    report(f"import of {FIELDS} fields: {mine:.2f} s / executemany {theirs:.2f} s = {mine / theirs:.2f} (aim 3)")
    size = case.file.stat().st_size / FIELDS
    report(f"file: {size:.2f} bytes a field (aim 10)")


def test_against_pycrdt(tmp_path: Path, report: Callable[[str], None]) -> None:
    """One map of all fields, the doc already in memory or opened and saved, and the changed rows written."""
    case = Case(tmp_path, FIELDS)
    known, update = _docs(case)
    ours, open_already, opened = [], [], []
    for _round in range(ROUNDS):
        ours.append(case.imported())
        began = time.perf_counter()
        doc: Doc = Doc()
        fields = doc.get("cells", type=Map)
        doc.apply_update(known)
        found: list[Cell] = []
        fields.observe(partial(_changed, found))
        loaded = time.perf_counter()
        doc.apply_update(update)
        applied = time.perf_counter()
        assert len(found) == len(case.cells)
        writing = case.written(sorted(found))
        began_saving = time.perf_counter()
        doc.get_update()
        saved = time.perf_counter() - began_saving
        open_already.append(applied - loaded + writing)
        opened.append(applied - began + writing + saved)
    mine = min(ours)
    for name, theirs in (("in memory", min(open_already)), ("opened, saved", min(opened))):
        report(f"import of {FIELDS} fields: {mine:.2f} s / pycrdt {name} {theirs:.2f} s = {mine / theirs:.2f} (aim 1)")


def _docs(case: Case) -> tuple[bytes, bytes]:
    """What the receiver's doc holds, and the sender's changes."""
    doc: Doc = Doc()
    fields = doc.get("cells", type=Map)
    with doc.transaction():
        for cell in case.before:
            fields[_key(cell)] = list(cell[4:])
    known, seen = doc.get_update(), doc.get_state()
    with doc.transaction():
        for cell in case.cells:
            fields[_key(cell)] = list(cell[4:])
    return known, doc.get_update(seen)


def _changed(found: list[Cell], event: Any, *_transaction: object) -> None:
    found += [_cell(key, change["newValue"]) for key, change in event.keys.items()]


def _key(cell: Cell) -> str:
    return "\0".join((cell[0].hex(), *cell[1:4]))


def _cell(key: str, value: list) -> Cell:
    learner, table, row, field = key.split("\0")
    return (bytes.fromhex(learner), table, row, field, value[0], int(value[1]), int(value[2]))


def test_growth_and_memory(tmp_path: Path, report: Callable[[str], None]) -> None:
    small, large = Case(tmp_path / "small", 10_000), Case(tmp_path / "large", 1_000_000)
    few = min(small.alone()["seconds"] for _round in range(ROUNDS)) / 10_000
    many = [large.alone() for _round in range(2)]
    each = min(one["seconds"] for one in many) / 1_000_000
    report(
        f"cost a field, 1,000,000 / 10,000 fields: {each * 1e6:.1f} / {few * 1e6:.1f} µs = {each / few:.2f} (aim 1.3)"
    )
    report(f"peak memory for 1,000,000 fields: {max(one['peak'] for one in many) / 1e6:.0f} MB (aim 400)")


if sys.platform != "linux":
    test_growth_and_memory = pytest.mark.skip(reason="the peak is asked as Linux tells it")(test_growth_and_memory)
