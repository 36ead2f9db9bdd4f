"""What somebody decided about an alert: put off until a day, for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AlertMark:
    """The alert of `rule` about `subject` (a row's id; empty where the rule speaks once a course) is put off.

    It comes back on the day after `until`, or at once when it has become more severe than `severity`.
    """

    TABLE: ClassVar = "alert_mark"
    learner: bytes
    id: str
    rule: str
    until: date
    reason: str
    subject: str | None = None
    severity: str | None = None
    marked_by: str | None = None


def alert_mark_key(rule: str, subject: str) -> str:
    """Natural row id, e.g. `R26/c0ffee`; the mark of another machine about the same alert is the same row."""
    return f"{rule}/{subject or '-'}"
