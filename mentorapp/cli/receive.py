"""`receive FILE`: merge a partner's file, after a backup; one that was received before is no error."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.cli.learners import find
from mentorapp.cli.preview import as_json, tell
from mentorapp.i18n import _
from mentorapp.store.exchange.choices import Choices
from mentorapp.store.exchange.preview import planned_learners
from mentorapp.store.session import Session
from mentorapp.sync import exchange, mail


def run(session: Session, arguments: argparse.Namespace) -> None:
    arrival = exchange.open_file(session, mail.sealed_in(arguments.file), arguments.anyway)
    told = as_json(arrival)
    if not arguments.json:
        tell(arrival)
    learners = None
    if arguments.learner:
        # a learner who comes with this file is known by the file alone
        coming = {one.name: one.learner for one in planned_learners(arrival.plan)}
        learners = [
            coming[name] if name in coming else find(session, name).learner.learner for name in arguments.learner
        ]
    merged = exchange.receive(session, arrival, Choices(learners=learners, removals=arguments.removals))
    if arguments.json:
        output.print_json({**told, "merged": merged.action is not None, "held": merged.held})
    elif merged.action is not None or arrival.is_news:
        print(_("Filen fra {name} er læst ind. Den kan fortrydes.").format(name=arrival.partner.name))
