"""The week the first page asks to confirm, and the teaching ahead; days worked out by hand from a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorapp.domain.ledger import build
from mentorapp.domain.this_week import NOTHING, ThisWeek, this_week
from tests.builders import at_school, at_work, case, day, enrolment, leave, period, placement, schooling, week_mark

# Monday 16 November 2026 begins week 47; the course runs from Monday 7 September.
COURSE = enrolment("07-09-2026")


def shown(today: str, *rows: Any, course: Any = COURSE) -> ThisWeek:
    file = case(course, placement(28, "07-09-2026"), *rows)
    ledger = build(file, day(today))
    assert ledger is not None
    return this_week(file, ledger)


def monday(made: ThisWeek) -> date | None:
    return made.week.monday if made.week else None


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        # Thursday: the week is still worked, so it is the week before
        ("19-11-2026", "09-11-2026"),
        # from Friday on, over the weekend
        ("20-11-2026", "16-11-2026"),
        ("22-11-2026", "16-11-2026"),
        ("23-11-2026", "16-11-2026"),
    ],
)
def test_a_week_is_asked_for_from_its_last_working_day_until_the_next(today: str, begins: str) -> None:
    assert monday(shown(today)) == day(begins)


def test_before_the_first_week_is_over_and_after_the_course_nothing_is_asked() -> None:
    assert monday(shown("10-09-2026")) is None
    assert monday(shown("11-09-2026")) == day("07-09-2026")
    assert shown("06-09-2026") == NOTHING
    ended = enrolment("07-09-2026", outcome="completed", outcome_on=day("01-11-2026"))
    assert shown("22-11-2026", course=ended) == NOTHING
    short = enrolment("07-09-2026", "06-11-2026", programme="virksomhedspraktik")
    assert shown("16-11-2026", course=short) == NOTHING


def test_a_confirmed_week_stays_and_one_said_elsewhere_goes() -> None:
    confirmed = shown("22-11-2026", week_mark("2026-W47"))
    assert confirmed.week is not None and confirmed.week.confirmed
    assert confirmed.cells == (("practice", "done"),) * 5
    assert monday(shown("22-11-2026", period("01-11-2026", "22-11-2026", 84))) is None
    assert monday(shown("22-11-2026", *(at_work(f"{n}-11-2026", 7) for n in range(16, 21)))) is None


def test_each_day_shows_what_it_was() -> None:
    danish = schooling("danskuddannelse", "01-10-2026", "30-11-2026", "man,tir 08:30-13:30")
    made = shown("22-11-2026", danish, at_school(danish, "16-11-2026", 5), at_work("19-11-2026", 0, "sick"))
    assert made.cells == (
        ("danish", "done"), ("danish", "planned"), ("practice", "planned"), ("sick", "done"), ("practice", "planned"),
    )  # fmt: skip


def test_leave_and_holidays_are_not_practice() -> None:
    # 24 December is no public holiday, the 25th is
    made = shown("27-12-2026", leave("holiday", "21-12-2026", "22-12-2026"))
    assert made.cells == (
        ("holiday", "done"), ("holiday", "done"), ("practice", "planned"), ("practice", "planned"), ("holiday", "done"),
    )  # fmt: skip


def test_the_teaching_of_today_and_seven_days_is_told_in_order() -> None:
    danish = schooling("danskuddannelse", "01-10-2026", "30-12-2026", "man,ons 08:30-13:30", title="DU2 modul 4")
    aid = schooling("amu", "25-11-2026", "25-11-2026", "ons 08:00-15:24", title="Førstehjælp", provider="SOSU-skolen")
    off = schooling("amu", "24-11-2026", "24-11-2026", "tir 08:00-15:24", title="Aflyst", cancelled=True)
    made = shown("23-11-2026", danish, aid, off)
    assert [(taught.day, taught.kind, taught.title) for taught in made.teaching] == [
        (day("23-11-2026"), "danish", "DU2 modul 4"),
        (day("25-11-2026"), "danish", "DU2 modul 4"),
        (day("25-11-2026"), "amu", "Førstehjælp"),
        (day("30-11-2026"), "danish", "DU2 modul 4"),
    ]
    assert made.teaching[2].provider == "SOSU-skolen"
