"""`invite NAME --out FILE`: an invitation, and the six words that open it."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.cli.learners import find
from mentorapp.i18n import _
from mentorapp.store.session import Session
from mentorapp.sync import inviting


def run(session: Session, arguments: argparse.Namespace) -> None:
    learners = [find(session, name).learner.learner for name in arguments.learner]
    invited = inviting.invite(session, arguments.name, arguments.role, learners, arguments.out, basis=arguments.basis)
    if arguments.json:
        output.print_json({"words": invited.words, "file": str(arguments.out)})
        return
    print(_("Invitationen til {name} er gemt. Den åbnes med disse seks ord:").format(name=invited.partner.name))
    print(f"\n    {invited.words}\n")
    print(_("Sig ordene i telefonen; send dem ikke sammen med filen."))
