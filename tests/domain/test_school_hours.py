"""One row of schooling: plan, what has fallen due, attended, documented."""

from datetime import date

import pytest

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.school_hours import SchoolRow, attendance_by_row, counting_factors, school_rows
from mentorapp.domain.schooling import Schooling
from tests.builders import TODAY, at_school, day, hours, igu, schooling

FACTORS = counting_factors(igu(), danish_counts=True)


def row_of(row: Schooling, *dated: object, today: date = TODAY, closed: frozenset[date] = PUBLIC_HOLIDAYS) -> SchoolRow:
    (found,) = school_rows([row], {row.id: dated}, FACTORS, closed, today)  # type: ignore[dict-item]
    return found


def due(row: Schooling, today: str) -> int:
    return row_of(row, today=day(today)).due


def test_a_plan_without_stated_hours_is_its_sessions_less_holidays_and_closing_days() -> None:
    # Weeks 14 and 15 of 2026: Maundy Thursday, Good Friday and Easter Monday fall away.
    row = schooling("amu", "30-03-2026", "10-04-2026", "man-fre 08:00-15:24")
    assert row_of(row).planned == 7 * 444
    assert row_of(row, closed=PUBLIC_HOLIDAYS | {day("07-04-2026")}).planned == 6 * 444


def test_stated_hours_win_over_the_pattern() -> None:
    row = row_of(schooling("amu", "09-03-2026", "13-03-2026", "man-fre 08:00-15:24", planned=30))
    assert (row.planned, row.pattern_minutes) == (hours(30), hours(37))


def test_clock_times_the_wrong_way_round_are_no_pattern() -> None:
    row = row_of(schooling("amu", "09-03-2026", "13-03-2026", "man-fre 15:24-08:00", planned=30))
    assert (row.planned, row.pattern_minutes, row.due) == (hours(30), None, hours(30))


def test_a_cancelled_row_plans_nothing_and_keeps_what_was_attended() -> None:
    row = row_of(schooling("amu", "09-03-2026", "13-03-2026", planned=37, attended="14,8", cancelled=True))
    assert (row.planned, row.due, row.attended) == (0, 0, hours("14,8"))


def test_the_total_wins_over_the_days_and_without_it_the_days_present_count() -> None:
    total, open_total = (schooling("amu", "02-11-2026", "04-11-2026", attended=n) for n in (10, None))
    days = [
        at_school(total, "02-11-2026", 7),
        at_school(total, "03-11-2026", 3, "sick"),
        at_school(total, "04-11-2026", 5),
    ]
    assert row_of(total, *days).attended == hours(10)
    assert row_of(open_total, *days).attended == hours(12)
    assert row_of(total, *days).dated_minutes == hours(12)


def test_nobody_is_present_tomorrow() -> None:
    row = schooling("amu", "20-11-2026", "30-11-2026")
    days = [at_school(row, "22-11-2026", 3), at_school(row, "23-11-2026", 4)]
    assert row_of(row, *days).attended == hours(3)


@pytest.mark.parametrize(("proof", "documented"), [("22-11-2026", "22,2"), ("23-11-2026", 0), (None, 0)])
def test_a_proof_documents_from_its_date_on(proof: str | None, documented: str | int) -> None:
    assert row_of(schooling("amu", "05-10-2026", attended="22,2", proof=proof)).documented == hours(documented)


def test_types_that_do_not_count_are_left_out() -> None:
    rows = [schooling("Sprogcafé", "05-03-2026", "18-06-2026", planned=28, attended=20), schooling("fgu", "05-03-2026")]
    assert [row.schooling.type for row in school_rows(rows, {}, FACTORS, PUBLIC_HOLIDAYS, TODAY)] == ["fgu"]


def test_factors() -> None:
    twice = {"danskuddannelse", "fvu", "avu", "hf"}
    assert {
        kind: 2 if kind in twice else 1 for kind in ("amu", "danskuddannelse", "fvu", "avu", "hf", "fgu")
    } == FACTORS
    assert counting_factors(igu(), danish_counts=False) == {**FACTORS, "danskuddannelse": 0}
    assert counting_factors(None, danish_counts=True) is None


def test_a_plan_falls_due_session_by_session_until_its_hours_are_used_up() -> None:
    row = schooling("danskuddannelse", "03-11-2026", "27-11-2026", "tir,tor 08:30-12:12", planned="13,1")
    assert due(row, "02-11-2026") == 0
    assert due(row, "03-11-2026") == hours("3,7")
    assert due(row, "04-11-2026") == hours("3,7")
    assert due(row, "10-11-2026") == hours("11,1")
    assert due(row, "12-11-2026") == hours("13,1")
    assert due(row, "26-11-2026") == hours("13,1")


def test_the_rest_of_the_hours_falls_due_on_the_last_day() -> None:
    row = schooling("danskuddannelse", "03-11-2026", "07-11-2026", "tir,tor 08:30-12:12", planned=20)
    assert due(row, "06-11-2026") == hours("7,4")
    assert due(row, "07-11-2026") == hours(20)


def test_without_a_pattern_a_plan_falls_due_evenly_over_its_working_days() -> None:
    row = schooling("amu", "23-12-2026", "28-12-2026", planned=10)  # three working days: 23, 24, 28
    assert [due(row, f"{n}-12-2026") for n in (22, 23, 24, 27, 28)] == [0, 200, 400, 400, 600]


def test_a_course_given_by_one_date_falls_due_on_it() -> None:
    saturday = schooling("amu", "21-11-2026", planned="7,4")
    assert (due(saturday, "20-11-2026"), due(saturday, "21-11-2026")) == (0, hours("7,4"))
    assert [session.day for session in row_of(saturday).sessions] == [day("21-11-2026")]


def test_a_row_without_dates_is_due_as_far_as_it_was_attended() -> None:
    assert row_of(schooling("amu", planned=20, attended=8)).due == hours(8)
    assert row_of(schooling("amu", planned=20)).due == 0


def test_sessions_carry_the_stated_hours() -> None:
    def lengths(planned: str) -> list[int]:
        row = schooling("danskuddannelse", "03-11-2026", "12-11-2026", "tir,tor 08:30-12:12", planned=planned)
        sessions = row_of(row).sessions
        assert [session.day.day for session in sessions] == [3, 5, 10, 12][: len(sessions)]
        return [session.minutes for session in sessions]

    assert lengths("14,8") == [222, 222, 222, 222]
    assert lengths("20") == [222, 222, 222, 222 + 312]
    assert lengths("11,1") == [222, 222, 222]
    assert lengths("11,2") == [222, 222, 228]  # six minutes are no fourth session
    assert lengths("12,8") == [222, 222, 324]  # nor is anything under half a session
    assert lengths("12,95") == [222, 222, 222, 111]
    assert lengths("1") == [60]


def test_a_day_present_without_hours_adds_none() -> None:
    row = schooling("amu", "02-11-2026", "03-11-2026")
    assert row_of(row, at_school(row, "02-11-2026", None), at_school(row, "03-11-2026", 5)).attended == hours(5)


def test_attendance_is_linked_or_said_to_be_loose() -> None:
    row = schooling("amu", "02-11-2026")
    linked, loose = at_school(row, "02-11-2026", 3), at_school(None, "03-11-2026", 3)
    assert attendance_by_row([row], [linked]) == ({row.id: [linked]}, False)
    assert attendance_by_row([row], [linked, loose]) == ({row.id: [linked]}, True)
