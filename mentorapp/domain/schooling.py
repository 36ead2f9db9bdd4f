"""Schooling: a course or language module, its weekly pattern and its sessions."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

SCHOOL_TYPES = {
    "amu": "AMU",
    "danskuddannelse": "Danskuddannelse",
    "fvu": "FVU",
    "avu": "avu",
    "hf": "hf-enkeltfag",
    "fgu": "FGU",
}
"""Types of BEK 1825/2023 § 6 by key. Any other type is kept as it was written and counts 0."""

RESULTS = {"passed": "bestået", "failed": "ikke bestået"}


@dataclass(frozen=True, slots=True)
class Session:
    """One planned day of teaching and its length in minutes."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Schooling:
    """A course from–to (both days included). Stated minutes win over the pattern; both may be there."""

    TABLE: ClassVar = "schooling"
    learner: bytes
    id: str
    enrolment: str
    type: str
    """Key of SCHOOL_TYPES, or the type as it was written."""
    title: str | None = None
    provider: str | None = None
    code: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    weekdays: tuple[int, ...] = ()
    """ISO weekdays of the pattern, Monday = 1."""
    starts_at: str | None = None
    """Clock time `HH:MM`."""
    ends_at: str | None = None
    planned_minutes: int | None = None
    attended_minutes: int | None = None
    """Total present according to the school; None where only dated attendance, or nothing, is known."""
    proof_on: date | None = None
    result: str | None = None
    cancelled: bool | None = None

    @property
    def session_minutes(self) -> int | None:
        """Length of one session by the clock times, in minutes; None without them or where they cannot be read."""
        starts, ends = _minute_of_day(self.starts_at), _minute_of_day(self.ends_at)
        return None if starts is None or ends is None else ends - starts

    def sessions(self, closed: Container[date] = ()) -> Iterator[Session]:
        """The days of the weekly pattern from first to last day, but those `closed` (holidays, closing days)."""
        minutes = self.session_minutes
        if not self.first_day or not self.last_day or not self.weekdays or not minutes:
            return
        for ordinal in range(self.first_day.toordinal(), self.last_day.toordinal() + 1):
            # A date is made only for the days that are taught: most days are not, and this runs for every row.
            if (ordinal - 1) % 7 + 1 in self.weekdays:
                day = date.fromordinal(ordinal)
                if day not in closed:
                    yield Session(day, minutes)


def _minute_of_day(clock: str | None) -> int | None:
    """None also for what is no clock time: a partner's file may hold any text."""
    hour, _, minute = (clock or "").partition(":")
    digits = hour + minute
    if not (hour and minute and digits.isascii() and digits.isdecimal() and len(digits) <= 4):
        return None
    return int(hour) * 60 + int(minute)
