"""Where planned teaching meets something else: leave, holiday, a closing day, another course, the course's ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.schooling import Schooling


@dataclass(frozen=True, slots=True)
class Conflict:
    """`days` of a row of schooling on which there is something else.

    `kind` is `leave` (`what`: key of LEAVE_KINDS), `holiday` (recorded holiday), `public_holiday` and `closed`
    (the pattern leaves those days out), `course` (`what`: id of the other row) or `outside` the course.
    """

    row: str
    kind: str
    days: tuple[date, ...]
    what: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether the days were never counted: they shorten the plan, and nobody has to choose."""
        return self.kind in ("public_holiday", "closed")


def conflicts(days: CourseDays, row: Schooling) -> tuple[Conflict, ...]:
    """What the planned days of `row` meet, in the order of Conflict's kinds; nothing for a cancelled row.

    Two courses on one day are a conflict where their clock times overlap, or where one of them has none.
    """
    if row.cancelled:
        return ()
    found: dict[tuple[str, str], list[date]] = defaultdict(list)
    for day in (session.day for session in days.sessions.get(row.id, ())):
        for kind, what in _met(days, row, day):
            found[kind, what].append(day)
    for day in _pattern_days(row):
        if day in days.closed:
            found["public_holiday" if day in PUBLIC_HOLIDAYS else "closed", ""].append(day)
    order = ("outside", "leave", "holiday", "course", "public_holiday", "closed")
    return tuple(
        Conflict(row.id, kind, tuple(found[kind, what]), what)
        for kind, what in sorted(found, key=lambda key: (order.index(key[0]), found[key][0], key[1]))
    )


def _met(days: CourseDays, row: Schooling, day: date) -> Iterator[tuple[str, str]]:
    dates, ordinal = days.dates, day.toordinal()
    if day < dates.start or (dates.end_extended is not None and day > dates.end_extended):
        yield "outside", ""
    leave = dates.leave.get(ordinal)
    if leave is not None:
        yield "leave", leave
    elif ordinal in days.holidays:
        yield "holiday", ""
    for other in days.case.schooling:
        taught = any(session.day == day for session in days.sessions.get(other.id, ()))
        if taught and other.id != row.id and _overlap(row, other):
            yield "course", other.id


def _overlap(one: Schooling, other: Schooling) -> bool:
    """Whether the clock times overlap; times nobody wrote may be any."""
    if not (one.starts_at and one.ends_at and other.starts_at and other.ends_at):
        return True
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _pattern_days(row: Schooling) -> Iterator[date]:
    """Every day of the weekly pattern, holidays too; without weekdays there is no pattern to fall on one."""
    if row.first_day and row.last_day and row.weekdays:
        for ordinal in range(row.first_day.toordinal(), row.last_day.toordinal() + 1):
            if (ordinal - 1) % 7 + 1 in row.weekdays:
                yield date.fromordinal(ordinal)
