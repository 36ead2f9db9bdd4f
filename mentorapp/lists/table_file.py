"""Reads a file of somebody else's into sheets of rows, whatever program saved it; says plainly why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell
from mentorapp.lists.columns import is_heading

LARGEST_FILE = 50_000_000
"""Bytes. A list of 200,000 rows is well below it."""

MOST_ROWS = 200_000
MOST_COLUMNS = 300
ROWS_ABOVE_HEADINGS = 40
"""How far down the headings are looked for: title, date and notes stand above them."""

BLANK = frozenset({"", "-", "–", "—"})
"""Cells in which people say that there is nothing."""

_BEGINNINGS = {
    "picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0"),
    "pdf": (b"%PDF",),
    "web": (b"<",),
    "old": (b"\xd0\xcf\x11\xe0",),
}
"""What files that are no lists begin with, whatever their names end in."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Row(NamedTuple):
    """One row: its number as Excel shows it, and its cells."""

    number: int
    cells: tuple[Cell, ...]


class Sheet(NamedTuple):
    """One table: the name of its sheet (of a .csv its file), the row its headings stand in, and its filled rows.

    A row has at least as many cells as there are headings; what a .csv has beyond them is kept, for it tells
    that a comma in a text was taken for the end of a cell. `above` are the rows over the headings, and `mark` what
    the program itself wrote on a hidden sheet of the file (`month_sheet/mark.py`).
    """

    name: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    mark: tuple[tuple[str, str], ...] = ()


def read(path: Path) -> list[Sheet]:
    """The filled sheets of a .csv or .xlsx file that have headings, in order.

    `UserError` names the file and says what to do where it cannot be read or holds no table.
    """
    data = _bytes(path)
    if not data.strip(b"\0 \t\r\n"):
        raise fault(path, _("Filen er tom. Åbn listen i Excel, gem den igen, og prøv så."))
    if data.startswith(b"PK\x03\x04"):
        from mentorapp.lists import workbook

        sheets = workbook.sheets(path, data)
    else:
        _refuse_other_formats(path, data)
        from mentorapp.lists import csv_file

        sheets = [csv_file.sheet(path, data)]
    if not sheets:
        raise no_headings(path)
    return sheets


def fault(path: Path, sentence: str) -> UserError:
    """A fault of this file; only its name is told, for a path may hold names of people."""
    return UserError(_("{file}: {sentence} Intet er ændret.").format(file=path.name, sentence=sentence))


def no_headings(path: Path) -> UserError:
    """No row of the file looks like headings."""
    return fault(
        path, _("Der er ingen overskrifter at finde. Skriv overskrifter som Navn og Startdato over den første række.")
    )


def headings_among(rows: Iterable[Row]) -> Row | None:
    """The row that holds the headings: the one with most known ones, else the first that holds only words."""
    best: tuple[int, Row] | None = None
    words_only: Row | None = None
    for row in rows:
        texts = [cell for cell in row.cells if cell is not None]
        known = sum(1 for cell in texts if isinstance(cell, str) and is_heading(cell))
        if known and (best is None or known > best[0]):
            best = known, row
        if words_only is None and len(texts) > 1 and all(isinstance(cell, str) and _is_word(cell) for cell in texts):
            words_only = row
    # One known word alone may be part of a title: `Elev` and a date.
    if best and (best[0] > 1 or words_only is None or words_only is best[1]):
        return best[1]
    return words_only


def table(
    path: Path, name: str, heading: Row, rows: Iterable[Row], keep_beyond: bool, above: Iterable[Row] = ()
) -> Sheet:
    """The sheet of `heading` and the `rows` below it, without blank rows and headings that are repeated."""
    cells = [" ".join(str(cell).split()) if cell is not None else "" for cell in heading.cells]
    while cells and not cells[-1]:
        cells.pop()
    filled = tuple(_filled(path, heading, rows, len(cells), keep_beyond))
    return Sheet(name, heading.number, tuple(cells), filled, tuple(row for row in above if row.number < heading.number))


def _filled(path: Path, heading: Row, rows: Iterable[Row], width: int, keep_beyond: bool) -> Iterator[Row]:
    count = 0
    # Measured: tuples are cut and compared only where they must be, for this runs for every row of a list.
    for number, cells in rows:
        if len(cells) != width:
            if len(cells) < width:
                cells = cells + (None,) * (width - len(cells))
            elif not keep_beyond or not any(cell is not None for cell in cells[width:]):
                cells = cells[:width]
        if any(cell is not None for cell in cells) and cells != heading.cells[:width]:
            count += 1
            if count > MOST_ROWS:
                raise too_many_rows(path)
            yield Row(number, cells)


def too_many_rows(path: Path) -> UserError:
    """More rows than a list of learners can have."""
    return fault(path, _("Der er over 200.000 rækker. Del listen i flere filer."))


def _is_word(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell) and not any(letter.isdigit() for letter in cell)


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise fault(path, _("Det er en fil, Excel selv bruger, mens listen er åben. Vælg filen uden ~$."))
    ending = path.suffix.casefold()
    if ending == ".xls":
        raise _old_excel(path)
    if ending not in {".csv", ".txt", ".xlsx", ".xlsm"}:
        raise fault(path, _("Kun lister i .csv og .xlsx kan læses. Åbn filen i Excel, og gem den som .xlsx."))
    try:
        if path.exists() and not path.is_file():
            raise fault(path, _("Det er ikke en fil, men en mappe eller en enhed. Vælg selve listen."))
        with path.open("rb") as file:
            # One byte more than allowed is enough to know, however large the file is.
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise fault(path, _("Filen findes ikke. Se efter, om den er flyttet eller har fået et andet navn.")) from None
    except PermissionError:
        raise fault(path, _("Filen kan ikke åbnes. Luk den i Excel, eller få adgang til den, og prøv igen.")) from None
    except (OSError, ValueError):
        raise fault(path, _("Filen kan ikke læses. Kopiér den til din egen computer, og prøv igen.")) from None
    if len(data) > LARGEST_FILE:
        raise fault(path, _("Filen fylder over 50 MB. Slet billeder og ark, der ikke hører til listen, og prøv igen."))
    return data


def _refuse_other_formats(path: Path, data: bytes) -> None:
    what = next((what for what, beginnings in _BEGINNINGS.items() if data.startswith(beginnings)), None)
    if what == "old" and _ENCRYPTED not in data:
        raise _old_excel(path)
    if what is not None:
        sentence = {
            "picture": _("Det er et billede, ikke en liste. Vælg selve listen i .csv eller .xlsx."),
            "pdf": _("Det er en PDF, ikke en liste. Bed om listen i .csv eller .xlsx."),
            "web": _("Det er en webside, ikke en liste. Åbn den i Excel, og gem den som .xlsx."),
            "old": _("Filen er låst med en adgangskode. Fjern adgangskoden i Excel, og gem listen igen."),
        }[what]
        raise fault(path, sentence)
    if path.suffix.casefold() in {".xlsx", ".xlsm"}:
        raise fault(path, _("Det er ikke en Excel-fil, selv om navnet siger det. Gem listen igen fra Excel som .xlsx."))


def _old_excel(path: Path) -> UserError:
    return fault(path, _("Filen er i Excels gamle format .xls. Åbn den i Excel, og gem den som .xlsx."))
