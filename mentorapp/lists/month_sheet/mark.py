"""What says which learner, course and month a month sheet is about: ids of the store on a hidden sheet of the file.

No registration number and no birth date: the ids are random and say nothing to who finds the file. A copy without
the hidden sheet (a .csv, or cells pasted elsewhere) is not guessed at: somebody must say who it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mentorapp.domain import month_sheet_words as words
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.month_sheet import MonthSheet
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell, fold, plain
from mentorapp.lists.table_file import Sheet

VERSION = "1"

Pairs = tuple[tuple[str, str], ...]


class Mark(NamedTuple):
    """`month` is its first day; `name` the learner's name when the sheet was made."""

    learner: bytes
    enrolment: str
    month: date
    name: str


def written(sheet: MonthSheet) -> Pairs:
    """The rows of the hidden sheet."""
    learner = sheet.case.learner
    return (
        ("version", VERSION),
        ("learner", learner.learner.hex()),
        ("enrolment", sheet.enrolment),
        ("month", f"{sheet.month:%Y-%m}"),
        ("name", learner.name),
    )


def read(sheet: Sheet) -> Mark | None:
    """The mark of a sheet that was read; None where it has none. `UserError` where it is damaged or newer."""
    if not sheet.mark:
        return None
    said = dict(sheet.mark)
    if said.get("version", "").isdigit() and int(said["version"]) > int(VERSION):
        raise UserError(
            _(
                "{where}: Arket er lavet i en nyere Mentorapp. Intet er ændret. Opdatér programmet, og prøv igen."
            ).format(where=sheet.name)
        )
    try:
        learner = bytes.fromhex(said["learner"])
        month = date.fromisoformat(f"{said['month']}-01")
        return Mark(learner, said["enrolment"], month, said.get("name", ""))
    except (KeyError, ValueError) as fault:
        raise UserError(
            _(
                "{where}: Arkets skjulte mærke er beskadiget, så det kan ikke ses, hvem arket er om. Intet er ændret. "
                "Lav et nyt ark til eleven, og skriv svarene over."
            ).format(where=sheet.name)
        ) from fault


def needs_an_answer(sheet: Sheet) -> bool:
    """Whether somebody must say who the sheet is about."""
    return not sheet.mark


def candidates(sheet: Sheet, cases: Iterable[CaseFile]) -> list[CaseFile]:
    """The learners with the name that stands on the sheet, who have a course."""
    name = shown_name(sheet)
    return [case for case in cases if case.enrolment and fold(case.learner.name) == fold(name)] if name else []


def answered(sheet: Sheet, case: CaseFile) -> Sheet:
    """The sheet as one about `case`, for the month that stands on it; `UserError` where no month does."""
    if case.enrolment is None:
        raise UserError(_("{name} har intet forløb endnu. Intet er ændret.").format(name=case.learner.name))
    month = _month(sheet)
    if month is None:
        raise UserError(
            _("{where}: Måneden kan ikke læses. Intet er ændret. Skriv den øverst, for eksempel november 2026.").format(
                where=sheet.name
            )
        )
    learner = case.learner
    return sheet._replace(
        mark=(
            ("version", VERSION),
            ("learner", learner.learner.hex()),
            ("enrolment", case.enrolment.id),
            ("month", f"{month:%Y-%m}"),
            ("name", learner.name),
        )
    )


def said_to_be_about(sheet: Sheet, case: CaseFile) -> Sheet:
    """The sheet with the answer of somebody who was asked; `UserError` where its own mark says otherwise."""
    mark = read(sheet)
    if mark is None:
        return answered(sheet, case)
    if mark.learner != case.learner.learner:
        raise UserError(
            _("{where}: Arket er lavet til en anden elev end {name}. Intet er ændret.").format(
                where=sheet.name, name=case.learner.name
            )
        )
    return sheet


def shown_name(sheet: Sheet) -> str:
    """The learner's name as it stands on the sheet; empty where it was taken away."""
    return " ".join(plain(beside(sheet, words.LEARNER)).split())


def beside(sheet: Sheet, label: str) -> Cell:
    """What stands beside `label` above the table: the next filled cell of its row that is no label itself."""
    labels = {fold(one) for one in (words.LEARNER, words.MONTH, words.PLACE, words.FILLED_BY, words.FILLED_ON)}
    for row in sheet.above:
        for place, cell in enumerate(row.cells):
            if isinstance(cell, str) and fold(cell) == fold(label):
                value = next((one for one in row.cells[place + 1 :] if one is not None), None)
                return None if isinstance(value, str) and fold(value) in labels else value
    return None


def _month(sheet: Sheet) -> date | None:
    said = beside(sheet, words.MONTH)
    if isinstance(said, date):
        return date(said.year, said.month, 1)
    name, _space, year = plain(said).strip().casefold().rpartition(" ")
    for number in range(1, 13):
        if year.isascii() and year.isdigit() and 1900 <= int(year) <= 2100:
            month = date(int(year), number, 1)
            if words.month_name(month).rpartition(" ")[0] == name.strip():
                return month
    return None
