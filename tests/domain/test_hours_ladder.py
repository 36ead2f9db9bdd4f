"""The hours ladder of a placement."""

from __future__ import annotations

import pytest

from mentorapp.domain.hours_ladder import (
    HoursStep,
    hours_step,
    minutes_a_week_on,
    steps_of,
    unreadable_steps,
    written_steps,
)
from tests.builders import day, hours, placement

# 6 → 10 → 15 hours a week: 360, 600 and 900 minutes.
LADDER = ("2027-01-04=600", "2027-03-01=900")


@pytest.mark.parametrize(
    ("on", "a_week"),
    [("03-01-2027", 6), ("04-01-2027", 10), ("28-02-2027", 10), ("01-03-2027", 15), ("01-03-2030", 15)],
)
def test_the_hours_of_the_last_step_begun_hold(on: str, a_week: int) -> None:
    assert minutes_a_week_on(placement(6, "02-11-2026", hours_steps=LADDER), day(on)) == hours(a_week)


def test_without_steps_the_placement_s_own_hours_hold() -> None:
    assert minutes_a_week_on(placement(28), day("01-01-2027")) == hours(28)
    assert minutes_a_week_on(placement(None), day("01-01-2027")) is None


def test_before_the_first_step_nothing_is_made_up() -> None:
    unknown = placement(None, hours_steps=LADDER)
    assert minutes_a_week_on(unknown, day("03-01-2027")) is None
    assert minutes_a_week_on(unknown, day("04-01-2027")) == hours(10)


def test_steps_in_any_order_and_the_later_written_of_two_for_a_day() -> None:
    shuffled = placement(6, hours_steps=(LADDER[1], LADDER[0], "2027-01-04=480"))
    assert [step.minutes for step in steps_of(shuffled)] == [600, 480, 900]
    assert minutes_a_week_on(shuffled, day("05-01-2027")) == hours(8)


@pytest.mark.parametrize(
    "written", ["", "=", "600", "2027-01-04", "2027-01-04=", "2027-01-04=-60", "2027-01-04= 60", "2027-01-04=10,5",
                "2027-02-30=600", "04-01-2027=600", "2027-01-04=٦٠٠"],
)  # fmt: skip
def test_a_step_nobody_can_read_changes_nothing_and_is_named(written: str) -> None:
    file = placement(6, hours_steps=(written, LADDER[1]))
    assert hours_step(written) is None
    assert unreadable_steps(file) == (written,)
    assert minutes_a_week_on(file, day("05-01-2027")) == hours(6)
    assert minutes_a_week_on(file, day("01-03-2027")) == hours(15)


def test_steps_are_written_as_they_are_read() -> None:
    steps = (HoursStep(day("01-03-2027"), 900), HoursStep(day("04-01-2027"), 600))
    assert written_steps(steps) == LADDER
    assert steps_of(placement(6, hours_steps=written_steps(steps))) == tuple(reversed(steps))
