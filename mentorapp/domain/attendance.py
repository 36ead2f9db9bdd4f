"""What was attended: dated attendance, confirmed weeks of practice, practice totals of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

STATUSES = {
    "present": "fremmødt",
    "sick": "syg",
    "child_sick": "barns sygedag",
    "holiday": "ferie",
    "closed": "lukket",
    "time_off": "afspadsering",
    "care_day": "omsorgsdag",
    "leave": "orlov",
    "lawful": "lovligt fravær",
    "unexcused": "ulovligt fravær",
}
"""Attendance status by key, in the field's words. Never a diagnosis."""


SOURCES = {
    "school_list": "skolens liste",
    "printout": "udskrift fra sprogcentret",
    "certificate": "bevis",
    "mentor": "mentor",
    "duty_roster": "vagtplan",
    "payslip": "lønseddel",
}
"""Who said so, by key; another source is kept as it was written."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One day at school or in practice; `minutes` present (0 when absent), `source` says who said so."""

    TABLE: ClassVar = "attendance"
    learner: bytes
    id: str
    enrolment: str
    day: date
    kind: str
    """`school` or `practice`."""
    status: str
    schooling: str | None = None
    minutes: int | None = None
    lessons: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A week of practice confirmed as planned. `week` is the ISO week, `2026-W47`. Never confirms schooling."""

    TABLE: ClassVar = "week_mark"
    learner: bytes
    id: str
    enrolment: str
    week: str
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class PracticePeriod:
    """Practice totals of a period, both days included, in minutes; replaces week marks inside it."""

    TABLE: ClassVar = "practice_period"
    learner: bytes
    id: str
    enrolment: str
    first_day: date
    last_day: date
    worked_minutes: int = 0
    paid_holiday_minutes: int = 0
    paid_sickness_minutes: int = 0
    other_paid_minutes: int = 0
    source: str | None = None

    @property
    def total_minutes(self) -> int:
        """Worked plus every paid absence. Whether paid absence counts is unverified (definitions, "Open")."""
        return self.worked_minutes + self.paid_holiday_minutes + self.paid_sickness_minutes + self.other_paid_minutes


def attendance_key(enrolment: str, day: date, kind: str, schooling: str | None) -> str:
    """Natural row id: two machines that record the same day write the same row."""
    return "/".join((enrolment, day.isoformat(), kind, schooling or "-"))


def week_mark_key(enrolment: str, week: str) -> str:
    """Natural row id of a confirmed week, e.g. `a1b2/2026-W47`."""
    return f"{enrolment}/{week}"
