"""Making versions: what stands in the editor becomes a row of its own, and older ones go where they must."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorapp.domain.note import Note
from mentorapp.store import notes as stored
from mentorapp.store.database import Store
from mentorapp.ui.learner.notes.note_draft import NoteDraft


def holds(note: Note | None, draft: NoteDraft) -> bool:
    """Whether a version says all that stands in the editor."""
    written = (draft.text.strip(), draft.kind, draft.visibility)
    return note is not None and written == (note.text, note.kind, note.visibility)


def make_version(
    store: Store, learner: bytes, draft: NoteDraft, before: Note | None, notes: Iterable[Note], today: date
) -> Note:
    """Record what stands in the editor as a new note, or as the version after `before`; `notes` are all there are."""
    return stored.add(
        store,
        learner,
        draft.text,
        today,
        kind=draft.kind,
        visibility=draft.visibility,
        replaces=before,
        before=notes,
        about=draft.about,
    )
