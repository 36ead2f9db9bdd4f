"""What an organisation decides for all its learners: closing days, exam terms, settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ClosingDay:
    """Days, both included, on which teaching or a workplace is closed."""

    TABLE: ClassVar = "closing_day"
    id: str
    first_day: date
    last_day: date | None = None
    """None: one day."""
    name: str | None = None
    site: str | None = None
    """The site that is closed; None: teaching everywhere."""

    def days(self) -> list[date]:
        """Every day that is closed."""
        last = (self.last_day or self.first_day).toordinal()
        return [date.fromordinal(day) for day in range(self.first_day.toordinal(), last + 1)]


@dataclass(frozen=True, slots=True)
class ExamTerm:
    """A term of Prøve i Dansk: sign-up is at least 10 weeks before its first day (danskogproever.dk)."""

    TABLE: ClassVar = "exam_term"
    id: str
    first_day: date
    sign_up_by: date | None = None
    """The language centre's own last day, where it has said one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value the organisation chose, by name; `alerts` reads its thresholds from here."""

    TABLE: ClassVar = "setting"
    id: str
    value: str
