"""What one rule says about a case file on a day."""

from __future__ import annotations

from datetime import date

from mentorapp.alerts.alert import Alert, Rule
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger, build
from tests.builders import TODAY, day


def ledger_of(file: CaseFile, today: date = TODAY) -> Ledger:
    """The ledger of a case file that has a course."""
    ledger = build(file, today)
    assert ledger is not None
    return ledger


def said(rule: Rule, file: CaseFile, today: date | str = TODAY) -> list[Alert]:
    """Everything `rule` says; a day may be written as people write it."""
    on = day(today) if isinstance(today, str) else today
    return list(rule(file, ledger_of(file, on), on))


def severities(rule: Rule, file: CaseFile, today: date | str = TODAY) -> list[str]:
    """How urgent each thing is that `rule` says."""
    return [alert.severity for alert in said(rule, file, today)]
