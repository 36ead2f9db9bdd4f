"""A learner on a programme: its dates and outcome, and leave taken from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

EXTENSION_REASONS = {"leave": "Barsel eller lang sygdom", "school": "Skoledelen er ikke gennemført"}
"""Why an end was moved: § 6, stk. 6 (leave, as long as the leave at most) or § 6, stk. 5 (school, no fixed length)."""

EARLIER_IGU = {
    "none": "Ingen tidligere igu",
    "stopped": "Tidligere igu, afbrudt",
    "completed": "Tidligere igu, gennemført",
}

LEAVE_KINDS = {"parental": "Barsel", "sick": "Sygdom", "holiday": "Ferie", "leave": "Anden orlov"}
"""Leave by key, named as in the glossary. Never a diagnosis."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A course under a programme. `rule_set` is stored when chosen, so a new law never changes an old course."""

    TABLE: ClassVar = "enrolment"
    learner: bytes
    id: str
    programme: str
    """Key of a programme file, or the scheme's name as it was written where no file knows it."""
    start: date
    agreed_end: date | None = None
    extension_reason: str | None = None
    """Key of EXTENSION_REASONS; None where the agreed end needs none or nobody has said."""
    rule_set: str | None = None
    school_minutes_a_week: int | None = None
    municipality: str | None = None
    target_group: str | None = None
    """Målgruppe: key of a group of the programme file, or as it was written."""
    team: str | None = None
    """Hold: the group of learners that follows the programme together."""
    signed_on: date | None = None
    """When the agreement was signed."""
    arrived_on: date | None = None
    """Arrival in the municipality."""
    earlier_igu: str | None = None
    """Key of EARLIER_IGU; None where nobody has asked."""
    earlier_job_ended_on: date | None = None
    """Last day of an ordinary job at the same CVR before the start; None where there was none."""
    remark: str | None = None
    outcome: str | None = None
    outcome_reason: str | None = None
    outcome_on: date | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Days away from the course, both included. `extends` says that an extension was agreed for it."""

    TABLE: ClassVar = "leave"
    learner: bytes
    id: str
    enrolment: str
    kind: str
    first_day: date
    last_day: date
    extends: bool | None = None

    def covers(self, day: date) -> bool:
        """Whether `day` is part of the leave."""
        return self.first_day <= day <= self.last_day
