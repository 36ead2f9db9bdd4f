"""The field's words, and what must never be taken for them."""

from __future__ import annotations

import pytest

from mentorapp.domain.attendance import STATUSES
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.placement import SECTORS
from mentorapp.domain.schooling import RESULTS, SCHOOL_TYPES
from mentorapp.lists.cells import words
from mentorapp.lists.cells.text import Unreadable


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("AMU", "amu"), ("AMU-kursus", "amu"), ("Danskuddannelse", "danskuddannelse"), ("DU2", "danskuddannelse"),
        ("Danskuddannelse 2", "danskuddannelse"), ("FVU", "fvu"), ("FVU-dansk trin 3", "fvu"), ("avu", "avu"),
        ("hf-enkeltfag", "hf"), ("FGU", "fgu"), ("Almen voksenuddannelse", "avu"),
    ],
)  # fmt: skip
def test_school_types(written: str, key: str) -> None:
    assert words.school_type(written) == key


@pytest.mark.parametrize("written", ["Sprogcafé", "AMU-lignende kursus", "Dansk i praktikken", "Eget kursus", "FVUX"])
def test_what_does_not_count_by_law_keeps_its_own_name(written: str) -> None:
    assert words.school_type(written) == written


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("fremmødt", "present"), ("Til stede", "present"), ("syg", "sick"), ("syg (ryggen)", "sick"),
        ("barns sygedag", "child_sick"), ("barns 1. sygedag", "child_sick"), ("ferie", "holiday"),
        ("lukket (efterårsferie)", "closed"), ("helligdag", "closed"), ("lovligt fravær", "lawful"),
        ("lovligt", "lawful"), ("ulovligt fravær", "unexcused"), ("Ulovligt", "unexcused"), ("udeblevet", "unexcused"),
        ("orlov", "leave"), ("barsel", "leave"), ("omsorgsdag", "care_day"), ("afspadsering", "time_off"),
    ],
)  # fmt: skip
def test_attendance_status(written: str, key: str) -> None:
    assert words.attendance_status(written) == key


@pytest.mark.parametrize("written", ["fravær", "ikke fremmødt", "depression", "?", "fremmødtsyg"])
def test_a_status_that_says_too_little_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="lovligt eller ulovligt fravær"):
        words.attendance_status(written)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("barsel", "parental"), ("Forældreorlov", "parental"), ("adoption", "parental"), ("sygdom", "sick"),
        ("ferie", "holiday"), ("orlov", "leave"), ("uddannelsesorlov", "leave"), ("barselsorlov", "parental"),
    ],
)  # fmt: skip
def test_kinds_of_leave(written: str, key: str) -> None:
    assert words.leave_kind(written) == key


@pytest.mark.parametrize(
    ("words_of", "understood"),
    [
        (STATUSES, words.attendance_status), (LEAVE_KINDS, words.leave_kind), (SECTORS, words.sector),
        (SCHOOL_TYPES, words.school_type), (RESULTS, words.result),
    ],
)  # fmt: skip
def test_what_the_program_shows_itself_is_understood(words_of, understood) -> None:
    assert {key: understood(shown) for key, shown in words_of.items()} == {key: key for key in words_of}


def test_results() -> None:
    assert words.result("ikke bestået") == "failed"
    assert words.result("Aflyst") == "cancelled"
    assert words.result("12") == "12"


@pytest.mark.parametrize(
    ("written", "passed"),
    [
        ("PD2 bestået", "PD2"), ("Bestået Prøve i Dansk 3", "PD3"), ("Studieprøven bestået", "SP"),
        ("DU3 modul 5", None), ("PD2", None), ("PD2 ikke bestået", None), ("tilmeldt PD2, PD1 bestået", None),
        ("bestået", None),
    ],
)  # fmt: skip
def test_exams_said_to_be_passed(written: str, passed: str | None) -> None:
    assert words.passed_exam(written) == passed


def test_exams_in_a_column_of_their_own() -> None:
    assert [words.named_exam(written) for written in ("PD1", "2", "Prøve i Dansk 3", "Studieprøven")] == [
        "PD1", "PD2", "PD3", "SP",
    ]  # fmt: skip
    with pytest.raises(Unreadable, match="Skriv PD1, PD2, PD3 eller Studieprøven"):
        words.named_exam("modul 4")
    assert words.is_higher_exam("SP", than="PD3") and not words.is_higher_exam("PD1", than="PD2")


@pytest.mark.parametrize(("written", "answer"), [("ja", True), ("X", True), ("nej", False), ("0", False)])
def test_yes_and_no(written: str, answer: bool) -> None:
    assert words.yes(written) is answer
    with pytest.raises(Unreadable, match="hverken ja eller nej"):
        words.yes("måske")


def test_sectors() -> None:
    assert words.sector("Kommunalt") == "municipal" and words.sector("selvejende institution") == "self_owned"
    with pytest.raises(Unreadable, match="Skriv kommunal, selvejende eller privat"):
        words.sector("regional")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("opnå ordinære løntimer", "paid_hours"), ("Ordinære løntimer", "paid_hours"), ("lønnede timer", "paid_hours"),
        ("optræning af specifikke kompetencer", "skills"), ("Optræning af kompetencer", "skills"),
        ("optræning", "skills"), ("afklaring af job- eller uddannelsesmål", "clarification"),
        ("afklaring af jobmål", "clarification"), ("Afklaring", "clarification"),
        ("lære kolleger at kende", "lære kolleger at kende"),
    ],
)  # fmt: skip
def test_purposes_of_a_placement(written: str, key: str) -> None:
    assert words.purpose(written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ingen", "none"), ("nej", "none"), ("Ja, afbrudt", "stopped"), ("afbrudt", "stopped"),
        ("delvist gennemført", "stopped"), ("gennemført", "completed"), ("Tidligere igu, gennemført", "completed"),
    ],
)  # fmt: skip
def test_an_earlier_igu(written: str, key: str) -> None:
    assert words.earlier_igu(written) == key


@pytest.mark.parametrize("written", ["ja", "?", "2019"])
def test_an_earlier_igu_must_say_what_became_of_it(written: str) -> None:
    with pytest.raises(Unreadable, match="ingen, afbrudt eller gennemført"):
        words.earlier_igu(written)
