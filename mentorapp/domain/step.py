"""A step of a course that somebody ticks with a date: a document seen, an evaluation held, a stage passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Step:
    """That `step` (key in the programme file) of an enrolment was done on a day. Not done = no row, or no day."""

    TABLE: ClassVar = "step"
    learner: bytes
    id: str
    enrolment: str
    step: str
    done_on: date | None = None
    remark: str | None = None


def step_key(enrolment: str, step: str) -> str:
    """Natural row id: two machines that tick the same step write the same row."""
    return f"{enrolment}/{step}"
