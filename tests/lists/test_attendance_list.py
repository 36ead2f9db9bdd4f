"""Dated attendance: linked to its course, the same day once, and nothing lost when the course is not known."""

from __future__ import annotations

import pytest

from mentorapp.domain.change import removal
from tests.lists.conftest import Desk

HEADS = "Elev;Dato;Type;Forløb;Timer;Lektioner;Status;Kilde"
COURSE = "Elev;Type;Titel;Fra;Til\nAmal;Danskuddannelse;DU1 modul 4;12-08-2026;23-06-2027"
DAY = "Amal;07-10-2026;Danskuddannelse;DU1 modul 4;7,4;6;fremmødt;udskrift"


@pytest.fixture
def amal(desk: Desk) -> Desk:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-09-2025;IGU")
    return desk


def test_a_day_is_linked_by_type_title_and_date(amal: Desk) -> None:
    amal.bring_in(COURSE + "\nAmal;Danskuddannelse;DU1 modul 4;01-02-2026;30-06-2026\nAmal;AMU;DU1 modul 4;12-08-2026;")
    amal.bring_in(f"{HEADS}\n{DAY}")
    case = amal.case("Amal")
    (entry,) = case.attendance
    course = next(course for course in case.schooling if course.id == entry.schooling)
    assert (course.type, str(course.first_day)) == ("danskuddannelse", "2026-08-12")
    assert entry.id == f"{course.enrolment}/2026-10-07/school/{course.id}"


def test_a_day_without_its_course_is_kept_and_said(amal: Desk) -> None:
    row = amal.bring_in(f"{HEADS}\n{DAY}").rows[0]
    assert row.outcome == "new"
    assert row.warnings == ("Der er intet kursus med den type og titel den dag; dagen gemmes uden kursus.",)
    (entry,) = amal.case("Amal").attendance
    assert (entry.schooling, entry.minutes, entry.lessons) == (None, 444, 6)


def test_a_day_that_came_before_its_course_moves_to_it(amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\n{DAY}")
    amal.bring_in(COURSE)
    row = amal.bring_in(f"{HEADS}\n{DAY.replace(';udskrift', ';')}").rows[0]
    assert (row.outcome, row.warnings) == ("changed", ())
    (entry,) = amal.case("Amal").attendance
    assert entry.schooling == amal.case("Amal").schooling[0].id
    assert entry.source == "udskrift"


@pytest.mark.parametrize(("type", "title", "linked"), [("", "DU1 modul 4", True), ("DU1", "", True), ("", "", False)])
def test_a_day_that_says_less_is_linked_where_one_course_is_meant(
    type: str, title: str, linked: bool, amal: Desk
) -> None:
    amal.bring_in(COURSE)
    amal.bring_in(f"{HEADS}\nAmal;07-10-2026;{type};{title};7,4;;fremmødt;")
    assert (amal.case("Amal").attendance[0].schooling is not None) is linked


def test_two_courses_of_a_type_are_not_guessed_between(amal: Desk) -> None:
    amal.bring_in(COURSE + "\nAmal;Danskuddannelse;Ekstra;12-08-2026;23-06-2027")
    row = amal.row(f"{HEADS}\nAmal;07-10-2026;Danskuddannelse;;7,4;;fremmødt;")
    assert "dagen gemmes uden kursus" in row.warnings[0]


@pytest.mark.parametrize(
    ("cells", "status", "minutes"),
    [
        ("7,4;6;", "present", 444), (";6;", "present", None), ("7,4;;fremmødt", "present", 444), (";;syg", "sick", 0),
        ("0;0;lukket (efterårsferie)", "closed", 0), ("0;;ulovligt fravær", "unexcused", 0),
    ],
)  # fmt: skip
def test_status_and_hours(cells: str, status: str, minutes: int | None, amal: Desk) -> None:
    amal.bring_in(COURSE)
    amal.bring_in(f"{HEADS}\nAmal;07-10-2026;Danskuddannelse;DU1 modul 4;{cells};")
    (entry,) = amal.case("Amal").attendance
    assert (entry.status, entry.minutes) == (status, minutes)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("Amal;;DU1;;7,4;;fremmødt;", "Datoen mangler."),
        ("Amal;07-10-2026;DU1;;;;;", "Status mangler"),
        ("Amal;07-10-2026;DU1;;0;0;;", "Status mangler"),
        ("Amal;07-10-2026;DU1;;7,4;;fravær;", "Status: »fravær« er ikke et fremmøde."),
        ("Amal;07-10-2026;DU1;;25;;fremmødt;", "tallet skal ligge fra 0 til 24"),
        ("Bo;07-10-2026;DU1;;7;;fremmødt;", "Eleven Bo kendes ikke"),
    ],
)
def test_a_row_that_cannot_be(cells: str, said: str, amal: Desk) -> None:
    row = amal.row(f"{HEADS}\n{cells}")
    assert row.outcome == "refused" and said in row.reason


@pytest.mark.parametrize(
    ("cells", "said"),
    [("0;;fremmødt", "Fremmødt med 0 timer."), ("3;;syg", "Fravær med timer; de tæller ikke som fremmøde.")],
)
def test_hours_that_do_not_fit_the_status_are_said(cells: str, said: str, amal: Desk) -> None:
    amal.bring_in(COURSE)
    assert amal.row(f"{HEADS}\nAmal;07-10-2026;DU1;DU1 modul 4;{cells};").warnings == (said,)


def test_a_corrected_day_changes_and_a_contradiction_is_refused(amal: Desk) -> None:
    amal.bring_in(COURSE)
    amal.bring_in(f"{HEADS}\n{DAY}")
    corrected = DAY.replace("7,4", "5")
    row = amal.bring_in(f"{HEADS}\n{corrected}").rows[0]
    assert [(one.label, one.before, one.after) for one in row.fields] == [("Timer", "7,4", "5,0")]
    plan = amal.bring_in(f"{HEADS}\n{DAY}\n{corrected}")
    assert [row.outcome for row in plan.rows] == ["changed", "refused"]
    assert plan.rows[1].reason == "Række 2 er om samme dag, men siger noget andet. Behold én af dem."


def test_a_deleted_day_comes_back_when_it_is_imported_again(amal: Desk) -> None:
    amal.bring_in(COURSE)
    amal.bring_in(f"{HEADS}\n{DAY}")
    amal.session.store.record(removal(amal.case("Amal").attendance[0]), "Slet")
    assert amal.case("Amal").attendance == ()
    assert amal.bring_in(f"{HEADS}\n{DAY}").rows[0].outcome == "new"


def test_a_day_in_practice_is_no_school(amal: Desk) -> None:
    row = amal.bring_in(f"{HEADS}\nAmal;07-10-2026;Praktik;;7,4;;fremmødt;vagtplan").rows[0]
    assert row.warnings == ()
    assert amal.case("Amal").attendance[0].kind == "practice"
