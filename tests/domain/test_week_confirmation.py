"""Confirming practice: which weeks are open, what is written, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.attendance import Attendance, WeekMark
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import Change
from mentorapp.domain.course_days import CourseDays, course_days
from mentorapp.domain.ledger import build
from mentorapp.domain.practice_weeks import month_of_week, open_weeks, practice_weeks
from mentorapp.domain.week_confirmation import (
    CannotConfirm,
    Deviation,
    Deviations,
    confirm_month,
    confirm_week,
    take_back,
)
from tests.builders import (
    COURSE,
    LEARNER,
    amal,
    at_work,
    case,
    day,
    enrolment,
    hours,
    leave,
    period,
    placement,
    schooling,
    week_mark,
)

SUNDAY = day("22-11-2026")


def days_of(file: CaseFile, today: date = SUNDAY) -> CourseDays:
    made = build(file, today)
    assert made is not None
    return course_days(file, made)


def course(*rows: Any, start: str = "02-11-2026", a_week: int = 28) -> CaseFile:
    """Begun on Monday 2 November 2026: three weeks have passed on the 22nd."""
    return case(enrolment(start), placement(a_week, start), *rows)


def mondays(days: CourseDays) -> list[date]:
    return [week.monday for week in open_weeks(days)]


def applied(file: CaseFile, changes: list[Change]) -> CaseFile:
    """`file` as the store would give it back after `changes`."""
    marks = {row.id: row for row in file.week_marks}
    entries = {row.id: row for row in file.attendance}
    gone = {(change.table, change.row) for change in changes if change.field == "deleted" and change.value}
    for table, row in dict.fromkeys((change.table, change.row) for change in changes):
        told = {c.field: c.value for c in changes if (c.table, c.row) == (table, row)}
        if (table, row) in gone:
            (marks if table == "week_mark" else entries).pop(row)
        elif table == "week_mark":
            marks[row] = WeekMark(LEARNER, row, **told)  # type: ignore[arg-type]
        else:
            if "day" in told:
                told["day"] = date.fromisoformat(str(told["day"]))  # type: ignore[assignment]
            old = entries.get(row)
            entries[row] = replace(old, **told) if old else Attendance(LEARNER, row, **told)  # type: ignore[arg-type]
    return replace(file, week_marks=tuple(marks.values()), attendance=tuple(entries.values()))


def confirmed(file: CaseFile, week: str, deviations: Deviations | None = None, today: date = SUNDAY) -> CaseFile:
    return applied(file, confirm_week(days_of(file, today), week, deviations or {}, "Birthe Sørensen", "mentor"))


# --- Which weeks are open -----------------------------------------------------------------------------------------


def test_weeks_of_the_past_are_open_newest_first() -> None:
    days = days_of(course())
    assert mondays(days) == [day("16-11-2026"), day("09-11-2026"), day("02-11-2026")]
    assert days.ledger.weeks_as_planned == 3


def test_what_is_open_is_what_the_ledger_took_as_planned() -> None:
    days = days_of(amal())
    assert len(open_weeks(days)) == days.ledger.weeks_as_planned == 3


def test_the_week_is_open_from_its_last_working_day() -> None:
    assert mondays(days_of(course(), day("19-11-2026")))[0] == day("09-11-2026")
    assert mondays(days_of(course(), day("20-11-2026")))[0] == day("16-11-2026")


def test_before_a_public_holiday_friday_the_week_ends_on_thursday() -> None:
    """25 December 2026 is a Friday."""
    file = course()
    assert mondays(days_of(file, day("23-12-2026")))[0] == day("14-12-2026")
    assert mondays(days_of(file, day("24-12-2026")))[0] == day("21-12-2026")


def test_settled_weeks_are_not_open() -> None:
    file = course(week_mark("2026-W47"), period("02-11-2026", "08-11-2026", 28), at_work("10-11-2026", 7))
    assert mondays(days_of(file)) == []
    assert [week.confirmed for week in practice_weeks(days_of(file))] == [True, False, False]


def test_a_week_of_leave_or_of_school_is_not_open() -> None:
    school = schooling("amu", "09-11-2026", "13-11-2026", "man-fre 08:00-15:24")
    file = course(leave("holiday", "02-11-2026", "08-11-2026"), school)
    assert mondays(days_of(file)) == [day("16-11-2026")]


def test_a_week_whose_every_day_was_missed_is_not_open() -> None:
    file = course(*(at_work(f"{number:02}-11-2026", 0, "sick") for number in range(9, 14)))
    assert mondays(days_of(file)) == [day("16-11-2026"), day("02-11-2026")]


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert month_of_week(day("26-10-2026")) == "2026-10"
    assert month_of_week(day("30-11-2026")) == "2026-12"
    assert month_of_week(day("28-12-2026")) == "2026-12"


# --- What is written ----------------------------------------------------------------------------------------------


def test_as_planned_is_one_mark_and_nothing_else() -> None:
    days = days_of(course())
    changes = confirm_week(days, "2026-W47", {}, "Birthe Sørensen", "mentor")
    assert {(change.table, change.row) for change in changes} == {("week_mark", f"{COURSE}/2026-W47")}
    assert {change.field: change.value for change in changes} == {
        "enrolment": COURSE,
        "week": "2026-W47",
        "confirmed_by": "Birthe Sørensen",
    }


def test_the_plan_becomes_practice_done() -> None:
    before = days_of(course()).ledger
    after = days_of(confirmed(course(), "2026-W47")).ledger
    assert (before.practice_worked, after.practice_worked) == (0, hours(28))
    assert after.practice_done == before.practice_done
    assert after.weeks_as_planned == before.weeks_as_planned - 1


def test_only_what_differed_is_written_by_day() -> None:
    """28 h a week are 5.6 a day: sick on Tuesday is paid, unexcused Wednesday is not, and Thursday was 8 hours."""
    differed = {
        day("17-11-2026"): Deviation("sick"),
        day("18-11-2026"): Deviation("unexcused"),
        day("19-11-2026"): Deviation("present", hours(8)),
    }
    file = confirmed(course(), "2026-W47", differed)
    after = days_of(file).ledger
    # worked: Monday and Friday 5.6 each, Thursday 8; done: with Tuesday's 5.6.
    assert after.practice_worked == hours("19,2")
    assert after.practice_done == hours(56) + hours("24,8")
    assert [(entry.status, entry.minutes, entry.source) for entry in file.attendance] == [
        ("sick", 0, "mentor"),
        ("unexcused", 0, "mentor"),
        ("present", hours(8), "mentor"),
    ]


def test_work_on_a_saturday() -> None:
    file = confirmed(course(), "2026-W47", {day("21-11-2026"): Deviation("present", hours(7))})
    assert days_of(file).ledger.practice_worked == hours(35)


def test_confirming_again_changes_only_what_changed() -> None:
    tuesday, thursday = day("17-11-2026"), day("19-11-2026")
    file = confirmed(course(), "2026-W47", {tuesday: Deviation("sick"), thursday: Deviation("holiday")})
    again = confirm_week(days_of(file), "2026-W47", {tuesday: Deviation("child_sick")}, None, "duty_roster")
    assert {(change.field, change.value) for change in again} == {("status", "child_sick"), ("source", "duty_roster")}
    back = confirm_week(days_of(file), "2026-W47", {tuesday: None}, None, "mentor")
    assert [(change.field, change.value) for change in back] == [("deleted", True)]
    assert confirm_week(days_of(file), "2026-W47", {tuesday: Deviation("sick")}, None, "mentor") == []


def test_a_mark_is_taken_back() -> None:
    file = confirmed(course(), "2026-W47")
    week = next(week for week in practice_weeks(days_of(file)) if week.confirmed)
    assert applied(file, take_back(days_of(file), week)) == course()


def test_a_whole_month() -> None:
    """Three weeks of November have their Thursday in it and are over; the fourth has not begun."""
    file = course()
    changes = confirm_month(days_of(file), "2026-11", {day("10-11-2026"): Deviation("care_day")}, "Karin", "mentor")
    after = days_of(applied(file, changes))
    assert mondays(after) == []
    assert after.ledger.practice_worked == 3 * hours(28) - hours("5,6")


def test_schooling_is_never_confirmed() -> None:
    """The week's school day stays unconfirmed: it is the school's to say."""
    file = course(schooling("amu", "17-11-2026", "17-11-2026", "tir 08:00-15:24"))
    after = days_of(confirmed(file, "2026-W47")).ledger
    assert after.school.attended == 0
    assert after.practice_worked == hours(28)


# --- What is refused ----------------------------------------------------------------------------------------------


def refusal(file: CaseFile, week: str, deviations: Deviations | None = None, today: date = SUNDAY) -> str:
    with pytest.raises(CannotConfirm) as fault:
        confirm_week(days_of(file, today), week, deviations or {}, None, "mentor")
    return str(fault.value.sentence)


def test_a_week_that_has_not_been_is_refused() -> None:
    said = "Uge 48 kan først bekræftes fra 27-11-2026, ugens sidste arbejdsdag."
    assert refusal(course(), "2026-W48") == said
    assert refusal(course(), "2026-W47", today=day("19-11-2026")).startswith("Uge 47 kan først bekræftes fra 20-11")


@pytest.mark.parametrize("week", ["2026-W44", "2028-W45", "2020-W01"])
def test_a_week_outside_the_course_is_refused(week: str) -> None:
    year, _, number = week.partition("-W")
    assert refusal(course(), week) == f"Uge {int(number)} i {year} ligger uden for forløbet."


@pytest.mark.parametrize("week", ["2026-W54", "47", "", "november", "2026-47"])
def test_what_is_no_week_is_refused(week: str) -> None:
    assert "er ikke en uge" in refusal(course(), week)


@pytest.mark.parametrize(
    ("on", "said", "sentence"),
    [
        ("17-11-2026", Deviation("present", -1), "en dag har 0 til 24 timer"),
        ("17-11-2026", Deviation("present", 24 * 60 + 1), "en dag har 0 til 24 timer"),
        ("17-11-2026", Deviation("present"), "skriv, hvor mange timer"),
        ("17-11-2026", Deviation("sick", 60), "timer skrives kun"),
        ("17-11-2026", Deviation("closed"), "lukket er ikke en afvigelse"),
        ("24-11-2026", Deviation("sick"), "hører ikke til det, der bekræftes"),
    ],
)
def test_a_day_that_cannot_be_is_refused(on: str, said: Deviation, sentence: str) -> None:
    assert sentence in refusal(course(), "2026-W47", {day(on): said})


def test_a_whole_day_and_none_at_all_are_days() -> None:
    said = {day("17-11-2026"): Deviation("present", 24 * 60), day("18-11-2026"): Deviation("present", 0)}
    assert days_of(confirmed(course(), "2026-W47", said)).ledger.practice_worked == hours(24) + 3 * hours("5,6")


def test_a_day_to_come_is_refused() -> None:
    said = {day("21-11-2026"): Deviation("present", 60)}
    assert "er ikke kommet endnu" in refusal(course(), "2026-W47", said, day("20-11-2026"))


def test_a_week_in_a_period_is_refused() -> None:
    assert "en periodes samlede timer" in refusal(course(period("01-11-2026", "30-11-2026", 80)), "2026-W47")


def test_a_week_without_practice_is_refused_unless_somebody_worked() -> None:
    file = course(leave("sick", "16-11-2026", "22-11-2026"))
    assert "ingen praktik planlagt i uge 47" in refusal(file, "2026-W47")
    worked = confirmed(file, "2026-W47", {day("17-11-2026"): Deviation("present", hours(3))})
    assert days_of(worked).ledger.practice_worked == hours(3)


def test_a_month_without_open_weeks_is_refused() -> None:
    with pytest.raises(CannotConfirm, match="ingen uger at bekræfte"):
        confirm_month(days_of(course()), "2026-10", {}, None, "mentor")
