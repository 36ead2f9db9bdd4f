"""The status of a learner in one word."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from mentorapp.alerts.status import _BY_ALERT, KEYS, Status, status
from mentorapp.domain.ledger import build
from tests.builders import TODAY, amal, case, day, enrolment, hevin, hours, maryam, oksana, placement, schooling, yusuf

COURSE = enrolment("01-01-2026")
TRIAL = enrolment("01-10-2026", programme="virksomhedspraktik", target_group="dagpenge")
FULL = schooling("amu", "01-03-2027", "30-06-2027", planned=851, id="full")


def status_of(file: Any, today: Any = TODAY) -> Status:
    return status(file, build(file, today), today)


def test_the_sample_learners() -> None:
    ledger = build(amal(), TODAY)
    assert ledger is not None
    assert status_of(amal()) == Status("behind", "act", ledger.gap_weeks)
    assert status_of(maryam()).key == "permit_expired"
    assert status_of(oksana()).key == "behind"
    assert status_of(yusuf()) == Status("ended", "ok")
    assert status_of(hevin()) == Status("running", "ok")


def test_what_cannot_be_reached_is_worse_than_all_else() -> None:
    assert status_of(amal(), day("03-12-2026")) == Status("cannot_reach", "act")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (case(COURSE, schooling("amu", "01-03-2027", planned=814)), Status("behind", "act")),
        (
            case(enrolment("02-11-2026"), schooling("amu", "01-03-2027", planned=814)),
            Status("plan_missing", "soon", Fraction(1)),
        ),
        (case(COURSE, FULL, permit="01-01-2027"), Status("permit_expires", "soon")),
        (case(COURSE, FULL, permit="01-03-2027"), Status("on_track", "ok")),
        (case(COURSE, FULL, schooling("amu", "01-10-2026", attended=7)), Status("proof_missing", "soon")),
        (case(COURSE, FULL, schooling("avu", "01-10-2026", attended=7)), Status("on_track", "ok")),
        (case(COURSE, FULL), Status("on_track", "ok")),
        (case(enrolment("23-11-2026"), FULL), Status("not_started", "info")),
        (case(enrolment("22-11-2026"), FULL), Status("on_track", "ok")),
        (case(enrolment("01-01-2026", outcome="completed")), Status("ended", "ok")),
        (case(enrolment("01-10-2026", programme="Småjob"), placement(6)), Status("running", "ok")),
        (case(enrolment("01-10-2026", programme="Fritidsjob"), placement(6)), Status("no_rules", "info")),
        (case(enrolment("01-01-2028"), placement(6)), Status("not_eligible", "act")),
        (case(TRIAL, placement(6, "01-10-2026")), Status("placement_too_long", "act")),
        (case(), Status("no_course", "info")),
    ],
)  # fmt: skip
def test_each_status(file: Any, expected: Status) -> None:
    found = status_of(file)
    assert (found.key, found.severity) == (expected.key, expected.severity)
    if expected.weeks is not None:
        assert found.weeks == expected.weeks


def test_behind_says_by_how_many_weeks() -> None:
    assert status_of(case(COURSE)).weeks == Fraction(round(hours(851) * 326 / 730), hours(37))


def test_every_word_has_its_place_and_every_alert_its_word() -> None:
    assert [Status(key, "ok").order for key in KEYS] == list(range(len(KEYS)))
    assert set(_BY_ALERT.values()) <= set(KEYS)


def test_the_worst_word_wins() -> None:
    file = replace(case(COURSE, permit="01-01-2026"), schooling=(schooling("amu", "01-10-2026", attended=7),))
    assert status_of(file).key == "permit_expired"
