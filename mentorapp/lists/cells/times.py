"""Cells that say when and how long: dates, hours, weekdays and clock times as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell, Unreadable, line, shown

_CLOCK_BEHIND = r"(?:[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?z?)?"
_NUMBERS = re.compile(rf"(\d{{1,2}})\s*[-./ ]\s*(\d{{1,2}})\s*[-./ ]\s*(\d{{4}}|\d{{2}}){_CLOCK_BEHIND}", re.A)
_ISO = re.compile(rf"(\d{{4}})[-./](\d{{1,2}})[-./](\d{{1,2}}){_CLOCK_BEHIND}", re.A)
_WORDS = re.compile(r"(\d{1,2})\s*\.?\s*([a-z]{3,9})\.?,?\s*(\d{4}|\d{2})", re.A)
_BEFORE_A_DATE = re.compile(r"^(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.?,?\s+)?(?:den\s|d\.)?\s*")
_MONTHS = (
    ("januar", "january"), ("februar", "february"), ("marts", "march"), ("april",), ("maj", "may"), ("juni", "june"),
    ("juli", "july"), ("august",), ("september",), ("oktober", "october"), ("november",), ("december",),
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

_UNIT = r"(?:t|h|timer?|hours?|klokketimer)\.?"
_A_WEEK = re.compile(r"\s*(?:/|pr\.?\s?|om\s|ugentligt?)\s*(?:ugen?|week)?\.?$")
_HOURS = re.compile(rf"([-−]?[\d.,' ]*\d)\s*(?:{_UNIT})?", re.A)
_HOURS_AND_MINUTES = re.compile(
    rf"(\d+)\s*(?:{_UNIT}\s*(?:og\s*)?|:)(\d{{1,2}})(?::00)?\s*(?:m|min|minutter)?\.?", re.A
)
_MINUTES = re.compile(r"(\d+)\s*(?:m|min|minutter)\.?", re.A)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.A)
_NUMBER_FORMS = (
    (re.compile(r"\d+(?:[.,]\d+)?", re.A), ""),
    (re.compile(r"\d{1,3}(?:\.\d{3})+,\d+", re.A), "."),
    (re.compile(r"\d{1,3}(?:,\d{3})+\.\d+", re.A), ","),
    (re.compile(r"\d{1,3}(?:\.\d{3}){2,}", re.A), "."),
    (re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?", re.A), " "),
    (re.compile(r"\d{1,3}(?:'\d{3})+(?:[.,]\d+)?", re.A), "'"),
)

_WEEKDAYS = (
    ("mandage", "monday"), ("tirsdage", "tuesday"), ("onsdage", "wednesday"), ("torsdage", "thursday"),
    ("fredage", "friday"), ("lørdage", "saturday"), ("søndage", "sunday"),
)  # fmt: skip
_WORKING_DAYS = {"hverdage", "alle hverdage", "hverdag", "alle ugens hverdage"}
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.,](\d{2})(?:[:.]\d{2})?)?", re.A)
_CLOCK_UNPARTED = re.compile(r"(\d{1,2})(\d{2})", re.A)


def day(value: Cell) -> date:
    """A date of a course; two digits of a year are 20xx."""
    return _day(value, 99)


def birth_date(value: Cell) -> date:
    """A birth date; of two-digit years, 16–99 are 19xx: no learner is younger than ten or older than a hundred."""
    return _day(value, 15)


def _day(value: Cell, last_of_2000s: int) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = _BEFORE_A_DATE.sub("", line(value).casefold().replace("–", "-").replace("‑", "-")).strip(" .,")
    try:
        found = _year_month_day(written) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        raise Unreadable(
            _("»{value}« er ikke en dato. Skriv den som dd-mm-åååå, fx 01-02-2025.").format(value=shown(value))
        )
    year, month, number = found
    if year < 100:
        year += 2000 if year <= last_of_2000s else 1900
    try:
        result = date(year, month, number)
    except ValueError:
        raise Unreadable(_("Datoen »{value}« findes ikke.").format(value=shown(value))) from None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unreadable(_("Året i »{value}« kan ikke passe.").format(value=shown(value)))
    return result


def _year_month_day(written: str) -> tuple[int, int, int] | None:
    if form := _NUMBERS.fullmatch(written):
        return int(form[3]), int(form[2]), int(form[1])
    if form := _ISO.fullmatch(written):
        return int(form[1]), int(form[2]), int(form[3])
    if form := _WORDS.fullmatch(written):
        word = "september" if form[2] == "sept" else form[2]
        for number, names in enumerate(_MONTHS, 1):
            if any(name == word or (len(word) == 3 and name.startswith(word)) for name in names):
                return int(form[3]), number, int(form[1])
    return None


def minutes(value: Cell, most_hours: int) -> int:
    """Hours as whole minutes, halves rounded up: `7,4`, `7:24` and `7 t 24 min` are 444.

    Decimal numbers are taken exactly. Negative hours and more than `most_hours` are refused.
    """
    exact = _exact_minutes(value)
    if exact < 0 or exact > most_hours * 60:
        raise Unreadable(
            _("{value} timer kan ikke passe; tallet skal ligge fra 0 til {most}.").format(
                value=shown(value), most=most_hours
            )
        )
    return int(exact + Decimal("0.5"))


def _exact_minutes(value: Cell) -> Decimal:
    if isinstance(value, int | Decimal):
        return value * Decimal(60)
    if isinstance(value, timedelta):
        return Decimal(value // timedelta(seconds=1)) / 60
    if isinstance(value, time):
        return Decimal(value.hour * 60 + value.minute) + Decimal(value.second) / 60
    written = _A_WEEK.sub("", line(value).casefold()).strip() if isinstance(value, str) else ""
    if (form := _HOURS_AND_MINUTES.fullmatch(written)) and int(form[2]) < 60:
        return Decimal(int(form[1]) * 60 + int(form[2]))
    if form := _MINUTES.fullmatch(written):
        return Decimal(form[1])
    if form := _HOURS.fullmatch(written):
        return _number(form[1].strip(), value) * 60
    raise Unreadable(_("»{value}« er ikke et timetal. Skriv det som 7,4 eller 7:24.").format(value=shown(value)))


def _number(written: str, value: Cell) -> Decimal:
    sign = -1 if written[0] in "-−" else 1
    digits = written.lstrip("-−")
    if _AMBIGUOUS.fullmatch(digits):
        whole = digits.replace(".", "").replace(",", "")
        raise Unreadable(
            _("»{value}« kan læses på to måder. Skriv {whole} eller et tal med en eller to decimaler.").format(
                value=shown(value), whole=whole
            )
        )
    for form, group_mark in _NUMBER_FORMS:
        if form.fullmatch(digits):
            ungrouped = digits.replace(group_mark, "") if group_mark else digits
            return sign * Decimal(ungrouped.replace(",", "."))
    raise Unreadable(_("»{value}« er ikke et timetal. Skriv det som 7,4 eller 7:24.").format(value=shown(value)))


def whole_number(value: Cell) -> int:
    """A count from 0 to 1000, such as lessons."""
    written = line(value)
    if re.fullmatch(r"[0-9]{1,3}|1000", written):
        return int(written)
    raise Unreadable(_("»{value}« er ikke et helt tal fra 0 til 1000.").format(value=shown(value)))


def weekdays(value: Cell) -> tuple[int, ...]:
    """ISO weekdays (Monday = 1) of `man-fre`, `tir,tor`, `mandag og onsdag` or `hverdage`, in order."""
    written = line(value).casefold().replace("–", "-")
    if written in _WORKING_DAYS:
        return 1, 2, 3, 4, 5
    found: set[int] = set()
    joined = re.sub(r"\s*-\s*|\s+til\s+", "-", written)
    for part in re.split(r"[,;/+&\s]+", joined):
        if part and part not in {"og", "samt", "hver"}:
            first, _dash, last = part.partition("-")
            from_day, to_day = _weekday(first, value), _weekday(last or first, value)
            if from_day > to_day:
                raise Unreadable(_("»{value}« går baglæns gennem ugen.").format(value=shown(value)))
            found.update(range(from_day, to_day + 1))
    return tuple(sorted(found))


def _weekday(word: str, value: Cell) -> int:
    word = word.rstrip(".")
    for number, names in enumerate(_WEEKDAYS, 1):
        if len(word) >= 2 and any(name.startswith(word) for name in names):
            return number
    raise Unreadable(_("»{value}« er ikke ugedage. Skriv fx man-fre eller tir,tor.").format(value=shown(value)))


def clock(value: Cell) -> str:
    """A clock time as `HH:MM`: of `08:00`, `8.30`, `kl. 8`, `0830` or a time in Excel."""
    if isinstance(value, datetime | time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        value = f"{value // timedelta(hours=1)}:{value // timedelta(minutes=1) % 60:02}"
    if isinstance(value, Decimal) and 0 <= value < 1:
        # Excel keeps a time as a part of the day, and shows that part when the cell is formatted as a number.
        passed = int(value * 1440 + Decimal("0.5"))
        value = f"{passed // 60}:{passed % 60:02}"
    written = line(value).casefold()
    form = _CLOCK.fullmatch(written) or _CLOCK_UNPARTED.fullmatch(written)
    hour, minute = (int(form[1]), int(form[2] or 0)) if form else (99, 99)
    if hour > 23 or minute > 59:
        raise Unreadable(_("»{value}« er ikke et klokkeslæt. Skriv fx 08:30.").format(value=shown(value)))
    return f"{hour:02}:{minute:02}"
