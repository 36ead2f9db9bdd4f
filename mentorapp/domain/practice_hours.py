"""Practice of a course: what was recorded of it, and the sum so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentorapp.domain.attendance import Attendance, PracticePeriod, WeekMark
from mentorapp.domain.calendar import is_weekday, monday_of_week
from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.whole_minutes import shares

NOT_PAID = frozenset({"unexcused", "leave", "time_off"})
"""Statuses of a day of practice that are not counted as rostered hours: nobody pays unlawful absence and leave, and
the hours of afspadsering were counted on the day they were worked."""


@dataclass(slots=True)
class PracticeEntries:
    """What was recorded of practice. Days and Mondays are ordinals (`date.toordinal`)."""

    periods: list[PracticePeriod] = field(default_factory=list)
    """The periods that overlap what has happened of the course."""
    in_period: set[int] = field(default_factory=set)
    marked_weeks: set[int] = field(default_factory=set)
    """Mondays of the weeks confirmed as planned."""
    present: dict[int, int | None] = field(default_factory=dict)
    """Minutes worked by day; None where they were not said and so are as planned."""
    absent: dict[int, str] = field(default_factory=dict)
    """Attendance status by day of absence."""
    weeks_by_day: set[int] = field(default_factory=set)
    """Mondays of weeks that are recorded day by day: a day without an entry was off duty."""

    @property
    def weeks_only_by_day(self) -> set[int]:
        """Mondays of the weeks whose days without an entry were off duty: a confirmed week is worked as planned."""
        return self.weeks_by_day - self.marked_weeks


@dataclass(frozen=True, slots=True)
class PracticeTotals:
    """Minutes of practice from the first day to today."""

    done: int
    worked: int
    """Of these, minutes worked by an entry: a period's worked minutes, days present, confirmed weeks."""
    weeks_as_planned: int
    """Weeks without an entry, counted as planned."""
    paid_absence: bool
    """Whether paid absence is part of `done`."""


def practice_entries(
    periods: Iterable[PracticePeriod],
    marks: Iterable[WeekMark],
    attendance: Iterable[Attendance],
    dates: CourseDates,
    today: date,
) -> PracticeEntries:
    """What was recorded of practice up to `today`; a period that overlaps the course so far counts whole."""
    entries = PracticeEntries()
    until = dates.until(today)
    for period in periods:
        if period.first_day <= until and period.last_day >= dates.start:
            entries.periods.append(period)
            entries.in_period.update(_days_so_far(period, dates, until))
    for mark in marks:
        try:
            entries.marked_weeks.add(monday_of_week(mark.week).toordinal())
        except ValueError:
            continue  # a week that does not exist confirms nothing
    first, last, present, absent = dates.start.toordinal(), until.toordinal(), entries.present, entries.absent
    for entry in attendance:
        day = entry.day.toordinal()
        if entry.status != "present":
            absent[day] = entry.status
        elif first <= day <= last:
            present[day] = entry.minutes
    entries.weeks_by_day = {day - (day - 1) % 7 for day in present}
    return entries


def practice_totals(
    entries: PracticeEntries, plan: Mapping[int, int], dates: CourseDates, today: date
) -> PracticeTotals:
    """Practice from start to `today`: totals of periods; outside them days, confirmed weeks, and the plan."""
    until = dates.until(today).toordinal()
    in_period, present, absent = entries.in_period, entries.present, entries.absent
    done = sum(period.total_minutes for period in entries.periods)
    worked = sum(period.worked_minutes for period in entries.periods)
    paid_absence = done > worked
    for day, minutes in present.items():
        if day not in in_period:
            there = plan.get(day, 0) if minutes is None else minutes
            done += there
            worked += there
    open_weeks: set[int] = set()
    weeks_only_by_day = entries.weeks_only_by_day
    for day, minutes in plan.items():
        if day > until:
            break
        if day in in_period or day in present:
            continue
        if day in absent:
            if absent[day] not in NOT_PAID and minutes:
                done += minutes
                paid_absence = True
            continue
        monday = day - (day - 1) % 7
        if monday in entries.marked_weeks:
            done += minutes
            worked += minutes
        elif monday not in weeks_only_by_day:
            done += minutes
            if day in dates.leave:
                paid_absence = paid_absence or minutes > 0
            else:
                open_weeks.add(monday)
    return PracticeTotals(done, worked, len(open_weeks), paid_absence)


def practice_by_day(
    entries: PracticeEntries, plan: Mapping[int, int], dates: CourseDates, today: date
) -> Mapping[int, int]:
    """Minutes to show for each weekday: the plan; where a period has none, its total laid evenly over its weekdays.

    A period says nothing about its single days, so its cells show the plan they were worked by.
    """
    shown = dict(plan)
    for period in entries.periods:
        weekdays = [day for day in _days_so_far(period, dates, dates.until(today)) if is_weekday(day)]
        if weekdays and plan.keys().isdisjoint(weekdays):
            shown |= dict(zip(weekdays, shares(period.total_minutes, len(weekdays)), strict=True))
    return shown


def _days_so_far(period: PracticePeriod, dates: CourseDates, until: date) -> range:
    """The days of `period` inside what has happened of the course."""
    first, last = max(period.first_day, dates.start), min(period.last_day, until)
    return range(first.toordinal(), last.toordinal() + 1)
