"""Tables out of files, whatever program saved them."""

from __future__ import annotations

import codecs
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from mentorapp.lists import table_file
from mentorapp.lists.table_file import Row, Sheet
from tests.lists.workbooks import with_sheet

LINES = "Navn;Startdato;Bemærkning\r\nJens Møller Åkjær;01-02-2025;7,4 timer\r\n"
EXPECTED = ("Navn", "Startdato", "Bemærkning"), (Row(2, ("Jens Møller Åkjær", "01-02-2025", "7,4 timer")),)


def read(folder: Path, data: str | bytes, name: str = "liste.csv") -> Sheet:
    """The one sheet of a file of these bytes."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (sheet,) = table_file.read(path)
    return sheet


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode("utf-8"), LINES.encode("utf-8-sig"), LINES.encode("cp1252"), LINES.encode("utf-16"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
    ],
)  # fmt: skip
def test_every_encoding_a_danish_excel_saves(data: bytes, tmp_path: Path) -> None:
    sheet = read(tmp_path, data)
    assert (sheet.headings, sheet.rows) == EXPECTED


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_delimiter_also_with_decimal_commas_and_titles(delimiter: str, tmp_path: Path) -> None:
    rows = [["Navn", "Startdato", "Praktiktimer"], ["Amal", "01-02-2025", '"7,4"']]
    text = "Ny Start, og øvrige forløb, 2026; liste\r\n\r\n" + "\r\n".join(delimiter.join(row) for row in rows)
    sheet = read(tmp_path, text)
    assert (sheet.heading_row, sheet.headings) == (3, ("Navn", "Startdato", "Praktiktimer"))
    assert sheet.rows == (Row(4, ("Amal", "01-02-2025", "7,4")),)


def test_rows_have_the_numbers_excel_shows(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Navn;Startdato;Bemærkning\n\nAmal;01-02-2025;"to\nlinjer"\n;;\nBo;02-02-2025;-\n')
    assert sheet.rows == (
        Row(3, ("Amal", "01-02-2025", "to\nlinjer")),
        Row(5, ("Bo", "02-02-2025", None)),
    )


def test_the_line_that_names_the_delimiter_is_not_counted(tmp_path: Path) -> None:
    sheet = read(tmp_path, "sep=,\r\nNavn,Startdato\r\nAmal,01-02-2025\r\n")
    assert (sheet.heading_row, sheet.rows[0].number) == (1, 2)


def test_headings_that_are_repeated_are_no_row(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Navn;Startdato\nAmal;01-02-2025\nNavn;Startdato\nBo;02-02-2025\n")
    assert [row.number for row in sheet.rows] == [2, 4]


def test_short_rows_are_filled_and_long_ones_kept_long(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Navn;Startdato;Mentor\nAmal;01-02-2025\nBo;02-02-2025;B;;\nCy;03-02-2025;C;D\n")
    assert [row.cells for row in sheet.rows] == [
        ("Amal", "01-02-2025", None), ("Bo", "02-02-2025", "B"), ("Cy", "03-02-2025", "C", "D"),
    ]  # fmt: skip


def test_headings_nobody_knows_are_still_headings(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Hest;Ko\nAmal;1\n")
    assert (sheet.heading_row, sheet.headings) == (1, ("Hest", "Ko"))


def test_one_known_word_in_a_title_is_no_heading(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Elev;2026\nHest;Ko\nAmal;1\n")
    assert sheet.headings == ("Hest", "Ko")


def test_the_cells_of_excel(tmp_path: Path) -> None:
    midnight, morning = datetime.fromisoformat("2025-02-01"), datetime.fromisoformat("2025-02-01T08:30")
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Elever"
    page["B1"] = "Ny Start"
    page.merge_cells("B1:D1")
    page.append([])
    page.append(["Navn", "Startdato", "Timer", "Kl.", "CPR", "Ja", None, "Sum"])
    page.append(["Amal", midnight, 7.4, time(8, 30), 807910001, True, "–", "=1+1"])
    page.append([])
    page.append(["Bo", morning, 28.0, None, "-", False, "under ingen overskrift", None, "udenfor"])
    hidden = book.create_sheet("Skjult")
    hidden.append(["Navn", "Startdato"])
    hidden.append(["Cy", "01-02-2025"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Tom")
    book.save(tmp_path / "liste.XLSX")
    (sheet,) = table_file.read(tmp_path / "liste.XLSX")
    assert (sheet.name, sheet.heading_row) == ("Elever", 3)
    assert sheet.headings == ("Navn", "Startdato", "Timer", "Kl.", "CPR", "Ja", "", "Sum")
    assert sheet.rows == (
        Row(4, ("Amal", date(2025, 2, 1), Decimal("7.4"), time(8, 30), 807910001, "ja", None, None)),
        Row(6, ("Bo", morning, 28, None, None, "nej", "under ingen overskrift", None)),
    )
    assert not any(isinstance(cell, float) for row in sheet.rows for cell in row.cells)


def test_a_formula_is_read_by_the_value_excel_last_saw(tmp_path: Path) -> None:
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c><c r="B1" t="inlineStr"><is><t>Timer</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>Startdato</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"A"&amp;"mal"</f><v>Amal</v></c><c r="B2"><f>3.7*2</f><v>7.4</v></c>'
        '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (tmp_path / "liste.xlsx").write_bytes(with_sheet(sheet))
    (found,) = table_file.read(tmp_path / "liste.xlsx")
    assert found.rows == (Row(2, ("Amal", Decimal("7.4"), "#DIV/0!")),)


def test_a_sheet_that_claims_a_million_columns_and_rows_is_read_at_once(tmp_path: Path) -> None:
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Startdato</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Amal</t></is></c><c r="XFD2"><v>1</v></c></row>'
    )
    (tmp_path / "liste.xlsx").write_bytes(with_sheet(sheet, dimension="A1:XFD1048576"))
    (found,) = table_file.read(tmp_path / "liste.xlsx")
    assert found.rows == (Row(2, ("Amal", None)),)
