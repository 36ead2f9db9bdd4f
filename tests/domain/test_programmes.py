"""The programmes that must work, each set up from the shipped files alone and run through by hand.

The numbers P1–P23 are those of the field's list of programmes; what is not here needs no programme file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from mentorapp.alerts.all_alerts import check
from mentorapp.alerts.status import status
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.hours_ladder import minutes_a_week_on, suggested, written_steps
from mentorapp.domain.ledger import Ledger, build
from mentorapp.domain.placement import Person, Site
from mentorapp.domain.placement_limits import limit
from mentorapp.domain.programme import Programme
from mentorapp.domain.step_dates import course_stages, course_steps, placement_step
from tests.builders import (
    SITE,
    TODAY,
    at_school,
    at_work,
    case,
    day,
    enrolment,
    grant,
    hours,
    leave,
    period,
    placement,
    schooling,
    site,
    ticked,
)


def on(today: str | date) -> date:
    return day(today) if isinstance(today, str) else today


def ledger_of(file: CaseFile, today: str | date = TODAY) -> Ledger:
    ledger = build(file, on(today))
    assert ledger is not None
    return ledger


BY_THE_FILE = {"R06", "R31", "R32", "R33", "R35", "R38", "R39", "R40", "R42"}
"""The rules that follow from a programme file's limits and steps; what else is told of a case is tested elsewhere."""


def alerts(file: CaseFile, today: str | date = TODAY) -> list[tuple[str, str]]:
    told = check(file, ledger_of(file, today), on(today))
    return [(alert.id, alert.severity) for alert in told if alert.id in BY_THE_FILE]


def programme_of(file: CaseFile) -> Programme:
    assert file.programme is not None
    return file.programme


def due(file: CaseFile, today: str | date = TODAY) -> dict[str, date | None]:
    steps = course_steps(file, ledger_of(file, today).end_extended, on(today))
    return {step.key: step.due for step in steps}


def last_lawful_day(file: CaseFile, today: str | date = TODAY) -> date | None:
    found = limit(file, file.placements[-1], on(today))
    return found.last_day if found else None


def test_p1_ny_start_a_two_year_igu_on_plejecentre_by_the_rules_of_2016() -> None:
    """20 school weeks: 10 AMU at the SOSU school (370 h x 1), 10 at LÆRDANSK (185 clock hours x 2 = 370): 740 h."""
    centres = {
        key: Site(key, name, sector="municipal")
        for key, name in (("lind", "Lindegården"), ("fugl", "Fuglsang"), ("sol", "Solgården"))
    }
    people = {
        "bi": Person("bi", "Birthe Sørensen", "mentor", "lind"),
        "ka": Person("ka", "Karin Holst", "coordinator"),
    }
    course = enrolment("01-09-2017", programme="Ny Start – i job i Sundhed og Ældre")
    file = case(
        course,
        placement(27, "01-09-2017", site="lind", mentor="bi"),
        schooling("amu", "02-10-2017", "08-12-2017", planned=370, attended=370, proof="20-12-2017", provider="SOSU"),
        schooling("danskuddannelse", "01-02-2018", "30-11-2018", planned=185, attended=185, provider="LÆRDANSK"),
    )
    file = replace(file, organisation=replace(file.organisation, sites=centres, people=people))
    ledger = ledger_of(file, "01-06-2019")
    assert programme_of(file).key == "igu"
    assert ledger.rule_set is not None and ledger.rule_set.key == "IGU-2016"
    assert (ledger.end, ledger.required) == (day("31-08-2019"), hours(740))
    assert ledger.counted is not None and ledger.counted.attended == hours(740)
    assert ledger.latest_lawful_end == ledger.end
    # no extension for leave in 2016, and no quarantine before 1 July 2019
    assert (ledger.rule_set.get("extension_parental"), ledger.rule_set.get("quarantine_months")) == (None, None)
    assert ("R33", "soon") in alerts(file, "02-08-2019")  # 29 days before the end: the certificate
    job = replace(course, outcome="completed", outcome_reason="fået ordinært job", outcome_on=day("31-08-2019"))
    assert status(replace(file, enrolments=(job,)), ledger, day("01-09-2019")).key == "ended"


def test_p2_the_same_igu_begun_today() -> None:
    """23 weeks x 37 h = 851 h; Prøve i Dansk 2 before the start: AMU 8 x 37 h = 296 h, and Danish counts nothing."""
    file = case(
        enrolment("02-11-2026", signed_on=day("26-10-2026")),
        placement(28, "02-11-2026"),
        schooling("amu", "11-01-2027", "05-03-2027", planned=296),
        schooling("danskuddannelse", "06-04-2027", "25-06-2027", planned=100),
        schooling("fvu", "10-08-2027", "17-12-2027", planned="277,5"),
        exam="PD2",
        exam_on="30-05-2026",
    )
    ledger = ledger_of(file)
    assert ledger.rule_set is not None and ledger.rule_set.key == "IGU-2024"
    assert (ledger.end, ledger.required, ledger.amu_required) == (day("01-11-2028"), hours(851), hours(296))
    assert ledger.counted is not None and ledger.counted.planned == hours(296) + 2 * hours("277,5")  # 851
    limits = {"age_from": 18, "age_below": 50, "residence_years_most": 20, "quarantine_months": 3}
    assert {name: ledger.rule_set.get(name) for name in limits} == limits
    assert programme_of(file).rule_set_on(day("31-12-2027")) is not None
    assert programme_of(file).rule_set_on(day("01-01-2028")) is None
    assert [remark.text[:14] for remark in programme_of(file).remarks_on(TODAY)] == ["Der er et loft", "En igu-elev er"]
    assert due(file)["agreement_in_vitas"] == day("26-11-2026")
    assert alerts(file) == [("R06", "act")]  # nothing is ticked 20 days after the start


def test_p3_ny_fremtid_placement_with_upskilling_in_the_metal_industry() -> None:
    """Daniel of the samples: 26 weeks (182 days) from 1 October 2026 end on 31 March 2027."""
    file = case(
        enrolment("01-10-2026", "31-03-2027", "Ny Fremtid", target_group="kontanthjælp, aktivitetsparat"),
        placement(30, "01-10-2026", "31-03-2027", site=SITE, mentor="poul", purpose="skills", id="metal"),
        schooling("amu", "02-11-2026", "20-11-2026", "man-fre 08:00-15:24", 111, 111, title="Svejsning, introduktion"),
        site("private"),
    )
    ledger = ledger_of(file)
    assert programme_of(file).key == "opkvalificering"
    assert last_lawful_day(file) == day("31-03-2027")
    assert (ledger.school.attended, ledger.counted, ledger.required) == (hours(111), None, None)
    assert status(file, ledger, TODAY).key == "running"
    assert alerts(file) == []
    days = due(file)
    assert days["tasks_as_goals/metal"] == days["evaluation_first/metal"] == day("15-10-2026")
    assert days["amu_planned"] == day("15-10-2026")
    assert days["competence_card/metal"] == day("31-03-2027")


def test_p4_three_days_of_danish_and_two_of_placement() -> None:
    """Hevin of the samples: Monday to Wednesday 5 h at LÆRDANSK (15 h), Thursday and Friday 7.4 h (14.8 h)."""
    danish = schooling("danskuddannelse", "07-09-2026", "18-12-2026", "man-ons 08:30-13:30")
    file = case(
        enrolment("07-09-2026", "18-12-2026", "3+2", target_group="introduktionsprogram, aktivitetsparat"),
        placement("14,8", "07-09-2026", "18-12-2026", site=SITE, purpose="skills", weekdays=(4, 5), id="place"),
        danish,
        *(at_school(danish, f"{n}-11-2026", 5) for n in ("09", "10", "11")),
        *(at_work(f"{n}-11-2026", "7,4") for n in ("12", "13")),
        site("municipal"),
    )
    school, practice = programme_of(file).week
    assert (school.place, school.type, school.days) == ("school", "danskuddannelse", 3) == ("school", danish.type, 3)
    assert (practice.place, practice.days) == ("practice", 2)
    assert programme_of(file).figures["danish_hours_a_week_most"].value == 15
    week = next(week for week in ledger_of(file).weeks if week.monday == day("09-11-2026"))
    assert danish.session_minutes is not None and len(danish.weekdays) * danish.session_minutes == hours(15)
    assert ledger_of(file).school.attended == hours(15)
    assert ledger_of(file).practice_worked == hours("14,8")
    assert {(part.kind, part.state): part.minutes for part in week.segments} == {
        ("danish", "done"): hours(15), ("practice", "done"): hours("14,8"),
    }  # fmt: skip
    assert due(file)["language_goals/place"] == day("21-09-2026")
    # 13 weeks (the default nobody has confirmed) end on 6 December; the agreement goes on to the 18th.
    assert last_lawful_day(file) == day("06-12-2026")
    assert alerts(file) == [("R38", "soon")]


@pytest.mark.parametrize(
    ("group", "last"),
    [
        ("jobparat", "29-11-2026"),  # 4 weeks from Monday 2 November 2026
        ("aktivitetsparat", "31-01-2027"),  # 13 weeks
    ],
)
def test_p5_virksomhedspraktik(group: str, last: str) -> None:
    course = enrolment("02-11-2026", programme="Virksomhedspraktik", target_group=group)
    place = placement(30, "02-11-2026", last, site=SITE, purpose="clarification", id="place")
    file = case(course, place, site("private"))
    assert last_lawful_day(file) == day(last)
    days = due(file)
    assert days["agreement_in_vitas/place"] == day("02-11-2026")
    assert days["evaluation_first/place"] == day("16-11-2026")  # 14 days after the first day
    assert days["evaluation_final/place"] == days["competence_card/place"] == day(last)
    without = replace(file, placements=(replace(place, purpose=None),))
    assert ("R39", "act") in alerts(without)
    assert ("R39", "act") not in alerts(file)
    evaluated = replace(file, steps=(ticked(placement_step("evaluation_first", "place"), "16-11-2026"),))
    first = {step.key: step for step in course_steps(evaluated, None, TODAY)}["evaluation_first/place"]
    assert first.is_done(TODAY) and not first.is_overdue(TODAY)


def test_p5_26_weeks_and_13_at_a_time() -> None:
    """From 2 March 2026: 26 weeks to 30 August, 39 to 29 November where a special need is written."""
    course = enrolment("02-03-2026", programme="Virksomhedspraktik", target_group="aktivitetsparat")
    place = placement(30, "02-03-2026", "29-11-2026", site=SITE, purpose="skills")
    assert last_lawful_day(case(course, place, site())) == day("30-08-2026")
    assert ("R38", "act") in alerts(case(course, place, site()))
    needed = case(course, replace(place, special_need="Kort vej til ansættelse"), site())
    assert last_lawful_day(needed) == day("29-11-2026")
    assert alerts(needed) == [("R38", "soon")]  # 7 days before


@pytest.mark.parametrize(
    ("sector", "last"), [("private", "16-02-2027"), ("municipal", "16-12-2026")]
)  # 6 and 4 months from 17 August 2026
def test_p6_loentilskud_private_and_public(sector: str, last: str) -> None:
    course = enrolment("17-08-2026", last, "Løntilskud", target_group="kontanthjælp, jobparat")
    file = case(course, placement(37, "17-08-2026", last, site=SITE, id="place"), site(sector))
    assert last_lawful_day(file) == day(last)
    assert alerts(file) == []
    notice = date.fromordinal(day(last).toordinal() - 14)
    assert alerts(file, date.fromordinal(notice.toordinal() - 1)) == []
    assert alerts(file, notice) == [("R40", "soon")]
    assert due(file)["follow_up/place"] == day("17-10-2026")
    too_many = replace(file, placements=(replace(file.placements[0], minutes_a_week=hours(38)),))
    assert alerts(too_many) == [("R39", "act")]


def test_p7_smaajob_with_hours_that_grow_beside_a_placement() -> None:
    """The file's ladder from 2 November 2026: 6 h, after 8 weeks (28 December) 10 h, after 16 (22 February) 15 h."""
    course = enrolment("02-11-2026", programme="Småjob", target_group="kontanthjælp, aktivitetsparat")
    first, *later = suggested(programme_of(case(course)).ladder, course.start)
    job = placement(6, "02-11-2026", site=SITE, paid=True, hours_steps=written_steps(later), id="job")
    trial = placement(20, "02-11-2026", "31-01-2027", site="other", purpose="paid_hours", id="trial")
    file = case(course, job, trial, site("municipal"))
    assert first.minutes == job.minutes_a_week == hours(6)
    assert job.hours_steps == ("2026-12-28=600", "2027-02-22=900")
    agreed = [minutes_a_week_on(job, day(on)) for on in ("27-12-2026", "28-12-2026", "21-02-2027", "22-02-2027")]
    assert agreed == [hours(6), hours(10), hours(10), hours(15)]
    assert last_lawful_day(file) is None and alerts(file) == []
    days = due(file)
    assert days["company_commits"] == days["learner_commits"] == day("02-11-2026")
    who = {step.key: step.who for step in programme_of(file).steps}
    assert (who["company_commits"], who["learner_commits"]) == ("company", "learner")


def test_p8_mentor_support_beside_any_course() -> None:
    """Six months from 1 June 2026 end on 30 November; today is 8 days before."""
    support = grant("01-06-2026", "30-11-2026", minutes_a_week=hours(3), purpose="Fremmøde og overblik over dagen")
    file = case(enrolment("01-06-2026", programme="Virksomhedspraktik", target_group="aktivitetsparat"), support)
    assert alerts(file) == [("R35", "soon")]
    renewed = replace(file, mentor_grants=(support, grant("01-12-2026", "31-05-2027")))
    assert alerts(renewed) == []
    too_long = replace(file, mentor_grants=(replace(support, last_day=day("01-12-2026")),))
    assert alerts(too_long) == [("R35", "act")]
    own = case(enrolment("01-06-2026", "30-11-2026", "Mentorstøtte"), support)
    assert due(own)["written_agreement"] == day("01-06-2026")
    assert due(own)["renewal_decided"] == day("31-10-2026")


def test_p9_fourteen_days_and_six_weeks() -> None:
    """Arrived 1 September 2026: first offer by the 15th. 42 days after 11 October end on 22 November."""
    course = enrolment("01-09-2026", programme="Introduktionsprogram", arrived_on=day("01-09-2026"))
    assert alerts(case(course), "15-09-2026") == []
    assert alerts(case(course), "16-09-2026") == [("R42", "soon")]
    offered = case(course, placement(30, "14-09-2026", "11-10-2026"))
    assert alerts(offered, "22-11-2026") == []
    assert alerts(offered, "23-11-2026") == [("R42", "soon")]
    told = check(offered, ledger_of(offered, "23-11-2026"), day("23-11-2026"))
    (alert,) = (alert for alert in told if alert.id == "R42")
    assert alert.text.endswith("Reglen er ikke bekræftet.") and "Lejre" in alert.source


def test_p13_barsel_pauses_the_clock_and_contact_is_kept() -> None:
    """Leave 1 March – 31 August 2026 (184 days): the end 1 February 2028 less a day may move 184 days at most."""
    away = leave("parental", "01-03-2026", "31-08-2026", extends=True)
    agreed = enrolment("01-02-2026", "02-08-2028", extension_reason="leave")
    file = case(agreed, placement(28, "01-02-2026"), away)
    ledger = ledger_of(file)
    assert (ledger.end, ledger.latest_lawful_end) == (day("31-01-2028"), day("02-08-2028"))
    # 1 February – 22 November 2026 are 295 days; 184 of them are leave.
    assert ledger.elapsed_weeks == Fraction(295 - 184, 7)
    assert due(file)["contact_in_leave"] == day("01-03-2026")
    assert due(file)["back_from_leave"] == day("01-08-2026")
    assert due(file)["igu_certificate"] == day("02-08-2028")


@pytest.mark.parametrize(("sector", "told"), [("private", True), ("municipal", False), ("self_owned", False)])
def test_p15_bonus_papers_of_private_employers(sector: str, told: bool) -> None:
    """Begun 1 May 2026: 6 months on 1 November. Ends 30 April 2028."""
    course = enrolment("01-05-2026")
    vitas = ticked("agreement_in_vitas", "10-05-2026"), ticked("teaching_plan_in_vitas", "11-05-2026")
    seen = (ticked(f"{paper}_seen", "30-04-2026") for paper in ("permit", "residence_card", "residence_certificate"))
    file = case(course, placement(28, "01-05-2026", site=SITE), site(sector), *vitas, *seen)
    assert ("R31" in {rule for rule, _severity in alerts(file, "31-10-2026")}) is False
    assert (("R31", "info") in alerts(file, "01-11-2026")) is told
    worked = period("01-05-2026", "30-04-2028", 2700)
    at_the_end = replace(file, practice_periods=(worked,))
    told_then = check(at_the_end, ledger_of(at_the_end, "30-04-2028"), day("30-04-2028"))
    bonus = [alert.text for alert in told_then if alert.id == "R32"]
    expected = "Bonus efter 24 måneder kan søges, når dette er på plads: IGU-bevis udstedt; 851,0 tællende skoletimer."
    assert bonus == ([expected] if told else [])


def test_p18_the_introduction_programme_is_a_checklist_with_dates() -> None:
    course = enrolment("01-09-2026", programme="Introduktionsprogram", arrived_on=day("20-08-2026"))
    file = case(course, ticked("jobnet_profile", "10-09-2026"), ticked("cv", "17-09-2026"), placement(30, "31-08-2026"))
    steps = {step.key: step for step in course_steps(file, None, TODAY)}
    assert set(steps) == {
        "contract", "danish_referral", "jobnet_profile", "cv", "labour_market", "rights_and_duties", "possible_trades",
    }  # fmt: skip
    assert {key for key, step in steps.items() if step.is_done(TODAY)} == {"jobnet_profile", "cv"}
    assert steps["danish_referral"].due == day("20-09-2026")  # a month after the arrival
    assert steps["danish_referral"].is_overdue(TODAY) and not steps["labour_market"].is_overdue(TODAY)
    assert "37 timer om ugen" in programme_of(file).remarks_on(TODAY)[0].text


def test_p19_barselscafe_is_a_course_of_its_own_or_of_the_igu_it_is_leave_from() -> None:
    """Twice a week for 16 weeks, 2 hours: attended hours are held and count nothing of the 851."""
    assert programme_of(case(enrolment("01-09-2026", "18-12-2026", "Barselscafé"))).week[0].days == 2
    cafe = schooling("Barselscafé", "01-09-2026", "18-12-2026", "tir,tor 10:00-12:00", title="Temaer: sprog og sundhed")
    file = case(
        enrolment("01-02-2026"),
        leave("parental", "01-08-2026", "31-12-2026"),
        cafe,
        at_school(cafe, "01-09-2026", 2),
        at_school(cafe, "03-09-2026", 0, "sick"),
    )
    ledger = ledger_of(file)
    assert ledger.counted is not None and ledger.counted.planned == ledger.school.attended == 0
    assert [entry.minutes for entry in file.attendance] == [120, 0]
    assert "Barselscafé er ikke en skoletype, der tæller." in ledger.assumptions


def test_p20_a_women_s_course_is_a_group_with_its_own_programme() -> None:
    one_for_all = Person("karin", "Karin Holst", "coordinator")
    course = enrolment("02-09-2026", "18-12-2026", "Kvindehold", team="Kvindehold efterår 2026")
    file = case(course, placement(None, "02-09-2026", "18-12-2026", mentor="karin"))
    file = replace(file, organisation=replace(file.organisation, people={"karin": one_for_all}))
    figures = programme_of(file).figures
    assert (figures["team_least"].value, figures["team_most"].value) == (10, 12)
    assert set(due(file)) == {"society", "culture", "health", "company_visits", "danish"}
    assert alerts(file) == []


@pytest.mark.parametrize(
    ("written", "key", "last", "lacking"),
    [
        ("Arbejdsprøvning", "arbejdsproevning", "31-01-2027", [("R39", "act")]),
        ("Nytteindsats", "nytteindsats", None, [("R39", "soon")]),  # that it must have a purpose, nobody has read
        ("Vejledning og opkvalificering", "vejledning-og-opkvalificering", None, []),
    ],
)
def test_p21_recorded_with_purpose_and_dates(
    written: str, key: str, last: str | None, lacking: list[tuple[str, str]]
) -> None:
    """13 weeks from 2 November 2026 end on 31 January 2027."""
    course = enrolment("02-11-2026", programme=written, target_group="aktivitetsparat")
    place = placement(20, "02-11-2026", site=SITE, purpose="clarification")
    file = case(course, place, site("municipal"))
    assert programme_of(file).key == key
    assert last_lawful_day(file) == (day(last) if last else None)
    assert alerts(file) == []
    without = replace(file, placements=(replace(place, purpose=None),))
    assert alerts(without) == lacking


def test_p21_the_work_obligation_is_told_from_its_first_day() -> None:
    file = case(enrolment("02-11-2026", programme="Nytteindsats"))
    assert programme_of(file).remarks_on(day("31-12-2024")) == ()
    (remark,) = programme_of(file).remarks_on(day("01-01-2025"))
    assert remark.text.startswith("Arbejdspligt") and not remark.doubt


def test_p23_a_stage_begins_when_what_it_needs_is_passed() -> None:
    course = enrolment("02-11-2026", programme="Branchepakke rengøring", target_group="aktivitetsparat")
    taste = placement(20, "02-11-2026", "13-11-2026", stage="taste", site=SITE, purpose="clarification")
    file = case(course, taste, site("municipal"), ticked("introduction_passed", "30-10-2026"))
    stages = {stage.stage.key: stage for stage in course_stages(file, TODAY)}
    assert list(stages) == ["introduction", "taste", "stage_1", "stage_2", "stage_3"]
    assert [key for key, stage in stages.items() if stage.is_open] == ["introduction", "taste"]
    assert stages["taste"].placements == (taste,)
    assert [step.key for step in stages["stage_1"].missing] == ["taste_passed"]
    passed = replace(file, steps=(*file.steps, ticked("taste_passed", "16-11-2026")))
    stages = {stage.stage.key: stage for stage in course_stages(passed, TODAY)}
    assert stages["stage_1"].is_open and not stages["stage_2"].is_open
    assert [step.key for step in stages["stage_3"].missing] == ["stage_2_passed"]
    # a day to come is an intention
    assert not next(stage for stage in course_stages(passed, day("15-11-2026")) if stage.stage.key == "stage_1").is_open


@pytest.mark.parametrize(
    "written", ["Virksomhedspraktik", "Løntilskud", "Småjob", "Sprogpraktik 3+2", "Opkvalificering industri"]
)
def test_figures_that_do_not_apply_are_unknown(written: str) -> None:
    ledger: Any = ledger_of(case(enrolment("01-10-2026", programme=written), placement(20, "01-10-2026")))
    for name in ("rule_set", "required", "counted", "amu_required", "expected", "gap", "forecast", "reachable"):
        assert getattr(ledger, name) is None, name
