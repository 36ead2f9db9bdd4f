"""Lists whose rows belong to learners already known: who is meant, what was wrong, which rows stand twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable, plain
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.draft import Draft
from mentorapp.lists.known import Folder, Known
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.reading import Reader, Refusal
from mentorapp.lists.table_file import Row

PlanRow = Callable[[Draft, Folder, dict[str, Any], Known], tuple[Any, ...]]
"""Plans one row into the draft and returns what it is about: no other row may be about the same."""


def of_learners(
    rows: Sequence[Row], column_map: ColumnMap, kind: str, known: Known, plan_row: PlanRow
) -> Iterator[PlannedRow]:
    """What becomes of each row of a list about known learners."""
    reader = Reader(column_map, kind)
    subject = {"schooling": "schooling", "attendance": "attendance", "practice": "practice_period"}[kind]
    seen: dict[tuple[Any, ...], int] = {}
    for row, values in reader.rows(rows):
        who = _written_name(row, column_map)
        try:
            if isinstance(values, Refusal):
                raise values
            folder = _meant(values, known)
            who = folder.learner.name
            draft = Draft(known, reader.labels, subject)
            about = plan_row(draft, folder, values, known)
            if about in seen and draft.changes:
                draft.warnings.append(_("Retter det, der stod i række {n}.").format(n=seen[about]))
            seen[about] = row.number
            yield draft.planned(row.number, who)
        except Refusal as refusal:
            yield PlannedRow(row.number, who, "refused", str(refusal), wrong=refusal.field)


def _meant(values: dict[str, Any], known: Known) -> Folder:
    if "name" not in values and "registration_number" not in values:
        raise Refusal(_("Elevens navn mangler."), "name")
    try:
        return known.one(values.get("name"), values.get("registration_number"), values.get("birth_date"))
    except Unreadable as fault:
        raise Refusal(str(fault), "name") from fault


def _written_name(row: Row, column_map: ColumnMap) -> str:
    place = column_map.index("name") if "name" in column_map else len(row.cells)
    return plain(row.cells[place]).strip() if place < len(row.cells) else ""
