"""Whatever is recorded: minutes in are minutes out, and no week is higher than five days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from mentorapp.domain.attendance import STATUSES, Attendance, PracticePeriod, WeekMark
from mentorapp.domain.calendar import week_key
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import LEAVE_KINDS, Leave
from mentorapp.domain.ledger import Ledger, build
from mentorapp.domain.placement import Placement
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.domain.week import KINDS, WEEK
from tests.builders import COURSE, LEARNER, case, enrolment

# Two years with a week 53; a Thursday at both ends.
START, END = date(2025, 1, 2), date(2027, 1, 1)
SCHOOL = {"amu", "danish", "other"}
DAYS = some.dates(START, END)
MINUTES = some.integers(0, 3_000)


@some.composite
def ranges(draw: some.DrawFn) -> tuple[date, date]:
    first = draw(DAYS)
    return first, min(END, first + timedelta(days=draw(some.integers(0, 200))))


@some.composite
def rows_of_schooling(draw: some.DrawFn) -> Schooling:
    first, last = draw(ranges())
    starts_at = draw(some.sampled_from([None, "08:00", "08:30"]))
    return Schooling(
        LEARNER,
        draw(some.uuids()).hex,
        COURSE,
        draw(some.sampled_from(sorted(SCHOOL_TYPES))),
        first_day=first,
        last_day=last,
        weekdays=tuple(sorted(draw(some.sets(some.integers(1, 7), max_size=5)))),
        starts_at=starts_at,
        ends_at=starts_at and draw(some.sampled_from(["09:10", "12:12", "15:24"])),
        planned_minutes=draw(some.none() | MINUTES),
        attended_minutes=draw(some.none() | MINUTES),
        proof_on=draw(some.none() | DAYS),
        cancelled=draw(some.sampled_from([None, True])),
    )


def days_at(kind: str, schooling: str | None) -> some.SearchStrategy[list[Attendance]]:
    def entry(day: date, status: str, minutes: int | None) -> Attendance:
        key = f"{day}/{kind}/{schooling}"
        return Attendance(LEARNER, key, COURSE, day, kind, status, schooling, minutes)

    entries = some.builds(entry, DAYS, some.sampled_from(sorted(STATUSES)), some.none() | some.integers(0, 600))
    return some.lists(entries, max_size=6, unique_by=lambda made: made.day)


@some.composite
def case_files(draw: some.DrawFn) -> CaseFile:
    rows = draw(some.lists(rows_of_schooling(), max_size=4))
    attendance = [entry for row in rows for entry in draw(days_at("school", row.id))] + draw(days_at("practice", None))
    leaves = [
        Leave(LEARNER, str(n), COURSE, kind, *days, extends=extends)
        for n, (kind, days, extends) in enumerate(
            draw(some.lists(some.tuples(some.sampled_from(sorted(LEAVE_KINDS)), ranges(), some.booleans()), max_size=2))
        )
    ]
    others: list[Any] = [
        Placement(LEARNER, "1", COURSE, minutes_a_week=draw(some.none() | some.integers(0, 3_000))),
        *(
            PracticePeriod(LEARNER, str(n), COURSE, *days, 900)
            for n, days in enumerate(draw(some.lists(ranges(), max_size=2)))
        ),
        *(WeekMark(LEARNER, str(on), COURSE, week_key(on)) for on in draw(some.lists(DAYS, max_size=3))),
    ]
    return case(enrolment("02-01-2025"), *rows, *attendance, *leaves, *others)


def ledger_of(file: CaseFile, today: date) -> Ledger:
    ledger = build(file, today)
    assert ledger is not None
    return ledger


def drawn(ledger: Ledger, *states: str) -> int:
    return sum(
        part.minutes for week in ledger.weeks for part in week.segments if part.kind in SCHOOL and part.state in states
    )


@given(case_files(), DAYS)
def test_no_week_is_higher_than_five_days_and_nothing_in_it_is_invisible(file: CaseFile, today: date) -> None:
    order = list(KINDS)
    for week in ledger_of(file, today).weeks:
        assert sum(part.eighths for part in week.segments) <= WEEK
        assert all(part.eighths > 0 for part in week.segments)
        places = [order.index(part.kind) for part in week.segments]
        assert places == sorted(places)
        assert len({(part.kind, part.state) for part in week.segments}) == len(week.segments)


@given(case_files(), DAYS)
def test_the_attended_cells_sum_to_the_attended_hours(file: CaseFile, today: date) -> None:
    ledger = ledger_of(file, today)
    assert drawn(ledger, "done", "documented") == ledger.school.attended
    assert drawn(ledger, "documented") == ledger.school.documented


@given(case_files())
def test_before_anything_has_happened_the_planned_cells_sum_to_the_plan(file: CaseFile) -> None:
    untouched = replace(
        file, attendance=(), schooling=tuple(replace(row, attended_minutes=None) for row in file.schooling)
    )
    ledger = ledger_of(untouched, START - timedelta(days=1))
    assert drawn(ledger, "planned") == ledger.school.planned
    assert drawn(ledger, "done", "documented") == 0


@given(case_files(), DAYS)
def test_every_day_of_the_course_is_in_exactly_one_week(file: CaseFile, today: date) -> None:
    weeks = ledger_of(file, today).weeks
    days = [
        week.first_day + timedelta(days=n) for week in weeks for n in range((week.last_day - week.first_day).days + 1)
    ]
    assert days == [START + timedelta(days=n) for n in range((END - START).days + 1)]


@given(case_files(), DAYS, some.integers(1, 60))
def test_the_plan_falls_due_as_time_goes_by_and_practice_is_never_undone(
    file: CaseFile, today: date, later: int
) -> None:
    now, then = ledger_of(file, today), ledger_of(file, today + timedelta(days=later))
    assert now.future is not None and then.future is not None and then.future <= now.future
    assert then.elapsed_weeks >= now.elapsed_weeks
    assert now.days_left is not None and then.days_left is not None and then.days_left <= now.days_left
    assert all(row.due <= row.planned for row in then.school_rows)
