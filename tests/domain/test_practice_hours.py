"""Practice: the plan of a week, and what periods, weeks and days make of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorapp.domain.ledger import Ledger, build
from tests.builders import amal, at_work, case, day, enrolment, hours, leave, period, placement, schooling, week_mark

# A course of the weeks 45–48 of 2026, 28 hours a week; unless said otherwise today is its last Sunday.
COURSE = enrolment("02-11-2026", "29-11-2026", "Sprogpraktik")
LAST_SUNDAY = day("29-11-2026")


def ledger_of(*rows: Any, today: date = LAST_SUNDAY, a_week: str | int = 28) -> Ledger:
    ledger = build(case(COURSE, placement(a_week), *rows), today)
    assert ledger is not None
    return ledger


def done(*rows: Any, today: date = LAST_SUNDAY, a_week: str | int = 28) -> int:
    return ledger_of(*rows, today=today, a_week=a_week).practice_done


def test_weeks_without_entry_are_as_planned() -> None:
    ledger = ledger_of()
    assert (ledger.practice_done, ledger.practice_worked, ledger.weeks_as_planned) == (hours(112), 0, 4)


def test_days_of_a_week_that_does_not_divide_by_five_make_the_week_exactly() -> None:
    by_day = [done(today=day(f"0{n}-11-2026"), a_week="14,8") for n in range(2, 9)]
    assert by_day == [177, 355, 532, 710, 888, 888, 888]


@pytest.mark.parametrize(("school", "practice"), [("8", 28), ("9", 28), ("9,5", "27,5"), ("37", 0), ("45", 0)])
def test_school_and_practice_are_37_hours_a_week_at_most(school: str, practice: str | int) -> None:
    row = schooling("amu", "09-11-2026", "13-11-2026", planned=school)
    assert done(row) == hours(84) + hours(practice)


def test_more_than_37_hours_a_week_are_never_planned() -> None:
    assert done(a_week=45) == 4 * hours(37)


def test_a_part_week_has_its_share_of_the_37_hours() -> None:
    # The course begins on a Thursday: two days, 14,8 hours together, 4 of them school.
    course = enrolment("05-11-2026", "29-11-2026", "Sprogpraktik")
    ledger = build(case(course, placement(37), schooling("amu", "06-11-2026", planned=4)), day("08-11-2026"))
    assert ledger is not None and ledger.practice_done == hours("10,8")


def test_a_cancelled_course_leaves_the_week_to_practice() -> None:
    assert done(schooling("amu", "09-11-2026", "13-11-2026", planned=37, cancelled=True)) == hours(112)


def test_a_confirmed_week_is_worked_as_planned() -> None:
    ledger = ledger_of(week_mark("2026-W46"), week_mark("2026-W99"))
    assert (ledger.practice_done, ledger.practice_worked, ledger.weeks_as_planned) == (hours(112), hours(28), 3)


def test_a_period_replaces_the_plan_and_the_week_marks_inside_it() -> None:
    # Week 45 and the first three days of week 46.
    ledger = ledger_of(period("02-11-2026", "11-11-2026", 20, 5, 3, 2), week_mark("2026-W45"))
    two_days_and_two_weeks = hours(28) * 2 // 5 + hours(56)
    assert ledger.practice_done == hours(30) + two_days_and_two_weeks
    assert (ledger.practice_worked, ledger.weeks_as_planned) == (hours(20), 3)


def test_a_period_outside_what_has_happened_does_not_count() -> None:
    before, after = period("01-10-2026", "01-11-2026", 50), period("16-11-2026", "20-11-2026", 50)
    assert done(before, after, today=day("15-11-2026")) == hours(56)


def test_a_period_touches_the_course_by_a_single_day() -> None:
    assert done(period("01-10-2026", "02-11-2026", 50), today=day("02-11-2026")) == hours(50)
    assert done(period("08-11-2026", "30-11-2026", 50), today=day("08-11-2026")) == hours(28) + hours(50)


def test_days_recorded_count_from_the_first_day_to_today_alone() -> None:
    days = [at_work(f"{on}-11-2026", 7) for on in ("01", "02", "06", "07")]
    assert done(*days, today=day("06-11-2026")) == hours(14)


def test_a_period_that_reaches_over_today_or_the_start_counts_whole_and_is_said() -> None:
    for first, last in (("01-10-2026", "08-11-2026"), ("02-11-2026", "20-11-2026")):
        ledger = ledger_of(period(first, last, 50), today=day("08-11-2026"))
        assert ledger.practice_done == hours(50)
        assert any("rækker ud over" in sentence for sentence in ledger.assumptions)


def test_a_week_recorded_by_day_counts_its_days_alone() -> None:
    # Weekend duty: Saturday, Sunday and one weekday; the other days were off.
    ledger = ledger_of(at_work("10-11-2026", 7), at_work("14-11-2026", 8), at_work("15-11-2026", 8))
    assert (ledger.practice_done, ledger.practice_worked) == (hours(84) + hours(23), hours(23))
    assert ledger.weeks_as_planned == 3


def test_a_confirmed_week_keeps_its_plan_beside_the_days_recorded() -> None:
    assert done(at_work("10-11-2026", 7), week_mark("2026-W46")) == hours(112) - hours("5,6") + hours(7)


def test_a_day_without_hours_is_as_planned() -> None:
    assert done(at_work("10-11-2026", None)) == hours(84) + hours("5,6")
    assert done(at_work("14-11-2026", None)) == hours(84)  # nothing is planned on a Saturday


@pytest.mark.parametrize("status", ["sick", "child_sick", "holiday", "care_day", "lawful", "closed"])
def test_paid_absence_counts_at_the_rostered_hours_and_is_said(status: str) -> None:
    ledger = ledger_of(at_work("10-11-2026", 0, status))
    assert (ledger.practice_done, ledger.weeks_as_planned) == (hours(112), 4)
    assert any("Betalt" in sentence for sentence in ledger.assumptions)


@pytest.mark.parametrize("status", ["unexcused", "leave", "time_off"])
def test_unlawful_absence_leave_and_hours_counted_before_are_no_practice(status: str) -> None:
    ledger = ledger_of(at_work("10-11-2026", 0, status))
    assert ledger.practice_done == hours(112) - hours("5,6")
    assert not any("Betalt" in sentence for sentence in ledger.assumptions)


@pytest.mark.parametrize(
    ("kind", "practice", "weeks"), [("parental", 84, 3), ("sick", 84, 3), ("leave", 84, 3), ("holiday", 112, 3)]
)
def test_leave_is_no_practice_but_holiday_is_paid(kind: str, practice: int, weeks: int) -> None:
    ledger = ledger_of(leave(kind, "09-11-2026", "15-11-2026"))
    assert (ledger.practice_done, ledger.weeks_as_planned) == (hours(practice), weeks)
    assert any("Betalt" in sentence for sentence in ledger.assumptions) is (kind == "holiday")


def test_placements_follow_each_other_and_the_later_one_wins() -> None:
    ladder = (placement(6, last="15-11-2026"), placement(10, "09-11-2026"))
    ledger = build(case(COURSE, *ladder), LAST_SUNDAY)
    assert ledger is not None and ledger.practice_done == hours(6) + 3 * hours(10)


def test_each_step_of_a_ladder_has_its_own_room_beside_school() -> None:
    ladder = (placement(6, last="15-11-2026"), placement(37, "16-11-2026"))
    rows = [schooling("amu", f"{n}-11-2026", planned="7,4", id=str(n)) for n in (11, 18)]
    ledger = build(case(COURSE, *ladder, *rows), LAST_SUNDAY)
    assert ledger is not None and ledger.practice_done == hours(12) + hours("29,6") + hours(37)


def test_outside_a_placement_nothing_is_planned() -> None:
    ledger = build(case(COURSE, placement(10, "09-11-2026", "11-11-2026")), LAST_SUNDAY)
    assert ledger is not None and (ledger.practice_done, ledger.weeks_as_planned) == (hours(6), 1)


def test_a_placement_of_unknown_hours_plans_nothing_for_its_days() -> None:
    unknown = placement(None, "11-11-2026", "12-11-2026")
    ledger = build(case(COURSE, placement(10), unknown), LAST_SUNDAY)
    assert ledger is not None and ledger.practice_done == hours(40) - hours(4)


def test_two_periods_over_the_same_days_are_said() -> None:
    overlapping = [period("02-11-2026", "15-11-2026", 50), period("09-11-2026", "15-11-2026", 20)]
    ledger = ledger_of(*overlapping)
    assert ledger.practice_done == hours(70) + hours(56)
    assert any("overlapper" in sentence for sentence in ledger.assumptions)
    assert not any("overlapper" in sentence for sentence in build(amal(), day("22-11-2026")).assumptions)  # type: ignore[union-attr]
