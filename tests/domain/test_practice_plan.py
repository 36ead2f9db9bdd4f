"""What placements plan: chosen weekdays, rising hours, places side by side, closed sites, and the average of it all."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from mentorapp.domain.ledger import Ledger, build
from tests.builders import amal, at_work, case, day, enrolment, hours, leave, placement, schooling, site_closed

# A course of the weeks 45–48 of 2026; unless said otherwise today is its last Sunday.
COURSE = enrolment("02-11-2026", "29-11-2026", "Småjob")
LAST_SUNDAY = day("29-11-2026")
WHOLE_WEEKS = "man-fre 08:00-15:24"


def ledger_of(*rows: Any, today: date = LAST_SUNDAY, course: Any = COURSE) -> Ledger:
    ledger = build(case(course, *rows), today)
    assert ledger is not None
    return ledger


def done(*rows: Any, today: date = LAST_SUNDAY) -> int:
    return ledger_of(*rows, today=today).practice_done


def planned_on(ledger: Ledger) -> dict[date, int]:
    return {date.fromordinal(on): minutes for on, minutes in ledger.workings.practice_plan.items()}


def test_a_placement_on_chosen_weekdays_has_its_week_on_them_alone() -> None:
    plan = planned_on(ledger_of(placement("14,8", weekdays=(4, 5))))
    assert {on.isoweekday() for on in plan} == {4, 5}
    assert set(plan.values()) == {hours("7,4")}
    assert done(placement("14,8", weekdays=(4, 5)), today=day("04-11-2026")) == 0
    assert done(placement("14,8", weekdays=(4, 5)), today=day("05-11-2026")) == hours("7,4")


def test_weekend_duty_is_planned_on_saturday_and_sunday() -> None:
    ledger = ledger_of(placement(15, weekdays=(6, 7)))
    assert {on.isoweekday() for on in planned_on(ledger)} == {6, 7}
    assert ledger.practice_done == 4 * hours(15)
    assert sum(part.minutes for week in ledger.weeks for part in week.segments) == 4 * hours(15)


def test_a_part_week_has_the_days_of_the_pattern_that_lie_in_it() -> None:
    # From Thursday 5 November: Friday of the pattern Monday and Friday.
    course = enrolment("05-11-2026", "29-11-2026", "Småjob")
    assert ledger_of(placement(10, weekdays=(1, 5)), course=course, today=day("08-11-2026")).practice_done == hours(5)


def test_the_hours_rise_on_the_day_of_the_step_also_in_mid_week() -> None:
    # 10 hours from Wednesday 11 November: two days of 6/5 hours and three of 10/5 in week 46.
    steps = ("2026-11-11=600", "2026-11-23=900")
    ledger = ledger_of(placement(6, hours_steps=steps))
    week_46 = hours(6) * 2 // 5 + hours(10) * 3 // 5
    assert ledger.practice_done == hours(6) + week_46 + hours(10) + hours(15)


def test_steps_before_and_after_the_placement_change_nothing_inside_it() -> None:
    steps = ("2026-10-01=600", "2027-01-01=900")
    assert done(placement(6, hours_steps=steps)) == 4 * hours(10)


def test_unknown_hours_until_the_first_step() -> None:
    plan = planned_on(ledger_of(placement(None, hours_steps=("2026-11-16=600",))))
    assert min(plan) == day("16-11-2026")


def test_paid_hours_are_worked_beside_practice_and_add_up() -> None:
    job, other = placement(6, site="vaskeri", paid=True, id="job"), placement(4, site="køkken", paid=True, id="other")
    practice = placement(10, site="afdeling", id="practice")
    assert done(practice, job, other) == 4 * hours(20)


def test_at_one_site_the_paid_hours_begun_last_hold() -> None:
    first = placement(6, "02-11-2026", site="vaskeri", paid=True)
    raised = placement(10, "16-11-2026", site="vaskeri", paid=True)
    assert done(first, raised) == 2 * hours(6) + 2 * hours(10)


def test_paid_and_practice_hours_together_leave_room_for_school() -> None:
    job, practice = placement(20, site="vaskeri", paid=True, id="job"), placement(20, id="practice")
    row = schooling("amu", "09-11-2026", "13-11-2026", planned=17)
    assert done(job, practice, row) == 3 * hours(37) + hours(20)


def test_a_later_placement_takes_the_days_of_the_one_before_it() -> None:
    """A change in mid-week, also where the new one is on other weekdays."""
    before, after = placement(25, "02-11-2026"), placement("14,8", "12-11-2026", weekdays=(4, 5))
    plan = planned_on(ledger_of(before, after))
    assert [on for on in plan if day("09-11-2026") <= on <= day("15-11-2026")] == [
        day(f"{number:02}-11-2026") for number in (9, 10, 11, 12, 13)
    ]
    assert plan[day("11-11-2026")] == hours(5)
    assert plan[day("12-11-2026")] == hours("7,4")
    assert day("16-11-2026") not in plan


def test_nothing_is_planned_while_the_site_is_closed() -> None:
    here = placement(28, site="lindegård")
    ledger = ledger_of(
        here, site_closed("lindegård", "09-11-2026", "10-11-2026"), site_closed("fuglsang", "11-11-2026")
    )
    assert ledger.practice_done == 4 * hours(28) - 2 * hours("5,6")
    week = next(week for week in ledger.weeks if week.number == 46)
    assert sum(part.eighths for part in week.segments if part.kind == "holiday") == 16


def test_somebody_who_worked_while_the_site_was_closed_did() -> None:
    here = placement(28, site="lindegård")
    ledger = ledger_of(here, site_closed("lindegård", "09-11-2026"), at_work("09-11-2026", 7))
    assert ledger.practice_worked == hours(7)


def test_one_of_two_sites_closed_leaves_the_hours_of_the_other() -> None:
    job, practice = placement(5, site="vaskeri", paid=True, id="job"), placement(10, site="afdeling", id="practice")
    ledger = ledger_of(job, practice, site_closed("vaskeri", "09-11-2026"))
    assert planned_on(ledger)[day("09-11-2026")] == hours(2)
    assert not any("lukket" in sentence for sentence in ledger.assumptions)


def test_teaching_goes_on_while_a_site_is_closed() -> None:
    row = schooling("amu", "09-11-2026", "13-11-2026", WHOLE_WEEKS)
    ledger = ledger_of(placement(28, site="lindegård"), row, site_closed("lindegård", "09-11-2026"))
    assert ledger.school.planned == hours(37)


@pytest.mark.parametrize("start", [f"{number:02}-01-2029" for number in range(1, 8)])
def test_28_hours_with_23_full_school_weeks_is_21_8_whatever_weekday_it_begins_on(start: str) -> None:
    """definitions.md: 28 x (104,3 - 23) / 104,3 = 21,8, under 25: known before the first day."""
    autumn = schooling("amu", "06-08-2029", "21-12-2029", WHOLE_WEEKS)  # 20 weeks without a holiday
    winter = schooling("amu", "07-01-2030", "25-01-2030", WHOLE_WEEKS)
    ledger = ledger_of(
        placement(28), autumn, winter, course=enrolment(start, rule_set="IGU-2024"), today=day("01-12-2028")
    )
    assert ledger.school.planned == 23 * hours(37)
    average = ledger.planned_practice_a_week
    assert average is not None and Fraction("21.75") <= average / 60 < Fraction("21.85")


def test_the_same_plan_counted_by_elapsed_weeks() -> None:
    """730 days are 104 2/7 weeks; from a Wednesday they hold 522 working days, 104,4 weeks of work: 21,86 by then."""
    autumn = schooling("amu", "04-08-2025", "19-12-2025", WHOLE_WEEKS)
    winter = schooling("amu", "12-01-2026", "30-01-2026", WHOLE_WEEKS)
    course = enrolment("01-01-2025")
    ledger = ledger_of(placement(28), autumn, winter, course=course, today=day("31-12-2026"))
    assert ledger.practice_a_week == hours(28) * (Fraction(522, 5) - 23) / Fraction(730, 7)
    assert ledger.planned_practice_a_week == hours(28) * (Fraction(522, 5) - 23) / Fraction(522, 5)


def test_extending_leave_is_no_part_of_the_planned_average() -> None:
    away = leave("parental", "05-01-2026", "05-07-2026", extends=True)  # 26 whole weeks
    course = enrolment("03-02-2025", "04-08-2027")
    assert ledger_of(placement(28), away, course=course).planned_practice_a_week == hours(28)


def test_without_end_or_plan_there_is_no_planned_average() -> None:
    assert ledger_of(placement(28), course=enrolment("02-11-2026", programme="Småjob")).planned_practice_a_week is None
    assert ledger_of().planned_practice_a_week is None


def test_worked_only_and_counted_school_stand_beside_the_averages() -> None:
    ledger = ledger_of(*amal().placements, course=enrolment("02-02-2026"), today=day("01-03-2026"))
    assert ledger.practice_a_week == hours(28)
    assert ledger.worked_a_week == 0
    danish = schooling("danskuddannelse", "02-02-2026", "06-02-2026", attended="7,4", planned="7,4")
    ledger = ledger_of(placement(28), danish, course=enrolment("02-02-2026"), today=day("01-03-2026"))
    assert ledger.total_a_week == hours(28) + Fraction(hours("7,4"), 4)
    assert ledger.total_counted_a_week == hours(28) + Fraction(hours("14,8"), 4)
