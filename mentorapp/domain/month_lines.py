"""The lines of a month: what the school said of each day of teaching, what only a total tells, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling

STATES = ("held", "total", "unknown", "unconfirmed", "coming", "absent", "closed")
"""What a line tells.

held: attended on its day, by the school. total: attended on the line's days together, one number. unknown: taught by
the plan, but what was attended of it is only part of a total that reaches beyond the month. unconfirmed: taught by the
plan, and nobody has said who came. coming: still to come. absent: missed, with its status. closed: not held.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One day of teaching, or several that have only one number together. Minutes are clock minutes."""

    state: str
    first: date
    last: date
    row: Schooling | None
    """None for attendance that belongs to no course."""
    factor: int | None
    """As in `SchoolRow`."""
    days: tuple[date, ...]
    """The days of teaching; empty where nobody has said which they are."""
    planned: int | None = None
    """None where the plan does not say how much of it is these days'."""
    attended: int | None = None
    """None where the school has not said, 0 where it said absent."""
    status: str | None = None
    """Attendance status of what was said of the day."""
    source: str | None = None
    """Key of SOURCES, or as it was written; None where the attendance does not say or there is none."""
    by_pattern: bool = True
    """Whether the days come from weekdays and clock times; else only from the course's dates."""

    @property
    def title(self) -> str:
        """Of the course, else its type."""
        return (self.row.title or self.row.type) if self.row else ""

    @property
    def counted(self) -> int | None:
        """Counted minutes of those attended; None where minutes or factor are."""
        return None if self.attended is None or self.factor is None else self.attended * self.factor

    @property
    def counted_plan(self) -> int | None:
        """Counted minutes of those planned; None where minutes or factor are."""
        return None if self.planned is None or self.factor is None else self.planned * self.factor


def lines_of(row: SchoolRow, first: date, last: date, today: date) -> Iterator[Line]:
    """The lines of one row from `first` to `last`: what was said of single days, then the days nothing was said of."""
    planned = _hours_by_day(row)
    said = set()
    for entry in row.dated:
        # Nobody can have been present on a day that has not come; an absence may be known before.
        if first <= entry.day <= last and (entry.day <= today or entry.status != "present"):
            said.add(entry.day)
            yield _dated(row, entry, planned.get(entry.day))
    silent = [day for day in planned if first <= day <= last and day not in said]
    past = tuple(day for day in silent if day <= today)
    has_total = row.schooling.attended_minutes is not None and row.attended > row.dated_minutes
    if has_total and _ends_inside(row, first, last, today):
        yield _total(row, past, today)
    elif not _names_days(row):
        yield from _span(row, first, last, today, "unknown" if has_total else "unconfirmed")
        return
    elif row.planned:
        for day in past:
            yield _one_day(row, "unknown" if has_total else "unconfirmed", day, planned[day])
    if row.planned and _names_days(row):
        for day in silent:
            if day > today:
                yield _one_day(row, "coming", day, planned[day])


def recorded_only(case: CaseFile, made: Ledger) -> tuple[SchoolRow, ...]:
    """Rows of types that do not count, as rows that count 0: teaching was held all the same."""
    closed = PUBLIC_HOLIDAYS | case.organisation.closing_days
    factor = None if made.counted is None else 0
    found = []
    for row in case.schooling:
        if row.type not in SCHOOL_TYPES:
            dated = tuple(entry for entry in case.attendance if entry.kind == "school" and entry.schooling == row.id)
            present = sum(one.minutes or 0 for one in dated if one.status == "present" and one.day <= made.today)
            sessions = tuple(row.sessions(closed)) if (row.session_minutes or 0) > 0 else ()
            pattern = sum(session.minutes for session in sessions) if sessions else None
            stated = row.planned_minutes if row.planned_minutes is not None else pattern or 0
            attended = present if row.attended_minutes is None else row.attended_minutes
            planned = 0 if row.cancelled else stated
            found.append(SchoolRow(row, factor, planned, 0, attended, 0, sessions, dated, pattern, present))
    return tuple(found)


def without_course(case: CaseFile, first: date, last: date, today: date) -> Iterator[Line]:
    """School attendance that belongs to no course: shown, and counted nowhere."""
    known = {row.id for row in case.schooling}
    for entry in case.attendance:
        if entry.kind == "school" and entry.schooling not in known and first <= entry.day <= min(last, today):
            state, attended = _said(entry)
            days = (entry.day,)
            yield Line(state, entry.day, entry.day, None, 0, days, None, attended, entry.status, entry.source)


def _dated(row: SchoolRow, entry: Attendance, planned: int | None) -> Line:
    state, attended = _said(entry)
    days = (entry.day,)
    return Line(
        state, entry.day, entry.day, row.schooling, row.factor, days, planned, attended, entry.status, entry.source
    )


def _said(entry: Attendance) -> tuple[str, int | None]:
    """State and minutes attended of what was said of a day."""
    if entry.status == "present":
        return "held", entry.minutes
    return ("closed" if entry.status == "closed" else "absent"), 0


def _total(row: SchoolRow, past: tuple[date, ...], today: date) -> Line:
    """What the row's total holds beyond its dated days: all of it lies in the month, on which days nobody said."""
    begin, end = _ends(row)
    days = past if _names_days(row) else ()
    hours = _hours_by_day(row)
    planned = [hours[day] for day in days]
    known = None if not days or None in planned else sum(minutes or 0 for minutes in planned)
    left, pattern = row.attended - row.dated_minutes, bool(row.schooling.weekdays)
    return Line(
        "total", begin, min(end, today), row.schooling, row.factor, days, known, left, source=None, by_pattern=pattern
    )


def _one_day(row: SchoolRow, state: str, day: date, minutes: int | None) -> Line:
    pattern = bool(row.schooling.weekdays)
    return Line(state, day, day, row.schooling, row.factor, (day,), minutes, by_pattern=pattern)


def _span(row: SchoolRow, first: date, last: date, today: date, past: str) -> Iterator[Line]:
    """A course of which only first and last day are known: one line, and its hours where all of it is in the month."""
    begin, end = _ends(row)
    if not row.planned or begin > last or end < first:
        return
    whole = row.planned if first <= begin and end <= last else None
    state = past if min(end, last) <= today else "coming"
    yield Line(state, max(begin, first), min(end, last), row.schooling, row.factor, (), whole, by_pattern=False)


def _ends_inside(row: SchoolRow, first: date, last: date, today: date) -> bool:
    """Whether all of the row that has happened lies in the month, so that its total is the month's."""
    begin, end = _ends(row)
    return first <= begin <= min(last, today) and (end <= last or today <= last)


def _ends(row: SchoolRow) -> tuple[date, date]:
    """First and last day; for a row without dates a day no month has."""
    begin = row.schooling.first_day or row.schooling.last_day or date.max
    return begin, row.schooling.last_day or begin


def _names_days(row: SchoolRow) -> bool:
    """Whether it is known on which days there is teaching."""
    begin, end = _ends(row)
    return bool(row.schooling.weekdays) or begin == end


def _hours_by_day(row: SchoolRow) -> dict[date, int | None]:
    """The plan by day of teaching; None where the plan is only a total that the ledger lays evenly over the days."""
    sure = bool(row.planned) and (row.pattern_minutes is not None or len(row.sessions) == 1)
    return {session.day: session.minutes if sure else None for session in row.sessions}
