"""Dated attendance as schools send it: a learner, a day, hours and status, and who said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mentorapp.domain.attendance import Attendance, attendance_key
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.draft import Draft
from mentorapp.lists.known import Folder, Known
from mentorapp.lists.of_learners import of_learners
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.reading import Refusal
from mentorapp.lists.table_file import Row


def plan(rows: Sequence[Row], column_map: ColumnMap, known: Known) -> Iterator[PlannedRow]:
    """What becomes of each row. The same day again is the same row, by its natural key."""
    return of_learners(rows, column_map, "attendance", known, _plan_row)


def _plan_row(draft: Draft, folder: Folder, values: dict[str, Any], known: Known) -> tuple[Any, ...]:
    day = values.get("day")
    if day is None:
        raise Refusal(_("Datoen mangler."), "day")
    minutes = values.get("minutes")
    status = values.get("status") or ("present" if minutes else None)
    if status is None:
        raise Refusal(_("Der står hverken timer eller status."), "status")
    if status != "present" and minutes:
        draft.warnings.append(_("Fravær med timer: timerne regnes som fremmøde, hvis status er fremmødt."))
    course = _course(folder, values)
    enrolment = next((e for e in folder.enrolments if course and e.id == course.enrolment), folder.enrolment_on(day))
    if enrolment is None:
        raise Refusal(_("Eleven har intet forløb."))
    if course is None:
        draft.warnings.append(_("Der er intet kursus med den type og titel på den dag; dagen gemmes uden kursus."))
    key = attendance_key(enrolment.id, day, "school", course.id if course else None)
    facts = {"status": status, "minutes": minutes, "lessons": values.get("lessons"), "source": values.get("source")}
    found = folder.attendance.get(key)
    if found is None:
        made = Attendance(
            folder.learner.learner, key, enrolment.id, day, "school", schooling=course.id if course else None, **facts
        )
        folder.attendance[key] = draft.create(made)
    else:
        folder.attendance[key] = draft.change(found, **facts)
    return (folder.learner.learner, key)


def _course(folder: Folder, values: dict[str, Any]) -> Schooling | None:
    """The schooling of this type and title that holds the day; without a title the only one of the type."""
    day, kind, title = values["day"], values.get("type"), fold(values.get("title", ""))
    held = [
        row
        for row in folder.schooling
        if (kind is None or row.type == kind)
        and (row.first_day is None or row.first_day <= day)
        and (row.last_day is None or day <= row.last_day)
        and not row.cancelled
    ]
    named = [row for row in held if title and fold(row.title or "") == title]
    if named or title:
        return named[0] if named else None
    return held[0] if len(held) == 1 else None
