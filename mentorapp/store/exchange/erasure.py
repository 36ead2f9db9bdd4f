"""Taking a learner out of this machine: after a hand-over (`forget`), or everywhere and for good (`erase`).

Neither is a deletion of fields: the cells, their history and everything made of them are gone from the file's pages.
An erasure travels as the learner's id and absorbs whatever still arrives; a forgotten learner may come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import sqlcipher3

from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store import erased_list, note_index, record
from mentorapp.store.database import Changed, Store
from mentorapp.store.exchange.incoming import ASKED, ERASED, FORGOTTEN
from mentorapp.store.exchange.partners import OURSELVES
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.tables import BY_TABLE, NOUNS

if TYPE_CHECKING:
    from mentorapp.store.exchange.copies import Cleaned

_OWNED = ("cell", "history", "conflict", "held", "blob")


def erase(store: Store, learner: bytes) -> Cleaned:
    """Erase `learner` here, in the copies within reach and, with the next files, everywhere. Coordinators only.

    It cannot be undone. Returns what became of the copies: some may be out of reach.
    """
    if store.role != COORDINATOR:
        raise Refused(_("Kun gennemførselsvejlederen kan slette en elev overalt. Intet er ændret."))
    with store.writing() as connection:
        now = store.now()
        _ask_partners(connection, learner, now)
        purge(connection, [learner])
        record.begin(connection, now, store.author, "erase", _("Elev slettet overalt"))
        connection.execute("INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", (learner, now, store.author))
    return _finish(store, [learner])


def erase_again(store: Store, learners: Iterable[bytes]) -> None:
    """Erase learners whom a backup brought back; who erased them is no longer known."""
    erased = [(learner, store.now(), store.author) for learner in learners]
    with store.writing() as connection:
        absorb(connection, store, erased)
    absorbed(store, [learner for learner, _ts, _author in erased])


def forget(store: Store, learner: bytes) -> None:
    """Let go of this machine's copy of a learner who was handed over; the receipt goes with the next file."""
    with store.writing() as connection:
        purge(connection, [learner])
        done = record.begin(connection, store.now(), store.author, "forget", _("Elev overdraget og fjernet herfra"))
        # by its stamp the receipt is known from files of before
        connection.execute(
            "INSERT OR REPLACE INTO receipt VALUES (?, ?, ?, ?)", (learner, FORGOTTEN, OURSELVES, done.ts)
        )
    let_go_of_pages(store)
    store.announce(Changed(frozenset(BY_TABLE), frozenset({learner})))


def purge(connection: Any, learners: Iterable[bytes]) -> None:
    """Take every trace of `learners` out of the tables; the caller holds the transaction.

    What is deleted is overwritten (`secure_delete`), and the index of words overwrites its own.
    """
    for learner in learners:
        connection.execute(
            "UPDATE action SET label = ? WHERE id IN (SELECT action FROM history WHERE learner = ?) "
            # an import of many keeps its name
            "AND NOT EXISTS (SELECT 1 FROM history o WHERE o.action = action.id AND o.learner <> ?)",
            (_("Slettet elev"), learner, learner),
        )
        note_index.forget(connection, learner)
        for table in (*_OWNED, *(noun.table for noun in NOUNS if not noun.shared)):
            connection.execute(f"DELETE FROM {table} WHERE learner = ?", (learner,))
        connection.execute("DELETE FROM draft WHERE instr(key, ?)", (learner.hex(),))
        # partners' last files tell of the learner, too
        connection.execute("DELETE FROM last_file")


def absorb(connection: Any, store: Store, erased: Iterable[tuple[bytes, int, int]]) -> None:
    """Carry out the erasures a coordinator's file tells of; the caller holds the transaction."""
    erased = list(erased)
    if store.role == COORDINATOR:
        for learner, _ts, _author in erased:
            _ask_partners(connection, learner, store.now())
    purge(connection, [learner for learner, _ts, _author in erased])
    connection.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", erased)
    connection.executemany(
        "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?)",
        [(learner, ERASED, OURSELVES, store.now()) for learner, _ts, _author in erased],
    )


def _ask_partners(connection: Any, learner: bytes, now: int) -> None:
    """Note who must confirm the erasure: every coordinator, and every mentor who was ever given the learner."""
    connection.execute(
        "INSERT OR IGNORE INTO receipt SELECT ?, ?, p.id, ? FROM partner p WHERE p.sign IS NOT NULL AND (p.role = ? "
        "OR EXISTS (SELECT 1 FROM access a WHERE a.learner = ? AND a.id = p.person))",
        (learner, ASKED, now, COORDINATOR, learner),
    )


def absorbed(store: Store, learners: Iterable[bytes]) -> Cleaned:
    """What must follow once `absorb` is committed."""
    return _finish(store, list(learners))


def _finish(store: Store, learners: list[bytes]) -> Cleaned:
    # the program starts without this: backups are a module of their own
    from mentorapp.store.exchange import copies

    # kept beside the store, too: a backup of before the erasure must not bring anybody back
    erased_list.add(store.folder, learners)
    let_go_of_pages(store)
    store.announce(Changed(frozenset(BY_TABLE), frozenset(learners)))
    return copies.clean(store, learners)


def let_go_of_pages(store: Store) -> None:
    """Empty the log, which still holds the overwritten pages; somebody reading an old state delays it until later."""
    with store.alone() as connection, suppress(sqlcipher3.DatabaseError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
