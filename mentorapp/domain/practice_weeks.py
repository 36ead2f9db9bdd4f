"""The weeks of a course with practice in them: which are confirmed, and which somebody should confirm now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.calendar import PUBLIC_HOLIDAY_ORDINALS, is_weekday, monday
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.practice_hours import PracticeEntries


@dataclass(frozen=True, slots=True)
class PracticeWeek:
    """A week of the course with practice in its plan."""

    monday: date
    minutes: tuple[int, ...]
    """Planned minutes of its seven days; 0 on days of leave, holiday among it: they are nobody's to confirm."""
    confirmed: bool
    in_period: bool
    """A period's totals hold for all its days of practice."""
    by_day: tuple[Attendance, ...]
    """What was written about its single days."""
    can_confirm_from: date
    """Its last working day, or the last day of the course in it."""

    @property
    def total(self) -> int:
        """Planned minutes."""
        return sum(self.minutes)

    @property
    def said_by_day(self) -> bool:
        """Whether nothing is left to say: days of presence were written, so that the others were off duty, or
        every day of practice has its absence.
        """
        if any(entry.status == "present" for entry in self.by_day):
            return True
        said = {(entry.day - self.monday).days for entry in self.by_day}
        return all(day in said for day, minutes in enumerate(self.minutes) if minutes)

    def is_open(self, today: date) -> bool:
        """Whether somebody should confirm it now."""
        settled = self.confirmed or self.in_period or self.said_by_day
        return not settled and today >= self.can_confirm_from


def practice_weeks(days: CourseDays) -> tuple[PracticeWeek, ...]:
    """Every week of the course that has begun and has planned or recorded practice, newest first."""
    plan, entries = days.practice(), days.ledger.workings.practice_entries
    by_week: dict[date, list[Attendance]] = {}
    for entry in sorted(practice_by_day(days), key=lambda entry: entry.day):
        by_week.setdefault(monday(entry.day), []).append(entry)
    first = monday(days.dates.start)
    count = (days.dates.until(days.ledger.today) - first).days // 7 + 1
    weeks = [
        _week(days, begin, plan, entries, tuple(by_week.get(begin, ())))
        for begin in (first + timedelta(weeks=number) for number in reversed(range(max(0, count))))
    ]
    return tuple(week for week in weeks if week.total or week.by_day)


def week_of(days: CourseDays, begin: date) -> PracticeWeek:
    """The week that begins on Monday `begin`, also where it has no practice or is still to come."""
    by_day = tuple(entry for entry in practice_by_day(days) if monday(entry.day) == begin)
    return _week(days, begin, days.practice(), days.ledger.workings.practice_entries, by_day)


def open_weeks(days: CourseDays, month: str | None = None) -> tuple[PracticeWeek, ...]:
    """The weeks, of month `2026-11` where it is given, that somebody should confirm now; newest first."""
    today = days.ledger.today
    weeks = practice_weeks(days)
    return tuple(week for week in weeks if week.is_open(today) and month in (None, month_of_week(week.monday)))


def month_of_week(begin: date) -> str:
    """The month, `2026-11`, of the week that begins on Monday `begin`: that of its Thursday, as ISO 8601 does years."""
    return f"{begin + timedelta(days=3):%Y-%m}"


def practice_by_day(days: CourseDays) -> Iterator[Attendance]:
    """What was written about single days of practice."""
    return (entry for entry in days.case.attendance if entry.kind == "practice")


def _week(
    days: CourseDays, begin: date, plan: Mapping[int, int], entries: PracticeEntries, by_day: tuple[Attendance, ...]
) -> PracticeWeek:
    first, last = begin.toordinal(), (days.dates.last_day or days.last).toordinal()
    ordinals = range(first, first + 7)
    leave = days.dates.leave
    planned = [day for day in ordinals if plan.get(day) and day <= last and day not in leave]
    worked = [day for day in ordinals if is_weekday(day) and day <= last and day not in PUBLIC_HOLIDAY_ORDINALS]
    return PracticeWeek(
        begin,
        tuple(plan[day] if day in planned else 0 for day in ordinals),
        first in entries.marked_weeks,
        bool(planned) and all(day in entries.in_period for day in planned),
        by_day,
        date.fromordinal(max(worked, default=min(first + 4, last))),
    )
