"""ISO weeks, Danish working days and anniversaries.

Loops over years of days count them as ordinals (`date.toordinal`): sets of whole numbers answer several times
faster than sets of dates, and a course is read again at every keystroke.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from mentorapp.domain.public_holidays import MONTHS_AND_DAYS

PUBLIC_HOLIDAYS: frozenset[date] = frozenset(
    date(year, int(day[:2]), int(day[2:])) for year, days in MONTHS_AND_DAYS.items() for day in days.split()
)
"""Danish public holidays of the years in the table; none are known outside them."""

PUBLIC_HOLIDAY_ORDINALS: frozenset[int] = frozenset(day.toordinal() for day in PUBLIC_HOLIDAYS)


def monday(day: date) -> date:
    """The Monday of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def week_key(day: date) -> str:
    """The ISO week of `day` as it is written in a `WeekMark`: `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of_week(key: str) -> date:
    """The Monday of week `2026-W47`; `ValueError` where `key` names no ISO week."""
    year, _, week = key.partition("-W")
    return date.fromisocalendar(int(year), int(week), 1)


def last_day_of_years(start: date, years: int) -> date:
    """The day before the `years`-th anniversary of `start`; a start on 29 February ends on 28 February."""
    try:
        return start.replace(year=start.year + years) - timedelta(days=1)
    except ValueError:  # 29 February in a year that has none
        return date(start.year + years, 2, 28)


def months_after(day: date, months: int) -> date:
    """The same day `months` later (before: negative); the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of_months(first: date, months: int) -> date:
    """The last day of `months` from `first`: the day before the same day, or the end of a month too short for it."""
    after = months_after(first, months)
    return after - timedelta(days=1) if after.day == first.day else after


def working_days(first: date, last: date, away: Collection[int] = ()) -> int:
    """Working days from `first` to `last`, both included, less the ordinals in `away`; 0 where last < first."""
    begin, end = first.toordinal(), last.toordinal()
    if end < begin:
        return 0
    taken = PUBLIC_HOLIDAY_ORDINALS.union(away) if away else PUBLIC_HOLIDAY_ORDINALS
    return weekdays(begin, end) - sum(1 for ordinal in taken if begin <= ordinal <= end and (ordinal - 1) % 7 < 5)


def weekdays(begin: int, end: int) -> int:
    """Mondays to Fridays from ordinal `begin` to `end`, both included."""
    weeks, rest = divmod(end - begin + 1, 7)
    return weeks * 5 + sum(1 for ordinal in range(end - rest + 1, end + 1) if (ordinal - 1) % 7 < 5)


def is_weekday(ordinal: int) -> bool:
    """Monday to Friday; ordinal 1 is a Monday."""
    return (ordinal - 1) % 7 < 5


def monday_ordinal(ordinal: int) -> int:
    """The ordinal of the Monday of the same ISO week."""
    return ordinal - (ordinal - 1) % 7
