"""R38, R39 and R40: how long a placement may last, and what its agreement must say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.alerts import placements
from mentorapp.alerts.alert import Alert
from mentorapp.domain.ledger import build
from tests.builders import SITE, TODAY, case, day, enrolment, placement, site

AGREED = {"site": SITE, "purpose": "skills"}


def said(rule: Any, file: Any, today: str | date) -> list[Alert]:
    today = day(today) if isinstance(today, str) else today
    ledger = build(file, today)
    assert ledger is not None
    return list(rule(file, ledger, today))


def severities(rule: Any, file: Any, today: str) -> list[str]:
    return [alert.severity for alert in said(rule, file, today)]


def trial(group: str | None, last: str | None = None, first: str = "02-03-2026", **fields: Any) -> Any:
    """A company placement from Monday 2 March 2026."""
    course = enrolment(first, programme="virksomhedspraktik", target_group=group)
    return case(course, placement(30, first, last, **AGREED, **fields), site("private"))


@pytest.mark.parametrize(
    ("group", "quiet", "soon", "last", "weeks"),
    [
        # 4 weeks from Monday 2 March 2026 end on Sunday 29 March; 14 days before is the 15th.
        ("kontanthjælp, jobparat", "14-03-2026", "15-03-2026", "29-03-2026", "4 uger"),
        ("dagpenge", "14-03-2026", "15-03-2026", "29-03-2026", "4 uger"),
        # 13 weeks (91 days) end on Sunday 31 May; 14 days before is 17 May.
        ("kontanthjælp, aktivitetsparat", "16-05-2026", "17-05-2026", "31-05-2026", "13 uger"),
        ("sygedagpenge", "16-05-2026", "17-05-2026", "31-05-2026", "13 uger"),
    ],
)
def test_r38_last_quiet_day_and_first_loud_day(group: str, quiet: str, soon: str, last: str, weeks: str) -> None:
    file = trial(group)
    assert said(placements.placement_duration, file, quiet) == []
    assert severities(placements.placement_duration, file, soon) == ["soon"]
    assert severities(placements.placement_duration, file, last) == ["soon"]
    after = date.fromordinal(day(last).toordinal() + 1)
    (alert,) = said(placements.placement_duration, file, after)
    assert (alert.severity, alert.due, alert.id) == ("act", day(last), "R38")
    assert alert.text == f"Praktikken på Midtjysk Metal A/S har varet længere end {weeks}: sidste dag var {last}."
    assert "LAB § 61" in alert.source
    assert alert.subject == file.placements[0].id


def test_r38_thirteen_weeks_may_become_twenty_six_by_an_agreed_end() -> None:
    """26 weeks (182 days) from 2 March 2026 end on Sunday 30 August; 14 days before is 16 August."""
    (alert,) = said(placements.placement_duration, trial("aktivitetsparat"), "17-05-2026")
    assert alert.todo == "Forlæng den til senest 30-08-2026, eller aftal, hvad der kommer efter."
    longer = trial("aktivitetsparat", "30-08-2026")
    assert said(placements.placement_duration, longer, "01-06-2026") == []
    assert said(placements.placement_duration, longer, "15-08-2026") == []
    (alert,) = said(placements.placement_duration, longer, "16-08-2026")
    assert alert.text == "Praktikken på Midtjysk Metal A/S må højst vare 26 uger og slutter senest 30-08-2026."
    assert said(placements.placement_duration, longer, "31-08-2026") == []  # it is over


def test_r38_beyond_26_weeks_needs_a_special_need_13_weeks_at_a_time() -> None:
    """39 weeks (273 days) from 2 March 2026 end on Sunday 29 November."""
    too_long = trial("aktivitetsparat", "29-11-2026")
    (alert,) = said(placements.placement_duration, too_long, "02-03-2026")
    assert (alert.severity, alert.due) == ("soon", day("30-08-2026"))
    assert "aftalt længere end 26 uger" in alert.text
    assert severities(placements.placement_duration, too_long, "31-08-2026") == ["act"]
    with_need = trial("aktivitetsparat", "29-11-2026", special_need="Bygger tillid op i små skridt")
    assert said(placements.placement_duration, with_need, "14-11-2026") == []
    (alert,) = said(placements.placement_duration, with_need, "15-11-2026")
    assert (alert.severity, alert.due) == ("soon", day("29-11-2026"))


def test_r38_a_second_row_at_the_same_workplace_goes_on_with_the_first() -> None:
    file = trial("jobparat", "20-03-2026")
    second = placement(30, "23-03-2026", id="second", **AGREED)
    file = replace(file, placements=(*file.placements, second))
    (alert,) = said(placements.placement_duration, file, "30-03-2026")
    assert (alert.severity, alert.subject, alert.due) == ("act", "second", day("29-03-2026"))
    elsewhere = replace(file, placements=(file.placements[0], replace(second, site="elsewhere")))
    assert said(placements.placement_duration, elsewhere, "30-03-2026") == []
    later = replace(second, first_day=day("30-03-2026"))  # ten days after the first ended
    assert (
        said(placements.placement_duration, replace(file, placements=(file.placements[0], later)), "30-03-2026") == []
    )


def test_r38_an_unknown_group_is_told_and_never_urgent() -> None:
    file = trial(None)
    (alert,) = said(placements.placement_duration, file, "30-03-2026")
    assert alert.severity == "soon"
    assert alert.text.endswith("Målgruppe eller sektor er ikke oplyst; den korteste grænse er brugt.")


def test_r38_an_unverified_limit_is_told_and_never_urgent() -> None:
    """Ahmad Rahimi of the samples: 13 weeks from 5 October 2026 end on 3 January 2027."""
    file = trial("introduktionsprogram, jobparat", None, "05-10-2026")
    assert said(placements.placement_duration, file, "19-12-2026") == []
    (alert,) = said(placements.placement_duration, file, "20-12-2026")
    assert (alert.severity, alert.due) == ("soon", day("03-01-2027"))
    assert alert.text.endswith("Grænsen er ikke bekræftet.")
    (alert,) = said(placements.placement_duration, file, "04-01-2027")
    assert alert.severity == "soon"


def test_r38_from_2027_a_figure_of_the_old_act_is_never_a_silent_legal_alert() -> None:
    """4 weeks from 1 December 2026 end on 28 December; 4 weeks from 8 December on 4 January 2027."""
    before = trial("jobparat", None, "01-12-2026")
    (alert,) = said(placements.placement_duration, before, "31-12-2026")
    assert (alert.severity, "kontrollér" in alert.text) == ("act", False)
    (alert,) = said(placements.placement_duration, before, "01-01-2027")
    assert alert.severity == "soon"
    assert alert.text.endswith("Ny hovedlov ventet 1. januar 2027 – kontrollér.")
    (alert,) = said(placements.placement_duration, trial("jobparat", None, "08-12-2026"), "05-01-2027")
    assert (alert.severity, alert.due) == ("soon", day("04-01-2027"))


def test_r38_is_quiet_where_nothing_can_be_broken() -> None:
    ends_before = trial("jobparat", "27-03-2026")
    assert said(placements.placement_duration, ends_before, "20-03-2026") == []
    paid = trial("jobparat", None, paid=True)
    assert said(placements.placement_duration, paid, "30-06-2026") == []
    undated = replace(trial("jobparat"), placements=(replace(trial("jobparat").placements[0], first_day=None),))
    assert said(placements.placement_duration, undated, "30-06-2026") == []
    igu = case(enrolment("02-03-2026"), placement(28, "02-03-2026", **AGREED), site("private"))
    assert said(placements.placement_duration, igu, "30-06-2026") == []


def subsidy(sector: str | None, group: str = "kontanthjælp, jobparat", **fields: Any) -> Any:
    """A wage subsidy from 17 August 2026, as Viktor Melnyk's of the samples."""
    course = enrolment("17-08-2026", programme="Løntilskud", target_group=group)
    return case(course, placement(37, "17-08-2026", **AGREED, **fields), site(sector))


@pytest.mark.parametrize(
    ("sector", "quiet", "soon", "last", "months"),
    [
        # 6 months from 17 August 2026 end on 16 February 2027; 4 months on 16 December 2026.
        ("municipal", "01-12-2026", "02-12-2026", "16-12-2026", "4 måneder"),
    ],
)
def test_r40_last_quiet_day_and_first_loud_day(sector: str, quiet: str, soon: str, last: str, months: str) -> None:
    file = subsidy(sector)
    assert said(placements.subsidy_duration, file, quiet) == []
    assert severities(placements.subsidy_duration, file, soon) == ["soon"]
    assert severities(placements.subsidy_duration, file, last) == ["soon"]
    (alert,) = said(placements.subsidy_duration, file, date.fromordinal(day(last).toordinal() + 1))
    assert (alert.severity, alert.id) == ("act", "R40")
    assert alert.text == f"Løntilskuddet på Midtjysk Metal A/S har varet længere end {months}: sidste dag var {last}."
    assert "LAB § 68" in alert.source


def test_r40_private_has_six_months() -> None:
    file = subsidy("private")
    assert said(placements.subsidy_duration, file, "01-02-2027") == []
    (alert,) = said(placements.subsidy_duration, file, "02-02-2027")
    assert (alert.severity, alert.due) == ("soon", day("16-02-2027"))
    assert "6 måneder" in alert.text and "Ny hovedlov ventet" in alert.text
    earlier = case(
        enrolment("01-03-2026", programme="Løntilskud"), placement(37, "01-03-2026", **AGREED), site("private")
    )  # six months from 1 March 2026 end on 31 August
    assert severities(placements.subsidy_duration, earlier, "31-08-2026") == ["soon"]
    assert severities(placements.subsidy_duration, earlier, "01-09-2026") == ["act"]


def test_r40_a_self_owned_or_unknown_workplace_has_the_shortest_limit_and_says_so() -> None:
    (alert,) = said(placements.subsidy_duration, subsidy("self_owned"), "17-12-2026")
    assert (alert.severity, alert.due) == ("soon", day("16-12-2026"))
    assert alert.text.endswith("Grænsen er ikke bekræftet.")
    (alert,) = said(placements.subsidy_duration, subsidy(None), "17-12-2026")
    assert (alert.severity, alert.due) == ("soon", day("16-12-2026"))
    assert "sektor er ikke oplyst" in alert.text


def test_r40_is_not_said_of_placements_nor_r38_of_subsidies() -> None:
    assert said(placements.placement_duration, subsidy("municipal"), "17-12-2026") == []
    assert said(placements.subsidy_duration, trial("jobparat"), "30-03-2026") == []


def test_r39_last_quiet_day_and_first_loud_day() -> None:
    file = trial("jobparat")
    lacking = replace(file, placements=(replace(file.placements[0], purpose=None),))
    assert said(placements.placement_agreement, lacking, "15-02-2026") == []
    assert severities(placements.placement_agreement, lacking, "16-02-2026") == ["soon"]  # 14 days before
    assert severities(placements.placement_agreement, lacking, "01-03-2026") == ["soon"]
    (alert,) = said(placements.placement_agreement, lacking, "02-03-2026")
    assert (alert.severity, alert.id, alert.due) == ("act", "R39", day("02-03-2026"))
    assert alert.text == "Aftalen om Midtjysk Metal A/S: formålet mangler."
    assert alert.source == "BAB § 60" and alert.subject == file.placements[0].id


@pytest.mark.parametrize("purpose", ["paid_hours", "skills", "clarification"])
def test_r39_each_of_the_three_purposes_is_enough(purpose: str) -> None:
    file = trial("jobparat")
    file = replace(file, placements=(replace(file.placements[0], purpose=purpose),))
    assert said(placements.placement_agreement, file, "02-03-2026") == []


def test_r39_names_all_that_is_missing() -> None:
    course = enrolment("02-03-2026", programme="virksomhedspraktik", target_group="jobparat")
    place = placement(38, "02-03-2026", site=SITE, purpose="hygge")
    (alert,) = said(placements.placement_agreement, case(course, place, site(p_number=None)), "02-03-2026")
    assert alert.text == (
        "Aftalen om Midtjysk Metal A/S: formålet er ikke et af lovens tre; P-nummeret mangler; "
        "38,0 timer om ugen er over 37."
    )
    own_number = replace(place, p_number="1003300009", purpose="skills", minutes_a_week=37 * 60)
    assert said(placements.placement_agreement, case(course, own_number, site(p_number=None)), "02-03-2026") == []


def test_r39_looks_up_the_hours_ladder() -> None:
    steps = ("2026-04-06=2220", "2026-05-04=2221")  # 37 hours, and a minute more
    file = trial("aktivitetsparat", "30-08-2026", hours_steps=steps)
    (alert,) = said(placements.placement_agreement, file, "02-03-2026")
    assert "37,0 timer om ugen er over 37" in alert.text
    short = trial("aktivitetsparat", "03-05-2026", hours_steps=steps)
    assert said(placements.placement_agreement, short, "02-03-2026") == []


def test_r39_is_quiet_where_no_agreement_is_asked_or_all_is_over() -> None:
    paid = trial("jobparat", paid=True)
    paid = replace(paid, placements=(replace(paid.placements[0], purpose=None),))
    assert said(placements.placement_agreement, paid, "02-03-2026") == []
    over = trial("jobparat", "27-03-2026")
    over = replace(over, placements=(replace(over.placements[0], purpose=None),))
    assert len(said(placements.placement_agreement, over, "27-03-2026")) == 1
    assert said(placements.placement_agreement, over, "28-03-2026") == []
    igu = case(enrolment("02-03-2026"), placement(28, "02-03-2026"))
    assert said(placements.placement_agreement, igu, TODAY) == []


def test_r39_from_2027_it_is_told_that_the_act_may_have_changed() -> None:
    file = trial("jobparat", None, "14-12-2026")
    lacking = replace(file, placements=(replace(file.placements[0], purpose=None),))
    assert severities(placements.placement_agreement, lacking, "31-12-2026") == ["act"]
    (alert,) = said(placements.placement_agreement, lacking, "01-01-2027")
    assert alert.severity == "soon" and "Ny hovedlov ventet" in alert.text
