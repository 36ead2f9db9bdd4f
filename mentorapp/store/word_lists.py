"""Words a note reminds of: the shipped list, and this profile's own, which never travel."""

from __future__ import annotations

import tomllib
from functools import cache

from mentorapp.domain.note_warnings import WordLists
from mentorapp.paths import RESOURCES
from mentorapp.store.database import Store

OWN = "words_to_avoid"
"""Key of the profile's own words, one a line."""


def load(store: Store) -> WordLists:
    """The shipped words and the profile's own."""
    shipped = _shipped()
    own = tuple(filter(None, (line.strip() for line in (store.local(OWN) or "").splitlines())))
    return WordLists(tuple(shipped["diagnoses"]), tuple(shipped["harmless"]), own)


def save_own(store: Store, words: str) -> None:
    """Keep the profile's own words, one a line."""
    store.set_local(OWN, words.strip())


@cache
def _shipped() -> dict[str, list[str]]:
    with (RESOURCES / "word_lists" / "noter.toml").open("rb") as file:
        return tomllib.load(file)
