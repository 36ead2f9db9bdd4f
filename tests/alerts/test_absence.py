"""R46: absence of the last four weeks."""

from __future__ import annotations

from typing import Any

import pytest

from mentorapp.alerts.absence import much_absence
from tests.alerts.saying import said, severities
from tests.builders import at_school, at_work, case, enrolment, leave, placement, schooling

COURSE = enrolment("01-01-2026")
WEEK = placement(35, "01-01-2026")  # 7 hours a weekday; 20 weekdays from 26 October to 22 November are 140 hours


def sick(*days: str) -> list[Any]:
    return [at_work(on, 0, "sick") for on in days]


def test_r46_last_quiet_day_and_first_loud_day() -> None:
    # 14 of 140 hours are 10 %, 21 are 15 %; 28 are 20 %, 35 are 25 %.
    days = ["02-11-2026", "04-11-2026", "06-11-2026", "10-11-2026", "12-11-2026"]
    expected: list[list[str]] = [[], [], ["soon"], ["soon"], ["act"]]
    for count, severity in enumerate(expected, 1):
        assert severities(much_absence, case(COURSE, WEEK, *sick(*days[:count]))) == severity
    # The day leaves the window 28 days later: 2 November is gone on the 30th.
    file = case(COURSE, WEEK, *sick(*days[:3]))
    assert severities(much_absence, file, "29-11-2026") == ["soon"]
    assert severities(much_absence, file, "30-11-2026") == []


def test_r46_unexcused_twice_in_14_days() -> None:
    twice = case(COURSE, WEEK, at_work("09-11-2026", 0, "unexcused"), at_work("16-11-2026", 0, "unexcused"))
    assert severities(much_absence, twice, "15-11-2026") == []
    (alert,) = said(much_absence, twice, "16-11-2026")
    assert (alert.severity, alert.text) == ("act", "Ulovligt fravær 2 dage på 14 dage, senest 16-11-2026.")
    assert severities(much_absence, twice, "22-11-2026") == ["act"]
    assert severities(much_absence, twice, "23-11-2026") == []  # the first is the 15th day back


def test_r46_says_hours_and_never_why() -> None:
    (alert,) = said(much_absence, case(COURSE, WEEK, *sick("02-11-2026", "03-11-2026", "04-11-2026")))
    assert alert.text == "Fravær i 21,0 af 140,0 planlagte timer de seneste fire uger."
    assert "syg" not in alert.text + alert.todo


@pytest.mark.parametrize("status", ["holiday", "closed", "time_off", "care_day", "leave", "present"])
def test_r46_what_was_agreed_is_no_absence(status: str) -> None:
    days = [at_work(f"0{n}-11-2026", 0, status) for n in (2, 3, 4, 5, 6)]
    assert said(much_absence, case(COURSE, WEEK, *days)) == []


@pytest.mark.parametrize("status", ["sick", "child_sick", "lawful", "unexcused"])
def test_r46_what_is_absence(status: str) -> None:
    days = [at_work(on, 0, status) for on in ("26-10-2026", "27-10-2026", "28-10-2026")]
    assert len(said(much_absence, case(COURSE, WEEK, *days))) == 1


def test_r46_school_counts_its_own_hours_and_takes_room_from_practice() -> None:
    # Wednesdays at school: 4 x 7,4 hours; practice has 37 - 7,4 = 29,6 of its 35 left: 4 x 29,6. 14,8 of 148 missed.
    module = schooling("danskuddannelse", "07-01-2026", "16-12-2026", "ons 08:00-15:24")
    two = [at_school(module, on, 0, "lawful") for on in ("04-11-2026", "11-11-2026")]
    assert said(much_absence, case(COURSE, WEEK, module, *two)) == []
    (alert,) = said(much_absence, case(COURSE, WEEK, module, *two, at_school(module, "18-11-2026", 0, "sick")))
    assert alert.text.startswith("Fravær i 22,2 af 148,0 planlagte")


def test_r46_days_of_leave_are_not_planned() -> None:
    # Three weeks of leave leave 5 days of 7 hours: one of them missed is 20 %, and no more.
    away = leave("holiday", "26-10-2026", "15-11-2026")
    assert severities(much_absence, case(COURSE, WEEK, away, *sick("16-11-2026"))) == ["soon"]
    assert severities(much_absence, case(COURSE, WEEK, away, *sick("16-11-2026", "17-11-2026"))) == ["act"]


def test_r46_ends_with_the_course() -> None:
    ended = enrolment("01-01-2026", outcome="stopped")
    assert said(much_absence, case(ended, WEEK, *sick("16-11-2026", "17-11-2026", "18-11-2026"))) == []
