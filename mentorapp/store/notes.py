"""Writing notes: every version is a row of its own, so that no written word is ever replaced."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date

from mentorapp.domain.change import creation, removal
from mentorapp.domain.note import NOTE_KINDS, VISIBILITIES, Note, versions
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.database import Store


def add(
    store: Store,
    learner: bytes,
    text: str,
    today: date,
    *,
    kind: str = "week",
    visibility: str = "team",
    replaces: Note | None = None,
    before: Iterable[Note] = (),
    about: str | None = None,
) -> Note:
    """Record `text` as a new note, or as the next version of `replaces`; refuses an empty text.

    Changing who may read a note begins a new one in the other table and takes the old one away with all its versions,
    which are found in `before`: who may no longer read the note may not read what it said before, either.
    `about` says what a new note is the longer text of (`table/row`); a later version stays about the same.
    """
    if not text.strip():
        raise Refused(_("Noten er tom. Skriv et par ord, før den gemmes."))
    if kind not in NOTE_KINDS or visibility not in VISIBILITIES:
        raise ValueError((kind, visibility))
    moved = replaces is not None and replaces.visibility != visibility
    note = Note(
        learner=learner,
        id=f"{site_of(store, learner)}/{secrets.token_hex(8)}",
        text=text.strip(),
        kind=kind,
        written_on=replaces.written_on if replaces else today,
        written_by=store.local("name"),
        written_at=store.now(),
        replaces=replaces.id if replaces and not moved else None,
        about=replaces.about if replaces else about,
        visibility=visibility,
    )
    changes = creation(note)
    if replaces and moved:
        changes += [change for version in versions(replaces, before) for change in removal(version)]
    store.record(changes, _("Note"), "note")
    return note


def site_of(store: Store, learner: bytes) -> str:
    """The site a note of today belongs to, the beginning of its row id (notes are sent by site); else `all`."""
    row = (
        store.reader()
        .execute(
            "SELECT site FROM placement WHERE whole AND learner = ? AND site IS NOT NULL "
            "ORDER BY first_day DESC LIMIT 1",
            (learner,),
        )
        .fetchone()
    )
    return row[0] if row else "all"
