"""The lists a coordinator has today come in right, and the same lists again change nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from mentorapp.domain import ledger
from mentorapp.domain.enrolment import Leave
from tests.conftest import TODAY
from tests.lists.conftest import SAMPLES, Desk

ALL = ("elevliste.csv", "skoleplan.csv", "fremmoede.csv", "praktiktimer.csv")


@pytest.fixture
def full(desk: Desk) -> Desk:
    for name in ALL:
        desk.bring_in_file(SAMPLES / name)
    return desk


@pytest.mark.parametrize(
    ("name", "rows"), [("elevliste.csv", 13), ("skoleplan.csv", 20), ("fremmoede.csv", 16), ("praktiktimer.csv", 4)]
)
def test_each_sample_comes_in_whole_and_again_unchanged(name: str, rows: int, desk: Desk) -> None:
    for before in ALL[: ALL.index(name)]:
        desk.bring_in_file(SAMPLES / before)
    first = desk.bring_in_file(SAMPLES / name)
    assert first.counts == {"new": rows, "changed": 0, "unchanged": 0, "refused": 0}
    again = desk.plan_file(SAMPLES / name)
    assert again.counts == {"new": 0, "changed": 0, "unchanged": rows, "refused": 0}
    assert again.changes == []


def test_the_workbook_says_the_same_as_the_two_csv_files(full: Desk) -> None:
    again = full.plan_file(SAMPLES / "elevliste.xlsx")
    assert [(plan.kind, plan.sheet) for plan in again.plans] == [("learners", "Elever"), ("schooling", "Skoleplan")]
    assert again.counts == {"new": 0, "changed": 0, "unchanged": 33, "refused": 0}


def test_the_workbook_brings_in_learners_and_their_schooling_at_once(desk: Desk) -> None:
    planned = desk.bring_in_file(SAMPLES / "elevliste.xlsx")
    assert planned.counts == {"new": 33, "changed": 0, "unchanged": 0, "refused": 0}
    assert [row.number for row in planned.plans[0].rows] == list(range(4, 17))
    for name in ("elevliste.csv", "skoleplan.csv"):
        assert desk.plan_file(SAMPLES / name).changes == []


def test_every_fact_of_a_learner_is_kept(full: Desk) -> None:
    case = full.case("Rahel Tesfay")
    assert (case.learner.languages, case.learner.danish_level) == ("tigrinya", "PD2 bestået")
    assert (case.learner.exam, case.learner.exam_passed_on) == ("PD2", date(2020, 11, 25))
    private = case.private
    assert private is not None
    assert private.registration_number == "611295-0002"
    assert private.birth_date == date(1995, 12, 1)
    assert private.first_danish_address == date(2019, 2, 2)
    assert private.permit_expires == date(2027, 2, 2)
    (enrolment,) = case.enrolments
    assert (enrolment.programme, enrolment.rule_set) == ("igu", "IGU-2021")
    assert (enrolment.start, enrolment.agreed_end) == (date(2021, 5, 1), date(2024, 3, 17))
    assert (enrolment.municipality, enrolment.remark) == ("Herning", "forlænget efter barsel")
    (leave,) = case.leaves
    assert leave == Leave(
        case.learner.learner, leave.id, enrolment.id, "parental", date(2022, 4, 4), date(2023, 2, 19), True
    )
    (placement,) = case.placements
    assert (placement.first_day, placement.last_day) == (enrolment.start, enrolment.agreed_end)
    assert (placement.department, placement.minutes_a_week) == ("Afd. B", 28 * 60)
    site, mentor = case.organisation.sites[placement.site or ""], case.organisation.people[placement.mentor or ""]
    assert (site.name, site.cvr, site.p_number, site.sector) == (
        "Plejecenter Fuglsang", "29189919", "1003300002", "municipal",
    )  # fmt: skip
    assert (mentor.name, mentor.role, mentor.site) == ("Jens Møller Åkjær", "mentor", site.id)


def test_sites_and_mentors_are_made_once(full: Desk) -> None:
    shared = full.session.organisation
    assert sorted(site.name for site in shared.sites.values()) == [
        "Midtjysk Metal A/S", "Plejecenter Fuglsang", "Plejecenter Lindegården", "Plejecenter Søglimt",
    ]  # fmt: skip
    assert len(shared.people) == 5


def test_starts_on_both_sides_of_a_law_get_their_own_rule_set(full: Desk) -> None:
    sets = {case.learner.name: case.enrolments[0].rule_set for case in full.session.case_files()}
    assert sets["Yusuf Abdi Warsame"] == "IGU-2019"
    assert sets["Rahel Tesfay"] == "IGU-2021"
    assert sets["Khaled al-Sayed"] == "IGU-2024"


def test_learners_of_other_schemes_are_held_under_the_scheme_s_file(full: Desk) -> None:
    hevin = full.case("Hevin Mustafa")
    (enrolment,) = hevin.enrolments
    assert (enrolment.programme, enrolment.rule_set) == ("sprogpraktik", None)
    assert enrolment.school_minutes_a_week == 15 * 60
    assert enrolment.target_group == "introduktionsprogram, aktivitetsparat"
    assert hevin.placements[0].minutes_a_week == 888  # 14,8 hours


def test_schooling_keeps_pattern_hours_and_proof_exactly(full: Desk) -> None:
    by_title = {course.title: course for course in full.case("Amal Idris Hamid").schooling}
    course = by_title["DU2 modul 4"]
    assert (course.type, course.provider) == ("danskuddannelse", "LÆRDANSK")
    assert (course.weekdays, course.starts_at, course.ends_at) == ((2, 4), "08:30", "12:12")
    assert (course.planned_minutes, course.attended_minutes) == (3108, 2886)  # 51,8 and 48,1
    assert course.proof_on == date(2025, 7, 2)
    assert by_title["Praktisk hjælp til ældre"].result == "passed"
    assert by_title["Medvirken til rehabilitering"].attended_minutes is None


def test_attendance_is_linked_to_its_course_and_says_no_diagnosis(full: Desk) -> None:
    case = full.case("Maryam Ahmadi")
    course = next(course for course in case.schooling if course.title == "DU1 modul 4")
    days = {entry.day.day: entry for entry in case.attendance}
    assert {entry.schooling for entry in case.attendance} == {course.id}
    assert [days[day].status for day in (7, 14, 21, 28)] == ["present", "closed", "present", "sick"]
    assert (days[7].minutes, days[7].lessons, days[28].minutes) == (444, 6, 0)
    assert days[7].source == "sprogcentrets udskrift 02-11-2026"


def test_practice_hours_are_whole_minutes(full: Desk) -> None:
    first = full.case("Amal Idris Hamid").practice_periods[0]
    assert (first.worked_minutes, first.paid_holiday_minutes) == (72_630, 6_660)  # 1210,5 and 111
    assert (first.paid_sickness_minutes, first.other_paid_minutes) == (2_664, 888)
    assert first.source == "lønsedler 2025"


def test_what_is_untidy_in_the_samples_is_said(desk: Desk) -> None:
    desk.bring_in_file(SAMPLES / "elevliste.csv")
    rows = {row.number: row for plan in desk.plan_file(SAMPLES / "skoleplan.csv").plans for row in plan.rows}
    assert rows[3].warnings == ("Listen siger 51,8 timer; ugedage og klokkeslæt giver 55,5.",)
    assert rows[19].warnings == ("Sprogcafé er ikke en skoletype, der tæller.",)
    assert rows[2].warnings == ()


def test_the_imported_lists_give_the_figures_worked_out_by_hand(full: Desk) -> None:
    def minutes(hours: str) -> int:
        return int(Fraction(hours) * 60)

    amal = ledger.build(full.case("Amal Idris Hamid"), TODAY)
    assert amal is not None and amal.counted is not None
    assert (amal.school.planned, amal.school.attended, amal.school.documented) == (
        minutes("470"), minutes("377.4"), minutes("355.2"),
    )  # fmt: skip
    assert amal.counted.planned == minutes("658.8")
    rahel = ledger.build(full.case("Rahel Tesfay"), TODAY)
    assert rahel is not None
    assert rahel.latest_lawful_end == date(2024, 3, 17)
