"""What a plan would do before it is saved: the ledger before and after, what it meets, and weeks that get too full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from mentorapp.domain import day_one, ledger
from mentorapp.domain.calendar import monday_ordinal
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_days import CourseDays, course_days
from mentorapp.domain.enrolment import Leave
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.pace import full_week
from mentorapp.domain.placement import Placement
from mentorapp.domain.plan_conflicts import Conflict, conflicts
from mentorapp.domain.room_left import LastBlock, last_block
from mentorapp.domain.schooling import Schooling

Planned: TypeAlias = "Schooling | Leave | Placement"
"""The nouns a plan is made of."""

_FIELDS = {Schooling: "schooling", Leave: "leaves", Placement: "placements"}


@dataclass(frozen=True, slots=True)
class WeekTotal:
    """School on the clock and agreed practice of one ISO week, in minutes."""

    monday: date
    school: int
    practice: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.school + self.practice


@dataclass(frozen=True, slots=True)
class Effect:
    """What the rows would do. Everything but `before` is of the course with them."""

    before: Ledger
    after: Ledger
    conflicts: tuple[Conflict, ...]
    over_full: tuple[WeekTotal, ...]
    """Weeks from today on in which school and agreed practice are over the longest week (37 hours)."""
    practice_average: Fraction | None
    """Minutes of practice a week over the whole course, if all goes as planned."""
    last_block: LastBlock | None
    school_short: day_one.SchoolShort | None
    practice_short: day_one.PracticeShort | None


def with_planned(case: CaseFile, rows: Iterable[Planned]) -> CaseFile:
    """`case` with `rows` added, each in the place of the row of its id where there is one."""
    for row in rows:
        field = _FIELDS[type(row)]
        others = tuple(other for other in getattr(case, field) if other.id != row.id)
        changed: dict[str, Any] = {field: (*others, row)}
        case = replace(case, **changed)
    return case


def effect(case: CaseFile, rows: Iterable[Planned], today: date, before: Ledger | None = None) -> Effect | None:
    """What `rows` would do to the newest course of `case`; None where it has none. `before` saves making it again."""
    rows = tuple(rows)
    before = before or ledger.build(case, today)
    planned = with_planned(case, rows)
    after = ledger.build(planned, today)
    if before is None or after is None:
        return None
    days = course_days(planned, after)
    return Effect(
        before,
        after,
        tuple(one for row in rows if isinstance(row, Schooling) for one in conflicts(days, row)),
        over_full_weeks(days),
        day_one.practice_average(days),
        last_block(days),
        day_one.school_short(days),
        day_one.practice_short(days),
    )


def week_totals(days: CourseDays) -> tuple[WeekTotal, ...]:
    """Every week with school or practice in the plan. Practice as agreed: what of it gives way is not taken off."""
    school: dict[int, int] = defaultdict(int)
    practice: dict[int, int] = defaultdict(int)
    for sessions in days.sessions.values():
        for session in sessions:
            school[monday_ordinal(session.day.toordinal())] += session.minutes
    for day, minutes in days.practice(beside_school=False).items():
        practice[monday_ordinal(day)] += minutes
    return tuple(
        WeekTotal(date.fromordinal(monday), school.get(monday, 0), practice.get(monday, 0))
        for monday in sorted(school.keys() | practice.keys())
    )


def over_full_weeks(days: CourseDays) -> tuple[WeekTotal, ...]:
    """The weeks that end after today and are over the longest week of the rule set (37 hours; R20)."""
    most, now = full_week(days.ledger.rule_set), days.ledger.today.toordinal()
    return tuple(week for week in week_totals(days) if week.total > most and week.monday.toordinal() + 6 > now)
