"""Practice hours of a period, from duty roster or payslip: worked, paid holiday, paid sickness, other paid absence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mentorapp.domain.attendance import PracticePeriod
from mentorapp.i18n import _, day
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.draft import Draft
from mentorapp.lists.known import Folder, Known
from mentorapp.lists.of_learners import of_learners
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.reading import Refusal
from mentorapp.lists.table_file import Row

_HOURS = ("worked_minutes", "paid_holiday_minutes", "paid_sickness_minutes", "other_paid_minutes")


def plan(rows: Sequence[Row], column_map: ColumnMap, known: Known) -> Iterator[PlannedRow]:
    """What becomes of each row. Two periods may not overlap: hours would count twice."""
    return of_learners(rows, column_map, "practice", known, _plan_row)


def _plan_row(draft: Draft, folder: Folder, values: dict[str, Any], known: Known) -> tuple[Any, ...]:
    first, last = values.get("first_day"), values.get("last_day")
    if first is None or last is None:
        raise Refusal(_("Perioden skal have både første og sidste dag."), "first_day" if first is None else "last_day")
    if last < first:
        raise Refusal(_("Perioden slutter, før den begynder."), "last_day")
    if "worked_minutes" not in values:
        raise Refusal(_("De arbejdede timer mangler."), "worked_minutes")
    enrolment = folder.enrolment_on(first)
    if enrolment is None:
        raise Refusal(_("Eleven har intet forløb."))
    found = next((p for p in folder.practice if (p.first_day, p.last_day) == (first, last)), None)
    for other in folder.practice:
        if other is not found and other.first_day <= last and first <= other.last_day:
            raise Refusal(
                _("Perioden overlapper {first}–{last}, som allerede er kendt.").format(
                    first=day(other.first_day), last=day(other.last_day)
                ),
                "first_day",
            )
    hours = {name: values.get(name) for name in (*_HOURS, "source")}
    if found is None:
        given = {name: value for name, value in hours.items() if value is not None}
        made = PracticePeriod(folder.learner.learner, known.new_id(), enrolment.id, first, last, **given)
        folder.practice.append(draft.create(made))
        return (folder.learner.learner, made.id)
    folder.practice[folder.practice.index(found)] = draft.change(found, **hours)
    return (folder.learner.learner, found.id)
