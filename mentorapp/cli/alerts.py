"""`alerts [LEARNER]`: what somebody should do, most urgent first."""

from __future__ import annotations

import argparse
from typing import Any

from mentorapp.alerts import all_alerts
from mentorapp.alerts.alert import Alert
from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import day
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    cases = [learners.find(session, arguments.learner)] if arguments.learner else session.case_files()
    today = session.today
    found = [(case, alert) for case in cases for alert in all_alerts.check(case, ledgers.build(case, today), today)]
    if arguments.json:
        output.print_json([as_json(case, alert) for case, alert in found])
    else:
        output.print_rows([(case.learner.name, alert.id, alert.text, _due(alert)) for case, alert in found])


def as_json(case: CaseFile, alert: Alert) -> dict[str, Any]:
    """One alert; `id` is the rule's number in the domain report."""
    return {
        "learner": case.learner.name,
        "id": alert.id,
        "severity": alert.severity,
        "due": alert.due.isoformat() if alert.due else None,
        "text": alert.text,
        "todo": alert.todo,
        "source": alert.source,
    }


def _due(alert: Alert) -> str:
    return day(alert.due) if alert.due else ""
