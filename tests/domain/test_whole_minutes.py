"""Rounding and sharing out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentorapp.domain.whole_minutes import half_up, shares


@pytest.mark.parametrize(("exact", "whole"), [("1/2", 1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-1/2", 0), ("7", 7)])
def test_halves_go_up(exact: str, whole: int) -> None:
    assert half_up(Fraction(exact)) == whole


@given(some.integers(0, 10_000), some.integers(1, 60))
def test_shares_lose_nothing_and_are_even(total: int, parts: int) -> None:
    shared = shares(total, parts)
    assert sum(shared) == total
    assert max(shared) - min(shared) <= 1
