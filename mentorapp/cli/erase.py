"""`erase LEARNER`: a learner erased here, in the copies within reach, and with the next files everywhere."""

from __future__ import annotations

import argparse
import sys

from mentorapp.cli import output
from mentorapp.cli.learners import find
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange import erasure, traffic
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    learner = find(session, arguments.learner).learner
    if sys.stdin.isatty():
        asked = _("{name} slettes overalt og kan ikke hentes tilbage. Skriv navnet for at fortsætte: ")
        if input(asked.format(name=learner.name)).strip() != learner.name:
            raise Refused(_("Navnet passer ikke. Intet er slettet."))
    cleaned = erasure.erase(session.store, learner.learner)
    awaited = [partner for who, partner in traffic.receipts_awaited(session.store) if who == learner.learner]
    if arguments.json:
        left = [str(path) for path in cleaned.left]
        output.print_json(
            {"erased": learner.learner.hex(), "copies": cleaned.copies, "left": left, "told": len(awaited)}
        )
        return
    print(
        _(
            "Eleven er slettet her. Kopier, den er fjernet fra: {copies}. "
            "Partnere, der får det at vide med næste fil: {n}."
        ).format(copies=cleaned.copies, n=len(awaited))
    )
    for path in cleaned.left:
        print(_("{path} kunne ikke åbnes og indeholder stadig eleven. Slet den selv.").format(path=path))
