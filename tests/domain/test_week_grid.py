"""The cells of the weeks: what is drawn where, in which state and how high."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorapp.domain.ledger import build
from mentorapp.domain.week import KINDS, WEEK, Segment, Week
from tests.builders import (
    TODAY,
    amal,
    at_school,
    at_work,
    case,
    day,
    enrolment,
    hevin,
    hours,
    leave,
    period,
    placement,
    rahel,
    schooling,
    week_mark,
    yusuf,
)

COURSE = enrolment("02-11-2026", "29-11-2026", "Sprogpraktik")
"""Weeks 45–48 of 2026; no public holiday in them."""

SCHOOL_WEEK = "man-fre 08:00-15:24"


def weeks_of(*rows: Any, course: Any = COURSE, a_week: Any = 28, today: date = TODAY) -> dict[str, Week]:
    rows = rows if a_week is None else (*rows, placement(a_week))
    return by_number(case(course, *rows), today)


def by_number(file: Any, today: date = TODAY) -> dict[str, Week]:
    ledger = build(file, today)
    assert ledger is not None
    return {f"{week.year}-{week.number}": week for week in ledger.weeks}


def cells(week: Week) -> list[tuple[str, str, int]]:
    return [(segment.kind, segment.state, segment.eighths) for segment in week.segments]


def test_one_week_for_each_iso_week_with_53_and_part_weeks() -> None:
    weeks = by_number(amal())
    assert len(weeks) == 105
    first, last = weeks["2025-5"], weeks["2027-4"]
    assert (first.monday, first.first_day, first.last_day) == (day("27-01-2025"), day("01-02-2025"), day("02-02-2025"))
    assert first.segments == ()  # a weekend
    assert last.last_day == day("31-01-2027")
    assert (weeks["2026-53"].monday, weeks["2026-53"].last_day) == (day("28-12-2026"), day("03-01-2027"))
    assert not any(week.extended for week in weeks.values())


def test_a_week_is_extended_once_it_lies_wholly_after_the_plain_end() -> None:
    extended = [week.first_day for week in by_number(rahel()).values() if week.extended]
    assert (extended[0], extended[-1], len(extended)) == (day("01-05-2023"), day("11-03-2024"), 46)
    middle = by_number(case(enrolment("01-01-2024", "31-01-2026")))
    assert not middle["2026-1"].extended  # the plain end, 31 December, lies inside it
    assert middle["2026-2"].extended
    monday = by_number(case(enrolment("05-01-2025", "31-01-2027")))
    assert not monday["2027-1"].extended  # the plain end is its Monday
    assert monday["2027-2"].extended


def test_three_days_of_danish_and_two_of_practice() -> None:
    weeks = by_number(hevin())
    assert cells(weeks["2026-37"]) == [("danish", "done", 24), ("practice", "planned", 16)]
    assert weeks["2026-37"].segments[1] == Segment("practice", "planned", hours("14,8"), 16)
    assert cells(weeks["2026-43"]) == [("danish", "done", 16), ("practice", "planned", 16), ("unexcused", "done", 8)]


def test_a_short_session_is_half_a_day_and_practice_takes_the_rest() -> None:
    assert cells(by_number(amal())["2025-19"]) == [("danish", "documented", 8), ("practice", "done", 32)]


@pytest.mark.parametrize(("length", "eighths"), [("4,5", 8), ("4,4", 4)])
def test_from_four_and_a_half_hours_a_session_is_a_day(length: str, eighths: int) -> None:
    row = schooling("hf", "10-11-2026", "10-11-2026", planned=length)
    assert cells(weeks_of(row, a_week=None)["2026-46"]) == [("other", "planned", eighths)]


def test_kinds_of_school_stand_in_order_on_the_base_line() -> None:
    rows = [schooling(kind, f"{n}-11-2026", planned=7) for n, kind in enumerate(("fvu", "danskuddannelse", "amu"), 10)]
    week = weeks_of(*rows)["2026-46"]
    assert [segment.kind for segment in week.segments] == ["amu", "danish", "other", "practice"]
    assert list(KINDS)[:4] == [segment.kind for segment in week.segments]


def test_a_proof_makes_attended_school_documented() -> None:
    row = schooling("amu", "09-11-2026", "10-11-2026", "man,tir 08:00-15:24", attended="14,8", proof="20-11-2026")
    assert cells(weeks_of(row)["2026-46"])[0] == ("amu", "documented", 16)
    assert cells(weeks_of(row, today=day("19-11-2026"))["2026-46"])[0] == ("amu", "done", 16)


def test_attended_hours_lie_on_the_earliest_sessions_and_the_rest_asks_to_be_confirmed() -> None:
    row = schooling("amu", "02-11-2026", "13-11-2026", SCHOOL_WEEK, planned=74, attended="40,7")
    weeks = weeks_of(row)
    assert weeks["2026-45"].segments == (Segment("amu", "done", hours(37), 40),)
    assert weeks["2026-46"].segments == (Segment("amu", "done", 222, 4), Segment("amu", "planned", 4 * 444, 32))


def test_dated_attendance_lies_where_it_was_recorded() -> None:
    row = schooling("danskuddannelse", "02-11-2026", "27-11-2026", "man 08:00-15:24", planned="29,6", attended="14,8")
    dated = [at_school(row, "16-11-2026", "7,4"), at_school(row, "02-11-2026", 0, "sick")]
    weeks = weeks_of(row, *dated, a_week=None)
    assert cells(weeks["2026-45"]) == [("sick", "done", 8)]
    assert cells(weeks["2026-46"]) == [("danish", "done", 8)]  # what is left of the total
    assert cells(weeks["2026-47"]) == [("danish", "done", 8)]
    assert cells(weeks["2026-48"]) == [("danish", "planned", 8)]


@pytest.mark.parametrize(
    ("status", "kind"),
    [("sick", "sick"), ("child_sick", "sick"), ("unexcused", "unexcused"), ("holiday", "holiday"),
     ("closed", "holiday"), ("lawful", "leave")],
)  # fmt: skip
def test_a_missed_session_shows_why(status: str, kind: str) -> None:
    row = schooling("danskuddannelse", "10-11-2026", planned="3,7")
    for on, state in (("10-11-2026", "done"), ("20-11-2026", "done"), ("23-11-2026", "planned")):
        moved = schooling("danskuddannelse", on, planned="3,7", id=row.id)
        missed = weeks_of(moved, at_school(moved, on, 0, status), a_week=None, today=day("20-11-2026"))
        assert (kind, state, 4) in [cell for week in missed.values() for cell in cells(week)]


def test_hours_no_session_can_hold_lie_on_the_last_attended_one() -> None:
    row = schooling("amu", "02-11-2026", "03-11-2026", "man,tir 08:00-15:24", planned="14,8", attended=20)
    assert weeks_of(row)["2026-45"].segments[0] == Segment("amu", "done", hours(20), 16)
    weekly = schooling("amu", "02-11-2026", "09-11-2026", "man 08:00-15:24", planned="14,8", attended=20)
    weeks = weeks_of(weekly)
    assert [weeks[f"2026-{n}"].segments[0].minutes for n in (45, 46)] == [444, hours(20) - 444]


def test_hours_attended_before_the_first_session_lie_on_it() -> None:
    row = schooling("amu", "25-11-2026", "26-11-2026", "ons,tor 08:00-15:24", attended=3)
    assert weeks_of(row, a_week=None)["2026-48"].segments == (
        Segment("amu", "done", hours(3), 4),
        Segment("amu", "planned", 444, 8),
    )


def test_todays_session_has_happened() -> None:
    row = schooling("amu", "18-11-2026", "20-11-2026", "ons-fre 08:00-15:24", planned="22,2", attended="22,2")
    week = weeks_of(row, a_week=None, today=day("20-11-2026"))["2026-47"]
    assert cells(week) == [("amu", "done", 24)]
    assert [part.minutes for part in week.segments] == [hours("22,2")]


def test_today_is_recorded_today() -> None:
    row = schooling("amu", "16-11-2026", "20-11-2026", SCHOOL_WEEK)
    week = weeks_of(row, at_school(row, "20-11-2026", "7,4"), a_week=None, today=day("20-11-2026"))["2026-47"]
    assert cells(week) == [("amu", "done", 8), ("amu", "planned", 32)]


def test_recorded_days_come_before_the_earliest_ones() -> None:
    row = schooling("amu", "02-11-2026", "09-11-2026", "man 08:00-15:24", attended="7,4")
    weeks = weeks_of(row, at_school(row, "09-11-2026", "7,4"), a_week=None)
    assert (cells(weeks["2026-45"]), cells(weeks["2026-46"])) == ([("amu", "planned", 8)], [("amu", "done", 8)])


def test_a_proof_of_the_total_leaves_nothing_to_confirm_before_its_date() -> None:
    """Two Mondays of four attended, and the certificate says so: the others were missed, not forgotten."""
    proved = {"attended": "14,8", "proof": "20-11-2026"}
    row = schooling("amu", "02-11-2026", "23-11-2026", "man 08:00-15:24", **proved)
    weeks = weeks_of(row, a_week=None, today=day("24-11-2026"))
    drawn = [cells(weeks[f"2026-{number}"]) for number in (45, 46, 47, 48)]
    assert drawn == [[("amu", "documented", 8)], [("amu", "documented", 8)], [], [("amu", "planned", 8)]]
    by_day = schooling("amu", "02-11-2026", "23-11-2026", "man 08:00-15:24", proof="20-11-2026")
    open_still = weeks_of(by_day, at_school(by_day, "02-11-2026", "7,4"), a_week=None, today=day("24-11-2026"))
    assert cells(open_still["2026-47"]) == [("amu", "planned", 8)]


def test_a_proof_that_has_not_come_settles_nothing() -> None:
    row = schooling("amu", "02-11-2026", "09-11-2026", "man 08:00-15:24", attended=0, proof="01-12-2026")
    assert cells(weeks_of(row, a_week=None)["2026-46"]) == [("amu", "planned", 8)]


def test_schooling_without_dates_or_outside_the_course_is_not_drawn() -> None:
    rows = [schooling("amu", attended=20), schooling("amu", "26-10-2026", "30-10-2026", SCHOOL_WEEK, attended=37)]
    assert all(week.segments == () for week in weeks_of(*rows, a_week=None).values())
    around = schooling("amu", "29-10-2026", "30-11-2026", SCHOOL_WEEK)
    assert [cells(week) for week in weeks_of(around, a_week=None).values()] == [[("amu", "planned", 40)]] * 4


def test_attended_hours_without_a_plan_are_laid_over_the_days() -> None:
    row = schooling("amu", "02-11-2026", "13-11-2026", attended=60)
    weeks = weeks_of(row, a_week=None)
    assert weeks["2026-45"].segments == weeks["2026-46"].segments == (Segment("amu", "done", hours(30), 40),)


def test_a_cancelled_course_has_no_planned_cells_but_shows_what_was_attended() -> None:
    row = schooling("amu", "02-11-2026", "27-11-2026", SCHOOL_WEEK, attended="14,8", cancelled=True)
    weeks = weeks_of(row, a_week=None)
    assert [cells(week) for week in weeks.values()] == [[("amu", "done", 16)], [], [], []]


def test_types_that_do_not_count_are_not_drawn() -> None:
    row = schooling("Sprogcafé", "02-11-2026", "27-11-2026", "tor 17:00-19:00", attended=4)
    assert all(week.segments == () for week in weeks_of(row, at_school(row, "05-11-2026", 2), a_week=None).values())


def test_practice_is_as_high_as_its_hours_where_it_does_not_fill_its_days() -> None:
    assert cells(weeks_of(a_week=6)["2026-45"]) == [("practice", "planned", 6)]  # 360 / 444 of a day
    assert cells(weeks_of(a_week="0,1")["2026-45"]) == [("practice", "planned", 1)]
    assert cells(weeks_of(a_week="22,4")["2026-45"]) == [("practice", "planned", 24)]
    assert cells(weeks_of(a_week="22,5")["2026-45"]) == [("practice", "planned", 40)]


def test_what_is_recorded_of_practice_is_done() -> None:
    weeks = weeks_of(period("02-11-2026", "08-11-2026", 20), week_mark("2026-W46"), at_work("17-11-2026", 7))
    assert cells(weeks["2026-45"]) == [("practice", "done", 40)]
    assert cells(weeks["2026-46"]) == [("practice", "done", 40)]
    assert weeks["2026-47"].segments == (Segment("practice", "done", hours(7), 8),)
    assert cells(weeks["2026-48"]) == [("practice", "planned", 40)]


def test_a_week_partly_done_has_two_segments() -> None:
    week = weeks_of(period("02-11-2026", "10-11-2026", 20))["2026-46"]
    assert week.segments == (
        Segment("practice", "done", hours("11,2"), 16),
        Segment("practice", "planned", hours("16,8"), 24),
    )


def test_two_slivers_of_practice_are_both_seen() -> None:
    week = weeks_of(period("02-11-2026", "10-11-2026", 1), a_week="0,5")["2026-46"]
    assert week.segments == (Segment("practice", "done", 12, 1), Segment("practice", "planned", 18, 1))
    week = weeks_of(period("02-11-2026", "12-11-2026", 1), a_week="3,7")["2026-46"]
    assert cells(week) == [("practice", "done", 3), ("practice", "planned", 1)]


def test_the_days_ahead_of_a_week_recorded_by_day_stay_planned() -> None:
    week = weeks_of(at_work("16-11-2026", 7), today=day("18-11-2026"))["2026-47"]
    # Tuesday and Wednesday were off; Thursday and Friday are still to come.
    assert week.segments == (
        Segment("practice", "done", hours(7), 8),
        Segment("practice", "planned", hours("11,2"), 12),
    )


def test_weekend_duty_is_seen_even_beside_a_full_week_of_school() -> None:
    row = schooling("amu", "09-11-2026", "13-11-2026", SCHOOL_WEEK, attended=37)
    week = weeks_of(row, at_work("14-11-2026", 8))["2026-46"]
    assert week.segments == (Segment("amu", "done", hours(37), 39), Segment("practice", "done", hours(8), 1))


def test_teaching_on_a_saturday_makes_practice_give_way() -> None:
    week = weeks_of(schooling("amu", "14-11-2026", planned=7))["2026-46"]
    assert cells(week) == [("amu", "planned", 8), ("practice", "planned", 32)]


def test_a_period_of_a_learner_without_planned_hours_lies_evenly_over_its_weekdays() -> None:
    weeks = weeks_of(period("09-11-2026", "18-11-2026", 50), a_week=None)
    assert weeks["2026-46"].segments == (Segment("practice", "done", hours("31,25"), 40),)
    assert weeks["2026-47"].segments == (Segment("practice", "done", hours("18,75"), 24),)


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [("parental", "parental"), ("sick", "sick"), ("holiday", "holiday"), ("leave", "leave"), ("other", "leave")],
)
def test_leave_fills_the_weekdays_it_covers(kind: str, drawn: str) -> None:
    weeks = weeks_of(leave(kind, "18-11-2026", "24-11-2026"))
    assert cells(weeks["2026-47"]) == [("practice", "planned", 16), (drawn, "done", 24)]
    assert cells(weeks["2026-48"]) == [("practice", "planned", 24), (drawn, "planned", 16)]


def test_school_held_during_leave_has_its_place_first() -> None:
    row = schooling("amu", "09-11-2026", planned="3,7", attended="3,7")
    week = weeks_of(row, leave("parental", "09-11-2026", "13-11-2026"))["2026-46"]
    assert cells(week) == [("amu", "done", 4), ("parental", "done", 36)]
    whole_day = schooling("amu", "09-11-2026", planned="7,4", attended="7,4")
    week = weeks_of(whole_day, leave("parental", "09-11-2026", "13-11-2026"))["2026-46"]
    assert week.segments == (Segment("amu", "done", 444, 8), Segment("parental", "done", 4 * 444, 32))


def test_leave_is_done_from_its_day_on() -> None:
    week = weeks_of(leave("sick", "16-11-2026", "20-11-2026"), today=day("18-11-2026"))["2026-47"]
    assert cells(week) == [("sick", "done", 24), ("sick", "planned", 16)]


def test_public_holidays_hang_from_the_top() -> None:
    weeks = by_number(amal())
    assert cells(weeks["2025-16"]) == [("practice", "done", 24), ("holiday", "done", 16)]
    assert cells(weeks["2026-52"]) == [("practice", "planned", 32), ("holiday", "planned", 8)]


def test_the_first_and_the_last_day_of_the_course_may_be_days_away() -> None:
    course = enrolment("15-12-2026", "25-12-2026", "Sprogpraktik")  # a Tuesday to Christmas Day
    missed = [at_work(f"{on}-12-2026", 0, "sick") for on in (14, 15, 28)]
    weeks = weeks_of(*missed, course=course, a_week=None)
    assert cells(weeks["2026-51"]) == [("sick", "planned", 8)]
    assert cells(weeks["2026-52"]) == [("holiday", "planned", 8)]


def test_practice_on_a_day_with_half_a_day_of_school_fills_the_other_half() -> None:
    row = schooling("amu", "10-11-2026", planned="3,7", attended="3,7")
    week = weeks_of(row, at_work("10-11-2026", "4,4"), a_week=None)["2026-46"]
    assert week.segments == (Segment("amu", "done", 222, 4), Segment("practice", "done", hours("4,4"), 4))
    assert weeks_of(at_work("10-11-2026", None), a_week=None)["2026-46"].segments == ()


def test_a_day_missed_in_practice_shows_why() -> None:
    week = weeks_of(at_work("10-11-2026", 0, "sick"))["2026-46"]
    assert cells(week) == [("practice", "planned", 32), ("sick", "done", 8)]


def test_who_was_on_duty_at_christmas_was_not_away() -> None:
    course = enrolment("21-12-2026", "27-12-2026", "Sprogpraktik")
    off, on = weeks_of(course=course, today=day("27-12-2026")), at_work("25-12-2026", "7,4")
    assert cells(off["2026-52"]) == [("practice", "planned", 32), ("holiday", "done", 8)]
    duty = weeks_of(on, week_mark("2026-W52"), course=course, today=day("27-12-2026"))
    assert cells(duty["2026-52"]) == [("practice", "done", 40)]


def test_after_a_course_was_stopped_no_practice_waits_to_be_confirmed() -> None:
    stopped = enrolment("02-11-2026", "29-11-2026", "Sprogpraktik", outcome="stopped", outcome_on=day("11-11-2026"))
    weeks = weeks_of(course=stopped)
    assert cells(weeks["2026-46"]) == [("practice", "planned", 24)]
    assert weeks["2026-47"].segments == ()


def test_a_course_without_end_goes_to_today_or_the_last_date_known() -> None:
    course = enrolment("02-11-2026", programme="Småjob")
    assert list(weeks_of(course=course, a_week=6)) == ["2026-45", "2026-46", "2026-47"]
    row = schooling("amu", "07-12-2026", "11-12-2026", planned=37)
    assert list(weeks_of(row, course=course, a_week=6))[-1] == "2026-50"


def test_a_mistyped_year_does_not_make_thousands_of_weeks() -> None:
    assert len(weeks_of(course=enrolment("02-11-2026", "02-11-2206", "Småjob"))) == 521


def test_an_end_before_the_start_still_gives_a_week() -> None:
    backwards = enrolment("02-11-2026", "01-10-2026", "Småjob")
    assert len(weeks_of(course=backwards)) == 1


def test_no_week_of_the_samples_is_higher_than_five_days() -> None:
    for file in (amal(), hevin(), rahel(), yusuf()):
        assert max(sum(part.eighths for part in week.segments) for week in by_number(file).values()) == WEEK
