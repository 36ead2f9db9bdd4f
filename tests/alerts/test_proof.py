"""R26 and R27: courses that ended without proof, or were not passed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.proof import amu_not_passed, proof_is_missing
from tests.alerts.saying import said as saying
from tests.alerts.saying import severities
from tests.builders import TODAY, amal, at_school, case, day, enrolment, oksana, schooling


def said(file: Any, today: date = TODAY) -> list[Alert]:
    return saying(proof_is_missing, file, today)


def about(row: Any, *others: Any, today: date = TODAY, **fields: Any) -> list[Alert]:
    return said(case(enrolment("01-01-2026"), row, *others, **fields), today)


@pytest.mark.parametrize("kind", ["amu", "fvu"])
def test_r26_last_quiet_day_and_first_loud_day(kind: str) -> None:
    row = schooling(kind, "05-10-2026", "07-10-2026", attended="22,2")
    assert about(row, today=day("21-10-2026")) == []
    assert [alert.severity for alert in about(row, today=day("22-10-2026"))] == ["soon"]


@pytest.mark.parametrize("kind", ["danskuddannelse", "avu", "hf", "fgu"])
def test_r26_other_types_are_for_the_documentation(kind: str) -> None:
    row = schooling(kind, "05-10-2026", "07-10-2026", attended="22,2")
    assert about(row, today=day("21-10-2026")) == []
    (alert,) = about(row, today=day("22-10-2026"))
    assert (alert.severity, alert.id, alert.due) == ("info", "R26", day("21-10-2026"))
    assert "22,2 deltagne timer er ikke dokumenteret" in alert.text
    assert "dokumentation" in alert.source


def test_r26_cites_the_row_and_says_whom_to_ask() -> None:
    row = schooling(
        "amu", "05-10-2026", "07-10-2026", title="Almen fødevarehygiejne", provider="Social- og Sundhedsskolen"
    )
    (alert,) = about(row)
    assert alert.text == "Almen fødevarehygiejne sluttede 07-10-2026, og beviset mangler."
    assert alert.todo == "Bed Social- og Sundhedsskolen om beviset."
    assert (alert.id, alert.due) == ("R26", day("21-10-2026"))
    assert [found.text for found in said(amal())] == [alert.text]


def test_r26_is_one_alert_a_row_and_stays_after_the_course() -> None:
    rows = [schooling("amu", f"05-0{n}-2026", f"09-0{n}-2026", attended=37) for n in (1, 2, 3)]
    assert len(about(rows[0], *rows[1:], today=day("01-02-2029"))) == 3


@pytest.mark.parametrize(("proof", "alerts"), [("22-11-2026", 0), ("23-11-2026", 1)])
def test_r26_a_proof_counts_from_its_date(proof: str, alerts: int) -> None:
    assert len(about(schooling("amu", "05-10-2026", "07-10-2026", proof=proof))) == alerts


def test_r26_is_quiet_where_no_proof_will_come() -> None:
    dates = ("05-10-2026", "07-10-2026")
    absent = schooling("amu", *dates, id="absent")
    assert about(schooling("amu", *dates, cancelled=True)) == []
    assert about(schooling("amu", *dates, attended=0)) == []
    assert about(absent, at_school(absent, "05-10-2026", 0, "sick")) == []
    assert about(schooling("danskuddannelse", *dates)) == []
    assert about(schooling("Sprogcafé", *dates, attended=20)) == []
    assert about(schooling("amu", attended=20)) == []


def test_r26_danish_that_does_not_count_needs_no_proof() -> None:
    row = schooling("danskuddannelse", "05-10-2026", "07-10-2026", attended=20)
    assert len(about(row)) == 1
    assert about(row, exam="PD2", exam_on="01-12-2025") == []


def test_r26_is_quiet_where_all_proof_is_there() -> None:
    assert said(oksana()) == []


def test_r26_an_amu_that_was_not_passed_gives_no_proof() -> None:
    assert about(schooling("amu", "05-10-2026", "07-10-2026", attended=22, result="failed")) == []


def test_r27_last_quiet_day_and_first_loud_day() -> None:
    file = case(
        enrolment("01-01-2026"), schooling("amu", "05-10-2026", "07-10-2026", result="failed", title="Hygiejne")
    )
    assert severities(amu_not_passed, file, "06-10-2026") == []
    (alert,) = saying(amu_not_passed, file, "07-10-2026")
    assert alert.severity == "soon" and alert.subject == "amu 05-10-2026"
    assert alert.text == "Prøven i Hygiejne er ikke bestået, så der kommer intet AMU-bevis."


@pytest.mark.parametrize(
    ("title", "result", "alerts"), [("Hygiejne", "passed", 0), ("Hygiejne", None, 1), ("Demens", "passed", 1)]
)
def test_r27_ends_when_the_course_is_passed_later(title: str, result: str | None, alerts: int) -> None:
    failed = schooling("amu", "05-10-2026", "07-10-2026", result="failed", title="Hygiejne")
    later = schooling("amu", "09-11-2026", "11-11-2026", result=result, title=title)
    assert len(saying(amu_not_passed, case(enrolment("01-01-2026"), failed, later))) == alerts


def test_r27_is_about_amu_that_took_place() -> None:
    for row in (
        schooling("fvu", "05-10-2026", result="failed"),
        schooling("amu", "05-10-2026", result="failed", cancelled=True),
        schooling("amu", "05-10-2026", result="passed"),
    ):
        assert saying(amu_not_passed, case(enrolment("01-01-2026"), row)) == []
