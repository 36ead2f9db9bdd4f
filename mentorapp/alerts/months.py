"""Calendar months as a pair of numbers, for the months a course has schooling in."""

from __future__ import annotations

from datetime import date

Month = tuple[int, int]
"""Year and month, as they sort."""


def month_of(day: date) -> Month:
    """The month `day` lies in."""
    return day.year, day.month


def first_of_next(month: Month) -> date:
    """The first day after `month`."""
    year, number = month
    return date(year + number // 12, number % 12 + 1, 1)
