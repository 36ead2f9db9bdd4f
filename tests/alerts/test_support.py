"""R35, R36 and R42: mentor support, and the next offer in a company."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.support import mentor_grant, mentor_hours, next_offer
from mentorapp.domain.ledger import build
from tests.builders import case, day, enrolment, grant, mentor_time, organisation, placement

IGU = enrolment("01-02-2026")


def said(rule: Any, file: Any, today: str | date) -> list[Alert]:
    today = day(today) if isinstance(today, str) else today
    ledger = build(file, today)
    assert ledger is not None
    return list(rule(file, ledger, today))


def severities(rule: Any, file: Any, today: str) -> list[str]:
    return [alert.severity for alert in said(rule, file, today)]


def test_r35_last_quiet_day_and_first_loud_day() -> None:
    """Six months from 1 March 2026 end on 31 August; 30 days before is 1 August."""
    file = case(IGU, grant("01-03-2026", "31-08-2026"))
    assert said(mentor_grant, file, "31-07-2026") == []
    (alert,) = said(mentor_grant, file, "01-08-2026")
    assert (alert.id, alert.severity, alert.due, alert.subject) == (
        "R35", "soon", day("31-08-2026"), "grant 01-03-2026",
    )  # fmt: skip
    assert alert.text == "Mentorstøtten slutter 31-08-2026, om 30 dage."
    assert severities(mentor_grant, file, "31-08-2026") == ["soon"]
    (alert,) = said(mentor_grant, file, "01-09-2026")
    assert (alert.severity, alert.text) == ("act", "Mentorstøtten sluttede 31-08-2026.")
    assert "LAB § 167" in alert.source


def test_r35_without_an_end_six_months_are_counted() -> None:
    file = case(IGU, grant("31-03-2026"))  # the day before 30 September would be 29: the month is too short
    assert severities(mentor_grant, file, "30-09-2026") == ["soon"]
    assert severities(mentor_grant, file, "01-10-2026") == ["act"]


def test_r35_a_renewal_is_what_is_watched_next() -> None:
    file = case(IGU, grant("01-03-2026", "31-08-2026"), grant("01-09-2026", "28-02-2027"))
    assert said(mentor_grant, file, "15-08-2026") == []
    assert said(mentor_grant, file, "01-09-2026") == []
    (alert,) = said(mentor_grant, file, "01-02-2027")
    assert alert.subject == "grant 01-09-2026"


def test_r35_a_grant_of_more_than_six_months_is_against_the_law() -> None:
    assert said(mentor_grant, case(IGU, grant("01-03-2026", "31-08-2026")), "01-03-2026") == []
    file = case(IGU, grant("01-03-2026", "01-09-2026"))
    (alert,) = said(mentor_grant, file, "01-03-2026")
    assert (alert.severity, alert.due) == ("act", day("31-08-2026"))
    assert alert.text == (
        "Mentorstøtten er bevilget til 01-09-2026, men en bevilling må højst vare 6 måneder, til 31-08-2026."
    )


def test_r35_from_2027_it_is_told_that_the_act_may_have_changed() -> None:
    file = case(IGU, grant("01-06-2026", "30-11-2026"))
    assert severities(mentor_grant, file, "31-12-2026") == ["act"]
    (alert,) = said(mentor_grant, file, "01-01-2027")
    assert alert.severity == "soon"
    assert alert.text.endswith("Ny hovedlov ventet 1. januar 2027 – kontrollér.")


def test_r35_ends_with_the_course_and_needs_the_programme_file() -> None:
    file = case(enrolment("01-03-2026", "31-08-2026", programme="sprogpraktik"), grant("01-03-2026", "31-08-2026"))
    assert severities(mentor_grant, file, "31-08-2026") == ["soon"]
    assert said(mentor_grant, file, "01-09-2026") == []
    assert said(mentor_grant, case(IGU), "01-09-2026") == []
    without = replace(organisation(), programmes=tuple(p for p in organisation().programmes if p.key == "igu"))
    file = replace(case(IGU, grant("01-03-2026", "31-08-2026")), organisation=without)
    assert said(mentor_grant, file, "01-09-2026") == []


def newcomer(*placements: Any, programme: str = "introduktionsprogram", **fields: Any) -> Any:
    course = enrolment("01-06-2026", programme=programme, arrived_on=day("01-06-2026"), **fields)
    return case(course, *placements)


def test_r42_last_quiet_day_and_first_loud_day() -> None:
    """42 days after 31 July 2026 is 11 September; 14 days after 1 June is 15 June."""
    none_yet = newcomer()
    assert said(next_offer, none_yet, "15-06-2026") == []
    (alert,) = said(next_offer, none_yet, "16-06-2026")
    assert (alert.id, alert.severity, alert.due) == ("R42", "soon", day("15-06-2026"))
    assert alert.text == (
        "Intet tilbud i en virksomhed endnu, 15 dage efter ankomsten 01-06-2026; reglen sagde 14. "
        "Reglen er ikke bekræftet."
    )
    one = newcomer(placement(30, "08-06-2026", "31-07-2026"))
    assert said(next_offer, one, "11-09-2026") == []
    (alert,) = said(next_offer, one, "12-09-2026")
    assert (alert.severity, alert.due) == ("soon", day("11-09-2026"))
    assert alert.text == (
        "43 dage uden tilbud i en virksomhed siden 31-07-2026; reglen sagde højst 42. Reglen er ikke bekræftet."
    )
    assert "Lejre" in alert.source


def test_r42_a_planned_gap_is_told_while_it_can_be_closed() -> None:
    first = placement(30, "08-06-2026", "31-07-2026")
    in_time = newcomer(first, placement(30, "11-09-2026"))
    assert said(next_offer, in_time, "01-08-2026") == []
    late = newcomer(first, placement(30, "12-09-2026"))
    assert said(next_offer, late, "31-07-2026") == []
    assert len(said(next_offer, late, "01-08-2026")) == 1
    assert said(next_offer, late, "12-09-2026") == []


def test_r42_an_offer_that_has_not_begun_is_none_yet() -> None:
    assert len(said(next_offer, newcomer(placement(30, "29-06-2026")), "16-06-2026")) == 1
    assert said(next_offer, newcomer(placement(30, "15-06-2026")), "16-06-2026") == []


def test_r42_is_for_the_introduction_programme_alone() -> None:
    first = placement(30, "08-06-2026", "31-07-2026")
    for programme, group, alerts in (
        ("virksomhedspraktik", "introduktionsprogram, jobparat", 1),
        ("virksomhedspraktik", "kontanthjælp, jobparat", 0),
        ("sprogpraktik", "introduktionsprogram, aktivitetsparat", 1),
        ("igu", "introduktionsprogram", 0),
    ):
        file = newcomer(first, programme=programme, target_group=group)
        assert len(said(next_offer, file, "12-09-2026")) == alerts, (programme, group)


def test_r42_is_quiet_where_the_dates_are_not_known_or_there_is_an_outcome() -> None:
    assert said(next_offer, newcomer(placement(30, "08-06-2026")), "12-09-2026") == []
    never_arrived = case(enrolment("01-06-2026", programme="introduktionsprogram"))
    assert said(next_offer, never_arrived, "12-09-2026") == []
    done = newcomer(placement(30, "08-06-2026", "31-07-2026"), outcome="completed")
    assert said(next_offer, done, "12-09-2026") == []


def test_r36_last_quiet_day_and_first_loud_day() -> None:
    """Two hours a week are eight in four weeks: 3.9 are less than half of them, 8.9 more than 110 %."""
    granted = grant("01-03-2026", "31-08-2026", minutes_a_week=120)
    assert severities(mentor_hours, case(IGU, granted), "28-03-2026") == []  # not four weeks of it yet
    assert severities(mentor_hours, case(IGU, granted), "29-03-2026") == ["soon"]
    spent = case(IGU, granted, mentor_time("02-03-2026", 4), mentor_time("20-03-2026", "4,8"))
    assert severities(mentor_hours, spent, "30-03-2026") == []  # 8.8 hours are 110 %
    # 2 March is out of the four weeks that end on 30 March; 4.8 hours are left
    assert severities(mentor_hours, spent, "31-03-2026") == []
    (more,) = said(mentor_hours, case(IGU, granted, mentor_time("20-03-2026", "8,85")), "30-03-2026")
    assert more.text == "Mentortimer de seneste fire uger: 8,9 af 8,0 bevilgede." and more.subject == granted.id
    (less,) = said(mentor_hours, case(IGU, granted, mentor_time("20-03-2026", "3,9")), "30-03-2026")
    assert less.severity == "soon" and less.todo.startswith("Skriv de timer")


def test_r36_is_quiet_without_hours_a_week_and_once_the_grant_is_over() -> None:
    assert (
        severities(mentor_hours, case(IGU, grant("01-03-2026", "31-08-2026", minutes_in_all=3900)), "30-04-2026") == []
    )
    over = case(IGU, grant("01-03-2026", "31-03-2026", minutes_a_week=120))
    assert severities(mentor_hours, over, "01-04-2026") == ["soon"]
    assert severities(mentor_hours, over, "02-04-2026") == []
