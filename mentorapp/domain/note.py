"""Notes: every version is its own row; a version that nothing replaces is a leaf and is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

NOTE_KINDS = {"week": "Ugenotat", "talk": "Samtale", "agreement": "Aftale", "other": "Andet"}
VISIBILITIES = {"team": "Teamet kan læse", "confidential": "Fortroligt"}


@dataclass(frozen=True, slots=True)
class Note:
    """One version of a note. Team and confidential notes live in tables of their own."""

    TABLE: ClassVar = "note"
    learner: bytes
    id: str
    text: str
    kind: str
    written_on: date
    written_by: str | None = None
    written_at: int | None = None
    """Milliseconds since 1970; orders the versions of one day."""
    replaces: str | None = None
    """Id of the version this one replaces."""
    about: str | None = None
    """What the note is the longer text of, as `table/row`: the minutes of a meeting (`meeting/<id>`)."""
    visibility: str = "team"
    """Follows from the table; not a field of its own."""


def leaves(notes: Iterable[Note]) -> list[Note]:
    """The versions nothing replaces, newest first; two leaves of one note are both shown."""
    notes = list(notes)
    replaced = {note.replaces for note in notes if note.replaces}
    current = [note for note in notes if note.id not in replaced]
    return sorted(current, key=_newest_first, reverse=True)


def versions(note: Note, notes: Iterable[Note]) -> list[Note]:
    """`note` and every version before it, newest first."""
    by_id = {other.id: other for other in notes}
    chain = [note]
    while (before := by_id.get(chain[-1].replaces or "")) is not None and before not in chain:
        chain.append(before)
    return chain


def _newest_first(note: Note) -> tuple[date, int, str]:
    return note.written_on, note.written_at or 0, note.id
