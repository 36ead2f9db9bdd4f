"""Mentor support (LAB § 167): the municipality's grant and the hours spent of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class MentorGrant:
    """Support granted for a period, both days included; a renewal is a grant of its own."""

    TABLE: ClassVar = "mentor_grant"
    learner: bytes
    id: str
    enrolment: str
    first_day: date
    last_day: date | None = None
    minutes_a_week: int | None = None
    minutes_in_all: int | None = None
    purpose: str | None = None
    """What the support is for."""


@dataclass(frozen=True, slots=True)
class MentorTime:
    """Minutes of support given on a day. Ordinary tasks do not belong here."""

    TABLE: ClassVar = "mentor_time"
    learner: bytes
    id: str
    enrolment: str
    day: date
    minutes: int
    given_by: str | None = None
    what: str | None = None
