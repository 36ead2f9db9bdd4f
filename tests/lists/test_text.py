"""Names and the numbers authorities give."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mentorapp.lists.cells import text
from mentorapp.lists.cells.text import Cell, Unreadable


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Amal  Idris\nHamid ", "Amal Idris Hamid"),
        ("Ahmadi, Maryam", "Maryam Ahmadi"),
        ("Khaled al-Sayed", "Khaled al-Sayed"),
        ("A\u030akjær", "Åkjær"),
        ("Amal\x07Hamid", "AmalHamid"),
    ],
)
def test_names(written: str, name: str) -> None:
    assert text.name(written) == name


@pytest.mark.parametrize("written", ["123", 42, "???", "#REF!", "#I/T", "#######"])
def test_what_is_no_name_is_said(written: Cell) -> None:
    with pytest.raises(Unreadable, match=r"er ikke et navn|er en fejl fra Excel"):
        text.name(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("680791-0001", "680791-0001"), ("6807910001", "680791-0001"), (6807910001, "680791-0001"),
        ("680791 0001", "680791-0001"), ("010225-1234", "010225-1234"), (102251234, "010225-1234"),
        ("102251234", "010225-1234"), ("290200-1234", "290200-1234"), ("310800-1234", "310800-1234"),
    ],
)  # fmt: skip
def test_registration_numbers_with_replacement_days_and_lost_noughts(written: Cell, number: str) -> None:
    assert text.registration_number(written) == number


@pytest.mark.parametrize("written", ["080791-xxxx", "080791-****", "080791-••••", "080791xxxx"])
def test_a_masked_registration_number_is_unknown(written: str) -> None:
    assert text.registration_number(written) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("680791", "Skriv ti cifre"),
        ("12345678901", "Skriv ti cifre"),
        ("abc", "»abc« er ikke et CPR-nummer"),
        ("310691-0001", "begynder med en dato, der ikke findes"),
        ("921291-0001", "begynder med en dato"),
        ("011391-0001", "begynder med en dato"),
        ("290201-0001", "begynder med en dato"),
    ],
)
def test_what_is_no_registration_number_is_said(written: Cell, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        text.registration_number(written)


def test_modulus_eleven_is_not_asked() -> None:
    # 010190-0001: 4·0 + 3·1 + 2·0 + 7·1 + 6·9 + 5·0 + 4·0 + 3·0 + 2·0 + 1 = 65, and 65 is no multiple of 11.
    assert text.registration_number("010190-0001") == "010190-0001"


def test_a_number_says_a_birth_date() -> None:
    assert text.born_on("680791-0001", date(1991, 7, 8))
    assert text.born_on("080791-0001", date(1991, 7, 8))
    assert not text.born_on("090791-0001", date(1991, 7, 8))


def test_company_numbers() -> None:
    assert text.cvr("DK 29 18 99 19") == text.cvr(29189919) == "29189919"
    assert text.p_number("1003300001") == text.p_number(1003300001) == "1003300001"
    with pytest.raises(Unreadable, match="Det har otte cifre"):
        text.cvr("2918991")
    with pytest.raises(Unreadable, match="Det har ti cifre"):
        text.p_number("29189919")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khaled al-Sayed", "KHALED AL SAYED"), ("Plejecenter Lindegården", "plejecenter lindegaarden"),
        ("A\u030akjær", "Aakjaer"), ("CPR-nr.", "cpr nr"), ("Praktiktimer\npr. uge", "praktiktimer pr uge"),
    ],
)  # fmt: skip
def test_ways_of_writing_one_thing_fold_to_one(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other) != ""


def test_different_names_stay_different() -> None:
    assert text.fold("José") != text.fold("Jose")
    assert text.fold("नि") != text.fold("न")


def test_remarks_keep_their_lines_and_no_text_is_endless() -> None:
    assert text.paragraphs(" en \r\n to  tre ") == "en\nto tre"
    assert text.line("en\r\nto") == "en to"
    with pytest.raises(Unreadable, match="501 tegn; der er plads til 500"):
        text.line("x" * 501)
    assert len(text.shown("x" * 99)) == 40


def test_numbers_as_text_have_no_exponent() -> None:
    assert text.line(Decimal("1E+3")) == "1000"
    assert text.line(20123456) == "20123456"
