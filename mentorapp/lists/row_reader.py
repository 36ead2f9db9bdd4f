"""Turns the rows of a sheet into values by the columns' meaning, and plans them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell, Unreadable, shown
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Known
from mentorapp.lists.plan import CHANGED, NEW, REFUSED, UNCHANGED, Plan, PlannedRow
from mentorapp.lists.row_draft import ListMemory, Refusal, RowDraft
from mentorapp.lists.table_file import Sheet

R = TypeVar("R")
Parse = Callable[[Cell], Any]

_UNSEEN = object()
_NAMES = ("name", "family_name", "given_name", "registration_number")


class Fault(NamedTuple):
    """A cell that could not be understood: its column from 0, and a sentence."""

    column: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadRow(Generic[R]):
    """One row understood; `values` is None where a cell has a fault."""

    number: int
    cells: tuple[Cell, ...]
    who: str
    values: R | None
    faults: tuple[Fault, ...] = ()


def read_rows(
    sheet: Sheet, column_map: ColumnMap, row_type: Callable[..., R], parsers: Mapping[str, Parse]
) -> list[ReadRow[R]]:
    """Every row of `sheet` as a `row_type`, whose fields are those of the columns; blank cells are left out."""
    return list(_read_rows(sheet, column_map, row_type, parsers))


def _read_rows(
    sheet: Sheet, column_map: ColumnMap, row_type: Callable[..., R], parsers: Mapping[str, Parse]
) -> Iterator[ReadRow[R]]:
    width = len(sheet.headings)
    # A list says the same date, place and hours again and again: each way of writing is understood once a column.
    columns: list[tuple[int, str, Parse, dict[Cell, Any]]] = [
        (place, field, parsers[field], {}) for place, field in enumerate(column_map) if field
    ]
    named = [place for field in _NAMES for place, known in enumerate(column_map) if known == field]
    for number, cells in sheet.rows:
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        for place, field, parse, seen in columns:
            cell = cells[place]
            if cell is None:
                continue
            value = seen.get(cell, _UNSEEN)
            if value is _UNSEEN:
                try:
                    value = parse(cell)
                except Unreadable as fault:
                    value = fault
                seen[cell] = value
            if isinstance(value, Unreadable):
                faults.append(Fault(place, f"{sheet.headings[place]}: {value}"))
            else:
                values[field] = value
        if len(cells) > width:
            faults.append(Fault(width, _('Rækken har flere celler end der er overskrifter. Sæt tekst med komma i "".')))
        who = next((shown(cells[place]) for place in named if cells[place] is not None), "")
        if faults:
            yield ReadRow(number, cells, who, None, tuple(faults))
        else:
            yield ReadRow(number, cells, who, row_type(**values))


def plan_rows(
    kind: str,
    sheet: Sheet,
    column_map: ColumnMap,
    known: Known,
    rows: Sequence[ReadRow[R]],
    noun: type,
    plan_row: Callable[[R, RowDraft], None],
) -> Plan:
    """The plan of `rows`: `plan_row` drafts each; a row that makes a `noun` is new.

    A row that is refused leaves no trace; the others come in. A row that repeats another word for word says
    nothing new.
    """
    memory = ListMemory()
    seen: dict[tuple[Cell, ...], int] = {}
    planned: list[PlannedRow] = []
    for row in rows:
        if row.values is None:
            reason = " ".join(fault.sentence for fault in row.faults)
            columns = tuple(fault.column for fault in row.faults)
            planned.append(PlannedRow(row.number, row.who, REFUSED, reason, faulty_columns=columns))
            continue
        if (first := seen.get(row.cells)) is not None:
            reason = _("Samme som række {n}.").format(n=first)
            planned.append(PlannedRow(row.number, row.who, UNCHANGED, reason))
            continue
        draft = RowDraft(row.number, row.who, memory)
        try:
            plan_row(row.values, draft)
        except Refusal as refusal:
            planned.append(PlannedRow(row.number, row.who, REFUSED, str(refusal)))
            continue
        seen[row.cells] = row.number
        known.take(draft.edits)
        draft.keep()
        planned.append(
            PlannedRow(
                row.number,
                draft.who,
                _outcome(draft, noun),
                warnings=tuple(draft.warnings),
                changes=draft.changes(),
                edits=tuple(draft.edits),
                names=known.names,
            )
        )
    return Plan(kind, sheet.name, tuple(planned), column_map)


def _outcome(draft: RowDraft, noun: type) -> str:
    if not draft.edits:
        return UNCHANGED
    replaces = any(edit.after is None for edit in draft.edits)
    made = any(edit.before is None and isinstance(edit.after, noun) for edit in draft.edits)
    return NEW if made and not replaces else CHANGED
