"""Courses held and planned: which course a row means, where it belongs, and what is said about it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.case_file import Organisation
from mentorapp.domain.schooling import Schooling
from mentorapp.lists.known import Known
from mentorapp.lists.plan import Existing
from mentorapp.lists.schooling_list import pattern_minutes
from tests.lists.conftest import Desk

HEADS = (
    "Elev;Type;Udbyder;Titel;Fra;Til;Start kl.;Slut kl.;Dage;Planlagte timer;Fremmødte timer;Bevis modtaget;Resultat"
)
ROW = "Amal;AMU;SOSU;Forflytning;12-01-2026;16-01-2026;08:00;15:24;man-fre;37;37;02-02-2026;bestået"


@pytest.fixture
def amal(desk: Desk) -> Desk:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU")
    return desk


def test_the_learner_must_be_known(desk: Desk) -> None:
    row = desk.row(f"{HEADS}\n{ROW}")
    assert (row.who, row.outcome) == ("Amal", "refused")
    assert row.reason == "Eleven Amal kendes ikke. Importér elevlisten først, eller ret navnet."


def test_namesakes_are_told_apart_by_birth_date_or_number(desk: Desk) -> None:
    desk.bring_in(
        "Navn;CPR-nr.;Fødselsdato;Startdato;Ordning\nAmal;680791-0001;;01-02-2025;IGU\nAmal;;09-07-1991;01-02-2025;IGU"
    )
    assert "flere elever, der hedder Amal" in desk.row(f"{HEADS}\n{ROW}").reason
    row = desk.row("Elev;Fødselsdato;Type;Fra\nAmal;09-07-1991;AMU;12-01-2026")
    assert row.outcome == "new"
    row = desk.row("CPR-nr.;Type;Fra\n680791-0001;AMU;12-01-2026")
    assert (row.who, row.outcome) == ("Amal", "new")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("Amal;;;Titel;12-01-2026;;;;;;;;", "Typen mangler, fx AMU eller danskuddannelse."),
        ("Amal;AMU;;Titel;;;;;;;;;", "Kursets første dag mangler."),
        ("Amal;AMU;;Titel;12-01-2026;11-01-2026;;;;;;;", "Kursets første dag ligger efter dets sidste."),
        ("Amal;AMU;;Titel;12-01-2026;;15:00;08:00;;;;;", "Undervisningen slutter, før den begynder."),
        ("Amal;AMU;;Titel;12-01-2026;;;;;mange;;;", "Planlagte timer: »mange« er ikke et timetal."),
        ("Amal;AMU;;Titel;12-01-2026;;;;;4001;;;", "tallet skal ligge fra 0 til 4000"),
        ("Amal;AMU;;Titel;12-01-2026;;;;;;;snart;", "Bevis modtaget: »snart« er ikke en dato."),
    ],
)
def test_a_row_that_cannot_be(cells: str, said: str, amal: Desk) -> None:
    row = amal.row(f"{HEADS}\n{cells}")
    assert row.outcome == "refused" and said in row.reason


def test_a_later_list_fills_in_what_has_happened_since(amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\nAmal;AMU;;Forflytning;12-01-2026;16-01-2026;;;;37;;;")
    row = amal.bring_in(f"{HEADS}\n{ROW}").rows[0]
    assert row.outcome == "changed"
    assert {one.label for one in row.fields} == {
        "Udbyder", "Dage", "Start kl.", "Slut kl.", "Fremmødte timer", "Bevis modtaget", "Resultat",
    }  # fmt: skip
    (course,) = amal.case("Amal").schooling
    assert course.proof_on == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("row", "courses"),
    [
        (ROW.replace("Forflytning", "FORFLYTNING "), 1),
        (ROW.replace("12-01-2026", "13-01-2026"), 2),
        (ROW.replace("Forflytning", "Hygiejne"), 2),
        (ROW.replace("SOSU", "AMU-centret"), 2),
        (ROW.replace("SOSU", ""), 1),
        (ROW.replace("AMU", "FVU"), 2),
    ],
)
def test_which_course_a_row_means(row: str, courses: int, amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\n{ROW}")
    amal.bring_in(f"{HEADS}\n{row}")
    assert len(amal.case("Amal").schooling) == courses


def test_two_providers_of_one_course_must_be_named(amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\n{ROW}\n{ROW.replace('SOSU', 'AMU-centret')}")
    assert "Skriv også udbyderen" in amal.row(f"{HEADS}\n{ROW.replace('SOSU', '')}").reason


def test_two_rows_about_one_course_that_differ(amal: Desk) -> None:
    plan = amal.bring_in(f"{HEADS}\n{ROW}\n{ROW.replace(';37;37;', ';37;30;')}\n{ROW}")
    assert [row.outcome for row in plan.rows] == ["new", "refused", "unchanged"]
    assert plan.rows[1].reason == "Række 2 er om samme kursus, men siger noget andet. Behold én af dem."


def test_a_course_belongs_to_the_enrolment_that_holds_its_first_day(desk: Desk) -> None:
    desk.bring_in(
        "Navn;Fødselsdato;Startdato;Aftalt slut;Ordning\nAmal;08-07-1991;01-01-2024;31-03-2024;Virksomhedspraktik\n"
        "Amal;08-07-1991;01-02-2025;;IGU"
    )
    plan = desk.bring_in(
        "Elev;Type;Titel;Fra;Til\nAmal;AMU;A;31-03-2024;\nAmal;AMU;B;01-04-2024;\nAmal;AMU;C;31-01-2027;31-01-2027"
    )
    case = desk.case("Amal")
    programme = {one.id: one.programme for one in case.enrolments}
    assert {course.title: programme[course.enrolment] for course in case.schooling} == {
        "A": "virksomhedspraktik", "B": "igu", "C": "igu",
    }  # fmt: skip
    outside = "Kurset ligger ikke helt inden for forløbet."
    assert [outside in row.warnings for row in plan.rows] == [False, True, False]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace(";37;37;", ";36;36;"), "Listen siger 36,0 timer; ugedage og klokkeslæt giver 37,0."),
        (ROW.replace(";37;37;", ";37;38;"), "Der er flere fremmødte timer end planlagte."),
        (ROW.replace("AMU", "Sprogcafé"), "Sprogcafé er ikke en skoletype, der tæller."),
        (
            ROW.replace("16-01-2026", "01-02-2027").replace(";37;37;", ";;;"),
            "Kurset ligger ikke helt inden for forløbet.",
        ),
        (ROW.replace("02-02-2026", "ja"), "Beviset har ingen dato og regnes ikke med. Skriv den dag, det kom."),
    ],
)
def test_what_looks_wrong_is_said_and_kept(row: str, said: str, amal: Desk) -> None:
    planned = amal.bring_in(f"{HEADS}\n{row}").rows[0]
    assert (planned.outcome, planned.warnings) == ("new", (said,))


def test_a_proof_that_has_not_come_is_none(amal: Desk) -> None:
    assert amal.bring_in(f"{HEADS}\n{ROW.replace('02-02-2026', 'mangler')}").rows[0].warnings == ()
    assert amal.case("Amal").schooling[0].proof_on is None


def test_a_course_planned_anew_in_another_week_asks_about_the_old_one(amal: Desk) -> None:
    amal.bring_in("Elev;Type;Titel;Fra;Til\nAmal;AMU;Forflytning;12-01-2026;23-01-2026")
    row = amal.row("Elev;Type;Titel;Fra;Til\nAmal;AMU;Forflytning;19-01-2026;30-01-2026")
    assert row.warnings == ("Kurset står allerede fra 12-01-2026. Er det flyttet, så slet det gamle.",)


def test_a_cancelled_course(amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\n{ROW.replace('bestået', 'aflyst')}")
    (course,) = amal.case("Amal").schooling
    assert (course.cancelled, course.result) == (True, None)


def test_the_pattern_is_counted_as_the_course_itself_counts_it() -> None:
    closing = frozenset({date(2026, 10, 14)})
    known = Known(Existing((), Organisation(closing_days=closing)), str, bytes)
    spans = product(range(0, 400, 37), (0, 1, 6, 7, 20, 200))
    for (first, length), days in product(spans, ((1,), (3,), (7,), (2, 4), (1, 2, 3, 4, 5))):
        begins = date(2026, 3, 1) + timedelta(days=first)
        course = Schooling(
            bytes(16), "s", "e", "amu", first_day=begins, last_day=begins + timedelta(days=length), weekdays=days,
            starts_at="08:30", ends_at="12:12",
        )  # fmt: skip
        assert pattern_minutes(course, known) == sum(one.minutes for one in course.sessions(PUBLIC_HOLIDAYS | closing))


def test_a_row_without_a_provider_beside_one_with_another_is_asked_about_at_once(amal: Desk) -> None:
    """Taken in, they would be refused when the same list is read again: then nobody knows which course is meant."""
    amal.bring_in("Elev;Type;Titel;Udbyder;Fra\nAmal;AMU;Løft;VUC;12-01-2026")
    plan = amal.plan("Elev;Type;Titel;Udbyder;Fra\nAmal;AMU;Løft;;12-01-2026\nAmal;AMU;Løft;SOSU;12-01-2026")
    assert [row.outcome for row in plan.rows] == ["unchanged", "refused"]
    assert "Række 2 er om samme kursus uden udbyder" in plan.rows[1].reason
