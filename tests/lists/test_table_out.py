"""A table written out reads back as it was: dates as dates, hours as numbers, and text as text whatever it says."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentorapp.lists.table_out import Cell, TableOut, write


def read(*rows: tuple[Cell, ...], title: str = "Elever") -> Worksheet:
    table = TableOut(title, ("Elev", "Start", "Timer"), rows)
    sheet = load_workbook(BytesIO(write(table))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_values_keep_their_kind() -> None:
    sheet = read(("Åse Øst", date(2026, 11, 22), Fraction(22644, 60)), ("Bo", None, 3))
    assert [cell.value for cell in sheet[1]] == ["Elev", "Start", "Timer"]
    name, start, hours = sheet[2]
    assert (name.value, start.value, hours.value) == ("Åse Øst", datetime(2026, 11, 22), 377.4)
    assert start.number_format == "DD-MM-YYYY" and hours.number_format == "0.0"
    assert [cell.value for cell in sheet[3]] == ["Bo", None, 3]


def test_the_head_is_frozen_bold_and_filters() -> None:
    sheet = read(("Åse", None, None), ("Bo med et langt navn på tredive", None, None))
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref == "A1:C3"
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.column_dimensions["A"].width == 33 and sheet.column_dimensions["B"].width < 33


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+45 51", "-1", "@SUM(A1)", "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = read((text, None, None))["A2"]
    assert cell.value == text and cell.data_type == "s" and cell.quotePrefix
    assert not read(("Åse", None, None))["A2"].quotePrefix


def test_what_a_spreadsheet_cannot_hold_is_left_out() -> None:
    sheet = read(
        ("a\x00b\x0b", None, None), ("x" * 40_000, None, None), title="Kurser: Åse/Bo [2026] og mange flere ord"
    )
    assert sheet["A2"].value == "ab" and len(str(sheet["A3"].value)) == 32_767
    assert sheet.title == "Kurser  Åse Bo  2026  og mange" or len(sheet.title) <= 31


def test_no_rows_are_a_sheet_with_its_head() -> None:
    sheet = read()
    assert sheet.max_row == 1 and sheet.auto_filter.ref == "A1:C1"
