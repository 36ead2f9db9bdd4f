"""`undo`: take back the last action."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.i18n import _
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    action = session.store.undo()
    if arguments.json:
        output.print_json({"undone": action.label if action else None})
    elif action:
        print(_("Fortrudt: {what}").format(what=action.label))
    else:
        print(_("Der er ikke mere at fortryde."))
