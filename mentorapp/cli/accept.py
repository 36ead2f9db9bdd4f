"""`accept FILE --words … --out REPLY`: join who invites; a new profile becomes a mentor's by this."""

from __future__ import annotations

import argparse

from mentorapp.cli import output
from mentorapp.i18n import _
from mentorapp.store.session import Session
from mentorapp.sync import inviting


def run(session: Session, arguments: argparse.Namespace) -> None:
    if arguments.name:
        session.store.set_local("name", arguments.name)
    inviter = inviting.accept(session, arguments.file, arguments.words, arguments.out)
    if arguments.json:
        output.print_json({"partner": inviter.name, "role": session.store.role, "file": str(arguments.out)})
        return
    print(_("Du udveksler nu med {name}. Send svaret {file} tilbage.").format(name=inviter.name, file=arguments.out))
