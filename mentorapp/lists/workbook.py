"""Reads .xlsx: title rows above the headings, real dates and numbers, several sheets, formulas by their last value."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell
from mentorapp.lists.table_file import (
    BLANK,
    MOST_COLUMNS,
    ROWS_ABOVE_HEADINGS,
    Row,
    Sheet,
    fault,
    headings_among,
    table,
)

MARK_SHEET = "mentorapp"
"""The hidden sheet on which the program says what a file of its own is about (`month_sheet/mark.py`)."""

MOST_MARKS = 20

LARGEST_UNPACKED = 400_000_000
"""Bytes of all parts together. A zip bomb unpacks to far more; a list of 200,000 rows to about 200 MB."""


def sheets(path: Path, data: bytes) -> list[Sheet]:
    """The visible sheets that have headings, in order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # What a part claims here is also all that will be unpacked of it: zipfile stops there.
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise fault(path, _("Filen pakker sig ud til over 400 MB. Gem kun selve listen i en ny fil, og prøv igen."))
        with warnings.catch_warnings():
            # openpyxl warns about colours and drop-down lists it does not keep; they are nothing to us.
            warnings.simplefilter("ignore")
            return list(_sheets(path, data))
    except UserError:
        raise
    except Exception as stumbled:
        # openpyxl trips over a damaged file in a hundred ways (KeyError, ParseError, zlib.error …); none of them is
        # ours, and what is wrong is always the same.
        raise fault(
            path, _("Filen er beskadiget eller ikke en Excel-projektmappe. Åbn listen i Excel, og gem den som .xlsx.")
        ) from stumbled


def _sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        mark = _mark(book)
        for page in book.worksheets:
            if page.sheet_state != "visible":
                continue
            # The stated size of a sheet is often wrong, and may claim a million columns.
            page.reset_dimensions()
            first = list(islice(_rows(page, 1, MOST_COLUMNS), ROWS_ABOVE_HEADINGS))
            heading = headings_among(first)
            if heading is not None:
                below = _rows(page, heading.number + 1, _width(heading))
                yield table(path, page.title, heading, below, keep_beyond=False, above=first)._replace(mark=mark)
    finally:
        book.close()


def _mark(book: Any) -> tuple[tuple[str, str], ...]:
    """The pairs on the hidden sheet of the program's own, where there is one."""
    for page in book.worksheets:
        if page.sheet_state != "visible" and page.title == MARK_SHEET:
            page.reset_dimensions()
            rows = page.iter_rows(max_row=MOST_MARKS, max_col=2, values_only=True)
            return tuple((str(row[0]), str(row[1])) for row in rows if len(row) == 2 and None not in row)
    return ()


def _width(heading: Row) -> int:
    return max(place for place, cell in enumerate(heading.cells, 1) if cell is not None)


def _rows(page: Any, first: int, width: int) -> Iterator[Row]:
    rows = page.iter_rows(min_row=first, max_col=width, values_only=True)
    for number, values in enumerate(rows, first):
        yield Row(number, tuple([None if value is None else _cell(value) for value in values]))


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        written = value.strip()
        return None if written in BLANK else written
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, float) and isfinite(value):
        # Excel's binary number, as it is shown: 7.4, not 7.4000000000000003. Whole ones may be CPR or CVR numbers.
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, int | date | time | timedelta):
        return value
    return str(value)
