"""What the figures of one ledger were computed from, kept for the weeks and for the answers to "why?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.practice_hours import PracticeEntries, PracticeTotals
from mentorapp.domain.practice_plan import ClosedDays


@dataclass(frozen=True, slots=True)
class Workings:
    """Dates and practice of one course; days are ordinals (`date.toordinal`)."""

    dates: CourseDates
    horizon: date
    """The last day that is shown."""
    practice_plan: Mapping[int, int]
    """Planned minutes of practice by day."""
    practice_entries: PracticeEntries
    practice_totals: PracticeTotals
    closed: ClosedDays
    """Days on which the sites of the placements are closed."""
