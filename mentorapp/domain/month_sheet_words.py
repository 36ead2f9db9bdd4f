"""The words of the month sheet, on paper and in the spreadsheet: plain Danish, whatever language the window speaks.

Who fills it in works at a Danish workplace, and what comes back is read by these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.domain.month_sheet import CLOSED, FREE, HOLIDAY, LEAVE, OUTSIDE, PRACTICE, SCHOOL, MonthSheet, SheetDay

TITLE = "Månedsark"
HEADINGS = {
    "weekday": "Dag",
    "day": "Dato",
    "planned": "Planlagt",
    "came": "Kom som planlagt",
    "minutes": "Timer",
    "absence": "Fravær",
    "remark": "Bemærkning",
}
"""The columns by field, from the left."""

MONTH, LEARNER, PLACE, FILLED_BY, FILLED_ON = "Måned", "Elev", "Praktiksted", "Udfyldt af", "Udfyldt den"
WEEK, NOTE = "Uge {n}", "Notat om uge {n}"
TICK = "✓"

HOW = (
    "Kom eleven som planlagt? Sæt ✓.",
    "Kom eleven i kortere eller længere tid? Skriv timerne, for eksempel 5 eller 7,5.",
    "Kom eleven ikke? Skriv hvorfor under Fravær. Skriv ikke, hvad eleven fejler.",
    "Skoledage skal ikke udfyldes. Skolen siger, om eleven var der.",
)
"""How it is filled in, a line each."""

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


def month_name(month: date) -> str:
    """`november 2026`."""
    return f"{_MONTHS[month.month - 1]} {month.year}"


def weekday_name(day: date) -> str:
    """`mandag`."""
    return _WEEKDAYS[day.weekday()]


def long_day(day: date) -> str:
    """`mandag 2. november`."""
    return f"{weekday_name(day)} {day.day}. {_MONTHS[day.month - 1]}"


def duration(minutes: int) -> str:
    """`7 timer`, `6 timer 15 min`: nobody has to work out what 6,25 hours are."""
    hours, rest = divmod(minutes, 60)
    said = f"{hours} {'time' if hours == 1 else 'timer'}" if hours or not rest else ""
    return " ".join(filter(None, (said, f"{rest} min" if rest else "")))


def planned(day: SheetDay) -> str:
    """What stands in the column of the plan."""
    if day.kind == PRACTICE:
        return duration(day.minutes) + (f" · også skole: {day.about}" if day.about else "")
    return {
        FREE: f"skole: {day.about}" if day.about else "fri",
        SCHOOL: f"Skole: {day.about}",
        HOLIDAY: f"Helligdag: {day.about}",
        CLOSED: "Lukket" if day.about == "lukket" else f"Lukket: {day.about}",
        LEAVE: day.about.capitalize(),
        OUTSIDE: "uden for forløbet",
    }[day.kind]


def span(sheet: MonthSheet) -> str:
    """`uge 45–48, 2. november til 29. november`: the sheet has whole weeks."""
    first, last = sheet.weeks[0], sheet.weeks[-1]
    begin, end = first.days[0].day, last.days[-1].day
    numbers = f"{first.number}–{last.number}" if len(sheet.weeks) > 1 else str(first.number)
    return f"uge {numbers}, {_day_of_month(begin)} til {_day_of_month(end)}"


def elsewhere(sheet: MonthSheet) -> Iterator[str]:
    """Which days of the month stand on another sheet, for who looks for them."""
    first, last = sheet.weeks[0].days[0].day, sheet.weeks[-1].days[-1].day
    if first.month == sheet.month.month and first.day > 1:
        yield f"Dagene før {_day_of_month(first)} står på arket for måneden før."
    if last.month == sheet.month.month and (last.toordinal() + 1) < _next_month(sheet.month).toordinal():
        yield f"Dagene efter {_day_of_month(last)} står på arket for måneden efter."


def file_name(learner: str, month: date, ending: str) -> str:
    """`maanedsark-ma-2026-11.xlsx`: initials only, for file names are seen by many."""
    initials = "".join(word[0] for word in learner.split() if word[0].isalpha()).casefold()
    return "-".join(filter(None, ("maanedsark", initials, f"{month:%Y-%m}"))) + ending


def _day_of_month(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]}"


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
