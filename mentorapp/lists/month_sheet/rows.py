"""The rows of a month sheet understood one by one: a day, the head of a week, or its note, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentorapp.domain.month_sheet import ABSENCES
from mentorapp.i18n import _, day, weekday
from mentorapp.lists.cells import text, times, words
from mentorapp.lists.cells.text import Cell, Unreadable, fold, line, plain, shown
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.parsers import hours_a_day
from mentorapp.lists.row_reader import Fault
from mentorapp.lists.table_file import Row, Sheet

_TICKS = frozenset({"✓", "✔", "√", "☑", "x", "v", "ja", "j", "ok", "1", "sand", "true", "yes"})
_DENIED = frozenset({"nej", "n", "0", "falsk", "false", "no"})
_ABSENCES = {fold(word): key for key, word in ABSENCES.items()}
_NOTE, _HEAD = re.compile(r"notatomuge(\d{1,2})"), re.compile(r"uge(\d{1,2})")


@dataclass(slots=True)
class DayLine:
    """What stands in the row of a day; `faults` name the cells that could not be understood."""

    number: int
    day: date | None = None
    came: bool = False
    minutes: int | None = None
    absence: str | None = None
    remark: str = ""
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """Whether it says whether the learner was there, understandably or not; a remark alone does not."""
        return self.came or self.minutes is not None or self.absence is not None or bool(self.faults)


@dataclass(slots=True)
class WeekLine:
    """The row that names week `week`, or holds its note; `text` is empty for the one that names it."""

    number: int
    week: int
    text: str = ""


@dataclass(slots=True)
class Lines:
    """All rows that say something."""

    days: list[DayLine] = field(default_factory=list)
    heads: dict[int, WeekLine] = field(default_factory=dict)
    """By week number."""
    notes: dict[int, WeekLine] = field(default_factory=dict)


def read(sheet: Sheet, column_map: ColumnMap) -> Lines:
    """Every row of the sheet. Rows without a date, week or answer are the mentor's own and are left alone."""
    places = {name: place for place, name in enumerate(column_map) if name}
    found = Lines()
    for row in sheet.rows:
        first = next((cell for cell in row.cells if cell is not None), None)
        label = fold(first) if isinstance(first, str) else ""
        if note := _NOTE.fullmatch(label):
            week = int(note[1])
            said = WeekLine(row.number, week, _rest(row, first))
            if week in found.notes:
                # the note of a week may have been split over two rows; no word is dropped
                said.text = "\n".join(filter(None, (found.notes[week].text, said.text)))
            found.notes[week] = said
        elif head := _HEAD.fullmatch(label):
            found.heads.setdefault(int(head[1]), WeekLine(row.number, int(head[1])))
        elif (told := _day_line(sheet, row, places)) is not None:
            found.days.append(told)
    return found


def _rest(row: Row, label: Cell) -> str:
    """All that stands in the row but its label."""
    cells = list(row.cells)
    cells.remove(label)
    return "\n".join(text.paragraphs(cell) for cell in cells if cell is not None)


def _day_line(sheet: Sheet, row: Row, places: Mapping[str, int]) -> DayLine | None:
    told = DayLine(row.number)

    def take(name: str, parse: Callable[[Cell], Any]) -> Any:
        place = places.get(name)
        cell = row.cells[place] if place is not None else None
        if cell is None or place is None:
            return None
        try:
            return parse(cell)
        except Unreadable as fault:
            told.faults.append(Fault(place, f"{sheet.headings[place]}: {fault}"))
            return None

    told.day = take("day", times.day)
    told.came = bool(take("came", _came))
    told.minutes = take("minutes", hours_a_day)
    told.absence = take("absence", _absence)
    told.remark = take("remark", text.paragraphs) or ""
    name = take("weekday", line)
    if told.day is None and not told.faults:
        if not told.is_filled:
            return None
        told.faults.append(Fault(places["day"], _("Datoen mangler.")))
    elif told.day is not None and told.is_filled and name and not _is_weekday(name, told.day):
        sentence = _("Der står {written}, men {day} er en {weekday}. Ret den af dem, der er forkert.")
        told.faults.append(
            Fault(
                places["day"],
                sentence.format(written=name, day=day(told.day), weekday=weekday(told.day.isoweekday())),
            )
        )
    return told


def _came(cell: Cell) -> bool:
    written = plain(cell).strip().casefold()
    if written in _TICKS:
        return True
    if written in _DENIED:
        return False
    raise Unreadable(_("»{value}« forstås ikke. Sæt ✓ eller x, eller lad feltet være tomt.").format(value=shown(cell)))


def _absence(cell: Cell) -> str:
    """A key of ABSENCES, by the words of the sheet or those of any attendance list."""
    key = _ABSENCES.get(fold(plain(cell))) or words.attendance_status(cell)
    if key not in ABSENCES:
        raise Unreadable(_("»{value}« er ikke et fravær. Vælg et af ordene på listen.").format(value=shown(cell)))
    return key


def _is_weekday(written: str, on: date) -> bool:
    try:
        return times.weekdays(written) == (on.isoweekday(),)
    except Unreadable:
        return True  # somebody wrote something of their own there
