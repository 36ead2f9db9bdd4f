"""The learner: who it is about, what a team may know, and what only coordinators hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

LEARNER_ROW = "-"
"""Row id of the nouns a learner has exactly one of."""


@dataclass(frozen=True, slots=True)
class Learner:
    """What everyone who follows the learner may read."""

    TABLE: ClassVar = "learner"
    learner: bytes
    id: str
    name: str
    languages: str | None = None
    phone: str | None = None
    email: str | None = None
    danish_level: str | None = None
    exam: str | None = None
    """Highest passed Prøve i Dansk: PD1, PD2, PD3 or SP; None when none is known."""
    exam_passed_on: date | None = None
    danish_module: int | None = None
    """Module reached in the Danish track, 1–6."""
    exam_signed_up_for: date | None = None
    """First day of the exam term the learner is signed up for."""


@dataclass(frozen=True, slots=True)
class LearnerPrivate:
    """What only coordinators hold; the registration number is optional and shown masked."""

    TABLE: ClassVar = "learner_private"
    learner: bytes
    id: str
    birth_date: date | None = None
    registration_number: str | None = None
    permit_expires: date | None = None
    first_danish_address: date | None = None


def masked(registration_number: str) -> str:
    """`680791-0001` → `680791-••••`: enough to tell two people apart, useless to a thief."""
    return registration_number[:6] + "-••••"
