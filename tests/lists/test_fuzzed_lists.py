"""Real lists, spoiled: whatever stands in a file, its readers say a sentence, answer each row, and record what they
planned."""

from __future__ import annotations

import io
import random
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import Organisation
from mentorapp.domain.month_sheet import month_sheet
from mentorapp.errors import UserError
from mentorapp.lists import list_import, month_sheet_out
from mentorapp.lists.plan import OUTCOMES, Existing
from mentorapp.store import rows
from tests.builders import TODAY, amal, igu
from tests.lists.conftest import SAMPLES
from tests.mutation import mutated, mutated_workbook

LISTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".csv", ".xlsx"})
SEEDS = st.integers(0, 2**48)


def examine(path: Path) -> None:
    """Read and plan the list; its changes are such as can be kept."""
    ids = count(1)
    existing = Existing((amal(),), Organisation(programmes=(igu(),)), TODAY)
    try:
        planned = list_import.read_and_plan(
            path, existing, lambda: f"id{next(ids)}", lambda: next(ids).to_bytes(16, "big")
        )
    except UserError as fault:
        assert "Intet er ændret." in str(fault) and str(path.parent) not in str(fault)
        return
    for plan in planned.plans:
        for row in plan.rows:
            assert row.outcome in OUTCOMES and (row.reason or row.outcome != "refused")
    for change in planned.changes:
        rows.encode(change.value)
        assert 0 < len(change.row) <= 120


@pytest.mark.soak
@given(name=st.sampled_from([path.name for path in LISTS]), seed=SEEDS)
def test_a_spoiled_list_brings_nothing_but_sentences(name: str, seed: int, tmp_path: Path) -> None:
    chance, whole = random.Random(seed), (SAMPLES / name).read_bytes()
    path = tmp_path / f"liste{Path(name).suffix}"
    if path.suffix == ".xlsx" and chance.random() < 0.8:
        path.write_bytes(mutated_workbook(whole, chance))
    else:
        path.write_bytes(mutated(whole, chance, (SAMPLES / chance.choice(LISTS).name).read_bytes()))
    examine(path)


@cache
def month_sheet_of_amal() -> bytes:
    """The workbook a mentor fills in, as the program sends it out, with a few answers."""
    case = amal()
    ledger = ledgers.build(case, TODAY)
    assert ledger is not None
    book = load_workbook(io.BytesIO(month_sheet_out.write(month_sheet(case, ledger, date(2026, 11, 1)))))
    page = book.worksheets[0]
    page["B4"] = "Gitte"
    for row in range(7, page.max_row + 1):
        if isinstance(page.cell(row, 2).value, date):
            page[f"D{row}"] = "✓"
    filled = io.BytesIO()
    book.save(filled)
    return filled.getvalue()


@pytest.mark.soak
@given(seed=SEEDS)
def test_a_spoiled_month_sheet_brings_nothing_but_sentences(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "ark.xlsx"
    path.write_bytes(mutated_workbook(month_sheet_of_amal(), random.Random(seed)))
    examine(path)


def test_the_lists_as_they_are_pass_the_same_examination(tmp_path: Path) -> None:
    for path in LISTS:
        examine(path)
    (tmp_path / "ark.xlsx").write_bytes(month_sheet_of_amal())
    examine(tmp_path / "ark.xlsx")
