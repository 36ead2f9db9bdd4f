"""Writes a month sheet as .xlsx: only what the mentor says can be filled in, and choices are chosen, not typed.

Its words are Danish whatever the window speaks (`domain/month_sheet_words.py`).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from mentorapp.domain import month_sheet_words as words
from mentorapp.domain.month_sheet import ABSENCES, PRACTICE, MonthSheet, SheetDay, SheetWeek
from mentorapp.lists.month_sheet import mark as month_mark
from mentorapp.lists.table_out import put
from mentorapp.lists.workbook import MARK_SHEET

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = dict(zip(words.HEADINGS, "ABCDEFG", strict=True))
_WIDTHS = {"A": 13, "B": 12, "C": 34, "D": 13, "E": 9, "F": 24, "G": 46}
_HEAD_ROW = 6
"""The last row that stays in sight."""

_WEEKS_A_PAGE = 2
"""Printed, so that no week is torn from its note."""

_FONT = "Calibri"
_LIGHT, _INK, _GROUND, _WEEK = "5A6866", "111716", "F2F4F3", "E1E7E5"


def write(sheet: MonthSheet) -> bytes:
    """The workbook's bytes: one sheet to fill in, printed on A4, and the hidden one that says what it is about."""
    from openpyxl import Workbook
    from openpyxl.worksheet.pagebreak import Break

    book = Workbook()
    page = book.worksheets[0]
    page.title = words.TITLE
    book.properties.creator = "Mentorapp"
    # no name in the properties: they are shown where the file is not opened
    book.properties.title = words.TITLE
    _top(page, sheet)
    row = _HEAD_ROW + 1
    for number, week in enumerate(sheet.weeks, 1):
        row = _week(page, week, row)
        if number % _WEEKS_A_PAGE == 0 and number < len(sheet.weeks):
            page.row_breaks.append(Break(row - 1))
    _choices(page, _HEAD_ROW + 1, row - 1)
    _set_up(page, row - 1)
    hidden = book.create_sheet(MARK_SHEET)
    for number, (key, value) in enumerate(month_mark.written(sheet), 1):
        put(hidden.cell(number, 1), key)
        put(hidden.cell(number, 2), value)
    hidden.sheet_state = "veryHidden"
    hidden.protection.sheet = True
    book.security = _locked_structure()
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _top(page: Worksheet, sheet: MonthSheet) -> None:
    """Who and which month; who fills it in; how; and the headings."""
    case = sheet.case
    placement = case.placement(sheet.weeks[-1].days[-1].day)
    site = case.organisation.sites.get(placement.site or "") if placement else None
    _say(page, "A1", f"{words.TITLE} for praktik, {words.span(sheet)}", bold=True, size=14)
    for label, value, at, row in (
        (words.LEARNER, case.learner.name, "AB", 2),
        (words.MONTH, words.month_name(sheet.month), "DE", 2),
        (words.PLACE, site.name if site else "ikke oplyst", "AB", 3),
        (words.FILLED_BY, None, "AB", 4),
        (words.FILLED_ON, None, "DE", 4),
    ):
        _say(page, f"{at[0]}{row}", label, light=True)
        place, end = f"{at[1]}{row}", f"{'C' if at == 'AB' else 'F'}{row}"
        page.merge_cells(f"{place}:{end}")
        if value is None:
            _open(page, f"{place}:{end}")
        else:
            _say(page, place, value, bold=label == words.LEARNER)
    page["E4"].number_format = "DD-MM-YYYY"
    more = " ".join(words.elsewhere(sheet))
    lines = [*words.HOW, *([f"Arket har hele uger. {more}"] if more else [])]
    page.merge_cells("A5:G5")
    _say(page, "A5", "\n".join(lines), wrap=True)
    page.row_dimensions[5].height = 15.5 * len(lines)
    for field, column in _COLUMNS.items():
        _say(page, f"{column}{_HEAD_ROW}", words.HEADINGS[field], bold=True, wrap=True)
    page.row_dimensions[_HEAD_ROW].height = 32


def _week(page: Worksheet, week: SheetWeek, row: int) -> int:
    """A row that names the week, a row a day and one for the note; the row after them."""
    _say(page, f"A{row}", words.WEEK.format(n=week.number), bold=True)
    _ground(page, row, _WEEK)
    for day in week.days:
        row += 1
        _day(page, day, row)
    row += 1
    page.merge_cells(f"A{row}:B{row}")
    page.merge_cells(f"C{row}:G{row}")
    _say(page, f"A{row}", words.NOTE.format(n=week.number), light=True, wrap=True)
    _open(page, f"C{row}:G{row}", wrap=True)
    page.row_dimensions[row].height = 48
    return row + 1


def _day(page: Worksheet, day: SheetDay, row: int) -> None:
    _say(page, f"A{row}", words.weekday_name(day.day))
    put(page[f"B{row}"], day.day)
    _plain(page, f"B{row}")
    _say(page, f"C{row}", words.planned(day), light=True, wrap=True)
    page.row_dimensions[row].height = 18
    if not day.may_be_filled:
        _ground(page, row, _GROUND)
        return
    for column in "DEFG":
        _open(page, f"{column}{row}:{column}{row}", wrap=column == "G", middle=column in "DE")
    if day.kind != PRACTICE:
        # there is nothing planned that could have been kept
        _close(page, f"D{row}")


def _choices(page: Worksheet, first: int, last: int) -> None:
    """Lists to choose from, and what is said of a number that no day can have."""
    from openpyxl.worksheet.datavalidation import DataValidation

    # other ways to tick are read too, so nothing is stopped here
    came = DataValidation("list", formula1=f'"{words.TICK}"', allow_blank=True, showErrorMessage=False)
    hours = DataValidation(
        "decimal", operator="between", formula1="0", formula2="24", allow_blank=True, errorStyle="warning",
        errorTitle="Timer", error="Skriv timerne som et tal fra 0 til 24, for eksempel 5 eller 7,5.",
    )  # fmt: skip
    absence = DataValidation(
        "list", formula1=f'"{",".join(ABSENCES.values())}"', allow_blank=True,
        errorTitle="Fravær", error="Vælg et af ordene på listen. Skriv resten under Bemærkning.",
    )  # fmt: skip
    for column, choice in zip("DEF", (came, hours, absence), strict=True):
        page.add_data_validation(choice)
        choice.add(f"{column}{first}:{column}{last}")


def _set_up(page: Worksheet, last: int) -> None:
    """Headings in sight, A4 across, the head again on each printed page, and a lock without a password."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.freeze_panes = f"A{_HEAD_ROW + 1}"
    for column, width in _WIDTHS.items():
        page.column_dimensions[column].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_area = f"A1:G{last}"
    page.print_title_rows = f"1:{_HEAD_ROW}"
    if page.oddFooter is not None:
        page.oddFooter.right.text = "Side &P af &N"
    for side in ("left", "right", "top", "bottom"):
        setattr(page.page_margins, side, 0.5)
    page.sheet_view.showGridLines = False
    page.protection.sheet = True
    # wider columns and higher rows harm nothing
    page.protection.formatColumns = page.protection.formatRows = False


def _locked_structure() -> Any:
    from openpyxl.workbook.protection import WorkbookProtection

    return WorkbookProtection(lockStructure=True)


def _say(page: Worksheet, place: str, text: str, *, bold: bool = False, light: bool = False, size: int = 11,
         wrap: bool = False) -> None:  # fmt: skip
    from openpyxl.styles import Alignment, Font

    cell = page[place]
    put(cell, text)
    cell.font = Font(_FONT, bold=bold, color=_LIGHT if light else _INK, size=size)
    cell.alignment = Alignment(vertical="center", wrap_text=wrap)


def _plain(page: Worksheet, place: str) -> None:
    from openpyxl.styles import Alignment, Font

    page[place].font = Font(_FONT, color=_INK, size=11)
    page[place].alignment = Alignment(horizontal="left", vertical="center")


def _open(page: Worksheet, span: str, *, wrap: bool = False, middle: bool = False) -> None:
    """Cells with an edge, which may be filled in."""
    from openpyxl.styles import Alignment, Border, Font, Protection, Side

    side = Side("thin", color=_LIGHT)
    for row in page[span]:
        for cell in row:
            cell.font = Font(_FONT, color=_INK, size=11)
            cell.border = Border(side, side, side, side)
            cell.protection = Protection(locked=False)
            cell.alignment = Alignment("center" if middle else "left", "top" if wrap else "center", wrap_text=wrap)


def _close(page: Worksheet, place: str) -> None:
    from openpyxl.styles import Protection

    page[place].protection = Protection(locked=True)


def _ground(page: Worksheet, row: int, colour: str) -> None:
    from openpyxl.styles import PatternFill

    for column in "ABCDEFG":
        page[f"{column}{row}"].fill = PatternFill("solid", fgColor=colour)
