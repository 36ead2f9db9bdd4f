"""What the first page shows of meetings: those of the days ahead, those nobody has answered for, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.meeting import ActionPoint, Meeting, action_order, meeting_order

AHEAD = timedelta(days=7)
"""How far ahead: today and the seven days after it, as with teaching."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Planned meetings of the newest enrolment, and open action points, both in order; overdue ones come first."""

    meetings: tuple[Meeting, ...] = ()
    points: tuple[ActionPoint, ...] = ()


NOTHING = Agreed()


def agreed(case: CaseFile, today: date) -> Agreed:
    """What is planned or due by seven days from `today`; nothing once the course has an outcome."""
    enrolment = case.enrolment
    if enrolment is None or enrolment.outcome or not (case.meetings or case.action_points):
        return NOTHING
    last = today + AHEAD
    own = (row for row in case.meetings if row.enrolment == enrolment.id and row.is_planned and row.day <= last)
    due = (
        row
        for row in case.action_points
        if row.enrolment == enrolment.id and row.done_on is None and row.due is not None and row.due <= last
    )
    return Agreed(tuple(sorted(own, key=meeting_order)), tuple(sorted(due, key=action_order)))
