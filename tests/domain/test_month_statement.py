"""The monthly statement: every line with who said so, and nothing that nobody said. Figures are worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import build
from mentorapp.domain.month_claim import MonthClaim, month_claim_key
from mentorapp.domain.month_statement import MonthStatement, last_of_month, statement
from mentorapp.domain.months_due import hand_in, months_with_school, not_handed_in, take_back
from tests.builders import (
    COURSE,
    LEARNER,
    TODAY,
    amal,
    at_school,
    case,
    day,
    enrolment,
    hours,
    maryam,
    oksana,
    placement,
    schooling,
)


def told(file: CaseFile, month: str, today: date = TODAY) -> MonthStatement:
    made = build(file, today)
    assert made is not None
    said = statement(file, made, day(f"01-{month}"))
    assert said is not None
    return said


def lines(said: MonthStatement) -> list[tuple[str, str, int | None, int | None, int | None]]:
    """State, days, planned, attended, counted of every line."""
    return [
        (
            line.state,
            f"{line.first:%d.%m}" + ("" if line.first == line.last else f"-{line.last:%d.%m}"),
            line.planned,
            line.attended,
            line.counted,
        )
        for line in said.lines
    ]


def course(*rows: Any, **fields: Any) -> CaseFile:
    return case(enrolment("01-02-2025"), placement(28, "01-02-2025"), *rows, **fields)


def test_days_the_school_said() -> None:
    """Amal's three days of food hygiene, 7.4 h each at factor 1."""
    said = told(amal(), "10-2026")
    whole = hours("7,4")
    assert lines(said) == [("held", f"{n:02}.10", whole, whole, whole) for n in (5, 6, 7)]
    assert said.attended() == said.counted() == hours("22,2")
    assert said.attended_days == tuple(date(2026, 10, n) for n in (5, 6, 7))
    assert (said.coming_days, said.unknown_days, said.absences) == ((), (), {})


def test_a_day_that_was_missed_and_one_that_was_not_held() -> None:
    """Maryam in October: two Wednesdays of 7.4 h present (x 2), the 14th closed, the 28th sick."""
    said = told(maryam(), "10-2026")
    whole, twice = hours("7,4"), hours("14,8")
    assert lines(said) == [
        ("held", "07.10", whole, whole, twice),
        ("closed", "14.10", whole, 0, 0),
        ("held", "21.10", whole, whole, twice),
        ("absent", "28.10", whole, 0, 0),
    ]
    assert said.attended_days == (date(2026, 10, 7), date(2026, 10, 21))
    assert [(status, len(missed)) for status, missed in said.absences.items()] == [("sick", 1)]
    assert (said.attended(), said.counted()) == (hours("14,8"), hours("29,6"))


def test_days_of_a_total_that_reaches_beyond_the_month_have_no_hours() -> None:
    """Maryam in November: her module's total (66.6 h since August) does not say which days; the 25th is to come."""
    said = told(maryam(), "11-2026")
    whole = hours("7,4")
    assert lines(said) == [
        ("unknown", "04.11", whole, None, None),
        ("unknown", "11.11", whole, None, None),
        ("unknown", "18.11", whole, None, None),
        ("coming", "25.11", whole, None, None),
    ]
    assert said.attended() == 0
    assert said.planned("coming") == (whole, 2 * whole)
    assert (len(said.unknown_days), said.coming_days) == (3, (date(2026, 11, 25),))


def test_a_course_inside_the_month_has_its_total() -> None:
    """Amal's AMU of 10–28 March 2025: 111 h together on fifteen days, nobody said on which how many."""
    said = told(amal(), "03-2025")
    assert lines(said) == [("total", "10.03-28.03", hours(111), hours(111), hours(111))]
    assert len(said.unknown_days) == 15
    assert said.attended_days == ()
    assert said.since.clock.attended == hours(111)


def test_what_a_total_says_beyond_its_days() -> None:
    row = schooling("amu", "05-10-2026", "07-10-2026", "man-ons 08:00-15:24", "22,2", "22,2", id="row")
    said = told(course(row, at_school(row, "05-10-2026", "7,4")), "10-2026")
    whole = hours("7,4")
    assert lines(said) == [
        ("held", "05.10", whole, whole, whole),
        ("total", "05.10-07.10", 2 * whole, 2 * whole, 2 * whole),
    ]
    assert said.attended() == hours("22,2")


def test_days_nobody_confirmed_are_not_attended() -> None:
    row = schooling("amu", "19-11-2026", "24-11-2026", "man-fre 08:00-15:24")
    said = told(course(row), "11-2026")
    whole = hours("7,4")
    assert lines(said) == [
        ("unconfirmed", "19.11", whole, None, None),
        ("unconfirmed", "20.11", whole, None, None),
        ("coming", "23.11", whole, None, None),
        ("coming", "24.11", whole, None, None),
    ]
    assert (said.attended(), said.planned("unconfirmed")[0]) == (0, hours("14,8"))


def test_today_has_happened_and_tomorrow_has_not() -> None:
    row = schooling("amu", "23-11-2026", "24-11-2026", "man-fre 08:00-15:24")
    states = [line.state for line in told(course(row), "11-2026", day("23-11-2026")).lines]
    assert states == ["unconfirmed", "coming"]


def test_presence_announced_for_later_is_still_to_come() -> None:
    row = schooling("amu", "23-11-2026", "24-11-2026", "man-fre 08:00-15:24")
    file = course(row, at_school(row, "23-11-2026", "7,4"), at_school(row, "24-11-2026", 0, "holiday"))
    assert [line.state for line in told(file, "11-2026").lines] == ["coming", "absent"]


def test_hours_of_a_day_are_not_made_of_a_plan_without_clock_times() -> None:
    """20 h on the Mondays of November: which days is known, how many hours each is not."""
    row = schooling("fvu", "01-12-2026", "31-12-2026", "man", 20)
    said = told(course(row), "12-2026")
    assert {line.planned for line in said.lines} == {None}
    assert [line.first.day for line in said.lines] == [7, 14, 21, 28]


def test_days_are_not_made_of_two_dates_alone() -> None:
    row = schooling("fvu", "02-12-2026", "16-12-2026", "", 20)
    said = told(course(row), "12-2026")
    assert lines(said) == [("coming", "02.12-16.12", hours(20), None, None)]
    assert said.coming_days == ()
    assert said.has_unknown_days
    across = told(course(replace(row, last_day=day("15-01-2027"))), "12-2026")
    assert lines(across) == [("coming", "02.12-31.12", None, None, None)]


def test_a_course_of_one_day_needs_no_weekday() -> None:
    row = schooling("amu", "02-12-2026", "02-12-2026", "", "7,4")
    said = told(course(row), "12-2026")
    assert lines(said) == [("coming", "02.12", hours("7,4"), None, None)]
    assert said.coming_days == (date(2026, 12, 2),)


def test_a_cancelled_course_is_not_to_come() -> None:
    row = schooling("amu", "01-12-2026", "04-12-2026", "man-fre 08:00-15:24", cancelled=True)
    assert told(course(row), "12-2026").lines == ()


def test_a_total_that_leaves_nothing_over_says_nothing_of_the_rest() -> None:
    """7.4 h in all, and the school named the day: the 2nd day is not confirmed by it."""
    row = schooling("amu", "05-10-2026", "06-10-2026", "man,tir 08:00-15:24", None, "7,4")
    said = told(course(row, at_school(row, "05-10-2026", "7,4")), "10-2026")
    assert [line.state for line in said.lines] == ["held", "unconfirmed"]


def test_danish_after_the_exam_counts_nothing() -> None:
    """Oksana passed PD2 before her start: her 66.6 h of DU3 are shown and count 0 (definitions)."""
    since = told(oksana(), "06-2026").since
    # FVU 175 x 2 and AMU 37; danskuddannelse 66.6 x 0.
    assert since.clock.attended == hours("278,6")
    assert since.counted is not None
    assert since.counted.attended == hours(387)


def test_types_that_do_not_count_are_shown_and_count_0() -> None:
    café = schooling("Sprogcafé", "03-11-2026", "03-11-2026", "tir 16:00-18:00")
    said = told(course(café, at_school(café, "03-11-2026", 2)), "11-2026")
    assert lines(said) == [("held", "03.11", hours(2), hours(2), 0)]
    assert said.attended_days == (date(2026, 11, 3),)


def test_attendance_without_a_course_is_shown_and_counts_0() -> None:
    said = told(course(at_school(None, "03-11-2026", 3)), "11-2026")
    assert lines(said) == [("held", "03.11", None, hours(3), 0)]


def test_each_line_has_its_source() -> None:
    row = schooling("amu", "05-10-2026", "05-10-2026", "man 08:00-15:24")
    entry: Attendance = replace(at_school(row, "05-10-2026", "7,4"), source="school_list")
    assert [line.source for line in told(course(row, entry), "10-2026").lines] == ["school_list"]


def test_programme_without_factors_counts_nothing() -> None:
    row = schooling("danskuddannelse", "07-10-2026", "07-10-2026", "ons 08:30-13:30")
    file = case(enrolment("07-09-2026", "18-12-2026", "Sprogpraktik 3+2"), row, at_school(row, "07-10-2026", 5))
    said = told(file, "10-2026")
    assert lines(said) == [("held", "07.10", hours(5), hours(5), None)]
    assert said.since.counted is None


# --- Since the start ----------------------------------------------------------------------------------------------


def test_since_the_start_by_the_end_of_a_month() -> None:
    """Amal by the end of June 2026: 111 + 48.1 + 66.6 + 129.5 = 355.2 h; DU x 2: 111 + 96.2 + 66.6 + 259 = 532.8.

    DU2's proof of 1 July is not there yet: documented 111 + 48.1 + 66.6 = 225.7 and counted 273.8.
    """
    since = told(amal(), "06-2026").since
    assert since.until == day("30-06-2026")
    assert (since.clock.attended, since.clock.documented) == (hours("355,2"), hours("225,7"))
    assert since.counted is not None
    assert (since.counted.attended, since.counted.documented) == (hours("532,8"), hours("273,8"))
    assert not since.at_least


def test_since_the_start_in_the_running_month_is_the_ledger() -> None:
    said = told(amal(), "11-2026")
    assert said.since.until == TODAY
    assert (said.since.clock.attended, said.since.clock.documented) == (hours("377,4"), hours("355,2"))


def test_a_total_that_reaches_beyond_the_month_is_only_a_least() -> None:
    """Maryam by the end of October: 236.8 h before; of the module's 66.6 h only 14.8 have days."""
    since = told(maryam(), "10-2026").since
    assert since.clock.attended == hours("236,8") + hours("14,8")
    assert since.at_least


def test_a_course_not_begun_takes_nothing_from_the_sums() -> None:
    assert not told(maryam(), "06-2026").since.at_least


def test_courses_without_dates_are_named() -> None:
    row = schooling("amu", None, None, "", 37, 37)
    said = told(course(row), "10-2026")
    assert (said.lines, said.undated) == ((), (row,))
    assert said.since.at_least


# --- Months -------------------------------------------------------------------------------------------------------


def test_last_of_month() -> None:
    assert [last_of_month(day(f"05-{month}")).day for month in ("01-2026", "02-2026", "02-2028", "12-2026")] == [
        31, 28, 29, 31,
    ]  # fmt: skip


def months(file: CaseFile) -> list[str]:
    made = build(file, TODAY)
    assert made is not None
    return [said.month for said in months_with_school(file, made)]


def test_months_with_school_are_those_with_teaching() -> None:
    """Amal: AMU March 2025; DU May–June, AMU September; DU February–June 2026; AMU October. December is to come."""
    assert months(amal()) == [
        "2026-10", "2026-06", "2026-05", "2026-04", "2026-03", "2026-02", "2025-09", "2025-06", "2025-05", "2025-03",
    ]  # fmt: skip


def test_the_running_month_is_among_them_when_teaching_is_to_come() -> None:
    assert months(maryam())[0] == "2026-11"


def test_months_handed_in_are_left_out() -> None:
    file = amal()
    made = build(file, TODAY)
    assert made is not None
    claims = (
        MonthClaim(LEARNER, month_claim_key(COURSE, "2026-10"), COURSE, "2026-10", day("03-11-2026")),
        MonthClaim(LEARNER, month_claim_key(COURSE, "2026-06"), COURSE, "2026-06", None, "talt om den"),
    )
    left = not_handed_in(replace(file, month_claims=claims), made)
    assert [said.month for said in left][:2] == ["2026-06", "2026-05"]


def test_handing_in_and_taking_back() -> None:
    changes = hand_in(amal(), "2026-10", day("03-11-2026"))
    assert {(change.row, change.field, change.value) for change in changes} == {
        (f"{COURSE}/2026-10", "enrolment", COURSE),
        (f"{COURSE}/2026-10", "month", "2026-10"),
        (f"{COURSE}/2026-10", "handed_in_on", "2026-11-03"),
    }
    old = MonthClaim(LEARNER, f"{COURSE}/2026-10", COURSE, "2026-10", day("03-11-2026"))
    file = replace(amal(), month_claims=(old,))
    assert [(c.field, c.value) for c in hand_in(file, "2026-10", day("04-11-2026"))] == [("handed_in_on", "2026-11-04")]
    assert [(c.field, c.value) for c in take_back(file, "2026-10")] == [("deleted", True)]
    assert take_back(amal(), "2026-10") == []
