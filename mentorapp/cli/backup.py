"""`backup [--out FILE]`: a backup now, examined right after it is written."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from mentorapp.cli import output
from mentorapp.i18n import _, number
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    made = session.backups.take(session.store, "hand", arguments.out)
    if arguments.json:
        output.print_json({"file": str(made.path), **asdict(made.manifest)})
        return
    size = number(made.manifest.size / 1_000_000)
    print(_("Sikkerhedskopien er gemt og efterset: {file} ({size} MB).").format(file=made.path, size=size))
