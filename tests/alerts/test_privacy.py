"""R51 and R52: cases kept too long, and registration numbers in notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.alerts.privacy import kept_too_long, number_in_note
from mentorapp.domain.case_file import CaseFile
from tests.alerts.saying import said, severities
from tests.alerts.test_contact import note
from tests.builders import case, day, enrolment


def keeping(months: str | None, **fields: Any) -> CaseFile:
    file = case(enrolment("01-01-2024", **fields))
    settings = {} if months is None else {"alert.R51": months}
    return replace(file, organisation=replace(file.organisation, settings=settings))


def test_r51_last_quiet_day_and_first_loud_day() -> None:
    # The course ends on 31 December 2025; 11 months later is 30 November 2026.
    assert severities(kept_too_long, keeping("11"), "29-11-2026") == []
    (alert,) = said(kept_too_long, keeping("11"), "30-11-2026")
    assert (alert.severity, alert.due) == ("info", day("30-11-2026"))
    assert alert.text == "Forløbet sluttede 31-12-2025; slettefristen på 11 måneder er nået 30-11-2026."


def test_r51_is_off_until_the_organisation_has_set_it() -> None:
    for months in (None, "", "0", "tolv"):
        assert said(kept_too_long, keeping(months), date(2040, 1, 1)) == []


def test_r51_counts_from_the_outcome_and_not_while_the_course_runs() -> None:
    stopped = keeping("12", outcome="stopped", outcome_on=day("15-06-2024"))
    assert severities(kept_too_long, stopped, "14-06-2025") == []
    assert severities(kept_too_long, stopped, "15-06-2025") == ["info"]
    assert severities(kept_too_long, keeping("1"), "31-12-2025") == []


def test_r52_last_quiet_day_and_first_loud_day() -> None:
    # No day changes it: it speaks while the number stands there.
    file = case(enrolment("01-01-2026"))
    assert said(number_in_note, replace(file, notes=(note("01-11-2026", text="Fødselsdag 08-07-1991"),))) == []
    (alert,) = said(number_in_note, replace(file, notes=(note("01-11-2026", text="CPR er 680791-0001."),)))
    assert (alert.severity, alert.subject) == ("soon", "all/01-11-2026 week")
    assert alert.text == "Der står et CPR-nummer i noten fra 01-11-2026."
    assert "0001" not in alert.text + alert.todo + alert.source


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        ("010190-1234", 1), ("311290-1234", 1), ("610190-1234", 1), ("911290-1234", 1),
        ("680791 - 0001", 1), ("680791–0001", 1), ("x680791-0001x", 1),
        ("000190-1234", 0), ("320190-1234", 0), ("600190-1234", 0), ("920190-1234", 0),
        ("011390-1234", 0), ("010090-1234", 0), ("1003300001", 0), ("2680791-0001", 0), ("680791-00012", 0),
    ],
)  # fmt: skip
def test_r52_what_looks_like_a_number(text: str, alerts: int) -> None:
    file = replace(case(enrolment("01-01-2026")), notes=(note("01-11-2026", text=text),))
    assert len(said(number_in_note, file)) == alerts


def test_r52_a_version_that_was_replaced_is_quiet_and_an_ended_course_is_not() -> None:
    wrong = note("01-11-2026", text="680791-0001")
    right = replace(note("02-11-2026"), replaces=wrong.id)
    file = case(enrolment("01-01-2020"))
    assert said(number_in_note, replace(file, notes=(wrong, right))) == []
    assert len(said(number_in_note, replace(file, notes=(wrong,)))) == 1
