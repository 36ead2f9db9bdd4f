"""`send PARTNER [--out FILE]`: everything the partner may be told, as a file, a letter, or into the post box."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.cli.partners import find
from mentorapp.i18n import _
from mentorapp.store.exchange import traffic
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity, mail, post_box
from mentorapp.sync.exchange import Sent


def run(session: Session, arguments: argparse.Namespace) -> None:
    partner = find(session, arguments.partner)
    unsent = traffic.standing(session.store, partner, session.today).unsent
    sent = _send(session, partner, arguments)
    if arguments.json:
        output.print_json({"partner": partner.name, "file": str(sent.path), "bytes": sent.size, "fields": unsent})
        return
    print(
        _("{file} er lavet til {name}. Nye felter siden sidst: {n}.").format(
            file=sent.path, name=partner.name, n=unsent
        )
    )


def _send(session: Session, partner: Partner, arguments: argparse.Namespace) -> Sent:
    if arguments.out is None:
        return post_box.post(session, partner)
    if arguments.out.suffix.lower() == ".pdf":
        from mentorapp.reports import covering_letter

        sender = identity.own_name(session.store)
        return mail.send_letter(
            session,
            partner,
            arguments.out,
            lambda sent: covering_letter.pdf(sender, partner.name, session.today, sent.learners),
        )
    return exchange.send(session, partner, arguments.out)
