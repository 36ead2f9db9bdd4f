"""Room for more schooling: the last week a full-time block can begin, and free weeks for a course that fell out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.calendar import monday
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.whole_minutes import FULL_DAY, FULL_WEEK


@dataclass(frozen=True, slots=True)
class LastBlock:
    """The last week in which a full-time block can still begin and make up what the plan lacks."""

    missing: int
    """Counted minutes that the plan lacks."""
    days: int
    """Days of 7,4 hours that takes at factor 1."""
    monday: date | None
    """Monday of that week; None where it is too late already."""


def last_block(days: CourseDays) -> LastBlock | None:
    """The last full-time block by the plan as it stands; None where nothing is missing or it is not known.

    A block is 37 hours a week at factor 1 (AMU), on working days to the (extended) end that are free of holidays,
    leave and planned teaching. Whether practice still reaches its average beside it is the ledger's `reachable`.
    """
    ledger, last = days.ledger, days.dates.last_day
    if ledger.required is None or ledger.forecast is None or last is None or ledger.forecast >= ledger.required:
        return None
    missing = ledger.required - ledger.forecast
    needed = -(-missing // FULL_DAY)
    taught, free = days.taught, 0
    begin = monday(last)
    while begin >= max(ledger.today, monday(days.dates.start)):
        free += sum(days.is_free(begin.toordinal() + day, taught) for day in range(5))
        if free >= needed:
            return LastBlock(missing, needed, begin)
        begin -= timedelta(weeks=1)
    return LastBlock(missing, needed, None)


def free_weeks(days: CourseDays, minutes: int) -> tuple[date, ...]:
    """Mondays of whole free weeks after today, nearest first, until they hold `minutes` of clock time.

    Free is a week of five days without leave, holiday, closing day or teaching. All there are where they are too few.
    """
    taught = days.taught
    found: list[date] = []
    begin = max(monday(days.ledger.today) + timedelta(weeks=1), monday(days.dates.start))
    while begin <= (days.dates.last_day or days.last) and len(found) * FULL_WEEK < minutes:
        if all(days.is_free(begin.toordinal() + day, taught) for day in range(5)):
            found.append(begin)
        begin += timedelta(weeks=1)
    return tuple(found)
