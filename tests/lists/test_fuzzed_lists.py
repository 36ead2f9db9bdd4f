"""Real lists, spoiled: whatever stands in a file, its readers say a sentence, answer each row, and record what they
planned."""

from __future__ import annotations

import random
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.case_file import Organisation
from mentorapp.errors import UserError
from mentorapp.lists import list_import
from mentorapp.lists.plan import OUTCOMES, Existing
from mentorapp.store import rows
from tests.builders import amal, igu
from tests.lists.conftest import SAMPLES
from tests.mutation import mutated, mutated_workbook

LISTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".csv", ".xlsx"})
BAD = sorted((Path(__file__).parent / "bad").glob("*"))

SEEDS = st.integers(0, 2**48)


def examine(path: Path) -> None:
    """Read and plan the list; its changes are such as can be kept."""
    ids = count(1)
    existing = Existing((amal(),), Organisation(programmes=(igu(),)))
    try:
        planned = list_import.read_and_plan(
            path, existing, lambda: f"id{next(ids)}", lambda: next(ids).to_bytes(16, "big")
        )
    except UserError as fault:
        assert str(fault).startswith(f"{path.name}: ")
        assert "Traceback" not in str(fault) and str(path.parent) not in str(fault)
        return
    for plan in planned.plans:
        for row in plan.rows:
            assert row.outcome in OUTCOMES and (row.reason or row.outcome != "refused")
    for change in planned.changes:
        rows.encode(change.value)
        assert 0 < len(change.row) <= 120


@pytest.mark.soak
@pytest.mark.parametrize("name", [path.name for path in LISTS])
@given(seed=SEEDS)
def test_a_spoiled_list_brings_nothing_but_sentences(name: str, seed: int, tmp_path: Path) -> None:
    chance, whole = random.Random(seed), (SAMPLES / name).read_bytes()
    path = tmp_path / f"liste{Path(name).suffix}"
    if path.suffix == ".xlsx" and chance.random() < 0.8:
        path.write_bytes(mutated_workbook(whole, chance))
    else:
        path.write_bytes(mutated(whole, chance, (SAMPLES / chance.choice(LISTS).name).read_bytes()))
    examine(path)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_a_list_that_was_stumbled_over_once(path: Path) -> None:
    examine(path)
