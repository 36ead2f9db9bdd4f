"""Reads .csv as Danish programs save it: any delimiter, UTF-8, UTF-16 or Windows-1252, line breaks inside cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell
from mentorapp.lists.columns import is_heading
from mentorapp.lists.table_file import BLANK, ROWS_ABOVE_HEADINGS, Row, Sheet, fault, headings_among, no_headings, table

DELIMITERS = ";,\t|"


def sheet(path: Path, data: bytes) -> Sheet:
    """The one table of a .csv file."""
    text = _decoded(path, data)
    delimiter = None
    if text[:4].casefold() == "sep=" and len(text) > 4:
        # Excel's own way to name the delimiter; Excel hides the line and does not count it.
        delimiter, text = text[4], text.partition("\n")[2]
    try:
        delimiter = delimiter or max(DELIMITERS, key=lambda mark: _fit(text, mark))
        first = list(islice(_rows(text, delimiter), ROWS_ABOVE_HEADINGS))
        heading = headings_among(first)
        if heading is None:
            raise no_headings(path)
        below = (row for row in _rows(text, delimiter) if row.number > heading.number)
        return table(path, path.name, heading, below, keep_beyond=True, above=first)
    except csv.Error:
        raise fault(
            path, _("Et anførselstegn i listen bliver ikke lukket. Åbn listen i Excel, ret det, og gem den igen.")
        ) from None


def _decoded(path: Path, data: bytes) -> str:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                # Windows-1252 leaves five bytes without a letter: other files seldom pass for it.
                text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise fault(
            path, _("Bogstaverne i filen kan ikke læses. Åbn listen i Excel, og gem den som »CSV UTF-8« eller .xlsx.")
        )
    return text


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How well `delimiter` parts the list: known headings in a row, then cells in a row."""
    known = cells = 0
    try:
        for row in islice(_rows(text, delimiter), ROWS_ABOVE_HEADINGS):
            filled = [cell for cell in row.cells if isinstance(cell, str)]
            known = max(known, sum(1 for cell in filled if is_heading(cell)))
            cells = max(cells, len(filled))
    except csv.Error:
        return 0, 0
    return known, cells


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for number, record in enumerate(reader, 1):
        cells: tuple[Cell, ...] = tuple([None if (cell := written.strip()) in BLANK else cell for written in record])
        yield Row(number, cells)
