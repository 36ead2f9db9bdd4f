"""Finds the learner a verb is about, by full name or id."""

from __future__ import annotations

from mentorapp.domain.case_file import CaseFile
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.session import Session


def find(session: Session, wanted: str) -> CaseFile:
    """The case file of the learner named or numbered `wanted`; refuses an unknown or ambiguous name."""
    named = " ".join(wanted.split()).casefold()
    found = [learner for learner, name in session.names() if name.casefold() == named or learner.hex() == named]
    if not found:
        raise UserError(_("Ingen elev hedder {name}. Skriv det fulde navn eller id fra listen.").format(name=wanted))
    if len(found) > 1:
        ids = ", ".join(learner.hex() for learner in found)
        raise UserError(_("Flere elever hedder {name}. Brug id: {ids}.").format(name=wanted, ids=ids))
    case = session.case_file(found[0])
    if case is None:
        raise UserError(_("Eleven {name} er slettet.").format(name=wanted))
    return case
