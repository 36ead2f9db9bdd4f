"""Numbers as people read them."""

from fractions import Fraction

import pytest

from mentorapp.domain.measure import Measure, in_hours, in_school_weeks, told_day
from tests.builders import day


@pytest.mark.parametrize(
    ("exact", "written"),
    [
        (Fraction(0), "0,0"),
        (Fraction("377.4"), "377,4"),
        (Fraction("10.25"), "10,25"),
        (Fraction("10.125"), "10,13"),  # halves up
        (Fraction("-0.66"), "−0,66"),
        (Fraction(-1, 1000), "0,00"),
        (Fraction(660, 7), "94,29"),
        (Fraction("1000.05"), "1000,05"),
    ],
)
def test_one_decimal_or_two(exact: Fraction, written: str) -> None:
    assert str(Measure(exact)) == written


def test_minutes_become_hours_and_school_weeks() -> None:
    assert str(in_hours(22644)) == "377,4"
    assert str(in_school_weeks(17 * 37 * 60)) == "17,0"
    assert told_day(day("01-02-2025")) == "01-02-2025"
