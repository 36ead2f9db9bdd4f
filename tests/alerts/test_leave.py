"""R07 and R21 to R24: the end of a course, and what moves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.alerts.leave import (
    end_is_early,
    extended_too_far,
    long_sickness,
    parental_leave,
    school_open_at_the_end,
)
from tests.alerts.saying import said, severities
from tests.builders import amal, case, day, enrolment, leave, rahel, schooling

COURSE = enrolment("01-01-2026")  # ends 31 December 2027


def test_r07_last_quiet_day_and_first_loud_day() -> None:
    assert said(end_is_early, case(enrolment("01-01-2026", "31-12-2027"))) == []
    (alert,) = said(end_is_early, case(enrolment("01-01-2026", "30-12-2027")))
    assert (alert.severity, alert.due) == ("info", day("30-12-2027"))


def test_r07_names_both_dates_and_weeks() -> None:
    # 104 weeks are 728 days: two short of two years.
    (alert,) = said(end_is_early, case(enrolment("01-01-2026", "29-12-2027")))
    assert alert.text == (
        "Aftalt slut 29-12-2027 (uge 52) er 2 dage før slutdatoen, som følger af starten: 31-12-2027 (uge 52)."
    )


def test_r07_is_quiet_where_the_agreed_end_is_the_only_one() -> None:
    assert said(end_is_early, case(enrolment("01-01-2026", "30-06-2026", "Småjob"))) == []
    assert said(end_is_early, case(COURSE)) == []


@pytest.mark.parametrize(
    "rows", [(("01-06-2026", "31-08-2026"),), (("01-06-2026", "30-06-2026"), ("01-07-2026", "31-08-2026"))]
)
def test_r21_last_quiet_day_and_first_loud_day(rows: tuple[tuple[str, str], ...]) -> None:
    # 1 June to 26 July are 56 days: over 8 weeks is the 57th, in one sick note or in two without a gap.
    file = case(COURSE, *(leave("sick", first, last) for first, last in rows))
    assert severities(long_sickness, file, "26-07-2026") == []
    assert severities(long_sickness, file, "27-07-2026") == ["soon"]


def test_r21_two_spells_of_five_weeks_are_not_one() -> None:
    spells = (leave("sick", "01-06-2026", "05-07-2026"), leave("sick", "07-07-2026", "10-08-2026"))
    assert said(long_sickness, case(COURSE, *spells), "10-08-2026") == []


def test_r21_says_how_long_and_is_quiet_once_it_is_answered() -> None:
    sick = leave("sick", "01-06-2026", "30-07-2026")
    (alert,) = said(long_sickness, case(COURSE, sick))
    assert alert.text == "Sammenhængende sygdom siden 01-06-2026, 60 dage: forløbet kan forlænges, højst lige så længe."
    assert alert.subject == sick.id and "§ 6, stk. 6" in alert.source
    for answer in (True, False):
        assert said(long_sickness, case(COURSE, replace(sick, extends=answer))) == []
    assert said(long_sickness, case(COURSE, replace(sick, kind="leave"))) == []


def test_r21_counts_days_inside_the_course() -> None:
    before = case(COURSE, leave("sick", "01-12-2025", "25-02-2026"))
    assert severities(long_sickness, before, "25-02-2026") == []  # 56 days since the start
    longer = case(COURSE, leave("sick", "01-12-2025", "26-02-2026"))
    assert severities(long_sickness, longer, "26-02-2026") == ["soon"]


def test_r21_and_r22_are_quiet_under_the_rules_of_2016() -> None:
    course = enrolment("30-06-2019")
    file = case(course, leave("sick", "01-08-2019", "31-12-2019"), leave("parental", "01-02-2020", "31-12-2020"))
    assert said(long_sickness, file, "01-01-2020") == [] and said(parental_leave, file, "01-01-2021") == []


def test_r22_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE, leave("parental", "01-06-2026", "31-12-2026"))
    assert severities(parental_leave, file, "31-05-2026") == []
    assert severities(parental_leave, file, "01-06-2026") == ["soon"]


def test_r22_says_the_days_and_is_quiet_once_it_is_answered() -> None:
    (alert,) = said(
        parental_leave, replace(rahel(), leaves=(leave("parental", "04-04-2022", "19-02-2023"),)), "01-06-2022"
    )
    assert alert.text.startswith("Barsel 04-04-2022–19-02-2023, 322 dage:")  # definitions: 322 leave days
    assert "§ 6, stk. 6" in alert.source
    assert said(parental_leave, rahel(), "01-06-2022") == []
    assert said(parental_leave, case(COURSE, leave("sick", "01-06-2026", "31-12-2026"))) == []


@pytest.mark.parametrize(("agreed", "severity"), [("17-03-2024", []), ("18-03-2024", ["act"])])
def test_r23_last_quiet_day_and_first_loud_day(agreed: str, severity: list[str]) -> None:
    # 30 April 2023 and 322 days of leave: at latest 17 March 2024.
    course = replace(rahel().enrolments[0], agreed_end=day(agreed))
    assert severities(extended_too_far, replace(rahel(), enrolments=(course,)), "01-06-2023") == severity


def test_r23_is_quiet_for_an_extension_for_school() -> None:
    late = enrolment("01-01-2026", "31-03-2028")
    (alert,) = said(extended_too_far, case(late))
    assert alert.text == "Aftalt slut 31-03-2028 er 91 dage senere, end orloven giver ret til (31-12-2027)."
    assert said(extended_too_far, case(replace(late, extension_reason="school"))) == []
    assert len(said(extended_too_far, case(replace(late, extension_reason="leave")))) == 1


def test_r24_last_quiet_day_and_first_loud_day() -> None:
    # 60 days before 31 December 2027 is 1 November.
    file = case(COURSE)
    assert severities(school_open_at_the_end, file, "31-10-2027") == []
    assert severities(school_open_at_the_end, file, "01-11-2027") == ["act"]
    assert severities(school_open_at_the_end, file, "31-12-2027") == ["act"]
    assert severities(school_open_at_the_end, file, "01-01-2028") == []


def test_r24_is_milder_where_the_plan_reaches_and_quiet_where_school_is_done() -> None:
    ahead = case(COURSE, schooling("amu", "15-11-2027", "31-12-2027", planned=851))
    assert severities(school_open_at_the_end, ahead, "01-11-2027") == ["soon"]
    done = case(COURSE, schooling("amu", "01-02-2026", "30-06-2026", attended=851))
    assert said(school_open_at_the_end, done, "01-11-2027") == []


def test_r24_names_the_paragraph_and_the_hours() -> None:
    (alert,) = said(school_open_at_the_end, amal(), day("31-01-2027") - timedelta(days=60))
    assert alert.text == "Forløbet slutter 31-01-2027, og 296,0 tællende timer af skoledelen er ikke gennemført."
    assert "§ 6, stk. 5" in alert.source
