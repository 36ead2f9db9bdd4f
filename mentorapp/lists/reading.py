"""Reads the cells of a row by the fields its columns fill; a cell that stands in every row is understood once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from mentorapp.i18n import _
from mentorapp.lists.cells import text, times, words
from mentorapp.lists.cells.text import Cell, Unreadable
from mentorapp.lists.columns import ColumnMap, labels
from mentorapp.lists.table_file import BLANK, Row

HOURS_A_WEEK, HOURS_A_DAY, HOURS_A_COURSE = 80, 24, 4_000
"""The most hours believed in a cell: more is a slip of the pen, and is refused rather than counted."""

READERS: dict[str, Callable[[Cell], Any]] = {
    "name": text.name,
    "registration_number": text.registration_number,
    "birth_date": times.birth_date,
    "cvr": text.cvr,
    "p_number": text.p_number,
    "sector": words.sector,
    "remark": text.paragraphs,
    "exam": words.named_exam,
    "leave_kind": words.leave_kind,
    "type": words.school_type,
    "weekdays": times.weekdays,
    "starts_at": times.clock,
    "ends_at": times.clock,
    "result": words.result,
    "cancelled": words.yes,
    "lessons": times.whole_number,
    "status": words.attendance_status,
    "practice_minutes": lambda cell: times.minutes(cell, HOURS_A_WEEK),
    "school_minutes": lambda cell: times.minutes(cell, HOURS_A_WEEK),
    "minutes": lambda cell: times.minutes(cell, HOURS_A_DAY),
    **dict.fromkeys(
        ("first_danish_address", "permit_expires", "start", "agreed_end", "exam_passed_on", "leave_from", "leave_to")
        + ("first_day", "last_day", "proof_on", "day"),
        times.day,
    ),
    **dict.fromkeys(
        ("planned_minutes", "attended_minutes", "worked_minutes", "paid_holiday_minutes", "paid_sickness_minutes")
        + ("other_paid_minutes",),
        lambda cell: times.minutes(cell, HOURS_A_COURSE),
    ),
}
"""How a field's cell is understood; one line of text where nothing is said."""


class Refusal(Exception):
    """Why a row is left out, and the field at fault."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class Reader:
    """Reads the rows of one sheet."""

    def __init__(self, column_map: ColumnMap, kind: str) -> None:
        self.labels = labels(kind)
        self._columns = [
            (place, field, READERS.get(field, text.line)) for place, field in enumerate(column_map) if field
        ]
        self._read: dict[str, dict[Any, Any]] = {field: {} for _place, field, _reader in self._columns}

    def values(self, row: Row) -> dict[str, Any]:
        """The filled fields of a row; `Refusal` names the column that cannot be understood."""
        values: dict[str, Any] = {}
        cells = row.cells
        for place, field, reader in self._columns:
            cell = cells[place] if place < len(cells) else None
            if cell is None or (isinstance(cell, str) and cell.strip() in BLANK):
                continue
            known = self._read[field]
            # by type too: 1 and True, or 7.0 and a date, must not be taken for each other
            key = (cell, type(cell))
            if key not in known:
                try:
                    known[key] = reader(cell)
                except Unreadable as fault:
                    raise Refusal(
                        _("{column}: {fault}").format(column=self.labels[field], fault=fault), field
                    ) from fault
            values[field] = known[key]
        return values

    def rows(self, rows: Sequence[Row]) -> Iterator[tuple[Row, dict[str, Any] | Refusal]]:
        """Each row with its values, or with why it cannot be read."""
        for row in rows:
            try:
                yield row, self.values(row)
            except Refusal as refusal:
                yield row, refusal
