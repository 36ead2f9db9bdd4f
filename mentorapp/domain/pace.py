"""The pace of a course: what is expected by today, what is left, and whether the requirement can still be met."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.programme import RuleSet
from mentorapp.domain.school_hours import SchoolRow, States
from mentorapp.domain.whole_minutes import FULL_WEEK, half_up


@dataclass(frozen=True, slots=True)
class Pace:
    """Figures that only a rule set can give; counted minutes, each rounded once. None where it does not apply."""

    required: int | None = None
    amu_required: int | None = None
    expected: int | None = None
    future: int | None = None
    gap: int | None = None
    needed_a_week: int | None = None
    forecast: int | None = None
    reachable: bool | None = None


def full_week(rule_set: RuleSet | None) -> int:
    """Minutes of the longest week of practice and school together: by the rule set, else 37 hours."""
    hours = rule_set.get("total_hours_a_week_most") if rule_set else None
    return FULL_WEEK if hours is None else hours * 60


def pace(
    rule_set: RuleSet | None,
    counted: States | None,
    rows: tuple[SchoolRow, ...],
    dates: CourseDates,
    elapsed: Fraction,
    days_left: int | None,
    practice_done: int | None,
    danish_counts: bool,
) -> Pace:
    """The pace by `definitions.md`; `elapsed` in weeks, `days_left` in working days, practice None where unknown."""
    school_weeks, hours_a_week = _figures(rule_set, "school_weeks", "hours_a_school_week")
    if rule_set is None or counted is None or school_weeks is None or hours_a_week is None:
        return Pace()
    required = school_weeks * hours_a_week * 60
    amu_weeks = rule_set.get("amu_weeks_after_exam")
    due = sum(row.due * (row.factor or 0) for row in rows)
    future = counted.planned - due
    active = dates.active_weeks()
    expected = _expected(required, counted.planned, due, elapsed, active)
    missing = required - counted.attended
    return Pace(
        required=required,
        amu_required=None if amu_weeks is None else (0 if danish_counts else amu_weeks * hours_a_week * 60),
        expected=expected,
        future=future,
        gap=None if expected is None else expected - counted.attended,
        needed_a_week=half_up(Fraction(max(0, missing) * 5, days_left)) if days_left else None,
        forecast=counted.attended + future,
        reachable=_reachable(rule_set, missing, days_left, active, practice_done),
    )


def _expected(required: int, planned: int, due: int, elapsed: Fraction, active: Fraction | None) -> int | None:
    """By the plan where it reaches the requirement (block courses in spring are not late in autumn), else evenly."""
    if planned >= required:
        return half_up(Fraction(required * due, planned))
    return half_up(required * elapsed / active) if active else None


def _reachable(
    rule_set: RuleSet, missing: int, days_left: int | None, active: Fraction | None, practice_done: int | None
) -> bool | None:
    """Whether the missing school fits into the weeks left beside the practice that is still owed."""
    if days_left is None or active is None or practice_done is None:
        return None
    practice_owed = (rule_set.get("practice_hours_a_week") or 0) * 60 * active - practice_done
    return missing <= Fraction(full_week(rule_set) * days_left, 5) - max(Fraction(0), practice_owed)


def _figures(rule_set: RuleSet | None, *names: str) -> tuple[int | None, ...]:
    return tuple(rule_set.get(name) if rule_set else None for name in names)
