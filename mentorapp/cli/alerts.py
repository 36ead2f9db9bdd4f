"""`alerts [LEARNER]`: what somebody should do, most urgent first; `--put-off` for what was put off, and why."""

from __future__ import annotations

import argparse
from typing import Any

from mentorapp.alerts import all_alerts, put_off
from mentorapp.alerts.alert import Alert
from mentorapp.alerts.put_off import PutOff
from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import _, day
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    cases = [learners.find(session, arguments.learner)] if arguments.learner else session.case_files()
    if arguments.put_off:
        _show_put_off(session, cases, arguments.json)
        return
    today = session.today
    found = [(case, alert) for case in cases for alert in all_alerts.check(case, ledgers.build(case, today), today)]
    if arguments.json:
        output.print_json([as_json(case, alert) for case, alert in found])
    else:
        output.print_rows([(case.learner.name, alert.id, alert.text, _due(alert)) for case, alert in found])


def as_json(case: CaseFile, alert: Alert) -> dict[str, Any]:
    """One alert; `id` is the rule's number in the domain report, `subject` the row it is about (null: the course)."""
    return {
        "learner": case.learner.name,
        "id": alert.id,
        "severity": alert.severity,
        "due": alert.due.isoformat() if alert.due else None,
        "text": alert.text,
        "todo": alert.todo,
        "source": alert.source,
        "subject": alert.subject or None,
    }


def _show_put_off(session: Session, cases: list[CaseFile], json: bool) -> None:
    today = session.today
    found: list[tuple[CaseFile, PutOff]] = []
    for case in cases:
        every = all_alerts.every(case, ledgers.build(case, today), today)
        found += [(case, hidden) for hidden in put_off.split(case, every, today)[1]]
    if json:
        output.print_json([as_json(case, hidden.alert) | _mark(hidden) for case, hidden in found])
        return
    output.print_rows(
        [
            (case.learner.name, hidden.alert.id, hidden.alert.text, day(hidden.mark.until), hidden.mark.reason)
            for case, hidden in found
        ]
    )
    if not found:
        print(_("Ingen påmindelser er udsat."))


def _mark(hidden: PutOff) -> dict[str, Any]:
    mark = hidden.mark
    return {"until": mark.until.isoformat(), "reason": mark.reason, "put_off_by": mark.marked_by}


def _due(alert: Alert) -> str:
    return day(alert.due) if alert.due else ""
