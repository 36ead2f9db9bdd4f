"""Whatever is recorded: minutes in are minutes out, no week is higher than five days, and more is never less."""

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
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.placement import Placement
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.domain.week import KINDS, WEEK
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.domain.why.answers import FIGURES, why
from tests.builders import COURSE, LEARNER, case, enrolment

# Two years with a week 53; a Thursday at both ends.
START, END = date(2025, 1, 2), date(2027, 1, 1)
SCHOOL = {"amu", "danish", "other"}
DAYS = some.dates(START, END)
MINUTES = some.integers(0, 3_000)
SITES = some.sampled_from(["lindegård", "fuglsang"])


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
def placements(draw: some.DrawFn) -> Placement:
    begun = draw(some.none() | DAYS)
    steps = draw(some.lists(some.tuples(DAYS, some.integers(0, 3_000)), max_size=2))
    return Placement(
        LEARNER,
        draw(some.uuids()).hex,
        COURSE,
        site=draw(some.none() | SITES),
        first_day=begun,
        last_day=draw(some.none() | DAYS) if begun is None else None,
        minutes_a_week=draw(some.none() | some.integers(0, 3_000)),
        weekdays=tuple(sorted(draw(some.sets(some.integers(1, 7), max_size=5)))),
        hours_steps=tuple(f"{on.isoformat()}={minutes}" for on, minutes in steps),
        paid=draw(some.sampled_from([None, True])),
    )


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
        *draw(some.lists(placements(), min_size=1, max_size=3)),
        *(
            ClosingDay(str(n), *days, site=site)
            for n, (days, site) in enumerate(draw(some.lists(some.tuples(ranges(), SITES), max_size=1)))
        ),
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


@given(case_files(), DAYS)
def test_practice_is_the_same_minutes_over_any_split_of_its_weeks(file: CaseFile, today: date) -> None:
    """What is planned is planned once: week by week, day by day and in all; and no week is over 37 hours."""
    ledger = ledger_of(file, today)
    plan = ledger.workings.practice_plan
    by_week: dict[str, int] = {}
    for on, minutes in plan.items():
        key = week_key(date.fromordinal(on))
        by_week[key] = by_week.get(key, 0) + minutes
    assert sum(by_week.values()) == sum(plan.values())
    assert list(plan) == sorted(plan) and all(minutes >= 0 for minutes in plan.values())
    assert max(by_week.values(), default=0) <= FULL_WEEK
    only_planned = replace(file, attendance=(), practice_periods=(), week_marks=(), leaves=())
    untouched = ledger_of(only_planned, END)
    assert untouched.practice_done == sum(untouched.workings.practice_plan.values())
    drawn_practice = sum(part.minutes for week in untouched.weeks for part in week.segments if part.kind == "practice")
    assert drawn_practice <= untouched.practice_done  # a public holiday is paid, and drawn as a holiday


@given(case_files(), DAYS, some.data())
def test_a_week_confirmed_day_by_day_is_the_week_confirmed_at_once(file: CaseFile, today: date, data: Any) -> None:
    bare = replace(file, attendance=(), practice_periods=(), week_marks=(), leaves=())
    mark = WeekMark(LEARNER, "mark", COURSE, week_key(data.draw(DAYS)))
    plan = ledger_of(bare, today).workings.practice_plan
    days = tuple(
        Attendance(LEARNER, f"{on}", COURSE, date.fromordinal(on), "practice", "present", None, minutes)
        for on, minutes in plan.items()
        if week_key(date.fromordinal(on)) == mark.week
    )
    at_once, by_day = (
        ledger_of(replace(bare, week_marks=(mark,)), today),
        ledger_of(replace(bare, attendance=days), today),
    )
    assert at_once.practice_done == by_day.practice_done
    assert at_once.practice_worked == by_day.practice_worked


@given(case_files(), DAYS, some.integers(0, 600), some.data())
def test_more_documented_hours_never_lower_a_total(file: CaseFile, today: date, more: int, data: Any) -> None:
    if not file.schooling:
        return
    row = data.draw(some.sampled_from(file.schooling))
    before = ledger_of(file, today)
    has = next((own.attended for own in before.school_rows if own.schooling.id == row.id), 0)
    grown = replace(row, attended_minutes=has + more, proof_on=row.proof_on or today)
    after = ledger_of(replace(file, schooling=tuple(grown if own is row else own for own in file.schooling)), today)
    assert before.counted is not None and after.counted is not None
    for lower, higher in ((before.school, after.school), (before.counted, after.counted), (before.amu, after.amu)):
        assert higher.planned >= lower.planned
        assert higher.attended >= lower.attended
        assert higher.documented >= lower.documented
    assert before.forecast is not None and after.forecast is not None and after.forecast >= before.forecast
    assert before.gap is not None and after.gap is not None and after.gap <= before.gap
    assert after.needed_a_week is None or before.needed_a_week is None or after.needed_a_week <= before.needed_a_week
    assert after.reachable is not False or before.reachable is not True


@given(case_files(), DAYS, some.integers(0, 300), some.data())
def test_a_longer_leave_never_moves_the_end_earlier(file: CaseFile, today: date, longer: int, data: Any) -> None:
    if not file.leaves:
        return
    leave = data.draw(some.sampled_from(file.leaves))
    stretched = replace(leave, last_day=leave.last_day + timedelta(days=longer))
    grown = tuple(stretched if own is leave else own for own in file.leaves)
    before, after = ledger_of(file, today), ledger_of(replace(file, leaves=grown), today)
    assert before.latest_lawful_end is not None and after.latest_lawful_end is not None
    assert after.latest_lawful_end >= before.latest_lawful_end
    assert after.end_extended == before.end_extended  # only an agreement moves it
    days = {on for own in grown for on in range(own.first_day.toordinal(), own.last_day.toordinal() + 1)}
    assert after.end is not None and (after.latest_lawful_end - after.end).days <= len(days)


@given(case_files(), DAYS)
def test_the_forecast_is_never_more_than_was_attended_and_is_planned_after_today(file: CaseFile, today: date) -> None:
    """The plan allows what is attended and what is still to come of it; nothing falls due twice or never."""
    ledger = ledger_of(file, today)
    assert ledger.forecast is not None and ledger.counted is not None and ledger.future is not None
    assert 0 <= ledger.future <= ledger.counted.planned
    ahead = sum(
        row.planned * (row.factor or 0)
        for row in ledger.school_rows
        if (row.schooling.last_day or row.schooling.first_day or today) > today
    )
    assert ledger.future <= ahead
    assert ledger.forecast == ledger.counted.attended + ledger.future <= ledger.counted.attended + ahead
    at_the_end = ledger_of(file, END + timedelta(days=400))
    assert at_the_end.future == 0


@given(case_files(), DAYS)
def test_every_figure_says_why_and_its_entries_sum_to_it(file: CaseFile, today: date) -> None:
    ledger = ledger_of(file, today)
    found = {derivation.figure: derivation for derivation in why(file, ledger)}
    assert list(found) == list(FIGURES)
    assert ledger.counted is not None

    def minutes(figure: str, *states: str) -> int:
        return sum(entry.minutes or 0 for entry in found[figure].entries if entry.state in states)

    def counted(figure: str, state: str) -> int:
        return sum(entry.counted or 0 for entry in found[figure].entries if entry.state == state)

    for state in ("planned", "attended", "documented"):
        assert minutes("school_hours", state) == getattr(ledger.school, state)
        assert counted("counted_hours", state) == getattr(ledger.counted, state)
        assert counted("amu_hours", state) == getattr(ledger.amu, state)
    assert counted("future_counted_hours", "future") == ledger.future
    assert counted("gap_weeks", "attended") == ledger.counted.attended
    assert minutes("practice_hours_worked", "worked") == ledger.practice_worked
    if ledger.practice_a_week is not None:
        assert minutes("practice_hours_per_week", "worked", "paid_absence", "as_planned") == ledger.practice_done
    assert ledger.latest_lawful_end is not None and ledger.end is not None
    extra = sum(entry.days or 0 for entry in found["latest_lawful_end"].entries)
    assert extra == (ledger.latest_lawful_end - ledger.end).days
