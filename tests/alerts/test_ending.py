"""R34: a-kasse around the end of an IGU."""

from __future__ import annotations

import pytest

from mentorapp.alerts.ending import unemployment_fund
from tests.alerts.saying import said, severities
from tests.builders import case, enrolment

FILE = case(enrolment("01-02-2025"))  # ends on 31 January 2027


def test_r34_last_quiet_day_and_first_loud_day() -> None:
    assert severities(unemployment_fund, FILE, "16-01-2027") == []
    assert severities(unemployment_fund, FILE, "17-01-2027") == ["info"]
    assert severities(unemployment_fund, FILE, "14-02-2027") == ["info"]
    assert severities(unemployment_fund, FILE, "15-02-2027") == []


def test_r34_says_that_its_days_are_not_verified() -> None:
    (before,) = said(unemployment_fund, FILE, "31-01-2027")
    (after,) = said(unemployment_fund, FILE, "01-02-2027")
    assert before.source.endswith("(ikke bekræftet)")
    assert "slutter 31-01-2027" in before.text and "sluttede 31-01-2027" in after.text


@pytest.mark.parametrize(("outcome", "count"), [(None, 1), ("completed", 1), ("stopped", 0)])
def test_r34_is_for_a_course_that_was_completed(outcome: str | None, count: int) -> None:
    assert len(said(unemployment_fund, case(enrolment("01-02-2025", outcome=outcome)), "31-01-2027")) == count


def test_r34_is_for_an_igu_alone() -> None:
    other = case(enrolment("01-02-2025", "31-01-2027", programme="Småjob"))
    assert said(unemployment_fund, other, "31-01-2027") == []
