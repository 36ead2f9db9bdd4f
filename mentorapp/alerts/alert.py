"""An alert: what somebody should do about one learner, by which rule and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger

SEVERITIES = ("act", "soon", "info")
"""Worst first: act now, act this week, good to know."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert, in the language that was in use when it was made; `id` is the rule's number (`R10`)."""

    learner: bytes
    id: str
    severity: str
    due: date | None
    text: str
    todo: str
    source: str
    subject: str = ""
    """Id of the row the alert is about, where a rule speaks of several; empty where it speaks once a course."""


Rule = Callable[[CaseFile, Ledger, date], Iterator[Alert]]
"""A rule looks at one learner on a day and says nothing, or what should be done."""


def has_ended(case: CaseFile, ledger: Ledger, today: date) -> bool:
    """Whether the course has an outcome or its (extended) end has passed: its pace is history then."""
    if case.enrolment is not None and case.enrolment.outcome:
        return True
    return ledger.end_extended is not None and today > ledger.end_extended
