"""What one ISO week of a course holds, ready to be drawn as a cell or said in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = {
    "amu": "AMU",
    "danish": "Danskuddannelse",
    "other": "FVU, avu, hf, FGU",
    "practice": "Praktik",
    "holiday": "Ferie og helligdag",
    "sick": "Sygdom",
    "parental": "Barsel",
    "leave": "Anden orlov",
    "unexcused": "Ulovligt fravær",
}
"""Kinds of a segment in the order they stack from the base line, in the field's words."""

DAY = 8
"""Eighths in a day: the unit of a cell's height."""

WEEK = 5 * DAY


@dataclass(frozen=True, slots=True)
class Segment:
    """One kind in one state within a week. `minutes` by the ledger, `eighths` of a day for its height."""

    kind: str
    state: str
    """`planned`, `done` (attended or confirmed) or `documented`."""
    minutes: int
    eighths: int


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week of a course; first and last day are inside both the week and the course."""

    monday: date
    first_day: date
    last_day: date
    segments: tuple[Segment, ...] = ()
    extended: bool = False
    """Whether the week lies after the agreed end of the plain course."""

    @property
    def year(self) -> int:
        """ISO year."""
        return self.monday.isocalendar().year

    @property
    def number(self) -> int:
        """ISO week number, 1–53."""
        return self.monday.isocalendar().week
