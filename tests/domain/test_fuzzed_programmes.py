"""Real programme files, spoiled: each is refused with its line, or every figure and alert can be worked out by it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.alerts import all_alerts
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.programme_file import programmes, read
from mentorapp.domain.why import answers
from mentorapp.errors import UserError
from mentorapp.store.programmes import SHIPPED
from tests.builders import amal
from tests.mutation import mutated

FILES = {path.name: path.read_text("utf-8") for path in sorted(SHIPPED.glob("*.toml"))}
SHIPPED_FILES = [read(text, name) for name, text in FILES.items()]
BAD = sorted((Path(__file__).parent / "bad").glob("*.toml"))
ASKED = re.compile(r"Ordningsfilen egen\.toml kan ikke bruges\. Linje \d+: ")


def examine(text: str) -> bool:
    """Whether the file is taken; what it then says can be counted with, early in a course and late."""
    try:
        found = programmes(SHIPPED_FILES, [read(text, "egen.toml")])
    except UserError as fault:
        # a shipped file that builds on the spoiled one may be where it is noticed
        assert ASKED.match(str(fault)) or "kan ikke bruges. Linje" in str(fault)
        return False
    key = read(text, "egen.toml").key
    file = amal()
    organisation = replace(file.organisation, programmes=found)
    (course,) = file.enrolments
    course = replace(course, programme=key, rule_set=None, agreed_end=None)
    case = replace(file, organisation=organisation, enrolments=(course,))
    for today in (date(2025, 2, 3), date(2026, 11, 22), date(2027, 6, 1)):
        ledger = ledgers.build(case, today)
        all_alerts.check(case, ledger, today)
        if ledger is not None:
            assert ledger.weeks is not None
            answers.why(case, ledger)
    return True


@pytest.mark.soak
@given(name=st.sampled_from(list(FILES)), seed=st.integers(0, 2**48))
def test_a_spoiled_programme_file_is_refused_or_counts(name: str, seed: int) -> None:
    chance = random.Random(seed)
    spoiled = mutated(FILES[name].encode(), chance, FILES[chance.choice(list(FILES))].encode())
    examine(spoiled.decode("utf-8", "replace"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_a_file_that_was_stumbled_over_once(path: Path) -> None:
    assert not examine(path.read_text("utf-8"))


def test_the_shipped_ones_are_taken() -> None:
    assert all(examine(text) for text in FILES.values())
