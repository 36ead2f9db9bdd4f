"""Which documents' contents go to a partner, and what comes of those it sends: each once, until it says it has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mentorapp.store.database import Store
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.exchange.scope import Condition, scope
from mentorapp.store.roles import COORDINATOR

Paper = tuple[bytes, bytes, bytes]
"""Learner, SHA-256, content."""

MOST_NAMED = 5_000
"""Documents that are named as held in each file; the newest."""


def held(store: Store, partner: Partner, today: date) -> list[bytes]:
    """The hashes of documents we hold and the partner may know of, newest first; a mentor's come from coordinators."""
    wanted = scope(store, partner, today) if store.role == COORDINATOR else Condition("true")
    return [sha256 for _learner, sha256 in _held(store, wanted)][:MOST_NAMED]


def missing_there(store: Store, partner: Partner, today: date) -> Iterator[Paper]:
    """The contents the partner may have and has not said it holds, one after the other."""
    connection = store.reader()
    known = {bytes(row[0]) for row in connection.execute("SELECT sha256 FROM has WHERE partner = ?", (partner.id,))}
    for learner, sha256 in _held(store, scope(store, partner, today)):
        if sha256 in known:
            continue
        found = connection.execute(
            "SELECT content FROM blob WHERE learner = ? AND sha256 = ?", (learner, sha256)
        ).fetchone()
        yield learner, sha256, bytes(found[0])


def note_held_there(connection: Any, partner: bytes, hashes: Iterable[bytes]) -> None:
    """Remember what the partner says it holds; the caller holds the transaction."""
    connection.execute("DELETE FROM has WHERE partner = ?", (partner,))
    connection.executemany("INSERT OR IGNORE INTO has VALUES (?, ?)", [(partner, sha256) for sha256 in hashes])


def take_in(connection: Any, papers: Iterable[Paper]) -> frozenset[bytes]:
    """Keep contents that arrived, but of learners who are not to come back; the learners something new came of."""
    return frozenset(
        learner
        for learner, sha256, content in papers
        if connection.execute(
            "INSERT OR IGNORE INTO blob SELECT ?, ?, ? WHERE ? NOT IN (SELECT learner FROM temp.unwanted)",
            (learner, sha256, content, learner),
        ).rowcount
    )


def _held(store: Store, wanted: Condition) -> list[tuple[bytes, bytes]]:
    """Learner and hash of every whole document within `wanted` whose content is here."""
    found = store.reader().execute(
        "SELECT DISTINCT b.learner, b.sha256 FROM document d CROSS JOIN cell c ON c.learner = d.learner "
        "AND c.tbl = 'document' AND c.row = d.id AND c.fld = 'sha256' "
        "CROSS JOIN blob b ON b.learner = d.learner AND lower(hex(b.sha256)) = d.sha256 "
        f"WHERE d.whole AND ({wanted.sql}) ORDER BY d.added_on DESC, b.sha256",
        wanted.values,
    )
    return [(bytes(learner), bytes(sha256)) for learner, sha256 in found]
