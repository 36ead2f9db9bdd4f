"""What the placements of a course plan for each day: fixed or rising hours, chosen weekdays, places side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from mentorapp.domain.calendar import is_weekday, monday_ordinal, weekdays
from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.hours_ladder import minutes_a_week_on, steps_of
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.placement import Placement
from mentorapp.domain.whole_minutes import shares

WITHOUT_PRACTICE = frozenset({"parental", "sick", "leave"})
"""Kinds of recorded leave without practice. Holiday is paid at the rostered hours and stays planned."""

MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)

ClosedDays: TypeAlias = Mapping[str, frozenset[int]]
"""Days (ordinals) on which a site is closed, by site."""


def planned_practice(
    placements: Iterable[Placement],
    dates: CourseDates,
    last: date,
    school: Mapping[int, int],
    full_week: int,
    closed: ClosedDays | None = None,
) -> dict[int, int]:
    """Planned minutes by day (ordinal, in order) of practice within a placement with known hours, `start` to `last`.

    A placement's week is shared over its weekdays (Monday to Friday where none are named); a day its site is
    closed has none. Of placements that overlap, the one begun last holds; paid hours (småjob) are worked beside
    it and add up. In a week it is at most `full_week` less the planned school (`school` by ordinal, clock
    minutes); a part week of the course has its share of that. 0 on days of leave without practice.

    A week is its working days here, as people work them, and calendar days / 7 in `elapsed_weeks`. On whole weeks
    they agree; the one or two odd days of two years move the average by less than 0,4 %.
    """
    by_kind: dict[str, list[Placement]] = {}
    for placement in placements:
        # paid places each add their hours; practice is at one place at a time
        by_kind.setdefault(f"paid {placement.site}" if placement.paid else "", []).append(placement)
    plan: dict[int, int] = {}
    longest = 0
    for group in by_kind.values():
        own, most = _of_one_kind(group, dates.start, last, closed or {})
        longest += most
        plan = _added(plan, own) if plan else own
    _keep_room_for_school(plan, dates.start.toordinal(), last.toordinal(), school, full_week, longest)
    for day, kind in dates.leave.items():
        if kind in WITHOUT_PRACTICE and day in plan:
            plan[day] = 0
    return plan


def closed_days(closing: Iterable[ClosingDay], placements: Iterable[Placement]) -> dict[str, frozenset[int]]:
    """The days the sites of `placements` are closed, by site."""
    sites = {placement.site for placement in placements}
    found: dict[str, frozenset[int]] = {}
    for row in closing:
        if row.site is not None and row.site in sites:
            found[row.site] = found.get(row.site, frozenset()) | {day.toordinal() for day in row.days()}
    return found


def closed_in_plan(plan: Mapping[int, int], closed: ClosedDays) -> frozenset[int]:
    """Days of the plan without practice because the site is closed."""
    return frozenset(day for days in closed.values() for day in days if plan.get(day) == 0)


def planned_average(plan: Mapping[int, int], dates: CourseDates) -> Fraction | None:
    """Planned minutes a week over the whole course, in weeks of five working days; None without an end.

    28 hours with 23 full school weeks: 28 x (104,4 - 23) / 104,4 = 21,8, whatever weekday the course begins on.
    """
    if dates.end_extended is None:
        return None
    working = weekdays(dates.start.toordinal(), dates.end_extended.toordinal())
    working -= sum(1 for day in dates.extending if is_weekday(day))
    return Fraction(sum(plan.values()) * 5, working) if working else None


def _of_one_kind(
    placements: list[Placement], first: date, last: date, closed: ClosedDays
) -> tuple[dict[int, int], int]:
    """Minutes by day of placements of which one holds at a time, the one begun last; and the longest week of them."""
    plan: dict[int, int] = {}
    longest = 0
    for placement in sorted(placements, key=lambda placement: (placement.first_day or date.min, placement.id)):
        begin, end = max(placement.first_day or first, first), min(placement.last_day or last, last)
        for step_first, step_last in _steps(placement, begin, end):
            days = range(step_first.toordinal(), step_last.toordinal() + 1)
            if plan:
                for day in plan.keys() & set(days):
                    del plan[day]
            a_week = minutes_a_week_on(placement, step_first)
            if a_week is None:
                continue
            longest = max(longest, a_week)
            by_weekday = _week(a_week, placement.weekdays or MONDAY_TO_FRIDAY)
            plan |= {day: minutes for day in days if (minutes := by_weekday[(day - 1) % 7]) is not None}
            for day in closed.get(placement.site or "", ()):
                if day in days and day in plan:
                    plan[day] = 0
    return dict(sorted(plan.items())) if len(placements) > 1 else plan, longest


def _steps(placement: Placement, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The parts of `first`-`last` in which the weekly minutes do not change."""
    begins = [first, *(step.first_day for step in steps_of(placement) if first < step.first_day <= last)]
    for begin, following in zip(begins, [*begins[1:], None], strict=True):
        until = last if following is None else following - timedelta(days=1)
        if begin <= until:
            yield begin, until


@lru_cache(maxsize=256)
def _week(minutes: int, weekdays: tuple[int, ...]) -> tuple[int | None, ...]:
    """The minutes of each day from Monday to Sunday; None on days that are not worked."""
    worked = sorted({day for day in weekdays if 1 <= day <= 7}) or list(MONDAY_TO_FRIDAY)
    by_day = dict(zip(worked, shares(minutes, len(worked)), strict=True))
    return tuple(by_day.get(day) for day in range(1, 8))


def _added(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    return {day: one.get(day, 0) + other.get(day, 0) for day in sorted(one.keys() | other.keys())}


def _keep_room_for_school(
    plan: dict[int, int], start: int, end: int, school: Mapping[int, int], full_week: int, longest: int
) -> None:
    """Shrink the weeks of `plan` that would be longer than `full_week` with their school."""
    taught: dict[int, int] = {}
    for day, minutes in school.items():
        taught[monday_ordinal(day)] = taught.get(monday_ordinal(day), 0) + minutes
    for monday in {monday_ordinal(day) for day in plan} if longest > full_week else taught:
        if taught.get(monday, 0) + longest <= full_week and start <= monday <= end - 4:
            continue
        in_week = {day: plan[day] for day in range(monday, monday + 7) if day in plan}
        # A week of its own has five days, also where some of them lie on a Saturday or Sunday.
        inside = range(max(monday, start), min(monday + 4, end) + 1)
        count = min(5, len(in_week.keys() | set(inside)))
        room = max(0, full_week * count // 5 - taught.get(monday, 0))
        if sum(in_week.values()) > room:
            plan |= _scaled(in_week, room)


def _scaled(plan: Mapping[int, int], total: int) -> dict[int, int]:
    """`plan` shrunk to `total` minutes, every day by the same share."""
    whole, before = sum(plan.values()), 0
    scaled: dict[int, int] = {}
    for day, minutes in plan.items():
        scaled[day] = total * (before + minutes) // whole - total * before // whole
        before += minutes
    return scaled
