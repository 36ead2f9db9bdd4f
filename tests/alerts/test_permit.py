"""R49: the residence card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.permit import permit_expires
from mentorapp.domain.ledger import build
from tests.builders import amal, case, day, enrolment, maryam, yusuf


def said(file: Any, today: date) -> list[Alert]:
    ledger = build(file, today)
    assert ledger is not None
    return list(permit_expires(file, ledger, today))


def severities(today: str, permit: str = "01-06-2027") -> list[str]:
    # The course ends on 31 December 2027.
    return [alert.severity for alert in said(case(enrolment("01-01-2026"), permit=permit), day(today))]


def test_r49_last_quiet_day_and_first_loud_day_of_each_step() -> None:
    assert severities("01-01-2026", permit="31-12-2027") == []
    assert severities("01-01-2026", permit="30-12-2027") == ["info"]
    assert severities("02-03-2027") == ["info"]  # 91 days before
    assert severities("03-03-2027") == ["soon"]
    assert severities("01-06-2027") == ["soon"]  # it is valid on its last day
    assert severities("02-06-2027") == ["act"]


def test_r49_is_soon_within_90_days_though_the_course_ends_before() -> None:
    assert severities("02-10-2027", permit="01-01-2028") == []
    assert severities("03-10-2027", permit="01-01-2028") == ["soon"]


def test_r49_says_the_date() -> None:
    (alert,) = said(maryam(), day("22-11-2026"))
    assert (alert.id, alert.severity, alert.due) == ("R49", "act", day("11-10-2026"))
    assert alert.text == "Opholdskortet udløb 11-10-2026."
    (tomorrow,) = said(maryam(), day("10-10-2026"))
    assert tomorrow.text == "Opholdskortet udløber 11-10-2026, om 1 dag."
    (early,) = said(maryam(), day("01-02-2026"))
    assert early.text == "Opholdskortet udløber 11-10-2026, før forløbet slutter 31-08-2027."


def test_r49_is_quiet_where_the_date_is_not_known_or_withheld() -> None:
    today = day("22-11-2026")
    assert said(case(enrolment("01-01-2026")), today) == []
    assert said(replace(maryam(), private=None), today) == []
    assert said(replace(maryam(), withheld=frozenset({"learner_private"})), today) == []
    assert said(amal(), today) == []


def test_r49_ends_with_the_course() -> None:
    assert said(yusuf(), day("22-11-2026")) == []


def test_r49_without_an_end_only_the_90_days_count() -> None:
    file = case(enrolment("01-01-2026", programme="Småjob"), permit="01-06-2027")
    assert said(file, day("02-03-2027")) == []
    assert len(said(file, day("03-03-2027"))) == 1
