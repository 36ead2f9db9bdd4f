"""R01 to R05: the last start that is allowed, and the first that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentorapp.alerts.eligibility import had_an_igu, in_quarantine, no_rule_set, too_long_in_denmark, wrong_age
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.domain.programme import Figure, RuleSet
from tests.alerts.saying import said, severities
from tests.builders import LEARNER, amal, case, day, enrolment, igu


def begun(start: str, birth: str | None = None, arrived: str | None = None, **fields: str) -> CaseFile:
    private = LearnerPrivate(
        LEARNER,
        LEARNER_ROW,
        birth_date=day(birth) if birth else None,
        first_danish_address=day(arrived) if arrived else None,
    )
    return replace(case(enrolment(start, **fields)), private=private)


def loud(rule: object, file: CaseFile) -> bool:
    """Whether the rule speaks on the first day of the course."""
    assert file.enrolment is not None
    found = said(rule, file, file.enrolment.start)  # type: ignore[arg-type]
    return [alert.severity for alert in found] == ["act"]


def test_r01_last_quiet_day_and_first_loud_day() -> None:
    # Table 1.1: courses can begin until 31 December 2027.
    assert said(no_rule_set, case(enrolment("31-12-2027")), "01-12-2027") == []
    (alert,) = said(no_rule_set, case(enrolment("01-01-2028")), "01-12-2027")
    assert alert.severity == "act" and alert.due == day("01-01-2028")
    assert "begynder 01-01-2028" in alert.text and "01-07-2016 til 31-12-2027" in alert.source


def test_r01_before_the_first_rule_set() -> None:
    assert not loud(no_rule_set, case(enrolment("01-07-2016")))
    assert loud(no_rule_set, case(enrolment("30-06-2016")))


def test_r01_a_stored_rule_set_must_be_the_one_of_the_start() -> None:
    assert not loud(no_rule_set, case(enrolment("31-12-2023", rule_set="IGU-2021")))
    assert loud(no_rule_set, case(enrolment("01-01-2024", rule_set="IGU-2021")))


def test_r01_is_quiet_for_a_scheme_without_rules() -> None:
    assert said(no_rule_set, case(enrolment("01-01-2028", programme="Småjob")), "01-01-2028") == []


@pytest.mark.parametrize(
    ("birth", "last_quiet", "first_loud"),
    [
        ("15-06-1980", "14-06-2020", "15-06-2020"),  # under 40 until the 40th birthday, rule set of 2019
        ("15-06-1980", "14-06-2030", None),
        ("15-06-1976", "14-06-2026", "15-06-2026"),  # under 50 from 2024
        ("15-06-2008", "15-06-2026", "14-06-2026"),  # 18 from the birthday itself
    ],
)
def test_r02_last_quiet_day_and_first_loud_day(birth: str, last_quiet: str, first_loud: str | None) -> None:
    assert not loud(wrong_age, begun(last_quiet, birth))
    if first_loud:
        assert loud(wrong_age, begun(first_loud, birth))


def test_r02_says_age_limit_and_source() -> None:
    (old,) = said(wrong_age, begun("01-06-2026", "30-08-1973"))
    assert old.text == "Eleven er 52 år ved start 01-06-2026; kravet er under 50 år."
    assert old.source == "L 82 (2023-24)" and old.due == day("01-06-2026")
    (young,) = said(wrong_age, begun("01-06-2026", "02-06-2008"))
    assert young.text == "Eleven er 17 år ved start 01-06-2026; kravet er mindst 18 år."


def test_r02_is_quiet_without_a_birth_date_and_for_mentors() -> None:
    assert said(wrong_age, begun("01-06-2026")) == []
    assert said(wrong_age, replace(begun("01-06-2026", "30-08-1973"), private=None)) == []


def with_figures(file: CaseFile, **figures: int) -> CaseFile:
    """The same learner under rule sets that all have these figures."""
    added = {name: Figure(value, "Kilden", "verified") for name, value in figures.items()}
    programme = igu()
    rule_sets = tuple(
        replace(rule_set, figures=_without_residence(rule_set) | added) for rule_set in programme.rule_sets
    )
    shared = replace(file.organisation, programmes=(replace(programme, rule_sets=rule_sets),))
    return replace(file, organisation=shared)


def _without_residence(rule_set: RuleSet) -> dict[str, Figure]:
    return {name: figure for name, figure in rule_set.figures.items() if not name.startswith("residence_years")}


@pytest.mark.parametrize(
    ("figure", "years", "arrived", "last_quiet", "first_loud"),
    [
        ("residence_years_below", 5, "10-03-2015", "09-03-2020", "10-03-2020"),  # under 5: not on the anniversary
        ("residence_years_below", 10, "10-03-2012", "09-03-2022", "10-03-2022"),
        ("residence_years_most", 20, "10-03-2006", "10-03-2026", "11-03-2026"),  # up to 20: the anniversary too
    ],
)
def test_r03_last_quiet_day_and_first_loud_day(
    figure: str, years: int, arrived: str, last_quiet: str, first_loud: str
) -> None:
    quiet, late = (with_figures(begun(start, arrived=arrived), **{figure: years}) for start in (last_quiet, first_loud))
    assert not loud(too_long_in_denmark, quiet)
    (alert,) = said(too_long_in_denmark, late, first_loud)
    assert alert.severity == "act" and alert.source == "Kilden"
    assert f"fra {arrived}" in alert.text and f"{years} år" in alert.text


def test_r03_is_quiet_where_the_date_is_not_known() -> None:
    assert said(too_long_in_denmark, with_figures(begun("01-06-2026"), residence_years_most=20)) == []


@pytest.mark.parametrize(
    ("ended", "last_loud", "first_quiet"),
    [("28-02-2026", "27-05-2026", "28-05-2026"), ("30-11-2025", "27-02-2026", "28-02-2026")],
)
def test_r04_last_quiet_day_and_first_loud_day(ended: str, last_loud: str, first_quiet: str) -> None:
    early, free = (
        with_figures(case(enrolment(start, earlier_job_ended_on=day(ended))), quarantine_months=3)
        for start in (last_loud, first_quiet)
    )
    (alert,) = said(in_quarantine, early, last_loud)
    assert alert.severity == "act" and alert.due == day(first_quiet) and alert.source == "Kilden"
    assert not loud(in_quarantine, free)


def test_r04_is_quiet_without_an_earlier_job() -> None:
    assert said(in_quarantine, with_figures(case(enrolment("01-06-2026")), quarantine_months=3)) == []


def test_r05_last_quiet_day_and_first_loud_day() -> None:
    # No dates are asked: stopped earlier is allowed, completed earlier is not.
    assert not loud(had_an_igu, begun("01-06-2026", earlier_igu="stopped"))
    assert not loud(had_an_igu, begun("01-06-2026", earlier_igu="none"))
    assert not loud(had_an_igu, begun("01-06-2026"))
    assert loud(had_an_igu, begun("01-06-2026", earlier_igu="completed"))


def test_r05_knows_an_earlier_course_of_its_own() -> None:
    earlier = enrolment("01-01-2022", outcome="completed", outcome_on=day("31-12-2023"))
    file = replace(case(enrolment("01-06-2026")), enrolments=(replace(earlier, id="earlier"), enrolment("01-06-2026")))
    assert loud(had_an_igu, file)
    stopped = replace(file, enrolments=(replace(file.enrolments[0], outcome="stopped"), file.enrolments[1]))
    assert not loud(had_an_igu, stopped)


def test_an_ended_course_is_history() -> None:
    for outcome in ("completed", "stopped"):
        file = begun("01-06-2026", "30-08-1973", earlier_igu="completed", outcome=outcome)
        for rule in (wrong_age, had_an_igu, no_rule_set, in_quarantine, too_long_in_denmark):
            assert said(rule, file) == []


def test_the_sample_learner_may_begin() -> None:
    for rule in (wrong_age, had_an_igu, no_rule_set, in_quarantine, too_long_in_denmark):
        assert severities(rule, amal()) == []
