"""Texts, numbers and dates in the reader's language; Danish is the language of the message ids.

`_` is called when a text is shown, never at import time, so that the language can change while the program runs.
"""

from __future__ import annotations

import gettext
from datetime import date
from pathlib import Path

LANGUAGES = {"da": "Dansk", "en": "English"}
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"

_language = "da"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Show texts in `language` (a key of LANGUAGES) from now on; Danish where no catalogue is compiled."""
    global _language, _catalogue
    _language = language if language in LANGUAGES else "da"
    if _language == "da":
        _catalogue = gettext.NullTranslations()
    else:
        _catalogue = gettext.translation("mentorapp", TRANSLATIONS, [_language], fallback=True)


def language() -> str:
    """Key of the language in use."""
    return _language


def _(text: str) -> str:
    """`text` in the language in use."""
    said = _catalogue.gettext(text)
    # a text that is also counted has its own entry only as the form for one; early 3.11 releases do not look there
    return said if said != text else _catalogue.ngettext(text, text, 1)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the language in use; fill in the number with `.format(n=count)`."""
    return _catalogue.ngettext(one, many, count)


def number(value: float, decimals: int = 1) -> str:
    """A number with the language's decimal mark, halves rounded up: 377.4 → `377,4`."""
    # round() would send 0.25 to 0.2: people check sums by hand and round halves up
    scaled = int(abs(value) * 10**decimals + 0.5 + 1e-9)
    text = f"{scaled / 10**decimals:.{decimals}f}"
    text = ("-" if value < 0 and scaled else "") + text
    return text.replace(".", ",").replace("-", "−") if _language == "da" else text.replace("-", "−")


def hours(minutes: int, decimals: int = 1) -> str:
    """Minutes as decimal hours: 22644 → `377,4`."""
    return number(minutes / 60, decimals)


def weeks(minutes: int, decimals: int = 1) -> str:
    """Minutes as school weeks of 37 hours: 22644 → `10,2`."""
    return number(minutes / (37 * 60), decimals)


def day(value: date) -> str:
    """`22-11-2026`: the same in both languages, so that paper never leaves doubt."""
    return value.strftime("%d-%m-%Y")


def long_day(value: date) -> str:
    """`22. november 2026` / `22 November 2026`."""
    if _language == "da":
        return f"{value.day}. {month(value.month)} {value.year}"
    return f"{value.day} {month(value.month)} {value.year}"


def month(number: int) -> str:
    """Name of the month, 1–12."""
    return _(_MONTHS[number - 1])


def short_month(number: int) -> str:
    """Three letters of the month's name, as Danes write them (`maj`, `jun`, `jul`)."""
    return month(number)[:3]


def weekday(number: int) -> str:
    """Name of the ISO weekday, 1–7."""
    return _(_WEEKDAYS[number - 1])


_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
