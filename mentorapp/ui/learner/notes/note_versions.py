"""Making versions: what stands in the editor becomes a row of its own, and older ones go where they must."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorapp.domain.change import removal
from mentorapp.domain.note import Note, versions
from mentorapp.i18n import _
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
    made = stored.add(store, learner, draft.text, today, kind=draft.kind, visibility=draft.visibility, replaces=before)
    if before is not None and before.visibility != made.visibility:
        # who may no longer read a note may not read what it said before, either
        older = [version for version in versions(before, notes) if version.id != before.id]
        store.record([change for version in older for change in removal(version)], _("Note"), "note")
    return made
