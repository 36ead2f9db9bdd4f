"""Dated attendance as schools send it: each row is a learner, a day, hours and status, and who said so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain.attendance import Attendance, attendance_key
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _
from mentorapp.lists.cells import text, times, words
from mentorapp.lists.cells.text import fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Held, Known
from mentorapp.lists.parsers import WHO, hours_a_day
from mentorapp.lists.plan import Plan
from mentorapp.lists.row_draft import Refusal, RowDraft
from mentorapp.lists.row_reader import Parse, plan_rows, read_rows
from mentorapp.lists.table_file import Sheet

PRACTICE_TYPES = frozenset({"praktik", "oplæring", "arbejde", "practice"})
_PRACTICE = frozenset(map(fold, PRACTICE_TYPES))


@dataclass(slots=True)
class AttendanceRow:
    """One row understood; None where the cell is blank or the column missing."""

    name: str | None = None
    registration_number: str | None = None
    birth_date: date | None = None
    day: date | None = None
    type: str | None = None
    title: str | None = None
    provider: str | None = None
    minutes: int | None = None
    lessons: int | None = None
    status: str | None = None
    source: str | None = None

    @property
    def kind(self) -> str:
        """`school`, or `practice` where the type says so."""
        return "practice" if self.type is not None and fold(self.type) in _PRACTICE else "school"


PARSERS: dict[str, Parse] = {
    **WHO,
    "day": times.day, "type": words.school_type, "title": text.line, "provider": text.line,
    "minutes": hours_a_day, "lessons": times.whole_number, "status": words.attendance_status, "source": text.line,
}  # fmt: skip


def plan(sheet: Sheet, column_map: ColumnMap, known: Known) -> Plan:
    """What becomes of each row. A day at one course is one row, by its natural key: sent again, it is the same."""
    rows = read_rows(sheet, column_map, AttendanceRow, PARSERS)

    def plan_row(row: AttendanceRow, draft: RowDraft) -> None:
        if row.day is None:
            raise Refusal(_("Datoen mangler."))
        held = known.the_learner(row.name, row.registration_number, row.birth_date)
        draft.who = held.learner.name
        _plan_day(row, row.day, draft, known, held)

    return plan_rows("attendance", sheet, column_map, known, rows, Attendance, plan_row)


def _plan_day(row: AttendanceRow, day: date, draft: RowDraft, known: Known, held: Held) -> None:
    status = row.status or _status_by_hours(row)
    minutes = 0 if row.minutes is None and status != "present" else row.minutes
    if status == "present" and minutes == 0:
        draft.warnings.append(_("Fremmødt med 0 timer."))
    if status != "present" and minutes:
        draft.warnings.append(_("Fravær med timer; de tæller ikke som fremmøde."))
    course = _course_on(row, day, held) if row.kind == "school" else None
    if row.kind == "school" and course is None:
        draft.warnings.append(_("Der er intet kursus med den type og titel den dag; dagen gemmes uden kursus."))
    learner = held.learner.learner
    enrolment = course.enrolment if course else known.enrolment_on(held, day).id
    key = attendance_key(enrolment, day, row.kind, course.id if course else None)
    draft.claim(learner, key, _("Række {n} er om samme dag, men siger noget andet. Behold én af dem."))
    facts = {"status": status, "minutes": minutes, "lessons": row.lessons, "source": row.source}
    found = held.attendance.get(key)
    if found is not None:
        draft.amend(found, facts)
        return
    if course is None and _stands_with_a_course(held, row.kind, day, status, minutes):
        # the same day came with its course too; kept without one as well, it would stand twice
        return
    new = Attendance(learner, key, enrolment, day, row.kind, status, course.id if course else None)
    waiting = held.attendance.get(attendance_key(enrolment, day, row.kind, None)) if course else None
    if waiting is not None and waiting.status == status and waiting.minutes in (None, minutes):
        # It came before its course did; left there, the day would stand twice.
        draft.remove(waiting)
        facts = {name: getattr(waiting, name) if value is None else value for name, value in facts.items()}
    draft.make(replace(new, **facts))  # type: ignore[arg-type]


def _stands_with_a_course(held: Held, kind: str, day: date, status: str, minutes: int | None) -> bool:
    """Whether the day is already known at some course, with the same status and with its hours or no other."""
    return any(
        (known.day, known.kind, known.status) == (day, kind, status)
        and known.schooling
        and minutes in (None, known.minutes)
        for known in held.attendance.values()
    )


def _status_by_hours(row: AttendanceRow) -> str:
    if row.minutes or (row.minutes is None and row.lessons):
        return "present"
    raise Refusal(_("Status mangler, fx fremmødt, syg eller ulovligt fravær."))


def _course_on(row: AttendanceRow, day: date, held: Held) -> Schooling | None:
    """The course of this type and title whose dates hold `day`; of several the one begun last.

    A row that names no title is only linked where one course alone can be meant.
    """
    if row.type is None and row.title is None:
        return None
    fitting = [
        course
        for course in held.courses.titled(row.type, row.title, row.provider)
        if course.first_day is not None and course.first_day <= day <= (course.last_day or course.first_day)
    ]
    if row.title is None and len(fitting) > 1:
        return None
    return max(fitting, key=lambda course: (course.first_day or day, course.id), default=None)
