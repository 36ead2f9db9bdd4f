"""What importing a list would do: for every row what is new, changed, unchanged or refused, and the changes it makes.

Planning is pure: the same list and the same knowledge give the same plan, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.change import Change
from mentorapp.lists import columns, table_file
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Known
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.table_file import Sheet

OUTCOMES = ("new", "changed", "unchanged", "refused")


@dataclass(frozen=True, slots=True)
class Existing:
    """What is known before the import."""

    cases: Sequence[CaseFile]
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class NewIds:
    """Where ids of new rows and new learners come from; given, so that planning stays pure."""

    row: Callable[[], str]
    learner: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing one sheet would do."""

    kind: str
    sheet: str
    rows: tuple[PlannedRow, ...]
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def changes(self) -> list[Change]:
        """All changes, in the order of the rows."""
        return list(chain.from_iterable(row.changes for row in self.rows))


def plan_sheet(sheet: Sheet, known: Known, kind: str | None = None, column_map: ColumnMap | None = None) -> Plan:
    """The plan of one sheet; `known` takes in what is planned, so that a later sheet can build on it.

    `UserError` where the kind cannot be seen or a needed column is missing.
    """
    from mentorapp.lists import attendance_list, learner_list, practice_list, schooling_list

    kind = kind or columns.kind_of(sheet.headings)
    if kind is None:
        raise columns.unclear(sheet.name, sheet.headings)
    column_map = column_map or columns.guess(sheet.headings, kind)
    columns.check(column_map, kind, sheet.name)
    plan_rows = {
        "learners": learner_list.plan,
        "schooling": schooling_list.plan,
        "attendance": attendance_list.plan,
        "practice": practice_list.plan,
    }[kind]
    rows = tuple(plan_rows(sheet.rows, column_map, known))
    counts = dict.fromkeys(OUTCOMES, 0)
    for row in rows:
        counts[row.outcome] += 1
    return Plan(kind, sheet.name, rows, counts)


def read_and_plan(path: Path, existing: Existing, new_ids: NewIds, kind: str | None = None) -> list[Plan]:
    """The plans of every sheet of a file that is a list, learners first. `UserError` where none is."""
    sheets = table_file.read(path)
    known = Known(existing.cases, existing.organisation, new_ids.row, new_ids.learner)
    kinds = [(sheet, kind or columns.kind_of(sheet.headings)) for sheet in sheets]
    lists = [(sheet, found) for sheet, found in kinds if found]
    if kind and len(lists) > 1:
        # a kind was named for the file: sheets that show themselves to be of another keep theirs
        lists = [(sheet, columns.kind_of(sheet.headings) or kind) for sheet, _found in lists]
    if not lists:
        raise columns.unclear(path.name, sheets[0].headings)
    lists.sort(key=lambda pair: columns.KINDS.index(pair[1]))
    return [plan_sheet(sheet, known, found) for sheet, found in lists]
