"""`report KIND LEARNER --out FILE.pdf`: write a report."""

from __future__ import annotations

import argparse

from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.note import leaves
from mentorapp.i18n import _
from mentorapp.reports import progress
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    """The progress report with every note the team may read; confidential ones are only printed from the window."""
    case, today = learners.find(session, arguments.learner), session.today
    notes = [note for note in leaves(case.notes) if note.visibility == "team"]
    coordinator = session.store.local("name") or ""
    story = progress.build(case, ledgers.build(case, today), today, notes, coordinator=coordinator)
    progress.write(story, arguments.out, progress.document_title(case, today), progress.foot(today))
    if arguments.json:
        output.print_json({"file": str(arguments.out)})
    else:
        print(_("Rapporten om {name} er gemt som {file}.").format(name=case.learner.name, file=arguments.out))
