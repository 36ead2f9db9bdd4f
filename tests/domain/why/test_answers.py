"""Why each figure is what it is: the words, the sources and how sure they are, and the entries counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentorapp.domain.attendance import WeekMark
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.figure import STATUSES
from mentorapp.domain.ledger import build
from mentorapp.domain.measure import Measure
from mentorapp.domain.why import conventions
from mentorapp.domain.why.answers import _ANSWERS, FIGURES, why
from mentorapp.domain.why.derivation import ENTRY_STATES, ENTRY_TABLES, Derivation, Entry
from tests.builders import (
    TODAY,
    amal,
    at_school,
    at_work,
    case,
    day,
    enrolment,
    hevin,
    hours,
    leave,
    maryam,
    oksana,
    period,
    placement,
    rahel,
    schooling,
    week_mark,
    yusuf,
)

LEARNERS = {
    "amal": amal, "maryam": maryam, "oksana": oksana, "rahel": rahel, "yusuf": yusuf, "hevin": hevin,
    "bare": lambda: case(enrolment("04-01-2027")), "without end": lambda: case(enrolment("02-11-2026", programme="X")),
}  # fmt: skip


def answer(file: CaseFile, figure: str, today: str = "22-11-2026") -> Derivation:
    ledger = build(file, day(today))
    assert ledger is not None
    (found,) = why(file, ledger, figure)
    return found


def told(entries: tuple[Entry, ...]) -> list[tuple[Any, ...]]:
    return [(entry.table, entry.state, entry.minutes, entry.said_by) for entry in entries]


@pytest.mark.parametrize("name", LEARNERS)
def test_every_figure_answers_in_words_with_known_sources(name: str) -> None:
    file = LEARNERS[name]()
    ledger = build(file, TODAY)
    assert ledger is not None
    found = why(file, ledger)
    assert [derivation.figure for derivation in found] == list(FIGURES) == list(_ANSWERS)
    for derivation in found:
        assert derivation.formula.strip() and "{" not in derivation.formula
        assert {ground.status for ground in derivation.grounds} <= set(STATUSES)
        assert all(ground.source for ground in derivation.grounds)
        assert {entry.table for entry in derivation.entries} <= set(ENTRY_TABLES)
        assert {entry.state for entry in derivation.entries} <= {None, *ENTRY_STATES}
        if derivation.value is None:
            assert {entry.table for entry in derivation.entries} <= {"enrolment"}


def test_the_gap_of_amal_shows_its_arithmetic() -> None:
    gap = answer(amal(), "gap_weeks")
    assert str(gap.value) == "5,79"
    assert gap.formula.startswith("(769,4 ventede − 555,0 deltagne tællende timer) ÷ 37 = 5,79 uger.")
    clock_and_factor = [("111", 1), ("48,1", 2), ("66,6", 1), ("129,5", 2), ("22,2", 1)]
    assert [(entry.minutes, entry.factor) for entry in gap.entries] == [
        (hours(clock), factor) for clock, factor in clock_and_factor
    ]
    assert sum(entry.counted or 0 for entry in gap.entries) == hours(555)


def test_it_is_as_sure_as_its_least_sure_source() -> None:
    assert answer(amal(), "required_school_weeks").status == "verified"
    assert answer(amal(), "required_school_hours").status == "inferred"  # 37 hours are from the 20-week text
    assert answer(yusuf(), "required_school_hours").status == "verified"
    assert answer(amal(), "practice_hours_per_week").status == "unverified"  # paid absence
    assert answer(case(enrolment("01-01-2026"), schooling("fgu", planned=5)), "counted_hours").status == "unverified"
    assert answer(amal(), "start").status is None  # entered by hand, nothing to be sure of


def test_the_factors_of_the_20_week_text_are_only_inferred_for_23_weeks() -> None:
    assert conventions.FACTORS_OF_23_WEEKS in answer(oksana(), "counted_hours").grounds
    assert conventions.FACTORS_OF_23_WEEKS not in answer(yusuf(), "counted_hours").grounds


def test_an_exam_before_the_start_is_the_reason_why_danish_counts_nothing() -> None:
    counted = answer(oksana(), "counted_hours")
    assert "Danskuddannelse tæller 0" in counted.formula
    assert conventions.EXAM_ENDS_DANISH in counted.grounds
    danish = [entry for entry in counted.entries if entry.factor == 0]
    assert {entry.counted for entry in danish} == {0} and danish[0].minutes == hours("70,3")
    assert conventions.EXAM_DATE in answer(case(enrolment("01-01-2026"), exam="PD1"), "amu_required_hours").grounds


def test_attended_hours_name_who_said_so() -> None:
    row = schooling("amu", "02-11-2026", "06-11-2026", "man-fre 08:00-15:24")
    days = (
        at_school(row, "02-11-2026", "7,4", source="skolens liste 09-11-2026"),
        at_school(row, "03-11-2026", "3,7", source="printout"),
        at_school(row, "04-11-2026", 0, "sick", source="printout"),
        at_school(row, "30-11-2026", "7,4"),  # a day that has not come
    )
    attended = answer(case(enrolment("01-01-2026"), row, *days), "school_hours").entries
    assert told(attended) == [
        ("schooling", "planned", hours(37), None),
        ("attendance", "attended", hours("7,4"), "skolens liste 09-11-2026"),
        ("attendance", "attended", hours("3,7"), "printout"),
    ]
    proved = schooling("amu", "02-11-2026", "06-11-2026", planned=37, attended=30, proof="20-11-2026")
    entries = answer(case(enrolment("01-01-2026"), proved), "school_hours").entries
    assert told(entries)[1:] == [
        ("schooling", "attended", hours(30), "certificate"),
        ("schooling", "documented", hours(30), "certificate"),
    ]
    assert entries[-1].proof_on == day("20-11-2026")


def test_practice_names_periods_days_weeks_and_what_was_taken_as_planned() -> None:
    """Weeks 45–49: a payslip, a confirmed week, days, a holiday, and a week nobody spoke of. 25 hours a week."""
    mark = replace(week_mark("2026-W46"), confirmed_by="birthe")
    file = case(
        enrolment("02-11-2026", "06-12-2026", "Sprogpraktik"),
        placement(25, "02-11-2026"),
        replace(period("02-11-2026", "08-11-2026", 20, 5), source="lønseddel"),
        mark,
        at_work("16-11-2026", 6),
        at_work("17-11-2026", 0, "sick"),
        at_work("18-11-2026", 0, "unexcused"),
        leave("holiday", "23-11-2026", "24-11-2026"),
    )
    practice = answer(file, "practice_hours_per_week", "06-12-2026")
    assert told(practice.entries) == [
        ("practice_period", "worked", hours(20), "lønseddel"),
        ("practice_period", "paid_absence", hours(5), "lønseddel"),
        ("attendance", "worked", hours(6), None),
        ("attendance", "paid_absence", hours(5), None),
        ("week_mark", "worked", hours(25), "birthe"),
        ("leave", "paid_absence", hours(10), None),
        ("placement", "as_planned", hours(40), None),  # three days of week 48 and week 49
    ]
    assert str(practice.value) == "22,2"  # 111 : 5
    worked = answer(file, "practice_hours_worked", "06-12-2026")
    assert sum(entry.minutes or 0 for entry in worked.entries) == hours(51)


def test_a_week_that_does_not_exist_confirms_nothing_here_either() -> None:
    odd = WeekMark(amal().learner.learner, "odd", "course", "2026-W99")
    file = replace(amal(), week_marks=(odd,))
    assert [entry.table for entry in answer(file, "practice_hours_per_week").entries].count("week_mark") == 0


def test_the_latest_end_counts_a_day_of_two_leaves_once() -> None:
    both = case(
        enrolment("01-05-2021"),
        leave("parental", "01-01-2022", "31-01-2022"),
        leave("sick", "15-01-2022", "31-03-2022"),
        leave("holiday", "01-07-2022", "14-07-2022"),
    )
    latest = answer(both, "latest_lawful_end", "30-04-2023")
    # 1 January – 31 March 2022: 90 days
    assert [entry.days for entry in latest.entries] == [31, 59]
    assert "+ 90 dage" in latest.formula
    assert any("§ 6, stk. 7" in ground.source for ground in latest.grounds)


def test_an_extension_names_the_paragraph_of_its_reason() -> None:
    for_leave = answer(rahel(), "end_extended").grounds
    assert all("§ 6, stk. 6" in ground.source or "§ 6, stk. 7" in ground.source for ground in for_leave)
    for_school = case(enrolment("01-05-2021", "31-12-2023", extension_reason="school"))
    latest = answer(for_school, "latest_lawful_end")
    assert latest.value is None
    (ground,) = latest.grounds
    assert "§ 6, stk. 5" in ground.source
    assert answer(for_school, "end_extended").grounds == (ground,)
    nobody_said = answer(case(enrolment("01-05-2021", "31-12-2023")), "end_extended")
    assert nobody_said.grounds == (ground, *for_leave)


def test_the_rules_of_2016_know_no_extension_for_leave() -> None:
    old = case(enrolment("01-07-2016", "31-12-2018", extension_reason="school"))
    assert answer(old, "end_extended").status == "inferred"
    away = answer(case(enrolment("01-07-2016"), leave("parental", "01-01-2017", "30-06-2017")), "latest_lawful_end")
    assert away.value == day("30-06-2018") and "kender kun forlængelse, fordi skoledelen" in away.formula


def test_reach_shows_both_sides_also_where_school_is_done() -> None:
    reach = answer(yusuf(), "reachable")
    assert reach.value is False
    assert "−94,0 tællende timer" in reach.formula
    assert "244,54 timers praktik, der mangler i snittet (25 × 104,29 uger − 2362,6, mindst 0)" in reach.formula


def test_weeks_left_name_the_leave_and_holidays_ahead() -> None:
    file = replace(
        amal(),
        leaves=(leave("holiday", "21-12-2026", "27-12-2026"),),
        attendance=(at_work("04-01-2027", 0, "holiday"),),
    )
    left = answer(file, "weeks_left")
    assert [(entry.table, entry.days) for entry in left.entries] == [("leave", 7), ("attendance", 1)]
    assert isinstance(left.value, Measure) and str(left.value) == "8,6"  # 48 − 4 − 1 = 43 days


def test_what_was_stored_is_not_said_to_follow_from_the_start() -> None:
    assert "gemt på forløbet" in answer(case(enrolment("01-05-2021", rule_set="IGU-2019")), "rule_set").formula
    assert "01-01-2024 – 31-12-2027" in answer(amal(), "rule_set").formula
    assert answer(case(enrolment("01-01-2028")), "rule_set").value is None
