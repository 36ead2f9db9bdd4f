"""R16 to R18 and R20: hours a week on the edge of each limit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Any

import pytest

from mentorapp.alerts.alert import Rule
from mentorapp.alerts.averages import practice_too_low, total_too_high, total_too_low, week_too_long
from tests.alerts.saying import ledger_of, said, severities
from tests.builders import (
    amal,
    at_work,
    case,
    day,
    enrolment,
    hevin,
    hours,
    maryam,
    period,
    placement,
    schooling,
)

COURSE = enrolment("01-01-2026")


def averaging(rule: Rule, practice: str, school: str | int = 0, **fields: Any) -> list[str]:
    """What `rule` says after 52 whole weeks where practice and school make so many hours a week, then and planned."""
    file, today = case(COURSE), day("30-12-2026")
    ledger = ledger_of(file, today)
    assert ledger.elapsed_weeks == 52
    elapsed, active = ledger.elapsed_weeks, ledger.active_weeks or Fraction(0)
    weeks = replace(ledger.school, attended=int(hours(school) * elapsed))
    done = int(hours(practice) * elapsed)
    ahead = ceil(hours(practice) * (active - elapsed))
    workings = replace(ledger.workings, practice_plan={today.toordinal() + 1: ahead})
    made = replace(ledger, practice_known=True, practice_done=done, workings=workings, school=weeks, **fields)
    return [alert.severity for alert in rule(file, made, today)]


def test_r16_last_quiet_day_and_first_loud_day() -> None:
    # The whole course at 25,0 hours is enough, at 24,9 it is not: soon to the last day but one, act on the last.
    enough, little = (case(COURSE, period("01-01-2026", "31-12-2027", hours_in_all)) for hours_in_all in _totals())
    assert severities(practice_too_low, enough, "30-12-2027") == []
    assert severities(practice_too_low, enough, "31-12-2027") == []
    assert severities(practice_too_low, little, "30-12-2027") == ["soon"]
    assert severities(practice_too_low, little, "31-12-2027") == ["act"]


def _totals() -> tuple[str, str]:
    # 730 days are 104,29 weeks: 25 hours a week are 2607,14 hours in all, so 2607,2 and 2607,1.
    return "2607,2", "2607,1"


@pytest.mark.parametrize(("practice", "severity"), [("25,0", []), ("24,9", ["soon"])])
def test_r16_the_edge(practice: str, severity: list[str]) -> None:
    assert averaging(practice_too_low, practice) == severity


def test_r16_the_plan_is_warned_of_on_the_first_day() -> None:
    # 28 hours a week are 5,6 a weekday; 522 weekdays less 23 full school weeks: 407 x 5,6 / 104,29 = 21,85.
    blocks = [
        schooling("amu", first, last, "man-fre 08:00-15:24")
        for first, last in (("02-02-2026", "27-03-2026"), ("07-09-2026", "23-10-2026"), ("11-01-2027", "05-03-2027"))
    ]
    (alert,) = said(practice_too_low, case(COURSE, placement(28), *blocks), "01-01-2026")
    assert alert.severity == "soon"
    assert alert.text.startswith("Med den plan, der ligger nu, ender praktikken på 21,9 timer om ugen")


def test_r16_so_far_is_judged_after_four_weeks() -> None:
    # The first weeks without practice, then enough of it.
    file = case(COURSE, placement(30, "26-01-2026"))
    assert severities(practice_too_low, file, "27-01-2026") == []
    assert severities(practice_too_low, file, "28-01-2026") == ["soon"]  # 28 days of the course have gone


def test_r16_is_quiet_when_all_is_closed_or_unknown() -> None:
    little = case(COURSE, period("01-01-2026", "31-12-2027", 2000))
    assert severities(practice_too_low, little, "30-03-2028") == ["act"]  # 90 days after the end
    assert said(practice_too_low, little, "31-03-2028") == []
    stopped = replace(little, enrolments=(replace(COURSE, outcome="stopped"),))
    assert said(practice_too_low, stopped) == []
    assert said(practice_too_low, case(COURSE)) == [] and said(practice_too_low, hevin()) == []
    assert said(practice_too_low, amal()) == []


@pytest.mark.parametrize(("practice", "school", "severity"), [("30,0", "7,0", []), ("30,0", "7,1", ["act"])])
def test_r17_last_quiet_day_and_first_loud_day(practice: str, school: str, severity: list[str]) -> None:
    # 37,0 and 37,1 hours a week; the day on which it is first judged is the 28th of the course.
    assert averaging(total_too_high, practice, school) == severity
    file = case(COURSE, period("01-01-2026", "31-01-2026", 200))
    assert severities(total_too_high, file, "27-01-2026") == []
    assert severities(total_too_high, file, "28-01-2026") == ["act"]


@pytest.mark.parametrize(("practice", "severity"), [("32,0", []), ("31,9", ["soon"])])
def test_r18_last_quiet_day_and_first_loud_day(practice: str, severity: list[str]) -> None:
    assert averaging(total_too_low, practice) == severity
    file = case(COURSE, placement(28))
    assert severities(total_too_low, file, "27-01-2026") == []
    assert severities(total_too_low, file, "28-01-2026") == ["soon"]


def test_r18_is_quiet_where_the_plan_lifts_the_average() -> None:
    # 28 hours of practice alone; 460 hours of one day a week are to come: (28 x 104,3 + 460) / 104,3 = 32,4.
    block = schooling("amu", "04-01-2027", "31-12-2027", "tor 08:00-15:24", planned=460)
    assert said(total_too_low, case(COURSE, placement(28), block)) == []
    assert len(said(total_too_low, case(COURSE, placement(28)))) == 1


def test_r18_says_that_the_limit_is_not_verified() -> None:
    (alert,) = said(total_too_low, maryam())
    assert "31,3" in alert.text and "(ikke bekræftet)" in alert.source and "33" in alert.source


def test_r20_last_quiet_day_and_first_loud_day() -> None:
    # The week of 2 November 2026: five recorded days. Four weeks later it is no longer spoken of.
    days = [at_work(f"0{n}-11-2026", "7,4") for n in (2, 3, 4, 5)]
    assert said(week_too_long, case(COURSE, *days, at_work("06-11-2026", "7,4"))) == []
    long = case(COURSE, *days, at_work("06-11-2026", "7,5"))
    (alert,) = said(week_too_long, long)
    assert (alert.severity, alert.subject) == ("soon", "2026-11-02")
    assert alert.text == "Uge 45 (02-11-2026) har 37,1 timers skole og praktik tilsammen."
    assert severities(week_too_long, long, "06-12-2026") == ["soon"]
    assert severities(week_too_long, long, "07-12-2026") == []


def test_r20_adds_school_and_practice_and_looks_ahead() -> None:
    course = schooling("amu", "07-12-2026", "11-12-2026", "man-fre 08:00-15:24")
    evening = schooling("fvu", "08-12-2026", "08-12-2026", "tir 17:00-20:00")
    (alert,) = said(week_too_long, case(COURSE, course, evening))
    assert "40,0" in alert.text and alert.due == day("07-12-2026")
    assert said(week_too_long, case(COURSE, course)) == []
