"""What Danish public holidays are called, for paper that names them."""

from __future__ import annotations

from datetime import date

_FIXED = {(1, 1): "nytårsdag", (12, 25): "juledag", (12, 26): "2. juledag"}
_AFTER_EASTER = {
    -3: "skærtorsdag",
    -2: "langfredag",
    0: "påskedag",
    1: "2. påskedag",
    26: "store bededag",
    39: "Kristi himmelfartsdag",
    49: "pinsedag",
    50: "2. pinsedag",
}


def holiday_name(day: date) -> str:
    """The Danish name of the holiday `day`, a day of PUBLIC_HOLIDAYS; `helligdag` where it has none."""
    fixed = _FIXED.get((day.month, day.day))
    return fixed or _AFTER_EASTER.get((day - _easter(day.year)).days, "helligdag")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss, in the form of Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    age = (19 * (year % 19) + moon) % 30
    full = 21 + age - (age + (year % 19) // 11) // 29
    first_sunday = 7 - (year + year // 4 + sun) % 7
    march = full + 7 - (full - first_sunday) % 7
    return date(year, 3, march) if march <= 31 else date(year, 4, march - 31)
