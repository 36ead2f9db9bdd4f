"""Dates, hours, weekdays and clock times in the forms people type."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from mentorapp.lists.cells import times
from mentorapp.lists.cells.text import Cell, Unreadable

MORNING = datetime.fromisoformat("2025-02-01T08:30")
FIRST_OF_FEBRUARY = [
    "01-02-2025", "1-2-2025", "01.02.2025", "1.2.25", "1/2 2025", "1/2-2025", "01/02/2025", "1. 2. 2025", "01 02 2025",
    "2025-02-01", "2025.02.01", "2025-02-01 00:00:00", "2025-02-01T08:30:00Z", "01-02-2025 00:00", "1. februar 2025",
    "1 feb 2025", "1. feb. 2025", "1.Februar 25", "den 1. februar 2025", "d. 1. februar 2025", "lør 01-02-2025",
    "lørdag d. 1. februar 2025", "1 February 2025", "01–02–2025", " 01-02-2025. ",
]  # fmt: skip


@pytest.mark.parametrize("written", FIRST_OF_FEBRUARY)
def test_a_date_in_any_form(written: str) -> None:
    assert times.day(written) == date(2025, 2, 1)


@pytest.mark.parametrize("name", ["januar", "jan", "marts", "mar", "maj", "may", "juni", "juli", "okt", "oct", "dec"])
def test_months_by_name(name: str) -> None:
    numbers = {"ja": 1, "mar": 3, "ma": 5, "juni": 6, "juli": 7, "o": 10, "d": 12}
    month = next(number for start, number in numbers.items() if name.startswith(start))
    assert times.day(f"3. {name} 2026") == date(2026, month, 3)


def test_dates_of_excel() -> None:
    assert times.day(date(2025, 2, 1)) == date(2025, 2, 1)
    assert times.day(MORNING) == date(2025, 2, 1)


@pytest.mark.parametrize(
    ("written", "year", "born"), [("1.2.26", 2026, 1926), ("1.2.88", 2088, 1988), ("1.2.05", 2005, 2005)]
)
def test_two_digits_of_a_year_lie_ahead_but_for_births(written: str, year: int, born: int) -> None:
    assert times.day(written).year == year
    assert times.birth_date(written).year == born


def test_29_february_exists_only_in_leap_years() -> None:
    assert times.day("29-02-2028") == date(2028, 2, 29)
    with pytest.raises(Unreadable, match="Datoen »29-02-2027« findes ikke"):
        times.day("29-02-2027")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31-06-2026", "Datoen »31-06-2026« findes ikke."),
        ("00-01-2026", "findes ikke"),
        ("2026-13-01", "findes ikke"),
        ("01-02-1825", "Året i »01-02-1825« kan ikke passe."),
        ("uge 32", "Skriv den som dd-mm-åååå"),
        ("01022025", "Skriv den som dd-mm-åååå"),
        ("1. hest 2025", "»1. hest 2025« er ikke en dato"),
        ("01-02", "er ikke en dato"),
        ("1-2-3-2025", "er ikke en dato"),
        (45658, "»45658« er ikke en dato"),
        (Decimal("45658.5"), "er ikke en dato"),
        (time(8, 30), "er ikke en dato"),
    ],
)
def test_what_is_no_date_is_named(written: Cell, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        times.day(written)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("7,4", 444), ("7.4", 444), ("7:24", 444), ("07:24:00", 444), ("7 t 24 min", 444), ("7t24", 444),
        ("7 timer og 24 minutter", 444), ("7,4 t", 444), ("7,4 timer", 444), ("7,4 t.", 444), ("444 min", 444),
        (Decimal("7.4"), 444), (time(7, 24), 444), (timedelta(hours=7, minutes=24), 444), ("28", 1680), (28, 1680),
        ("28 t/uge", 1680), ("28 timer pr. uge", 1680), ("28 timer om ugen", 1680), ("0", 0), ("0,5", 30),
        ("1210,5", 72_630), ("1.210,5", 72_630), ("1,210.5", 72_630), ("1 210,5", 72_630), ("1'210.5", 72_630),
        ("37,03", 2222), ("0,0083", 0), ("0,00834", 1), ("0,125", 8), (timedelta(days=1, hours=13), 2220),
    ],
)  # fmt: skip
def test_hours_become_whole_minutes(written: Cell, minutes: int) -> None:
    assert times.minutes(written, most_hours=2_000) == minutes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("otteogtyve", "»otteogtyve« er ikke et timetal. Skriv det som 7,4 eller 7:24."),
        ("-7", "-7 timer kan ikke passe; tallet skal ligge fra 0 til 80."),
        ("−7,4", "kan ikke passe"),
        (Decimal("-1"), "kan ikke passe"),
        ("80,1", "fra 0 til 80"),
        ("1e5", "er ikke et timetal"),
        ("1.210", "kan læses på to måder. Skriv 1210"),
        ("1,210", "kan læses på to måder"),
        ("28-30", "er ikke et timetal"),
        ("7:61", "er ikke et timetal"),
        ("6 lektioner", "er ikke et timetal"),
        ("12.34.56", "er ikke et timetal"),
        ("٧", "er ikke et timetal"),
        (date(2025, 2, 1), "er ikke et timetal"),
    ],
)
def test_what_are_no_hours_is_named(written: Cell, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        times.minutes(written, most_hours=80)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("man-fre", (1, 2, 3, 4, 5)), ("tir,tor", (2, 4)), ("mandag og onsdag", (1, 3)), ("ons", (3,)),
        ("ma - to", (1, 2, 3, 4)), ("mandag til fredag", (1, 2, 3, 4, 5)), ("Hverdage", (1, 2, 3, 4, 5)),
        ("man, ons og fre", (1, 3, 5)), ("tirsdage", (2,)), ("man/ons", (1, 3)), ("fre;man", (1, 5)),
        ("man-ons, fre", (1, 2, 3, 5)), ("lørdag & søndag", (6, 7)), ("Mon-Wed", (1, 2, 3)), ("tirs. tors.", (2, 4)),
    ],
)  # fmt: skip
def test_weekdays(written: str, days: tuple[int, ...]) -> None:
    assert times.weekdays(written) == days


@pytest.mark.parametrize("written", ["altid", "m", "fre-man", "1-5", "man-hest"])
def test_what_are_no_weekdays_is_named(written: str) -> None:
    with pytest.raises(Unreadable, match=f"»{written}«"):
        times.weekdays(written)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("08:00", "08:00"), ("8.30", "08:30"), ("kl. 8", "08:00"), ("0830", "08:30"), ("830", "08:30"),
        ("15:24:00", "15:24"), (time(8, 30), "08:30"), (timedelta(hours=8, minutes=30), "08:30"), (8, "08:00"),
        (Decimal("0.35416666666666669"), "08:30"), ("0", "00:00"), (MORNING, "08:30"),
    ],
)  # fmt: skip
def test_clock_times(written: Cell, clock: str) -> None:
    assert times.clock(written) == clock


@pytest.mark.parametrize("written", ["25:00", "8:61", "morgen", "8:30-12", Decimal("8.3"), timedelta(hours=30)])
def test_what_is_no_clock_time_is_named(written: Cell) -> None:
    with pytest.raises(Unreadable, match="er ikke et klokkeslæt"):
        times.clock(written)


def test_lessons_are_whole() -> None:
    assert times.whole_number("6") == times.whole_number(6) == 6
    for written in ("6,5", "-1", "1001", "seks", Decimal("6.5")):
        with pytest.raises(Unreadable, match="er ikke et helt tal"):
            times.whole_number(written)
