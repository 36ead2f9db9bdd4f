"""Moving a planned course by whole weeks: which may be moved, how far back, and what its row becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.schooling import Schooling


def is_movable(row: Schooling, today: date) -> bool:
    """Whether `row` is only a plan: both its days are known and to come, and nobody has attended or cancelled it."""
    if row.first_day is None or row.last_day is None or row.cancelled or row.attended_minutes:
        return False
    return today < row.first_day <= row.last_day


def furthest_back(row: Schooling, today: date) -> int:
    """The move (0 or negative, in weeks) that lets a movable `row` begin as early as it can: the day after today."""
    assert row.first_day is not None
    return -(((row.first_day - today).days - 1) // 7)


def moved(row: Schooling, weeks: int) -> Schooling:
    """`row` so many weeks later (earlier where negative); weekdays, clock times and hours stay as they are."""
    assert row.first_day is not None and row.last_day is not None
    by = timedelta(weeks=weeks)
    return replace(row, first_day=row.first_day + by, last_day=row.last_day + by)
