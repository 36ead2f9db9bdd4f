"""Opens the profile, carries out one verb, and turns faults into sentences and exit statuses."""

from __future__ import annotations

import argparse
import getpass
import importlib
import os
import sys

from mentorapp import app
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session

PASSPHRASE_VARIABLE = "MENTORAPP_PASSPHRASE"

MODULES = {"import": "import_list", "list": "list_learners", "put-off": "alerts_put_off"}
"""Verbs whose module has another name, because the verb is no name in the language."""


def run(arguments: argparse.Namespace) -> int:
    """Exit status: 0 done, 1 refused with one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        # a Danish name must not stop a script whose console speaks another code page
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    verb = importlib.import_module(f"mentorapp.cli.{MODULES.get(arguments.verb, arguments.verb)}")
    try:
        if hasattr(verb, "before"):
            verb.before(arguments)
        if hasattr(verb, "run_alone"):
            # a verb that must work where the store cannot be opened
            return int(verb.run_alone(arguments))
        session = open_session(arguments)
        try:
            return int(verb.run(session, arguments) or 0)
        finally:
            session.close()
    except UserError as refused:
        print(refused, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # the reader of our output (`head`) has seen enough
        sys.stderr.close()
        return 0


def open_session(arguments: argparse.Namespace) -> Session:
    """The profile's session; the first verb on an empty profile makes it, as a coordinator's."""
    options = app.Options(arguments.profile, arguments.today)
    profile = Profile(options.profile)
    try:
        passphrase = ask_passphrase(profile.is_new)
    except BaseException:
        profile.release()
        raise
    return app.session(options, passphrase, profile)


def ask_passphrase(is_new: bool) -> str:
    """From the environment or a prompt; a new one is asked for twice."""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError(
            _("Adgangssætningen mangler. Intet er ændret. Sæt {variable}, eller kør kommandoen i et vindue.").format(
                variable=PASSPHRASE_VARIABLE
            )
        )
    first = getpass.getpass(_("Vælg en adgangssætning: ") if is_new else _("Adgangssætning: "))
    if is_new and getpass.getpass(_("Skriv den igen: ")) != first:
        raise UserError(_("De to adgangssætninger er ikke ens. Intet er oprettet. Prøv igen."))
    return first
