"""R08 to R12 and R19: the last quiet day or hour, and the first loud one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentorapp.alerts.hours import (
    behind_the_pace,
    much_a_week,
    out_of_reach,
    plan_falls_short,
    requirement_unmet,
    too_little_planned_late,
)
from tests.alerts.saying import ledger_of, said, severities
from tests.builders import TODAY, amal, case, day, enrolment, hevin, hours, maryam, placement, rahel, schooling, yusuf

# 851 hours over 730 days without a plan: expected rises by 1,17 hours a day, two school weeks are 63,5 days.
COURSE = enrolment("01-01-2026")


def test_r08_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE, schooling("amu", "01-02-2026", "30-06-2026", attended=814))
    assert severities(requirement_unmet, file, "31-12-2027") == []
    (alert,) = said(requirement_unmet, file, "01-01-2028")
    assert alert.severity == "act" and alert.due == day("31-12-2027")
    assert alert.text == "Forløbet er slut med 814,0 af 851,0 tællende timer; 37,0 mangler."


@pytest.mark.parametrize(
    ("attended", "proof", "severity"),
    [
        ("850,9", "01-07-2026", ["act"]),  # no tolerance
        (851, "01-07-2026", []),
        (851, None, ["soon"]),
    ],
)
def test_r08_asks_for_every_hour_and_its_proof(attended: Any, proof: str | None, severity: list[str]) -> None:
    file = case(COURSE, schooling("amu", "01-02-2026", "30-06-2026", attended=attended, proof=proof))
    assert severities(requirement_unmet, file, "01-01-2028") == severity


@pytest.mark.parametrize(("outcome", "alerts"), [("completed", 1), ("stopped", 0), ("partly", 0)])
def test_r08_has_its_answer_in_another_outcome(outcome: str, alerts: int) -> None:
    assert len(said(requirement_unmet, case(enrolment("01-01-2026", outcome=outcome)))) == alerts


def test_r08_the_sample_learners() -> None:
    # 125,8 of the attended hours are FVU and count twice: 148 + 251,6 + 148 = 547,6 of 851.
    (alert,) = said(requirement_unmet, rahel())
    assert alert.text == "Forløbet er slut med 547,6 af 851,0 tællende timer; 303,4 mangler."
    # 444 hours of AMU and 195 of Danish, twice: 834 of 740, begun on 15 April 2021.
    assert said(requirement_unmet, yusuf()) == []


def test_r09_last_quiet_day_and_first_loud_day() -> None:
    # 130 working days are 26 weeks: 130 are left after Friday 2 July 2027, 129 after the Monday that follows.
    file = case(COURSE)
    assert ledger_of(file, day("02-07-2027")).days_left == 130
    assert severities(too_little_planned_late, file, "04-07-2027") == []
    assert severities(too_little_planned_late, file, "05-07-2027") == ["act"]


def test_r09_says_what_is_missing_and_is_quiet_where_the_plan_reaches() -> None:
    (alert,) = said(too_little_planned_late, amal())
    assert alert.text == "Der er 9,6 uger tilbage, og 222,0 tællende timer er endnu ikke lagt i planen."
    assert "26 uger" in alert.source
    whole = case(COURSE, schooling("amu", "01-09-2027", "31-12-2027", planned=851))
    assert said(too_little_planned_late, whole, "05-07-2027") == []


def test_r11_last_quiet_day_and_first_loud_day() -> None:
    # 851 hours in 284 working days are 14,98 a week, in 283 they are 15,04; in 115 they are 37,0, in 114 37,3.
    file = case(COURSE)
    assert severities(much_a_week, file, "19-11-2026") == []
    assert severities(much_a_week, file, "20-11-2026") == ["soon"]
    assert ledger_of(file, day("23-07-2027")).days_left == 115
    assert severities(much_a_week, file, "25-07-2027") == ["soon"]
    assert severities(much_a_week, file, "26-07-2027") == ["act"]


def test_r11_says_only_the_impossible_where_the_plan_reaches() -> None:
    file = case(COURSE, schooling("amu", "01-09-2027", "31-12-2027", planned=851))
    assert severities(much_a_week, file, "25-07-2027") == []
    assert severities(much_a_week, file, "26-07-2027") == ["act"]


def test_r10_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE)
    assert severities(behind_the_pace, file, "04-03-2026") == []
    assert severities(behind_the_pace, file, "05-03-2026") == ["soon"]
    assert severities(behind_the_pace, file, "06-05-2026") == ["soon"]
    assert severities(behind_the_pace, file, "07-05-2026") == ["act"]


def test_r10_is_quiet_at_exactly_two_weeks_and_soon_at_exactly_four() -> None:
    ledger, file = ledger_of(amal(), TODAY), amal()
    assert list(behind_the_pace(file, replace(ledger, gap=2 * hours(37)), TODAY)) == []
    for gap, severity in ((2 * hours(37) + 1, "soon"), (4 * hours(37), "soon"), (4 * hours(37) + 1, "act")):
        (alert,) = behind_the_pace(file, replace(ledger, gap=gap), TODAY)
        assert alert.severity == severity


def test_r10_says_the_weeks_the_hours_the_law_and_whether_the_plan_is_missing() -> None:
    (alert,) = said(behind_the_pace, amal())
    assert alert.text == (
        "5,8 skoleuger bagud: 555,0 tællende timer af 769,4 ventede. Der mangler også en plan, som rækker."
    )
    assert (alert.id, alert.due, alert.learner) == ("R10", day("31-01-2027"), amal().learner.learner)
    assert "Lov nr. 722" in alert.source
    planned = case(COURSE, schooling("amu", "01-01-2026", "30-06-2026", planned=851))
    (alert,) = said(behind_the_pace, planned)
    assert "plan" not in alert.text


def test_r10_is_quiet_about_those_who_follow_their_plan_and_where_no_law_asks() -> None:
    assert said(behind_the_pace, maryam()) == []
    assert said(behind_the_pace, hevin()) == []


def test_r12_last_quiet_hour_and_first_loud_one() -> None:
    def planned(total: str) -> Any:
        return case(COURSE, schooling("amu", "01-03-2027", "30-06-2027", planned=total))

    assert said(plan_falls_short, planned("851")) == []
    a_minute_short = planned("851")
    row = replace(a_minute_short.schooling[0], planned_minutes=hours(851) - 1)
    assert len(said(plan_falls_short, replace(a_minute_short, schooling=(row,)))) == 1
    (alert,) = said(plan_falls_short, planned("850,9"))
    assert alert.severity == "soon"
    assert alert.text == "Plan mangler: planen giver 23,0 af 23,0 uger; 1 hel uge mangler."


def test_r12_last_quiet_day_and_first_loud_day() -> None:
    """A plan that reached the requirement stops reaching it on the day its hours fall due unattended."""
    file = case(COURSE, schooling("amu", "16-11-2026", "27-11-2026", planned=851))
    assert severities(plan_falls_short, file, "15-11-2026") == []
    assert severities(plan_falls_short, file, "16-11-2026") == ["soon"]


def test_r12_says_the_missing_whole_weeks() -> None:
    (alert,) = said(plan_falls_short, amal())
    assert alert.text == "Plan mangler: planen giver 17,0 af 23,0 uger; 6 hele uger mangler."
    assert (alert.id, alert.due) == ("R12", day("31-01-2027"))
    assert said(plan_falls_short, maryam()) == []
    assert said(plan_falls_short, hevin()) == []


def test_r19_last_quiet_day_and_first_loud_day() -> None:
    assert severities(out_of_reach, amal(), "02-12-2026") == []
    assert severities(out_of_reach, amal(), "03-12-2026") == ["act"]


def test_r19_says_what_is_missing_and_what_can_be_done() -> None:
    (alert,) = said(out_of_reach, amal(), day("03-12-2026"))
    assert alert.text == "Kravet kan ikke nås: 296,0 tællende timer mangler, og der er 7,8 uger tilbage."
    assert "forlængelse" in alert.todo and "§ 6, stk. 5" in alert.source
    assert (alert.id, alert.due) == ("R19", day("31-01-2027"))


def test_r19_blames_practice_where_school_is_done() -> None:
    file = case(COURSE, placement(5), schooling("amu", "01-02-2026", "30-06-2026", planned=851, attended=851))
    (alert,) = said(out_of_reach, file, day("01-12-2027"))
    assert alert.text.startswith("Skolekravet er nået, men praktikken")


def test_r19_is_quiet_where_practice_is_not_known() -> None:
    assert said(out_of_reach, case(enrolment("01-12-2024"))) == []


def test_ended_courses_have_no_pace() -> None:
    last, after = day("31-01-2027"), day("01-02-2027")
    for rule in (behind_the_pace, plan_falls_short, out_of_reach):
        assert len(said(rule, amal(), last)) == 1
        assert said(rule, amal(), after) == []
        file = amal()
        stopped = replace(file, enrolments=(replace(file.enrolments[0], outcome="stopped"),))
        assert said(rule, stopped, last) == []
