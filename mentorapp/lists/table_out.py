"""Writes a table as it is shown to an .xlsx file: real dates and numbers, and no text that becomes a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from io import BytesIO

Cell = str | int | Fraction | date | None

WIDEST = 60
"""Characters a column is wide at most; longer texts are read in the cell."""
LONGEST = 32_767
"""Characters a cell of a spreadsheet can hold."""


@dataclass(frozen=True, slots=True)
class TableOut:
    """A table: its name, headings, and rows of text, whole numbers, hours as fractions, and days."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def write(table: TableOut) -> bytes:
    """The workbook's bytes: one sheet with frozen bold headings, a filter, and columns as wide as their content."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _sheet_name(table.title)
    for column, heading in enumerate(table.headings, start=1):
        cell = sheet.cell(1, column)
        put(cell, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            put(sheet.cell(number, column), value)
    for column in range(1, len(table.headings) + 1):
        longest = max([len(_shown(row[column - 1])) for row in table.rows] + [len(table.headings[column - 1]) + 3])
        sheet.column_dimensions[get_column_letter(column)].width = min(longest, WIDEST) + 2
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def put(cell: object, value: Cell) -> None:
    """Put a value in its cell, with the format it is read in."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.cell.cell import Cell as SheetCell

    assert isinstance(cell, SheetCell)
    if isinstance(value, str):
        # said outright to be text: a name that begins with = must not be run as a formula where the file is opened
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
        cell.data_type = "s"
        # … nor when somebody edits the cell: quoted, as with an apostrophe in front
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@", "\t", "\r")
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "DD-MM-YYYY"
    elif isinstance(value, Fraction):
        cell.value = float(value)
        cell.number_format = "0.0"
    elif value is not None:
        cell.value = value


def _shown(value: Cell) -> str:
    return "00-00-0000" if isinstance(value, date) else "" if value is None else str(value)[:WIDEST]


def _sheet_name(title: str) -> str:
    """A name a sheet may have: 31 characters, and none that means something in a formula."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title).strip()[:31] or "Ark 1"
