"""Ready sentences of this profile's own for notes; they belong to the machine and never travel."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mentorapp.store.database import Store

KEY = "snippets"


def load(store: Store) -> tuple[str, ...]:
    """The profile's own sentences, in the order they were given."""
    return tuple(json.loads(store.local(KEY) or "[]"))


def save(store: Store, sentences: Iterable[str]) -> None:
    """Keep these sentences; empty ones and doubles are left out."""
    kept = dict.fromkeys(filter(None, (sentence.strip() for sentence in sentences)))
    store.set_local(KEY, json.dumps(list(kept), ensure_ascii=False))
