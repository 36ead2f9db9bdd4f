"""A note that is being written, as it is kept until it is a note: words, kind, who may read it, what it corrects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from mentorapp.domain.note import NOTE_KINDS, VISIBILITIES, Note, leaves
from mentorapp.i18n import _
from mentorapp.store import drafts
from mentorapp.store.database import Store
from mentorapp.ui.learner.notes.moments import moment


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """`at` is milliseconds since 1970, 0 where it has not been kept yet."""

    text: str = ""
    kind: str = "week"
    visibility: str = "team"
    replaces: str | None = None
    at: int = 0
    about: str | None = None
    """What the note is the longer text of, as `Note.about`."""


def key(learner: bytes) -> str:
    """Where a learner's draft is kept: one at a time."""
    return f"note/{learner.hex()}"


def load(store: Store, learner: bytes) -> NoteDraft | None:
    """The draft about a learner. What cannot be read as one is taken as the words themselves."""
    kept = drafts.load(store, key(learner))
    if kept is None:
        return None
    try:
        draft = NoteDraft(**json.loads(kept))
    except (TypeError, ValueError):
        return NoteDraft(kept)
    return draft if draft.kind in NOTE_KINDS and draft.visibility in VISIBILITIES else NoteDraft(draft.text)


def unfinished(store: Store, learner: bytes, notes: Iterable[Note]) -> NoteDraft | None:
    """The draft about a learner, unless one of `notes` says the same: then only the draft was not forgotten in time."""
    draft = load(store, learner)
    if draft is None or any(draft.text.strip() == note.text for note in leaves(notes)):
        return None
    return draft


def waiting(store: Store, learner: bytes, notes: Iterable[Note]) -> str:
    """A sentence that says that a draft about a learner waits; empty where none does."""
    draft = unfinished(store, learner, notes)
    return _("Der ligger en kladde under Noter fra {moment}.").format(moment=moment(draft.at)) if draft else ""


def save(store: Store, learner: bytes, draft: NoteDraft) -> NoteDraft:
    """Keep a draft; one without words is forgotten."""
    kept = replace(draft, at=store.now())
    if draft.text.strip():
        drafts.save(store, key(learner), json.dumps(asdict(kept), ensure_ascii=False))
    else:
        drop(store, learner)
    return kept


def drop(store: Store, learner: bytes) -> None:
    """Forget the draft: it has become a note, or was not wanted."""
    if drafts.load(store, key(learner)) is not None:
        drafts.drop(store, key(learner))
