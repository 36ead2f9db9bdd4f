"""The learners' names: all that the first paint of a list needs, read without a noun being imported."""

from __future__ import annotations

from mentorapp.store.database import Store


def names(store: Store) -> list[tuple[bytes, str]]:
    """Id and name of every learner, by name."""
    found = store.reader().execute("SELECT learner, name FROM learner WHERE whole").fetchall()
    return sorted(((bytes(learner), name) for learner, name in found), key=lambda pair: pair[1].casefold())
