"""The notes that are a meeting's minutes."""

from __future__ import annotations

from collections.abc import Iterable

from mentorapp.domain.meeting import Meeting, note_about
from mentorapp.domain.note import Note, leaves


def minutes_of(meeting: Meeting, notes: Iterable[Note]) -> list[Note]:
    """The notes that hold and are about `meeting`, newest first."""
    about = note_about(meeting)
    return [note for note in leaves(notes) if note.about == about]
