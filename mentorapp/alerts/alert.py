"""An alert: what somebody should do about one learner, by which rule and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger

SEVERITIES = ("act", "soon", "info")
"""Worst first: act now, act this week, good to know."""

CLOSING = timedelta(days=90)
"""How long after its end a course is still being closed: papers handed in, the certificate written. Our own."""


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
    """Id of the row the alert is about (a course, a leave, a note), so that one of many can be put off; empty where
    the rule speaks once a course."""


Rule = Callable[[CaseFile, Ledger, date], Iterator[Alert]]
"""A rule looks at one learner on a day and says nothing, or what should be done."""


def has_ended(case: CaseFile, ledger: Ledger, today: date) -> bool:
    """Whether the course has an outcome or its (extended) end has passed: its pace is history then."""
    if case.enrolment is not None and case.enrolment.outcome:
        return True
    return ledger.end_extended is not None and today > ledger.end_extended


def ended_on(case: CaseFile, ledger: Ledger, today: date) -> date | None:
    """The day of the outcome, else the (extended) end once it has passed; None while the course runs."""
    if not has_ended(case, ledger, today):
        return None
    enrolment = case.enrolment
    return (enrolment.outcome_on if enrolment else None) or ledger.end_extended


def is_closed(case: CaseFile, ledger: Ledger, today: date) -> bool:
    """Whether the course ended so long ago that nothing is done about its months and averages any more."""
    if not has_ended(case, ledger, today):
        return False
    ended = ended_on(case, ledger, today)
    return ended is None or today > ended + CLOSING
