"""Calendar months: counting on from a day, and the months a course has schooling in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

Month = tuple[int, int]
"""Year and month, as they sort."""


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, or its last day where it is shorter: 30 November + 3 is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date) -> Month:
    """The month `day` lies in."""
    return day.year, day.month


def first_of_next(month: Month) -> date:
    """The first day after `month`."""
    year, number = month
    return date(year + number // 12, number % 12 + 1, 1)
