"""Two texts of one note, written apart on two machines: put together into one, or kept as two notes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from mentorapp.domain.change import Change, creation, removal
from mentorapp.domain.note import Note, versions
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.database import Store


def merge(store: Store, kept: Note, other: Note, text: str, notes: Iterable[Note]) -> Note:
    """Record `text` as the version after `kept`, and take `other` away; one action, so that one undo brings both back.

    A version replaces one other, so the second text cannot be replaced: it goes as a deleted note does, into history.
    """
    if not text.strip():
        raise Refused(_("Noten er tom. Skriv et par ord, før den gemmes."))
    notes = tuple(notes)
    merged = replace(
        kept,
        id=_another(kept),
        text=text.strip(),
        written_by=store.local("name"),
        written_at=store.now(),
        replaces=kept.id,
    )
    store.record([*creation(merged), *_away(kept, other, notes)], _("Saml to udgaver af et notat"), "note")
    return merged


def keep_both(store: Store, kept: Note, other: Note, notes: Iterable[Note]) -> Note:
    """Let `other` be a note of its own, by the same author and of the same moment; `kept` stays as it is."""
    notes = tuple(notes)
    apart = replace(other, id=_another(other), replaces=None)
    store.record([*creation(apart), *_away(kept, other, notes)], _("Behold begge udgaver af et notat"), "note")
    return apart


def _away(kept: Note, other: Note, notes: tuple[Note, ...]) -> list[Change]:
    """Take `other` away with the versions before it that `kept` does not come from: else those would be shown anew."""
    shared = {version.id for version in versions(kept, notes)}
    return [change for version in versions(other, notes) if version.id not in shared for change in removal(version)]


def _another(note: Note) -> str:
    """A new id that begins as the note's: notes are sent by site."""
    return f"{note.id.rpartition('/')[0] or 'all'}/{secrets.token_hex(8)}"
