"""What is known to fail before a course has begun: a pattern that cannot reach the goal, practice that is too short."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from mentorapp.domain.calendar import is_weekday, monday_ordinal
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.measure import Measure
from mentorapp.domain.whole_minutes import FULL_WEEK

SAID_UNTIL = 13
"""Weeks after the start in which it is said; later the forecast knows better. Our own choice."""

HOLIDAY_WEEKS = 5
"""Weeks of holiday a year without teaching: 104 weeks have 94 working weeks (igu-domain, inferred)."""


@dataclass(frozen=True, slots=True)
class SchoolShort:
    """The agreed pattern gives `planned` of `required` counted minutes in the working weeks of the course."""

    planned: int
    required: int
    working_weeks: int
    minutes_a_week: int | None = None
    """The agreed minutes a week, where nothing but them is known: they are then taken as AMU, factor 1."""

    @property
    def missing(self) -> int:
        """Counted minutes."""
        return self.required - self.planned


@dataclass(frozen=True, slots=True)
class PracticeShort:
    """Practice would average `a_week` minutes, where `least` are asked."""

    a_week: Fraction
    least: int
    whole_school_weeks: int | None = None
    """Set where no school is planned yet and it was laid as so many whole weeks."""


def school_short(days: CourseDays) -> SchoolShort | None:
    """Whether the agreed pattern misses the requirement even if every lesson outside holidays is attended.

    Where holidays are not recorded yet, five weeks a year are taken from the weeks with least teaching: the kindest
    guess. Without planned rows the agreed hours a week are taken at factor 1. None when more than `SAID_UNTIL` weeks
    have passed, nothing is agreed, or the goal is reached.
    """
    ledger = days.ledger
    active = ledger.active_weeks
    if ledger.required is None or active is None or ledger.elapsed_weeks > SAID_UNTIL:
        return None
    working = int(active * (52 - HOLIDAY_WEEKS) / 52)
    agreed = None
    if any(row.planned for row in ledger.school_rows):
        planned = _planned(days, working)
    else:
        agreed = days.case.enrolment.school_minutes_a_week if days.case.enrolment else None
        if agreed is None:
            return None
        planned = working * agreed
    return SchoolShort(planned, ledger.required, working, agreed) if planned < ledger.required else None


def practice_short(days: CourseDays) -> PracticeShort | None:
    """Whether practice averages under the least a week although all goes as planned; None as in `school_short`.

    28 hours with 23 whole school weeks are 28 x 81/104 = 21.8 (definitions, "planned practice in a week").
    """
    ledger = days.ledger
    least = ledger.rule_set.get("practice_hours_a_week") if ledger.rule_set else None
    average = practice_average(days)
    if least is None or average is None or ledger.elapsed_weeks > SAID_UNTIL:
        return None
    whole = None
    if average >= least * 60 and ledger.required and not any(row.planned for row in ledger.school_rows):
        weeks, whole = _weeks(days), ledger.required // FULL_WEEK
        average = average * (weeks - whole) / weeks if weeks else average
    return PracticeShort(average, least * 60, whole) if average < least * 60 else None


def practice_average(days: CourseDays) -> Fraction | None:
    """Minutes of practice a week over the whole course: done so far, and as planned from here; None where unknown.

    Weeks are of five working days: by calendar days 25 hours would come to 24.9 in a course that begins on a Saturday.
    """
    ledger, weeks = days.ledger, _weeks(days)
    if not ledger.practice_known or not weeks or days.dates.last_day is None:
        return None
    now, last = ledger.today.toordinal(), days.dates.last_day.toordinal()
    coming = sum(minutes for day, minutes in days.practice().items() if now < day <= last)
    return Fraction(ledger.practice_done + coming) / weeks


def course_weeks(days: CourseDays) -> Measure:
    """What practice is averaged over: weeks of five working days, less extending leave; 0 without a known end."""
    return Measure(_weeks(days))


def _weeks(days: CourseDays) -> Fraction:
    """Weeks of the course, of five working days, less extending leave; 0 where its end is not known."""
    if days.dates.last_day is None:
        return Fraction(0)
    every = range(days.dates.start.toordinal(), days.dates.last_day.toordinal() + 1)
    return Fraction(sum(is_weekday(day) and day not in days.dates.extending for day in every), 5)


def _planned(days: CourseDays, working: int) -> int:
    """Counted minutes of the plan in the `working` weeks with most of it; undated rows are counted whole."""
    by_week: dict[int, int] = defaultdict(int)
    undated = 0
    for row in days.ledger.school_rows:
        if not row.planned:
            continue
        if not row.sessions:
            undated += row.planned * (row.factor or 0)
        for session in row.sessions:
            day = session.day.toordinal()
            if day not in days.dates.leave and day not in days.holidays:
                by_week[monday_ordinal(day)] += session.minutes * (row.factor or 0)
    return undated + sum(sorted(by_week.values(), reverse=True)[:working])
