"""What the first page shows of a course: the week of practice to confirm now, and the teaching of the days ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS, monday
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_days import CourseDays, course_days
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.practice_weeks import PracticeWeek, week_of
from mentorapp.domain.school_days import ABSENCE_KINDS, OTHER_SCHOOL, SEGMENT_KINDS

WORKING_DAYS = 5

AHEAD = timedelta(days=7)
"""How far the teaching is told: today and the seven days after it."""

Cell = tuple[str, str] | None
"""Kind and state of a day, as of a segment of a week; None: nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """One planned day at school."""

    day: date
    kind: str
    """Kind of a segment: `amu`, `danish` or `other`."""
    title: str
    provider: str
    type: str
    """Key of SCHOOL_TYPES."""


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """A running course as the first page shows it."""

    week: PracticeWeek | None
    """The newest week with practice that may be confirmed by today, confirmed or not."""
    cells: tuple[Cell, ...]
    """Monday to Friday of that week."""
    teaching: tuple[Teaching, ...]
    """Planned teaching of today and the days ahead, in order."""


NOTHING = ThisWeek(None, (), ())


def this_week(case: CaseFile, ledger: Ledger) -> ThisWeek:
    """The week to confirm and the teaching ahead of the newest enrolment; nothing before and after it."""
    today = ledger.today
    if case.enrolment is None or case.enrolment.outcome or today < ledger.start:
        return NOTHING
    if ledger.end_extended is not None and monday(today) > ledger.end_extended:
        return NOTHING
    days = course_days(case, ledger)
    week = _newest(days, today)
    cells = tuple(_cells(days, week)) if week else ()
    return ThisWeek(week, cells, tuple(sorted(_ahead(ledger, today), key=lambda taught: (taught.day, taught.title))))


def _newest(days: CourseDays, today: date) -> PracticeWeek | None:
    """This week from its last working day on, else the week before; None where it has no practice to confirm."""
    for begin in (monday(today), monday(today) - timedelta(days=7)):
        if begin + timedelta(days=6) < days.dates.start:
            return None
        week = week_of(days, begin)
        if week.can_confirm_from <= today:
            settled_elsewhere = week.in_period or (week.said_by_day and not week.confirmed)
            return week if week.total and not settled_elsewhere else None
    return None


def _cells(days: CourseDays, week: PracticeWeek) -> Iterator[Cell]:
    school = _taught(days.ledger)
    written = {entry.day: entry for entry in week.by_day}
    for number in range(WORKING_DAYS):
        on = week.monday + timedelta(days=number)
        entry = written.get(on)
        if entry is not None and entry.status in ABSENCE_KINDS:
            yield ABSENCE_KINDS[entry.status], "done"
        elif on in school:
            yield school[on]
        elif on.toordinal() in days.dates.leave:
            kind = days.dates.leave[on.toordinal()]
            yield kind if kind in LEAVE_KINDS else "leave", "done"
        elif on in PUBLIC_HOLIDAYS and entry is None:
            yield "holiday", "done"
        elif entry is not None or week.minutes[number]:
            yield "practice", "done" if entry is not None or week.confirmed else "planned"
        else:
            yield None


def _taught(ledger: Ledger) -> Mapping[date, tuple[str, str]]:
    """Kind and state by day of teaching: attended only where the school said so."""
    days: dict[date, tuple[str, str]] = {}
    for row in ledger.school_rows:
        kind = SEGMENT_KINDS.get(row.schooling.type, OTHER_SCHOOL)
        if not row.schooling.cancelled:
            days |= {session.day: (kind, "planned") for session in row.sessions}
        days |= {entry.day: (kind, "done") for entry in row.dated if entry.status == "present"}
        days |= {
            entry.day: (ABSENCE_KINDS[entry.status], "done") for entry in row.dated if entry.status in ABSENCE_KINDS
        }
    return days


def _ahead(ledger: Ledger, today: date) -> Iterator[Teaching]:
    for row in ledger.school_rows:
        taught = row.schooling
        if taught.cancelled:
            continue
        kind = SEGMENT_KINDS.get(taught.type, OTHER_SCHOOL)
        for session in row.sessions:
            if today <= session.day <= today + AHEAD:
                yield Teaching(session.day, kind, taught.title or "", taught.provider or "", taught.type)
