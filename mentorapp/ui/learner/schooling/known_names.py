"""Titles and providers written before, to complete new ones from."""

from __future__ import annotations

from typing import NamedTuple

from mentorapp.store import rows
from mentorapp.store.database import Store
from mentorapp.store.tables import BY_TABLE


class KnownNames(NamedTuple):
    """Of every learner's schooling."""

    titles: frozenset[str]
    providers: frozenset[str]


def known_names(store: Store) -> KnownNames:
    """Read them now; may run on any thread, for there may be thousands of rows."""
    titles, providers = set(), set()
    for row in rows.read(store.reader(), BY_TABLE["schooling"]):
        titles.add(row.title)
        providers.add(row.provider)
    return KnownNames(frozenset(filter(None, titles)), frozenset(filter(None, providers)))
