"""Weeks, working days and the table of public holidays."""

from datetime import date

import pytest

import make_holidays
from mentorapp.domain import calendar
from mentorapp.domain.calendar import (
    PUBLIC_HOLIDAYS,
    is_weekday,
    last_day_of_years,
    monday,
    monday_of_week,
    monday_ordinal,
    week_key,
    working_days,
)


def test_the_table_is_what_the_library_says_today() -> None:
    assert make_holidays.TABLE.read_text("utf-8") == make_holidays.table()


def test_store_bededag_is_a_holiday_until_2023_only() -> None:
    assert date(2023, 5, 5) in PUBLIC_HOLIDAYS
    assert date(2024, 4, 26) not in PUBLIC_HOLIDAYS


def test_the_table_covers_thirty_years() -> None:
    assert {day.year for day in PUBLIC_HOLIDAYS} == set(range(2015, 2046))
    assert {day.toordinal() for day in PUBLIC_HOLIDAYS} == calendar.PUBLIC_HOLIDAY_ORDINALS


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        (date(2025, 2, 1), 2, date(2027, 1, 31)),
        (date(2025, 9, 1), 2, date(2027, 8, 31)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2024, 3, 1), 2, date(2026, 2, 28)),
        (date(2022, 3, 1), 2, date(2024, 2, 29)),
    ],
)
def test_the_last_day_is_the_one_before_the_anniversary(start: date, years: int, last: date) -> None:
    assert last_day_of_years(start, years) == last


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 11, 22), "2026-W47"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2025, 12, 29), "2026-W01"),
    ],
)
def test_weeks_are_iso_weeks(day: date, key: str) -> None:
    assert week_key(day) == key
    assert monday_of_week(key) == monday(day)
    assert monday_ordinal(day.toordinal()) == monday(day).toordinal()


@pytest.mark.parametrize("key", ["2025-W53", "2026-W00", "2026-47", "", "uge 4"])
def test_a_week_that_does_not_exist_is_refused(key: str) -> None:
    with pytest.raises(ValueError):
        monday_of_week(key)


def test_working_days_leave_out_weekends_holidays_and_days_away() -> None:
    first, last = date(2026, 12, 21), date(2027, 1, 3)
    assert working_days(first, last) == 8  # ten weekdays less 25 December and 1 January
    assert working_days(first, last, {date(2026, 12, 22).toordinal(), date(2026, 12, 26).toordinal()}) == 7
    assert working_days(last, first) == 0


def test_ordinals_know_their_weekday() -> None:
    assert is_weekday(date(2026, 11, 20).toordinal())
    assert not is_weekday(date(2026, 11, 21).toordinal())
    assert not is_weekday(date(2026, 11, 22).toordinal())
    assert is_weekday(date(2026, 11, 23).toordinal())
