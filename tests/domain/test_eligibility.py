"""Age and residence on the day of the start, on each side of every limit."""

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.eligibility import (
    age_allowed,
    age_on,
    anniversary,
    has_passed_years,
    has_reached_years,
    residence_allowed,
    years_since,
)
from mentorapp.domain.programme import Figure, RuleSet
from tests.builders import day, igu


def rules(key: str, **limits: int) -> RuleSet:
    """A shipped rule set with limits of residence written in."""
    found = igu().rule_set(key)
    assert found is not None
    given = {name: Figure(value, "prøve", "verified") for name, value in limits.items()}
    kept = {name: figure for name, figure in found.figures.items() if not name.startswith("residence")}
    return replace(found, figures=kept | given)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        ("01-05-1990", "30-04-2008", 17),
        ("01-05-1990", "01-05-2008", 18),
        ("31-12-1990", "01-01-2008", 17),
        ("29-02-2008", "28-02-2026", 17),  # 2026 is a common year: the birthday is 1 March
        ("29-02-2008", "01-03-2026", 18),
        ("29-02-1988", "29-02-2028", 40),
        ("29-02-1988", "28-02-2028", 39),
    ],
)
def test_the_new_age_holds_from_the_birthday(birth: str, on: str, age: int) -> None:
    assert age_on(day(birth), day(on)) == age


def test_a_limit_of_under_n_years_breaks_on_the_anniversary_one_of_up_to_n_on_the_day_after() -> None:
    first = day("10-05-2005")
    assert [years_since(first, date(2025, 5, number)) for number in (9, 10, 11)] == [19, 20, 20]
    assert [has_reached_years(first, 20, date(2025, 5, number)) for number in (9, 10, 11)] == [False, True, True]
    assert [has_passed_years(first, 20, date(2025, 5, number)) for number in (9, 10, 11)] == [False, False, True]


def test_an_anniversary_of_29_february_is_1_march_in_a_common_year() -> None:
    assert anniversary(day("29-02-2016"), 5) == day("01-03-2021")
    assert anniversary(day("29-02-2016"), 4) == day("29-02-2020")
    assert not has_reached_years(day("29-02-2016"), 5, day("28-02-2021"))
    assert not has_passed_years(day("29-02-2016"), 5, day("01-03-2021"))
    assert has_passed_years(day("29-02-2016"), 5, day("02-03-2021"))


def test_age_by_rule_set_below_40_until_2023_below_50_since() -> None:
    assert age_allowed(rules("IGU-2021"), day("02-05-1983"), day("01-05-2023")) is True  # 39
    assert age_allowed(rules("IGU-2021"), day("01-05-1983"), day("01-05-2023")) is False  # 40 today
    assert age_allowed(rules("IGU-2024"), day("01-05-1983"), day("01-05-2024")) is True  # 41
    assert age_allowed(rules("IGU-2024"), day("01-05-1974"), day("01-05-2024")) is False  # 50 today
    assert age_allowed(rules("IGU-2024"), day("02-05-2006"), day("01-05-2024")) is False  # 17
    assert age_allowed(rules("IGU-2024"), day("01-05-2006"), day("01-05-2024")) is True  # 18 today


def test_residence_by_rule_set() -> None:
    five, ten = rules("IGU-2019", residence_years_below=5), rules("IGU-2021", residence_years_below=10)
    twenty = rules("IGU-2024", residence_years_most=20)
    assert residence_allowed(five, day("02-06-2015"), day("01-06-2020")) is True
    assert residence_allowed(five, day("01-06-2015"), day("01-06-2020")) is False
    assert residence_allowed(ten, day("02-06-2012"), day("01-06-2022")) is True
    assert residence_allowed(ten, day("01-06-2012"), day("01-06-2022")) is False
    assert residence_allowed(twenty, day("01-06-2005"), day("01-06-2025")) is True
    assert residence_allowed(twenty, day("31-05-2005"), day("01-06-2025")) is False


def test_without_a_limit_nobody_is_refused() -> None:
    bare = replace(rules("IGU-2021"), figures={})
    assert age_allowed(bare, day("01-01-1950"), day("01-05-2023")) is None
    assert residence_allowed(bare, day("01-01-1980"), day("01-05-2023")) is None
