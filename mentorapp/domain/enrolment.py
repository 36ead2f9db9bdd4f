"""A learner on a programme: its dates and outcome, and leave taken from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

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
    rule_set: str | None = None
    school_minutes_a_week: int | None = None
    municipality: str | None = None
    target_group: str | None = None
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
