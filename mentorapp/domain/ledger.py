"""The week ledger of one course: every week, the school hours in three states, the pace and the forecast."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from mentorapp.domain.assumptions import about_exam, about_practice, about_reach, about_rules, about_school
from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_dates import course_dates, known_until, last_shown_day
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.pace import full_week, pace
from mentorapp.domain.practice_hours import practice_by_day, practice_entries, practice_totals
from mentorapp.domain.practice_plan import closed_days, closed_in_plan, planned_average, planned_practice
from mentorapp.domain.programme import Programme, RuleSet
from mentorapp.domain.school_days import lay_out, planned_by_day
from mentorapp.domain.school_hours import (
    SchoolRow,
    States,
    attendance_by_row,
    clock_states,
    counted_states,
    counting_factors,
    exam_passed_before,
    school_rows,
)
from mentorapp.domain.week import Week
from mentorapp.domain.week_grid import Grid, week_grid
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.domain.workings import Workings

__all__ = ["Ledger", "States", "build"]


@dataclass(frozen=True)
class Ledger:
    """Figures of the newest enrolment on `today`, by `definitions.md`; minutes are whole, quotients exact.

    None means that the figure does not apply or that what it is made from is unknown. Nothing is invented.
    """

    today: date
    rule_set: RuleSet | None
    start: date
    end: date | None
    """Last day of the plain course: before the second anniversary by the rule set, else the agreed end."""
    end_extended: date | None
    """The agreed, later end; equal to `end` without an agreement."""
    latest_lawful_end: date | None
    """`end` plus the days of qualifying leave: how far an agreement may go. None where school is the reason (§ 6,
    stk. 5), for that has no fixed length."""
    required: int | None
    """Counted minutes of school the law asks."""
    school: States
    """Clock minutes of schooling that counts as a type."""
    counted: States | None
    """Clock minutes x factor, 0 where they do not count; None for programmes without factors."""
    amu: States
    """Counted minutes of AMU (factor 1)."""
    amu_required: int | None
    """Counted AMU minutes asked; 0 where AMU must only be present."""
    elapsed_weeks: Fraction
    active_weeks: Fraction | None
    expected: int | None
    """Counted minutes expected by today."""
    future: int | None
    """Counted plan that is not yet due."""
    gap: int | None
    """Expected less counted attended, in minutes; positive = behind."""
    days_left: int | None
    """Working days after today to the (extended) end less holidays and leave."""
    needed_a_week: int | None
    """Counted minutes a week still needed; None when no week is left."""
    forecast: int | None
    """Counted attended plus counted future plan, in minutes: where today's plan ends."""
    practice_done: int
    """Practice minutes so far: worked and paid absence, weeks without entry as planned."""
    practice_worked: int
    """Of these, minutes worked by an entry."""
    weeks_as_planned: int
    """Weeks without entry that were counted as planned."""
    reachable: bool | None
    danish_counts: bool
    """False after a Prøve i Dansk passed before the first day."""
    assumptions: tuple[str, ...]
    """Sentences (Danish message ids) about what was assumed."""
    workings: Workings = field(compare=False, repr=False)
    """What the figures were computed from; weeks and the answers to "why?" are made of it when they are asked for."""
    school_rows: tuple[SchoolRow, ...] = ()
    """The rows of schooling that count as a type, each with its own figures."""
    practice_known: bool = True
    """False where neither planned nor recorded practice is known: averages and reach are then unknown."""
    programme: Programme | None = None
    """The scheme of the course; None where no programme file knows it."""

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """Every ISO week of the course, ready to be drawn; made when first asked for: a list of many learners
        needs the figures alone."""
        made = self.workings
        school = lay_out(self.school_rows, self.today)
        practice = practice_by_day(made.practice_entries, made.practice_plan, made.dates, self.today)
        closed = closed_in_plan(made.practice_plan, made.closed)
        grid = Grid(made.dates, school, practice, made.practice_entries, self.today, closed)
        return week_grid(grid, made.horizon)

    @property
    def asks_for_no_school(self) -> bool:
        """Whether the scheme is known and has no requirement of school: then there is nothing to fall behind."""
        if self.required is not None or self.programme is None:
            return False
        if self.rule_set is None:
            return not self.programme.rule_sets
        return self.rule_set.get("school_weeks") is None

    @property
    def weeks_left(self) -> Fraction | None:
        """Working days left as weeks of five."""
        return None if self.days_left is None else Fraction(self.days_left, 5)

    @property
    def gap_weeks(self) -> Fraction | None:
        """The gap in school weeks of 37 hours; positive = behind."""
        return None if self.gap is None else Fraction(self.gap, FULL_WEEK)

    @property
    def practice_a_week(self) -> Fraction | None:
        """Practice minutes a week over the elapsed weeks; None before the start and where practice is unknown."""
        if not self.elapsed_weeks or not self.practice_known:
            return None
        return Fraction(self.practice_done) / self.elapsed_weeks

    @property
    def worked_a_week(self) -> Fraction | None:
        """Practice minutes a week that were worked by an entry: paid absence and weeks without entry left out."""
        if not self.elapsed_weeks or not self.practice_known:
            return None
        return Fraction(self.practice_worked) / self.elapsed_weeks

    @property
    def planned_practice_a_week(self) -> Fraction | None:
        """Practice minutes a week as the placements plan the whole course, known on day one; None where unknown."""
        if not self.workings.practice_plan:
            return None
        return planned_average(self.workings.practice_plan, self.workings.dates)

    @property
    def practice_forecast(self) -> Fraction | None:
        """Practice minutes a week over the whole course, so far and by today's plan; None where it is unknown."""
        if not self.active_weeks or not self.practice_known:
            return None
        made, until = self.workings, self.workings.dates.until(self.today).toordinal()
        ahead = sum([minutes for day, minutes in made.practice_plan.items() if day > until])
        return Fraction(self.practice_done + ahead) / self.active_weeks

    @property
    def total_a_week(self) -> Fraction | None:
        """Practice and clock school minutes a week over the elapsed weeks; None where `practice_a_week` is."""
        if not self.elapsed_weeks or not self.practice_known:
            return None
        return Fraction(self.practice_done + self.school.attended) / self.elapsed_weeks

    @property
    def total_counted_a_week(self) -> Fraction | None:
        """The same with counted school: which of the two the rule of 32 to 37 hours means is unverified."""
        if not self.elapsed_weeks or not self.practice_known or self.counted is None:
            return None
        return Fraction(self.practice_done + self.counted.attended) / self.elapsed_weeks


def build(case: CaseFile, today: date) -> Ledger | None:
    """The ledger of the newest enrolment in `case`; None where there is none."""
    enrolment = case.enrolment
    if enrolment is None:
        return None
    own = case.only(enrolment.id)
    programme = case.programme
    rule_set = _rule_set(programme, enrolment)
    last_known_day = known_until(own, enrolment.start, today)
    dates = course_dates(enrolment, programme, rule_set, own.leaves, last_known_day)
    horizon = last_shown_day(dates, last_known_day)
    danish_counts = not exam_passed_before(case.learner, enrolment.start)

    dated, unlinked = attendance_by_row(own.schooling, own.attendance)
    closed = PUBLIC_HOLIDAYS | case.organisation.closing_days if case.organisation.closing_days else PUBLIC_HOLIDAYS
    rows = school_rows(own.schooling, dated, counting_factors(programme, danish_counts), closed, today)
    counted = counted_states(rows) if programme and programme.factors else None
    amu = [row for row in rows if row.schooling.type == "amu"]

    site_closed = closed_days(own.organisation.site_closing, own.placements)
    plan = planned_practice(own.placements, dates, horizon, planned_by_day(rows), full_week(rule_set), site_closed)
    by_day = [entry for entry in own.attendance if entry.kind == "practice"]
    entries = practice_entries(own.practice_periods, own.week_marks, by_day, dates, today)
    practice = practice_totals(entries, plan, dates, today)

    elapsed = dates.elapsed_weeks(today)
    holidays = frozenset(entry.day.toordinal() for entry in own.attendance if entry.status == "holiday")
    days_left = dates.days_left(today, holidays)
    days_closed = len(closed_in_plan(plan, site_closed))
    practice_known = bool(plan or entries.periods or entries.present)
    practice_done = practice.done if practice_known else None
    figures = pace(rule_set, counted, rows, dates, elapsed, days_left, practice_done, danish_counts)

    return Ledger(
        today=today,
        rule_set=rule_set,
        start=dates.start,
        end=dates.end,
        end_extended=dates.end_extended,
        latest_lawful_end=dates.latest_lawful_end,
        required=figures.required,
        school=clock_states(rows),
        counted=counted,
        amu=counted_states(amu) if counted else clock_states(amu),
        amu_required=figures.amu_required,
        elapsed_weeks=elapsed,
        active_weeks=dates.active_weeks(),
        expected=figures.expected,
        future=figures.future,
        gap=figures.gap,
        days_left=days_left,
        needed_a_week=figures.needed_a_week,
        forecast=figures.forecast,
        practice_done=practice.done,
        practice_worked=practice.worked,
        weeks_as_planned=practice.weeks_as_planned,
        reachable=figures.reachable,
        danish_counts=danish_counts,
        assumptions=(
            *about_rules(enrolment, programme, rule_set, dates),
            *about_exam(case.learner, danish_counts),
            *about_school(rows, own.schooling, programme, unlinked, today),
            *about_practice(practice, entries, own.placements, dates, days_closed, today),
            *about_reach(figures.reachable, _reached(counted, figures.required), rule_set),
        ),
        workings=Workings(dates, horizon, plan, entries, practice, site_closed),
        school_rows=rows,
        practice_known=practice_known,
        programme=programme,
    )


def _reached(counted: States | None, required: int | None) -> bool:
    return counted is not None and required is not None and counted.attended >= required


def _rule_set(programme: Programme | None, enrolment: Enrolment) -> RuleSet | None:
    """The rule set stored with the enrolment, else the one in force at its start."""
    if programme is None:
        return None
    return programme.rule_set(enrolment.rule_set) or programme.rule_set_on(enrolment.start)
