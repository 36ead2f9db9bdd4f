"""R10, R12 and R19: the last quiet day or hour, and the first loud one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.alerts.hours import behind_the_pace, out_of_reach, plan_falls_short
from mentorapp.domain.ledger import Ledger, build
from tests.builders import TODAY, amal, case, day, enrolment, hevin, hours, maryam, placement, schooling

# 851 hours over 730 days without a plan: expected rises by 1,17 hours a day, two school weeks are 63,5 days.
COURSE = enrolment("01-01-2026")


def ledger_of(file: Any, today: date) -> Ledger:
    ledger = build(file, today)
    assert ledger is not None
    return ledger


def said(rule: Any, file: Any, today: date = TODAY) -> list[Any]:
    return list(rule(file, ledger_of(file, today), today))


def severities(rule: Any, file: Any, today: str) -> list[str]:
    return [alert.severity for alert in said(rule, file, day(today))]


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
