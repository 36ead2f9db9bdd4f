"""Confirming practice: the plan of a week becomes practice done, and only what differed is written by day.

Never schooling: what was attended there is the school's to say. A week can be confirmed from its last working day on,
so that a week is confirmed where it is worked and nobody confirms what has not happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentorapp.domain.attendance import STATUSES, Attendance, WeekMark, attendance_key, week_mark_key
from mentorapp.domain.calendar import monday_of_week, week_key
from mentorapp.domain.change import Change, creation, removal, update
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.practice_weeks import PracticeWeek, open_weeks, practice_by_day, week_of
from mentorapp.domain.sentence import Sentence

DEVIATIONS = ("present", "sick", "child_sick", "holiday", "time_off", "care_day", "lawful", "unexcused")
"""What a day may have been instead, keys of STATUSES; `present` is another number of minutes."""

MOST_A_DAY = 24 * 60

NO_SUCH_WEEK = "{week} er ikke en uge som 2026-W47."
OUTSIDE = "Uge {number} i {year} ligger uden for forløbet."
NOT_OVER = "Uge {number} kan først bekræftes fra {day}, ugens sidste arbejdsdag."
NO_PRACTICE = "Der er ingen praktik planlagt i uge {number}, så der er intet at bekræfte."
IN_PERIOD = "Uge {number} er dækket af en periodes samlede timer; de gælder i stedet."
NOTHING_OPEN = "Der er ingen uger at bekræfte i måneden."
DAY_ELSEWHERE = "{day} hører ikke til det, der bekræftes."
DAY_TO_COME = "{day} er ikke kommet endnu."
NO_SUCH_STATUS = "{status} er ikke en afvigelse."
HOURS_NEEDED = "{day}: skriv, hvor mange timer eleven var der."
HOURS_ONLY_PRESENT = "{day}: timer skrives kun, når eleven var der."
HOURS_IMPOSSIBLE = "{day}: en dag har 0 til 24 timer."


class CannotConfirm(ValueError):
    """Why a week cannot be confirmed, as a Sentence."""

    def __init__(self, message: str, **values: str | int) -> None:
        self.sentence = Sentence(message, **values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Deviation:
    """What a day was instead of planned: absent with a status, or present with other minutes."""

    status: str
    minutes: int | None = None


Deviations = Mapping[date, Deviation | None]
"""By day. None says that the day was as planned after all; days that are not named keep what was written."""


def confirm_week(days: CourseDays, week: str, deviations: Deviations, by: str | None, source: str) -> list[Change]:
    """The changes that confirm ISO week `2026-W47` with `deviations`; `CannotConfirm` where it cannot be.

    `by` is who confirms, `source` (key of SOURCES) who said what differed.
    """
    try:
        begin = monday_of_week(week)
    except ValueError as fault:
        raise CannotConfirm(NO_SUCH_WEEK, week=week) from fault
    _check_week(days, begin, deviations)
    _check_days(days, deviations, frozenset(begin + timedelta(days=n) for n in range(7)))
    return [*_mark(days, begin, by), *_by_day(days, deviations, source)]


def confirm_month(days: CourseDays, month: str, deviations: Deviations, by: str | None, source: str) -> list[Change]:
    """The changes that confirm every open week of month `2026-11`; a week belongs to the month of its Thursday."""
    weeks = open_weeks(days, month)
    if not weeks:
        raise CannotConfirm(NOTHING_OPEN)
    _check_days(days, deviations, frozenset(week.monday + timedelta(days=n) for week in weeks for n in range(7)))
    marks = [change for week in weeks for change in _mark(days, week.monday, by)]
    return [*marks, *_by_day(days, deviations, source)]


def take_back(days: CourseDays, week: PracticeWeek) -> list[Change]:
    """The changes that make a confirmed week open again; what was written of its days stays."""
    key = week_key(week.monday)
    return [change for mark in days.case.week_marks if mark.week == key for change in removal(mark)]


def _check_week(days: CourseDays, begin: date, deviations: Deviations) -> None:
    year, number, _weekday = begin.isocalendar()
    if begin + timedelta(days=6) < days.dates.start or begin > (days.dates.last_day or days.last):
        raise CannotConfirm(OUTSIDE, number=number, year=year)
    week = week_of(days, begin)
    if days.ledger.today < week.can_confirm_from:
        raise CannotConfirm(NOT_OVER, number=number, day=_said(week.can_confirm_from))
    if week.in_period:
        raise CannotConfirm(IN_PERIOD, number=number)
    if not week.total and not any(said and said.status == "present" for said in deviations.values()):
        raise CannotConfirm(NO_PRACTICE, number=number)


def _check_days(days: CourseDays, deviations: Deviations, allowed: frozenset[date]) -> None:
    for day, said in deviations.items():
        if day not in allowed or day < days.dates.start or day > (days.dates.last_day or days.last):
            raise CannotConfirm(DAY_ELSEWHERE, day=_said(day))
        if day > days.ledger.today:
            raise CannotConfirm(DAY_TO_COME, day=_said(day))
        if said is None:
            continue
        if said.status not in DEVIATIONS:
            raise CannotConfirm(NO_SUCH_STATUS, status=STATUSES.get(said.status, said.status))
        if said.status == "present" and said.minutes is None:
            raise CannotConfirm(HOURS_NEEDED, day=_said(day))
        if said.status != "present" and said.minutes:
            raise CannotConfirm(HOURS_ONLY_PRESENT, day=_said(day))
        if not 0 <= (said.minutes or 0) <= MOST_A_DAY:
            raise CannotConfirm(HOURS_IMPOSSIBLE, day=_said(day))


def _mark(days: CourseDays, begin: date, by: str | None) -> list[Change]:
    """The mark of a week under its natural key: two machines that confirm it write the same row."""
    course, week = days.case.enrolment, week_key(begin)
    assert course is not None
    if any(mark.week == week for mark in days.case.week_marks):
        return []
    return creation(WeekMark(course.learner, week_mark_key(course.id, week), course.id, week, by))


def _by_day(days: CourseDays, deviations: Deviations, source: str) -> list[Change]:
    return [change for day, said in sorted(deviations.items()) for change in _day(days, day, said, source)]


def _day(days: CourseDays, day: date, said: Deviation | None, source: str) -> Iterable[Change]:
    course = days.case.enrolment
    assert course is not None
    old = next((entry for entry in practice_by_day(days) if entry.day == day), None)
    if said is None:
        return removal(old) if old else []
    minutes = said.minutes or 0
    if old is not None:
        if (old.status, old.minutes or 0) == (said.status, minutes):
            return []
        return update(old, replace(old, status=said.status, minutes=minutes, lessons=None, source=source))
    key = attendance_key(course.id, day, "practice", None)
    row = Attendance(course.learner, key, course.id, day, "practice", said.status, None, minutes, None, source)
    return creation(row)


def _said(day: date) -> str:
    return f"{day:%d-%m-%Y}"
