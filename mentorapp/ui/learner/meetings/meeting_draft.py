"""An agenda that is being typed, as it is kept until it is saved."""

from __future__ import annotations

from mentorapp.domain.meeting import Meeting
from mentorapp.store import drafts
from mentorapp.store.database import Store


def key(meeting: Meeting) -> str:
    """Where the draft of a meeting's agenda is kept."""
    return f"agenda/{meeting.learner.hex()}/{meeting.id}"


def load(store: Store, meeting: Meeting) -> str | None:
    """The draft; None where there is none, or where it says what is saved already."""
    kept = drafts.load(store, key(meeting))
    return None if kept is None or kept.strip() == (meeting.agenda or "").strip() else kept


def save(store: Store, meeting: Meeting, text: str) -> None:
    """Keep the draft; an empty one is forgotten."""
    drafts.save(store, key(meeting), text)


def drop(store: Store, meeting: Meeting) -> None:
    """Forget the draft: it has been saved."""
    if drafts.load(store, key(meeting)) is not None:
        drafts.drop(store, key(meeting))
