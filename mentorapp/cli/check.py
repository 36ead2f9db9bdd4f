"""`check`: examine the data; status 1 where something cannot be mended."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from mentorapp.cli import output
from mentorapp.store import check
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> int:
    findings = check.check(session.store, lambda: session.backups.take(session.store, "rebuild"))
    if arguments.json:
        output.print_json([asdict(finding) for finding in findings])
    else:
        output.print_rows([("ok" if finding.ok else "FEJL", finding.subject, finding.text) for finding in findings])
    return 0 if all(finding.ok for finding in findings) else 1
