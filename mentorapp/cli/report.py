"""`report KIND LEARNER --out FILE`: write a report; month sheets are in `month_sheets.py`."""

from __future__ import annotations

import argparse
from pathlib import Path

from mentorapp.cli import learners, month_sheets, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.note import leaves
from mentorapp.i18n import _
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session


def before(arguments: argparse.Namespace) -> None:
    """Refuse another kind of file before anything is opened."""
    if arguments.report == "sheet":
        month_sheets.check(arguments.out)


def run(session: Session, arguments: argparse.Namespace) -> None:
    if arguments.report == "sheet":
        month_sheets.run(session, arguments)
        return
    case = learners.find(session, arguments.learner)
    if arguments.report == "month":
        _month(session, case, arguments)
    else:
        _progress(session, case, arguments.out)
    if arguments.json:
        output.print_json({"file": str(arguments.out)})
    else:
        print(_("Rapporten om {name} er gemt som {file}.").format(name=case.learner.name, file=arguments.out))


def _progress(session: Session, case: CaseFile, out: Path) -> None:
    """The progress report with every note the team may read; confidential ones are only printed from the window."""
    from mentorapp.reports import progress

    today = session.today
    notes = [note for note in leaves(case.notes) if note.visibility == "team"]
    coordinator = session.store.local("name") or ""
    story = progress.build(case, ledgers.build(case, today), today, notes, coordinator=coordinator)
    progress.write(story, out, progress.document_title(case, today), progress.foot(today))


def _month(session: Session, case: CaseFile, arguments: argparse.Namespace) -> None:
    """The monthly statement; of the month of today where none is named."""
    from mentorapp.reports import month_statement

    today = session.today
    of = arguments.month or today
    # On a mentor's machine the name is the mentor's.
    coordinator = (session.store.local("name") or "") if session.store.role == COORDINATOR else ""
    story = month_statement.build(case, ledgers.build(case, today), of, coordinator=coordinator)
    title = month_statement.document_title(case, of)
    month_statement.write(story, arguments.out, title, month_statement.foot(today))
