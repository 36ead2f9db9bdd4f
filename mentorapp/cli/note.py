"""`note LEARNER TEXT`: write a note."""

from __future__ import annotations

import argparse

from mentorapp.cli import learners, output
from mentorapp.i18n import _
from mentorapp.store import notes
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    note = notes.add(
        session.store,
        case.learner.learner,
        arguments.text,
        session.today,
        kind=arguments.kind,
        visibility=arguments.visibility,
    )
    if arguments.json:
        output.print_json({"learner": case.learner.name, "id": note.id, "written_on": note.written_on.isoformat()})
    else:
        print(_("Noten om {name} er gemt.").format(name=case.learner.name))
