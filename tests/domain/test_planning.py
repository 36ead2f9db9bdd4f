"""Planning: what a plan would do, what it meets, and what is said before a course has begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from mentorapp.domain import day_one
from mentorapp.domain.attendance import Attendance
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_days import CourseDays, course_days
from mentorapp.domain.ledger import build
from mentorapp.domain.planning import effect, over_full_weeks, week_totals
from mentorapp.domain.room_left import free_weeks, last_block
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import hours as said_hours
from mentorapp.i18n import weeks as said_weeks
from tests import builders
from tests.builders import TODAY, amal, at_work, case, day, enrolment, hours, leave, placement, schooling


def days_of(file: CaseFile, today: date = TODAY) -> CourseDays:
    made = build(file, today)
    assert made is not None
    return course_days(file, made)


def dates(*written: str) -> tuple[date, ...]:
    return tuple(map(day, written))


# --- Day one -----------------------------------------------------------------------------------------------------

# Two years from Monday 2 February 2026: 730 days = 104.29 weeks; 104.29 x 47/52 = 94.26, so 94 working weeks.
START = "02-02-2026"
DAY_ONE = day(START)


def test_one_day_of_amu_a_week_gives_18_8_of_23_weeks() -> None:
    """94 working weeks x 7.4 h = 695.6 h; / 37 = 18.8 (igu-domain, planner sanity values)."""
    row = schooling("amu", START, "01-02-2028", "tir 08:00-15:24")
    found = day_one.school_short(days_of(case(enrolment(START), placement(28, START), row), DAY_ONE))
    assert found is not None
    assert (found.working_weeks, found.planned, found.required) == (94, hours("695,6"), hours(851))
    assert said_weeks(found.planned) == "18,8"
    assert said_weeks(found.missing) == "4,2"


def test_the_same_by_the_agreed_hours_alone() -> None:
    file = case(enrolment(START, school_minutes_a_week=hours("7,4")), placement(28, START))
    found = day_one.school_short(days_of(file, DAY_ONE))
    assert found is not None
    assert (found.planned, found.minutes_a_week) == (hours("695,6"), hours("7,4"))


def test_one_language_day_a_week_is_enough() -> None:
    """x 2: 94 weeks give 37.6 school weeks."""
    row = schooling("danskuddannelse", START, "01-02-2028", "tir 08:00-15:24")
    assert day_one.school_short(days_of(case(enrolment(START), placement(28, START), row), DAY_ONE)) is None


def test_recorded_holidays_are_not_taken_twice() -> None:
    """The ten weeks of holiday are recorded: 104 weeks less ten of them are the 94 that are worked."""
    row = schooling("amu", START, "01-02-2028", "tir 08:00-15:24")
    holidays = [
        leave("holiday", "06-07-2026", "02-08-2026"),
        leave("holiday", "12-10-2026", "18-10-2026"),
        leave("holiday", "05-07-2027", "01-08-2027"),
        leave("holiday", "18-10-2027", "24-10-2027"),
    ]
    found = day_one.school_short(days_of(case(enrolment(START), placement(28, START), row, *holidays), DAY_ONE))
    # 105 Tuesdays from 3 February 2026 to 1 February 2028, none of them a public holiday; less the ten weeks are 95,
    # and 94 working weeks are what there are.
    assert found is not None
    assert found.planned == 94 * hours("7,4")


def test_nothing_agreed_is_nothing_said() -> None:
    assert day_one.school_short(days_of(case(enrolment(START), placement(28, START)), DAY_ONE)) is None


def test_day_one_ends_after_a_quarter_of_a_year() -> None:
    row = schooling("amu", START, "01-02-2028", "tir 08:00-15:24")
    file = case(enrolment(START), placement(28, START), row)
    # 13 weeks x 7 days from 2 February, both included, end on 3 May.
    assert day_one.school_short(days_of(file, day("03-05-2026"))) is not None
    assert day_one.school_short(days_of(file, day("04-05-2026"))) is None


def test_28_hours_with_23_whole_school_weeks_average_21_8() -> None:
    """Nothing is planned yet: 28 x (104.4 - 23)/104.4 = 21.83 (522 working days are 104.4 weeks)."""
    found = day_one.practice_short(days_of(case(enrolment(START), placement(28, START)), DAY_ONE))
    assert found is not None
    assert (found.whole_school_weeks, found.least) == (23, hours(25))
    assert found.a_week == Fraction(28 * 60) * (522 - 115) / 522
    assert said_hours(round(found.a_week)) == "21,8"


def test_23_school_weeks_in_the_plan_average_the_same() -> None:
    """115 whole school days have no room for practice: 28 h x (522 - 115)/522."""
    # 23 weeks of 37 hours without a public holiday in them.
    rows = [
        schooling("amu", first, last, "man-fre 08:00-15:24", id=first)
        for first, last in (("10-08-2026", "16-10-2026"), ("09-08-2027", "05-11-2027"))
    ]
    days = days_of(case(enrolment(START), placement(28, START), *rows), DAY_ONE)
    assert days.ledger.counted is not None
    assert days.ledger.counted.planned == 23 * hours(37)
    found = day_one.practice_short(days)
    assert found is not None
    assert found.whole_school_weeks is None
    assert said_hours(round(found.a_week)) == "21,8"


def test_25_hours_beside_single_school_days_are_25() -> None:
    """Also from a Saturday, where calendar days would give 24.93: 520 working days are 104 weeks."""
    row = schooling("danskuddannelse", "01-02-2025", "31-01-2027", "tir 08:00-15:24")
    days = days_of(case(enrolment("01-02-2025"), placement(25, "01-02-2025"), row), day("01-02-2025"))
    assert day_one.practice_average(days) == hours(25)
    assert day_one.practice_short(days) is None


# --- What a plan meets --------------------------------------------------------------------------------------------


def met(file: CaseFile, row: Schooling) -> list[tuple[str, tuple[date, ...], str]]:
    found = effect(file, [row], TODAY)
    assert found is not None
    return [(one.kind, one.days, one.what) for one in found.conflicts]


def test_conflicts_with_leave_holiday_and_another_course() -> None:
    file = replace(
        amal(),
        leaves=(leave("parental", "05-01-2027", "06-01-2027"),),
        attendance=(*amal().attendance, at_work("13-01-2027", 0, "holiday")),
    )
    row = schooling("danskuddannelse", "07-12-2026", "15-01-2027", "man,ons 09:00-12:00")
    # Mondays and Wednesdays 7 December – 13 January; AMU is held 7–18 December, whole days.
    assert met(file, row) == [
        ("leave", dates("06-01-2027"), "parental"),
        ("holiday", dates("13-01-2027"), ""),
        ("course", dates("07-12-2026", "09-12-2026", "14-12-2026", "16-12-2026"), "amu 07-12-2026"),
    ]


def test_public_holidays_and_closing_days_are_left_out_and_said() -> None:
    file = case(enrolment("01-02-2025"), placement(28, "01-02-2025"), closing_days=("24-12-2026",))
    row = schooling("fvu", "21-12-2026", "01-01-2027", "tor,fre 08:00-12:00")
    assert met(file, row) == [
        ("public_holiday", dates("25-12-2026", "01-01-2027"), ""),
        ("closed", dates("24-12-2026"), ""),
    ]


def test_times_that_do_not_overlap_are_no_conflict() -> None:
    evening = schooling("danskuddannelse", "07-12-2026", "18-12-2026", "man 16:30-19:30")
    assert met(amal(), evening) == []
    without_times = schooling("danskuddannelse", "07-12-2026", "08-12-2026", "man,tir", 6)
    assert [kind for kind, _days, _what in met(amal(), without_times)] == ["course"]


def test_days_outside_the_course() -> None:
    row = schooling("amu", "29-01-2027", "02-02-2027", "man-fre 08:00-15:24")
    assert met(amal(), row) == [("outside", dates("01-02-2027", "02-02-2027"), "")]


def test_a_cancelled_course_meets_nothing() -> None:
    row = schooling("danskuddannelse", "07-12-2026", "18-12-2026", "man 08:00-12:00", cancelled=True)
    assert met(amal(), row) == []


def test_a_type_that_does_not_count_takes_time_all_the_same() -> None:
    café = schooling("Sprogcafé", "09-12-2026", "09-12-2026", "ons 13:00-14:00")
    assert met(amal(), café) == [("course", dates("09-12-2026"), "amu 07-12-2026")]


# --- What it does -------------------------------------------------------------------------------------------------


def test_effect_shows_totals_and_forecast_before_and_after() -> None:
    """Amal's plan gives 629 of 851; six whole weeks of AMU more (222 h) are exactly what is missing."""
    row = schooling("amu", "04-01-2027", "31-01-2027", "man-fre 08:00-15:24")
    found = effect(amal(), [row], TODAY)
    assert found is not None
    assert (found.before.forecast, found.after.forecast) == (hours(629), hours(629) + 20 * hours("7,4"))
    assert found.after.school.planned == hours(470) + hours(148)
    assert found.last_block is not None
    assert found.last_block.missing == hours(74)


def test_a_row_of_the_same_id_takes_the_place_of_the_old_one() -> None:
    old = amal().schooling[-1]
    found = effect(amal(), [replace(old, cancelled=True)], TODAY)
    assert found is not None
    assert found.before.school.planned - found.after.school.planned == hours(74)


def test_without_a_course_there_is_no_effect() -> None:
    assert effect(case(), [], TODAY) is None


def test_weeks_over_37_hours() -> None:
    """A school day of 7.4 h beside 30 h agreed is 37.4; beside 28 h it is 35.4."""
    row = schooling("amu", "01-12-2026", "12-01-2027", "tir 08:00-15:24")
    full = case(enrolment("01-02-2025"), placement(30, "01-02-2025"), row)
    weeks = over_full_weeks(days_of(full))
    assert {week.total for week in weeks} == {hours("37,4")}
    assert [week.monday for week in weeks][:2] == list(dates("30-11-2026", "07-12-2026"))
    assert over_full_weeks(days_of(case(enrolment("01-02-2025"), placement(28, "01-02-2025"), row))) == ()


def test_a_week_that_is_over_is_not_a_plan_any_more() -> None:
    row = schooling("amu", "10-11-2026", "17-11-2026", "tir 08:00-15:24")
    file = case(enrolment("01-02-2025"), placement(30, "01-02-2025"), row)
    assert max(week.total for week in week_totals(days_of(file))) == hours("37,4")
    assert over_full_weeks(days_of(file, day("22-11-2026"))) == ()
    # On Saturday the 21st the week of the 16th still runs.
    assert [week.monday for week in over_full_weeks(days_of(file, day("21-11-2026")))] == [day("16-11-2026")]


# --- Room left ----------------------------------------------------------------------------------------------------


def test_last_block_of_amal() -> None:
    """222 h are 30 days of 7.4. Free from the end back: January 2027 has 20 (1 January is a holiday), 28–31 December
    4, 21–24 December 4; 7–18 December are taken by AMU; 30 November – 4 December 5: 33 days, so week 49.
    """
    found = last_block(days_of(amal()))
    assert found is not None
    assert (found.missing, found.days, found.monday) == (hours(222), 30, day("30-11-2026"))


def test_last_block_too_late() -> None:
    """From 7 December only 28 free days are left (see above)."""
    found = last_block(days_of(amal(), day("05-12-2026")))
    assert found is not None
    assert found.monday is None
    on_the_monday = last_block(days_of(amal(), day("30-11-2026")))
    assert on_the_monday is not None
    assert on_the_monday.monday == day("30-11-2026")


def test_leave_moves_the_last_block_earlier() -> None:
    """Leave 4–15 January takes ten of the days; two weeks before 30 November make up for them: 33 - 10 + 10."""
    file = replace(amal(), leaves=(leave("parental", "04-01-2027", "15-01-2027"),))
    found = last_block(days_of(file, day("01-11-2026")))
    assert found is not None
    assert found.monday == day("16-11-2026")


def test_nothing_missing_needs_no_block() -> None:
    assert last_block(days_of(builders.maryam())) is None


def test_unknown_requirement_needs_no_block() -> None:
    assert last_block(days_of(builders.hevin())) is None


def test_free_weeks_for_a_cancelled_course() -> None:
    """Amal's AMU of 7–18 December falls out: 74 h are two whole weeks, and weeks 48 and 49 are the nearest."""
    file = amal()
    file = replace(file, schooling=(*file.schooling[:-1], replace(file.schooling[-1], cancelled=True)))
    assert free_weeks(days_of(file), hours(74)) == dates("23-11-2026", "30-11-2026")


def test_free_weeks_leave_out_leave_holidays_and_courses() -> None:
    file = replace(
        amal(),
        leaves=(leave("holiday", "02-12-2026", "02-12-2026"),),
        attendance=(Attendance(builders.LEARNER, "x", builders.COURSE, day("25-11-2026"), "practice", "holiday"),),
    )
    # 23–29 November: a recorded holiday; 30 November: leave; 7–18 December: AMU; Christmas and New Year.
    assert free_weeks(days_of(file), hours(38)) == dates("04-01-2027", "11-01-2027")


def test_free_weeks_end_with_the_course() -> None:
    """From 4 January there are four whole weeks to 31 January: no more, however much is asked."""
    weeks = free_weeks(days_of(amal(), day("01-01-2027")), hours(851))
    assert weeks == dates("04-01-2027", "11-01-2027", "18-01-2027", "25-01-2027")
