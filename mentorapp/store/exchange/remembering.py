"""Keeps what a merged file tells besides its cells: that it was read, what its sender has let go of, whom we follow."""

from __future__ import annotations

from typing import Any

from mentorapp.store.database import Store
from mentorapp.store.exchange import papers, traffic
from mentorapp.store.exchange.incoming import ASKED, FAR_AHEAD, FORGOTTEN, Incoming, receipts
from mentorapp.store.exchange.partners import OURSELVES
from mentorapp.store.roles import COORDINATOR


def remember(connection: Any, store: Store, incoming: Incoming) -> None:
    """The file is read; what it tells of ours is read there; whom we follow is what the newest file says.

    The caller holds the transaction, and what was staged is still there.
    """
    partner, now = incoming.partner.id, store.now()
    if incoming.papers is not None:
        # documents say nothing of how things are, and a file of them is made after the file it goes with
        return
    connection.execute(
        "INSERT OR IGNORE INTO received VALUES (?, ?, ?, ?)", (incoming.file_id, partner, incoming.created, now)
    )
    connection.executemany(
        "UPDATE sent SET read_at = ? WHERE file_id = ? AND partner = ? AND read_at IS NULL",
        [(now, file_id, partner) for file_id in incoming.merged],
    )
    _keep_receipts(connection, incoming, now)
    if incoming.holds is not None:
        papers.note_held_there(connection, partner, incoming.holds)
    if incoming.own is not None:
        _set_local(connection, traffic.came_back_key(partner), str(now))
    if store.role != COORDINATOR:
        _keep_file(connection, incoming)
        _follow(connection, incoming, now)


def _keep_receipts(connection: Any, incoming: Incoming, now: int) -> None:
    """What the newest of the partner's files says is let go of; whom it has been given anew it no longer has let go."""
    partner = incoming.partner.id
    found = receipts(connection, incoming)
    if _is_newest(connection, incoming, now):
        connection.execute("DELETE FROM receipt WHERE partner = ? AND kind = ?", (partner, FORGOTTEN))
    connection.executemany(
        "INSERT OR REPLACE INTO receipt VALUES (?, ?, ?, ?)",
        [(one.learner, one.kind, partner, one.at) for one in found],
    )
    # who still speaks of an erased learner is told, also where it was forgotten that the partner had been given it
    connection.execute(
        "INSERT OR IGNORE INTO receipt SELECT learner, ?, ?, ? FROM temp.unwanted JOIN erased USING (learner) "
        "WHERE told",
        (ASKED, partner, now),
    )


def _is_newest(connection: Any, incoming: Incoming, now: int) -> bool:
    """Whether no later file of the partner has been merged: one that comes late says nothing of how things are.

    A clock that was far ahead, theirs or ours, made no file later than those that came after it.
    """
    later = connection.execute(
        "SELECT 1 FROM received WHERE partner = ? AND created > ? AND created <= at + ? AND at <= ?",
        (incoming.partner.id, incoming.created, FAR_AHEAD, now + FAR_AHEAD),
    )
    return later.fetchone() is None


def _keep_file(connection: Any, incoming: Incoming) -> None:
    """Keep a coordinator's last file; not the poorer one of a coordinator who asks for the one before."""
    _set_local(connection, traffic.asked_back_key(incoming.partner.id), str(int(incoming.wants_back)))
    verb = "INSERT OR IGNORE" if incoming.wants_back else "INSERT OR REPLACE"
    connection.execute(f"{verb} INTO last_file VALUES (?, ?)", (incoming.partner.id, bytes(incoming.inside)))


def _set_local(connection: Any, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (key, value))


def _follow(connection: Any, incoming: Incoming, now: int) -> None:
    """Whom we follow is what the newest of the partner's files says; an older one that comes late says nothing."""
    if not _is_newest(connection, incoming, now):
        return
    connection.execute("DELETE FROM following WHERE partner = ?", (incoming.partner.id,))
    connection.executemany(
        "INSERT OR REPLACE INTO following VALUES (?, ?, ?, ?, ?)",
        [(incoming.partner.id, one.learner, one.first_day, one.last_day, one.remove_on) for one in incoming.following],
    )
    # whoever is followed anew is no longer let go of
    connection.executemany(
        "DELETE FROM receipt WHERE learner = ? AND kind = ? AND partner = ? "
        "AND learner NOT IN (SELECT learner FROM temp.unwanted)",
        [(one.learner, FORGOTTEN, OURSELVES) for one in incoming.following if one.last_day is None],
    )
