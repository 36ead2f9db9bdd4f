"""What went to each partner and what came: which files, what has been read there, and what has not left yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorapp.store.database import Store
from mentorapp.store.exchange.incoming import ASKED, ERASED, FORGOTTEN, Followed, Receipt
from mentorapp.store.exchange.partners import OURSELVES, Partner
from mentorapp.store.exchange.scope import scope
from mentorapp.store.roles import COORDINATOR

MOST_NAMED = 500
"""Files of a partner that are named as merged in each file to it; older ones are covered by newer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where exchange with one partner stands; moments in ms since 1970, None where there was none."""

    unsent: int
    """Fields changed here since the last file to the partner was made, within what it may be told."""
    sent_at: int | None
    unread: int
    """Fields in files the partner is not known to have read."""
    read_at: int | None
    """When we last learned that a file of ours was read."""
    received_at: int | None


def standing(store: Store, partner: Partner, today: date) -> Standing:
    """What is unsent, sent and read; counted by actions, never by stamps, so that no clock can hide a word."""
    connection = store.reader()
    sent_at, sent_action, read_at, read_action = connection.execute(
        "SELECT max(at), ifnull(max(action), 0), max(read_at), "
        "ifnull(max(CASE WHEN read_at IS NOT NULL THEN action END), 0) FROM sent WHERE partner = ?",
        (partner.id,),
    ).fetchone()
    received_at = connection.execute("SELECT max(at) FROM received WHERE partner = ?", (partner.id,)).fetchone()[0]
    unsent = _changed_since(store, connection, partner, today, sent_action)
    unread = _changed_since(store, connection, partner, today, read_action) - unsent
    return Standing(unsent, sent_at, max(unread, 0), read_at, received_at)


def _changed_since(store: Store, connection: Any, partner: Partner, today: date, action: int) -> int:
    """Fields written since `action`, new rows by their fields; what came from the partner itself is no news to it."""
    wanted = scope(store, partner, today)
    return int(
        connection.execute(
            "SELECT count(*) FROM (SELECT DISTINCT h.learner, h.tbl, h.row, h.fld FROM history h "
            "JOIN action a ON a.id = h.action WHERE h.action > ? AND h.why <> 'lost' AND (a.file_id IS NULL OR "
            "a.file_id NOT IN (SELECT file_id FROM received WHERE partner = ?))) h "
            "CROSS JOIN cell c ON c.learner = h.learner AND c.tbl = h.tbl AND c.row = h.row "
            f"AND (h.fld = '' OR c.fld = h.fld) WHERE {wanted.sql}",
            (action, partner.id, *wanted.values),
        ).fetchone()[0]
    )


def last_action(store: Store) -> int:
    """The newest action; what a file written now holds."""
    return int(store.reader().execute("SELECT ifnull(max(id), 0) FROM action").fetchone()[0])


def note_sent(store: Store, partner: Partner, file_id: bytes, action: int) -> None:
    """Remember that a file with everything up to `action` was made for `partner`."""
    with store.writing() as connection:
        connection.execute("INSERT INTO sent VALUES (?, ?, ?, ?, NULL)", (file_id, partner.id, store.now(), action))


def merged_from(store: Store, partner: Partner) -> list[bytes]:
    """The partner's files that were merged here, newest first."""
    found = store.reader().execute(
        "SELECT file_id FROM received WHERE partner = ? ORDER BY at DESC, created DESC LIMIT ?",
        (partner.id, MOST_NAMED),
    )
    return [bytes(file_id) for (file_id,) in found]


def is_known(store: Store, file_id: bytes) -> bool:
    """Whether the file was merged before."""
    return store.reader().execute("SELECT 1 FROM received WHERE file_id = ?", (file_id,)).fetchone() is not None


def following_of(store: Store, partner: Partner) -> list[Followed]:
    """Whom a mentor follows and has followed, as its next file tells it; who was let go of is told no more."""
    if store.role != COORDINATOR or partner.role == COORDINATOR:
        return []
    found = store.reader().execute(
        "SELECT learner, first_day, last_day, remove_on FROM access a WHERE whole AND id = ? AND NOT (last_day IS NOT "
        "NULL AND EXISTS (SELECT 1 FROM receipt r WHERE r.learner = a.learner AND r.partner = ? AND r.kind = ?)) "
        "ORDER BY learner",
        (partner.person, partner.id, FORGOTTEN),
    )
    return [Followed(bytes(learner), *days) for learner, *days in found]


def erased_for(store: Store, partner: Partner) -> list[tuple[bytes, int, int]]:
    """The erasures the partner must hear of: all for a coordinator, those of its own learners for a mentor."""
    if store.role != COORDINATOR:
        return []
    query = "SELECT e.learner, e.ts, e.author FROM erased e"
    if partner.role != COORDINATOR:
        query += " WHERE EXISTS (SELECT 1 FROM receipt r WHERE r.learner = e.learner AND r.partner = :id)"
    found = store.reader().execute(f"{query} ORDER BY e.learner", {"id": partner.id})
    return [(bytes(learner), ts, author) for learner, ts, author in found]


def own_receipts(store: Store) -> list[Receipt]:
    """What this machine has let go of or erased, told in every file."""
    found = store.reader().execute("SELECT kind, learner, at FROM receipt WHERE partner = ?", (OURSELVES,))
    return [Receipt(kind, bytes(learner), at) for kind, learner, at in found]


def receipts_awaited(store: Store) -> list[tuple[bytes, bytes]]:
    """Learner and partner of each erasure that the partner has not yet confirmed."""
    found = store.reader().execute(
        "SELECT a.learner, a.partner FROM receipt a WHERE a.kind = ? AND NOT EXISTS (SELECT 1 FROM receipt e "
        "WHERE e.learner = a.learner AND e.partner = a.partner AND e.kind = ?)",
        (ASKED, ERASED),
    )
    return [(bytes(learner), bytes(partner)) for learner, partner in found]


def came_back_key(partner: bytes) -> str:
    """Where the moment is kept at which the partner gave our last file back."""
    return f"came back from {partner.hex()}"


def asked_back_key(partner: bytes) -> str:
    """Where it is kept whether the partner asks for its own last file."""
    return f"asked back by {partner.hex()}"


def wants_back(store: Store, partner: Partner) -> bool:
    """Whether we were brought back from a backup and this mentor has not yet given our last file back.

    Another coordinator tells everything anyway.
    """
    if store.role != COORDINATOR or partner.role == COORDINATOR:
        return False
    restored, came = store.local("restored_at"), store.local(came_back_key(partner.id))
    return restored is not None and int(came or 0) < int(restored)


def to_give_back(store: Store, partner: Partner) -> bytes:
    """The partner's own last file, where it asks for it; else nothing."""
    if store.local(asked_back_key(partner.id)) != "1":
        return b""
    found = store.reader().execute("SELECT inside FROM last_file WHERE partner = ?", (partner.id,)).fetchone()
    return bytes(found[0]) if found else b""
