"""`list`: every learner with status, finished courses included."""

from __future__ import annotations

import argparse
from typing import Any

from mentorapp.alerts import all_alerts, put_off, status
from mentorapp.cli import output
from mentorapp.cli.output import as_weeks
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import _
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    rows = [line(case, session) for case in session.case_files()]
    if arguments.json:
        output.print_json(rows)
        return
    if not rows:
        print(_("Ingen elever endnu. Læs en liste ind med: import FIL"))
        return
    names = {programme.key: programme.short_name for programme in session.programmes}
    keys = ("learner", "programme", "site", "mentor", "start", "end", "status")
    output.print_rows([[str(names.get(row[key], row[key]) or "–") for key in keys] for row in rows])


def line(case: CaseFile, session: Session) -> dict[str, Any]:
    """One learner's answer in `list --json`; `alerts` are the ids of the rules that speak, those put off left out."""
    ledger = ledgers.build(case, session.today)
    placement = case.placement(session.today)
    site = case.organisation.sites.get(placement.site or "") if placement else None
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    every = all_alerts.every(case, ledger, session.today)
    end = (ledger.end_extended or ledger.end) if ledger else None
    programme = case.programme.key if case.programme else None
    return {
        "learner": case.learner.name,
        "id": case.learner.learner.hex(),
        "programme": programme or (case.enrolment.programme if case.enrolment else None),
        "site": site.name if site else None,
        "mentor": mentor.name if mentor else None,
        "start": ledger.start.isoformat() if ledger else None,
        "end": end.isoformat() if end else None,
        "status": status.status(case, ledger, session.today, every).key,
        "gap_weeks": as_weeks(ledger.gap) if ledger else None,
        "alerts": [alert.id for alert in put_off.split(case, every, session.today)[0]],
    }
