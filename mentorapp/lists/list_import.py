"""From a file to a plan: which of its sheets are lists, of which kind, and what importing them would do.

Planning is pure: the same list and the same knowledge give the same plan, and nothing is written.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import _
from mentorapp.lists import (
    attendance_list,
    columns,
    learner_list,
    month_sheet_in,
    practice_list,
    schooling_list,
    table_file,
)
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Known
from mentorapp.lists.month_sheet import mark as month_mark
from mentorapp.lists.plan import Existing, ListImport, Plan, Skipped
from mentorapp.lists.table_file import Sheet

_PLANNERS: dict[str, Callable[[Sheet, ColumnMap, Known], Plan]] = {
    "learners": learner_list.plan,
    "schooling": schooling_list.plan,
    "attendance": attendance_list.plan,
    "practice": practice_list.plan,
    "monthsheet": month_sheet_in.plan,
}


class Choice(NamedTuple):
    """How a sheet is to be read: as which kind of list, and what its columns are."""

    sheet: Sheet
    kind: str
    column_map: ColumnMap


def choose(sheet: Sheet, kind: str | None = None, column_map: ColumnMap | None = None) -> Choice:
    """A sheet as it will be read; what is not said is seen from its headings.

    `UserError` where the kind cannot be seen, or a needed column is missing or stands twice.
    """
    found = kind or columns.kind_of(sheet.headings)
    if found is None:
        raise columns.unclear(sheet.name, sheet.headings)
    column_map = column_map or columns.guess(sheet.headings, found)
    columns.check(column_map, found, sheet.name)
    return Choice(sheet, found, column_map)


def plan_sheet(
    sheet: Sheet,
    kind: str | None,
    column_map: ColumnMap | None,
    existing: Existing,
    new_id: Callable[[], str],
    new_learner: Callable[[], bytes],
) -> Plan:
    """What importing one sheet would do; kind and columns are guessed where they are not given."""
    return plan_sheets([choose(sheet, kind, column_map)], existing, new_id, new_learner).plans[0]


def plan_sheets(
    choices: Sequence[Choice], existing: Existing, new_id: Callable[[], str], new_learner: Callable[[], bytes]
) -> ListImport:
    """What importing several sheets at once would do: learners first, so that the other lists know them."""
    in_order = sorted(choices, key=lambda choice: columns.KINDS.index(choice.kind))
    with _collector_at_rest():
        known = Known(existing, new_id, new_learner)
        return ListImport(tuple(_PLANNERS[one.kind](one.sheet, one.column_map, known) for one in in_order))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A plan is a hundred thousand small objects that all stay and hold no cycles. Python's collector would walk
    through them again and again while they are made: measured, a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_and_plan(
    path: Path,
    existing: Existing,
    new_id: Callable[[], str],
    new_learner: Callable[[], bytes],
    kind: str | None = None,
    about: CaseFile | None = None,
) -> ListImport:
    """What importing the file would do. With `kind`, only its sheets of that kind, or its one sheet as that kind.

    `about` is who a month sheet without its mark is about; one that says otherwise itself is a `UserError`.
    Sheets that are no list are skipped and named; `UserError` where nothing in the file can be imported.
    """
    sheets = table_file.read(path)
    chosen: list[Choice] = []
    skipped: list[Skipped] = []
    for sheet in sheets:
        found = columns.kind_of(sheet.headings)
        if len(sheets) == 1:
            chosen.append(choose(sheet, kind))
        elif found is None:
            skipped.append(Skipped(sheet.name, str(columns.unclear(sheet.name, sheet.headings))))
        elif kind not in (None, found):
            reason = _("{sheet}: Arket er en {list} og er sprunget over.")
            skipped.append(Skipped(sheet.name, reason.format(sheet=sheet.name, list=columns.kind_name(found))))
        else:
            chosen.append(choose(sheet, found))
    if not chosen:
        raise columns.unclear(path.name, sheets[0].headings)
    if about is not None:
        chosen = [
            one._replace(sheet=month_mark.said_to_be_about(one.sheet, about)) if one.kind == "monthsheet" else one
            for one in chosen
        ]
    planned = plan_sheets(chosen, existing, new_id, new_learner)
    return ListImport(planned.plans, tuple(skipped))
