"""Cells that are text: names, remarks, and the numbers that authorities give (CPR, CVR, P-number)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias
from unicodedata import category, normalize

from mentorapp import i18n
from mentorapp.i18n import _

Cell: TypeAlias = "str | int | Decimal | date | time | timedelta | None"
"""What a list may hold; a moment with a clock time is a `datetime`, which is a `date`. Blank is None."""

LONGEST_LINE = 500
LONGEST_TEXT = 20_000

_EXCEL_FAULTS = re.compile(r"#(REF|N/A|I/T|VALUE|VÆRDI|DIV/0|NAME|NAVN|NUM|NULL|REFERENCE|SPILL|#+)[!?#]*", re.I)
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", **dict.fromkeys(" -.,/'", None)})
_MASKED_END = re.compile(r"\d{6}-?[x*•?]{4}", re.I)


class Unreadable(Exception):
    """A cell that cannot be understood; its text is a sentence that names what stands there and what should."""


def shown(value: Cell) -> str:
    """The cell as it may be repeated to the person who wrote it: on one line, and not endless."""
    written = " ".join(plain(value).split())
    return written if len(written) <= 40 else written[:39] + "…"


def plain(value: Cell) -> str:
    """The cell as text, whatever Excel took it for."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return i18n.day(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)


def line(value: Cell) -> str:
    """One line of text: spaces and line breaks become one space, letters are composed the one way (NFC)."""
    written = " ".join(plain(value).split())
    return _checked(written, LONGEST_LINE)


def paragraphs(value: Cell) -> str:
    """Text that may run over several lines; its line breaks are kept."""
    lines = [" ".join(part.split()) for part in plain(value).splitlines()]
    return _checked("\n".join(lines).strip(), LONGEST_TEXT)


def name(value: Cell) -> str:
    """The name of a person; `Ahmadi, Maryam` is turned round, as everybody else writes it."""
    written = line(value)
    family, comma, given = written.partition(",")
    if comma and family.strip() and given.strip() and "," not in given:
        written = f"{given.strip()} {family.strip()}"
    if not any(letter.isalpha() for letter in written):
        raise Unreadable(_("»{value}« er ikke et navn.").format(value=shown(value)))
    return written


@lru_cache(maxsize=4096)
def fold(written: str) -> str:
    """What two ways of writing one thing have in common: letters and digits, whatever case, æøå or spaces."""
    letters = normalize("NFC", written).casefold().translate(_PLAIN_LETTERS)
    if letters.isalnum():  # nearly always
        return letters
    return "".join(letter for letter in letters if letter.isalnum() or category(letter)[0] == "M")


def registration_number(value: Cell) -> str | None:
    """A CPR number as `ddmmyy-nnnn`; None for a masked one (`080791-xxxx`).

    The date must exist, with 60 added to the day in a replacement number. Modulus 11 is not asked for: numbers
    given out since 2007 do not keep it.
    """
    written = line(value)
    if _MASKED_END.fullmatch(written):
        return None
    digits = re.sub(r"[\s./–-]", "", written)
    # Excel takes the number for a sum and drops the first nought.
    digits = digits.zfill(10) if len(digits) == 9 else digits
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise Unreadable(_("»{value}« er ikke et CPR-nummer. Skriv ti cifre, ddmmåå-nnnn.").format(value=shown(value)))
    day, month, year = (int(digits[place : place + 2]) for place in (0, 2, 4))
    day -= 60 if day > 60 else 0
    # 1900 and 2000 differ only in 29 February 00, so the later one allows every date of either.
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000 + year, month)[1]:
        raise Unreadable(_("CPR-nummeret »{value}« begynder med en dato, der ikke findes.").format(value=shown(value)))
    return f"{digits[:6]}-{digits[6:]}"


def born_on(registration_number: str, birth_date: date) -> bool:
    """Whether the first six digits say the same day as `birth_date`; the century is left open."""
    day, month, year = (int(registration_number[place : place + 2]) for place in (0, 2, 4))
    return (day - 60 if day > 60 else day, month, year) == (birth_date.day, birth_date.month, birth_date.year % 100)


def cvr(value: Cell) -> str:
    """A company's CVR number, eight digits."""
    return _digits(value, 8, _("»{value}« er ikke et CVR-nummer. Det har otte cifre."))


def p_number(value: Cell) -> str:
    """The P-number of a place of work, ten digits."""
    return _digits(value, 10, _("»{value}« er ikke et P-nummer. Det har ti cifre."))


def _digits(value: Cell, count: int, sentence: str) -> str:
    digits = re.sub(r"^DK|[\s.-]", "", line(value), flags=re.I)
    if not re.fullmatch(f"[0-9]{{{count}}}", digits):
        raise Unreadable(sentence.format(value=shown(value)))
    return digits


def _checked(written: str, longest: int) -> str:
    if written.startswith("#") and _EXCEL_FAULTS.fullmatch(written):
        raise Unreadable(_("»{value}« er en fejl fra Excel. Ret formlen i listen.").format(value=written))
    if len(written) > longest:
        raise Unreadable(_("Teksten er på {n} tegn; der er plads til {most}.").format(n=len(written), most=longest))
    if not written.isprintable():
        # Left by other programs' exports; a report cannot show them.
        written = "".join(sign for sign in written if sign == "\n" or category(sign) != "Cc")
    return normalize("NFC", written)
