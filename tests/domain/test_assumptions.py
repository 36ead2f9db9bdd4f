"""What the ledger says it took for granted: each sentence where it applies, and only there."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from mentorapp.domain import assumptions
from mentorapp.domain.ledger import build
from mentorapp.domain.sentence import Sentence
from tests.builders import (
    TODAY,
    amal,
    at_school,
    at_work,
    case,
    enrolment,
    hevin,
    maryam,
    period,
    placement,
    schooling,
    site_closed,
    yusuf,
)

COURSE = enrolment("01-01-2026")
FULL = placement(28)
BLOCK = ("02-11-2026", "06-11-2026", "man-fre 08:00-15:24")


def said(file: Any) -> tuple[str, ...]:
    ledger = build(file, TODAY)
    assert ledger is not None
    return tuple(sentence.message if isinstance(sentence, Sentence) else "" for sentence in ledger.assumptions)


def taught(planned: Any = None, attended: Any = None, *days: tuple[str, Any]) -> Any:
    row = schooling("amu", *BLOCK, planned=planned, attended=attended)
    return case(COURSE, FULL, row, *(at_school(row, f"{on}-11-2026", length) for on, length in days))


def closed(first: str, last: str | None = None) -> Any:
    """A course whose workplace is closed on some days; 14-11-2026 is a Saturday."""
    return case(COURSE, placement(28, site="lindegård"), site_closed("lindegård", first, last))


WHERE: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
    "UNKNOWN_PROGRAMME": (lambda: case(enrolment("01-01-2026", programme="Fritidsjob")), hevin),
    "NO_RULE_SET": (lambda: case(enrolment("01-01-2028")), hevin),
    "UNKNOWN_RULE_SET": (
        lambda: case(enrolment("01-01-2026", rule_set="X")),
        lambda: case(enrolment("01-01-2026", rule_set="IGU-2021")),
    ),
    "AGREED_END_EARLIER": (
        lambda: case(enrolment("01-01-2026", "30-12-2027")),
        lambda: case(enrolment("01-01-2026", "31-12-2027")),
    ),
    "EXAM_DATE_UNKNOWN": (lambda: case(COURSE, exam="PD1"), lambda: case(COURSE, exam="PD1", exam_on="01-01-2025")),
    "FACTOR_UNSURE": (lambda: case(COURSE, schooling("fgu")), lambda: case(COURSE, schooling("avu"))),
    "TYPE_NOT_COUNTED": (lambda: case(COURSE, schooling("Sprogcafé")), amal),
    "PLAN_DIFFERS": (lambda: taught("37,1"), lambda: taught(37)),
    "ATTENDANCE_DIFFERS": (lambda: taught(37, 10, ("02", 7), ("03", 4)), lambda: taught(37, 10, ("02", 7))),
    "HOURS_UNKNOWN": (lambda: taught(37, 10, ("02", None)), lambda: taught(37, 10, ("02", 7))),
    "NOT_LINKED": (lambda: case(COURSE, at_school(None, "02-11-2026", 7)), maryam),
    "WEEK_AS_PLANNED": (lambda: case(enrolment("16-11-2026"), FULL), lambda: case(enrolment("09-11-2026"), FULL)),
    "WEEKS_AS_PLANNED": (lambda: case(enrolment("09-11-2026"), FULL), lambda: case(enrolment("16-11-2026"), FULL)),
    "PRACTICE_HOURS_UNKNOWN": (lambda: case(COURSE, placement(None)), lambda: case(COURSE, FULL)),
    "STEP_UNREADABLE": (
        lambda: case(COURSE, placement(6, hours_steps=("fra marts: 10",))),
        lambda: case(COURSE, placement(6, hours_steps=("2026-03-02=600",))),
    ),
    "PAID_ABSENCE": (
        lambda: case(COURSE, period("01-01-2026", "31-01-2026", 90, 10)),
        lambda: case(COURSE, period("01-01-2026", "31-01-2026", 100)),
    ),
    "PERIOD_WHOLE": (
        lambda: case(COURSE, period("31-12-2025", "31-01-2026", 90)),
        lambda: case(COURSE, period("01-01-2026", "31-01-2026", 90)),
    ),
    "PERIODS_OVERLAP": (
        lambda: case(COURSE, period("01-01-2026", "31-01-2026", 9), period("31-01-2026", "28-02-2026", 9)),
        lambda: case(COURSE, period("01-01-2026", "31-01-2026", 9), period("01-02-2026", "28-02-2026", 9)),
    ),
    "FUTURE_AS_PLANNED": (amal, hevin),
    "SCHOOL_NO_LIMIT": (
        lambda: case(enrolment("01-01-2025", "30-04-2027", extension_reason="school")),
        lambda: case(enrolment("01-01-2025", "30-04-2027", extension_reason="leave")),
    ),
    "SCHOOL_NEEDS_DATE": (
        lambda: case(enrolment("01-01-2025", extension_reason="school")),
        lambda: case(enrolment("01-01-2025", "30-04-2027", extension_reason="school")),
    ),
    "SITE_CLOSED_DAY": (lambda: closed("16-11-2026"), lambda: closed("14-11-2026")),
    "SITE_CLOSED_DAYS": (lambda: closed("16-11-2026", "17-11-2026"), lambda: closed("16-11-2026")),
    "TIME_OFF": (
        lambda: case(COURSE, FULL, at_work("16-11-2026", 0, "time_off")),
        lambda: case(COURSE, FULL, at_work("16-11-2026", 0, "care_day")),
    ),
    "PAID_HOURS": (lambda: case(COURSE, placement(6, paid=True)), lambda: case(COURSE, placement(6, paid=False))),
    "PRACTICE_OWED": (yusuf, amal),
}  # fmt: skip
"""By name of the sentence: a case file where it is said, and a near one where it is not."""


@pytest.mark.parametrize("name", WHERE)
def test_it_is_said_where_it_applies_and_only_there(name: str) -> None:
    message = getattr(assumptions, name)
    applies, does_not = WHERE[name]
    assert message in said(applies())
    assert message not in said(does_not())


def test_a_type_without_a_factor_counts_nothing_and_is_said() -> None:
    """A municipality's own programme file may leave a type out."""
    from dataclasses import replace

    from mentorapp.domain.case_file import Organisation
    from tests.builders import igu

    own = replace(igu(), factors={"amu": igu().factors["amu"]})
    file = replace(case(COURSE, schooling("fvu", planned=10)), organisation=Organisation(programmes=(own,)))
    ledger = build(file, TODAY)
    assert ledger is not None and ledger.counted is not None
    assert (ledger.school.planned, ledger.counted.planned) == (600, 0)
    assert assumptions.FACTOR_MISSING in said(file)


def test_every_sentence_has_its_example() -> None:
    names = {name for name, value in inspect.getmembers(assumptions) if name.isupper() and isinstance(value, str)}
    assert names == {*WHERE, "FACTOR_MISSING"}


def test_days_that_cover_the_whole_course_must_sum_to_its_total() -> None:
    days = tuple((f"{n:02}", 7) for n in range(2, 7))
    assert assumptions.ATTENDANCE_DIFFERS in said(taught(37, 36, *days))
    assert assumptions.ATTENDANCE_DIFFERS not in said(taught(37, 35, *days))


def test_a_course_that_still_runs_may_have_more_hours_than_days() -> None:
    row = schooling("amu", "16-11-2026", "27-11-2026", "man-fre 08:00-15:24", attended=36)
    days = [at_school(row, f"{on}-11-2026", 7) for on in range(16, 21)]
    assert assumptions.ATTENDANCE_DIFFERS not in said(case(COURSE, row, *days))


def test_the_course_is_named_by_its_title_or_its_type() -> None:
    def named(title: str | None) -> str:
        ledger = build(case(COURSE, schooling("amu", *BLOCK, planned=10, title=title)), TODAY)
        assert ledger is not None
        return ledger.assumptions[0]

    assert named("Hygiejne").startswith("Hygiejne: de angivne timer")
    assert named(None).startswith("AMU: de angivne timer")


def test_a_period_may_end_today() -> None:
    assert assumptions.PERIOD_WHOLE not in said(case(COURSE, period("01-11-2026", "22-11-2026", 9)))
    assert assumptions.PERIOD_WHOLE in said(case(COURSE, period("01-11-2026", "23-11-2026", 9)))


def test_any_two_of_many_periods_may_overlap() -> None:
    periods = [("01-01-2026", "31-01-2026"), ("01-02-2026", "05-02-2026"), ("03-02-2026", "10-02-2026")]
    assert assumptions.PERIODS_OVERLAP in said(case(COURSE, *(period(*days, 9) for days in periods)))
    assert assumptions.PERIODS_OVERLAP not in said(case(COURSE, *(period(*days, 9) for days in periods[:2])))
    inside = [("01-01-2026", "31-03-2026"), ("01-02-2026", "05-02-2026"), ("10-03-2026", "20-03-2026")]
    assert assumptions.PERIODS_OVERLAP in said(case(COURSE, *(period(*days, 9) for days in inside[::2])))


def test_a_sentence_is_danish_and_can_be_said_in_another_language() -> None:
    sentence = Sentence(assumptions.WEEKS_AS_PLANNED, count=94)
    assert sentence == "94 uger regnet som planlagt."
    assert sentence.said({assumptions.WEEKS_AS_PLANNED: "{count} weeks taken as planned."}.__getitem__) == (
        "94 weeks taken as planned."
    )
    assert Sentence("{title}: timer", title="{x}") == "{x}: timer"
