"""A learner's monthly application for allowance and travel (one a calendar month with schooling)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class MonthClaim:
    """That the application of `month` (`2026-11`) was handed in on a day."""

    TABLE: ClassVar = "month_claim"
    learner: bytes
    id: str
    enrolment: str
    month: str
    handed_in_on: date | None = None
    remark: str | None = None


def month_claim_key(enrolment: str, month: str) -> str:
    """Natural row id, e.g. `a1b2/2026-11`."""
    return f"{enrolment}/{month}"
