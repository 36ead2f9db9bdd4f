"""A list of schooling held and planned: courses with dates, weekly pattern, hours and proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _, hours
from mentorapp.lists.cells.text import fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.draft import Draft
from mentorapp.lists.known import Folder, Known
from mentorapp.lists.of_learners import of_learners
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.reading import Refusal
from mentorapp.lists.table_file import Row

_FIELDS = (
    "type", "title", "provider", "code", "first_day", "last_day", "weekdays", "starts_at", "ends_at",
    "planned_minutes", "attended_minutes", "proof_on",
)  # fmt: skip


def plan(rows: Sequence[Row], column_map: ColumnMap, known: Known) -> Iterator[PlannedRow]:
    """What becomes of each row. Stated hours that differ from the pattern are warned about, never corrected."""
    return of_learners(rows, column_map, "schooling", known, _plan_row)


def _plan_row(draft: Draft, folder: Folder, values: dict[str, Any], known: Known) -> tuple[Any, ...]:
    for field, missing in (("type", _("Typen mangler, for eksempel AMU.")), ("first_day", _("Første dag mangler."))):
        if field not in values:
            raise Refusal(missing, field)
    if "last_day" in values and values["last_day"] < values["first_day"]:
        raise Refusal(_("Kurset slutter, før det begynder."), "last_day")
    if "starts_at" in values and "ends_at" in values and values["ends_at"] <= values["starts_at"]:
        raise Refusal(_("Sluttidspunktet ligger ikke efter starttidspunktet."), "ends_at")
    enrolment = folder.enrolment_on(values["first_day"])
    if enrolment is None:
        raise Refusal(_("Eleven har intet forløb at lægge kurset i."))
    course = {name: values.get(name) for name in _FIELDS}
    course["weekdays"] = values.get("weekdays", ())
    result = values.get("result")
    course["cancelled"] = values.get("cancelled") or (True if result == "cancelled" else None)
    course["result"] = None if result == "cancelled" else result
    found = _same(folder, enrolment, course)
    if found is None:
        kept = draft.create(Schooling(folder.learner.learner, known.new_id(), enrolment.id, **course))
        folder.schooling.append(kept)
    else:
        kept = draft.change(found, **course)
        folder.schooling[folder.schooling.index(found)] = kept
    draft.warnings += _warnings(kept, enrolment)
    return (folder.learner.learner, kept.id)


def _same(folder: Folder, enrolment: Enrolment, course: dict[str, Any]) -> Schooling | None:
    """The row that is already there: same type, title and first day; of several, the same provider's."""
    title = fold(course["title"] or "")
    found = [
        row
        for row in folder.schooling
        if row.first_day == course["first_day"] and row.type == course["type"] and fold(row.title or "") == title
    ]
    provider = fold(course["provider"] or "")
    same = [row for row in found if not provider or not row.provider or fold(row.provider) == provider]
    return same[0] if same else None


def _warnings(course: Schooling, enrolment: Enrolment) -> list[str]:
    said = []
    if course.type not in SCHOOL_TYPES:
        said.append(_("{type} tæller ikke som skole.").format(type=course.type))
    pattern = sum(session.minutes for session in course.sessions(PUBLIC_HOLIDAYS))
    if pattern and course.planned_minutes is not None and pattern != course.planned_minutes:
        said.append(
            _("Ugemønsteret giver {pattern} timer, listen siger {stated}.").format(
                pattern=hours(pattern), stated=hours(course.planned_minutes)
            )
        )
    if course.planned_minutes is not None and (course.attended_minutes or 0) > course.planned_minutes:
        said.append(_("Flere fremmødte timer end planlagt."))
    if course.first_day and course.first_day < enrolment.start:
        said.append(_("Kurset begynder før forløbet."))
    return said
