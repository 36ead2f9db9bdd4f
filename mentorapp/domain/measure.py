"""A number as it is told: exact, and written only when somebody reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mentorapp.domain.whole_minutes import FULL_WEEK, half_up


@dataclass(frozen=True, slots=True)
class Measure:
    """An exact number of hours, weeks or days; people read it with one decimal or two."""

    exact: Fraction

    @property
    def decimals(self) -> int:
        """One, or two where one would hide something."""
        return 1 if (self.exact * 10).denominator == 1 else 2

    def __str__(self) -> str:
        """As Danes write it, halves rounded up: `377,4`. Other languages write it by `i18n.number`."""
        scaled = half_up(abs(self.exact) * 10**self.decimals)
        whole, part = divmod(scaled, 10**self.decimals)
        return f"{'−' if self.exact < 0 and scaled else ''}{whole},{part:0{self.decimals}d}"


def in_hours(minutes: int | Fraction) -> Measure:
    """Minutes as hours."""
    return Measure(Fraction(minutes) / 60)


def in_school_weeks(minutes: int | Fraction) -> Measure:
    """Minutes as school weeks of 37 hours."""
    return Measure(Fraction(minutes) / FULL_WEEK)


def told_day(day: date) -> str:
    """`22-11-2026`: the same in every language."""
    return day.strftime("%d-%m-%Y")
