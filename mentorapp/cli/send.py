"""`send PARTNER [--out FILE]`: everything the partner may be told, as a file, a letter, or into the post box."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.cli.partners import find
from mentorapp.i18n import _
from mentorapp.store.exchange import traffic
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity, mail, paper_files, post_box
from mentorapp.sync.exchange import Sent


def run(session: Session, arguments: argparse.Namespace) -> None:
    partner = find(session, arguments.partner)
    unsent = traffic.standing(session.store, partner, session.today).unsent
    sent, *documents = _send(session, partner, arguments)
    if arguments.json:
        told = {"partner": partner.name, "file": str(sent.path), "bytes": sent.size, "fields": unsent}
        output.print_json({**told, "documents": [str(one.path) for one in documents]})
        return
    said = _("{file} er lavet til {name}. Nye felter siden sidst: {n}.")
    print(said.format(file=sent.path, name=partner.name, n=unsent))
    for one in documents:
        print(_("Dokumenter: {file}").format(file=one.path))


def _send(session: Session, partner: Partner, arguments: argparse.Namespace) -> list[Sent]:
    if arguments.out is None:
        return post_box.post(session, partner)
    if arguments.out.suffix.lower() == ".pdf":
        from mentorapp.reports import covering_letter

        sender = identity.own_name(session.store)
        return mail.send_letters(
            session,
            partner,
            arguments.out,
            lambda sent: covering_letter.pdf(sender, partner.name, session.today, sent.learners),
        )
    sent = exchange.send(session, partner, arguments.out)
    return [sent, *paper_files.write(session, partner, arguments.out)]
