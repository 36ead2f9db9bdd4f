"""The store: opens the encrypted database, holds the one writing connection, and says what has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import sqlcipher3

from mentorapp.store import declared, schema
from mentorapp.store.connection import connect, faults_as_sentences, held_still
from mentorapp.store.roles import COORDINATOR

if TYPE_CHECKING:
    # the nouns are imported with the first save or case file, not with the start
    from mentorapp.domain.change import Change
    from mentorapp.store.record import Action

DATABASE_FILE = "mentorapp.db"


@dataclass(frozen=True, slots=True)
class Changed:
    """What a save touched: names of tables and ids of learners (zeros for shared rows)."""

    tables: frozenset[str]
    learners: frozenset[bytes]


class Store:
    """One profile's memory. Writing is serialised by a lock; each thread reads by a connection of its own."""

    def __init__(self, folder: Path, key: bytes, clock: Callable[[], int]) -> None:
        """Open or create the database in `folder` with the raw 32-byte `key`; `clock` gives ms since 1970."""
        self.folder = folder
        self._key = key
        self._clock = clock
        self._lock = threading.RLock()
        self._readers: dict[int, Any] = {}
        """Read-only connections by the thread that reads with them."""
        self._listeners: list[Callable[[Changed], None]] = []
        self.staged: object | None = None
        """The plan of a partner's file that lies beside the store now; there is room for one."""
        self._writer = connect(folder / DATABASE_FILE, key, writing=True)
        # open as long as the connections are: closing a file ends all locks this program has on it (POSIX)
        self._file = os.open(folder / DATABASE_FILE, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            with faults_as_sentences():
                self._bring_up_to_date()
                self.author = int(self.local("author") or self._new_author())
                self.role = self.local("role") or COORDINATOR
        except BaseException:
            self._writer.close()
            os.close(self._file)
            raise

    def _bring_up_to_date(self) -> None:
        """Migrate and rebuild what an older program left, after a backup of it."""
        reason = "migrate" if schema.is_older(self._writer) else "rebuild" if declared.differs(self._writer) else ""
        if reason:
            from mentorapp.store.backups import Backups

            with held_still(self._writer), self._content() as file:
                Backups(self.folder).before_opening(self._writer, file, self._key, self._clock(), reason)
        schema.bring_up_to_date(self._writer)
        declared.ensure(self._writer)

    def record(self, changes: Iterable[Change], label: str, kind: str = "edit") -> Action | None:
        """The only write of a noun: all of `changes` or none, as one action called `label` in undo and history."""
        return self._record(changes, label, kind, None)

    def undo(self, action: Action | None = None) -> Action | None:
        """Take back `action` (by default the last one) by a new action; returns what was undone, if anything."""
        from mentorapp.store import undo

        with self._lock:
            target = action or undo.last_undoable(self._writer)
            if target is None:
                return None
            if target.kind == "merge":
                self._undo_merge(target)
                return target
            with faults_as_sentences():
                back = list(undo.changes_back(self._writer, target))
            self._record(back, target.label, "undo", target.id)
            return target

    def _undo_merge(self, merge: Action) -> None:
        from mentorapp.store.exchange import merge_undo

        with self.writing() as connection:
            written = merge_undo.undo(connection, merge, self._clock(), self.author, self.role)
        self.announce(Changed(written.tables, written.learners))

    def last_undoable(self) -> Action | None:
        """What `undo` would take back."""
        from mentorapp.store import undo

        return undo.last_undoable(self.reader())

    def _record(self, changes: Iterable[Change], label: str, kind: str, undoes: int | None) -> Action | None:
        from mentorapp.store import record as recording

        with self._lock:
            with self.writing() as connection:
                written = recording.record(
                    connection,
                    changes,
                    label=label,
                    kind=kind,
                    now=self._clock(),
                    author=self.author,
                    role=self.role,
                    undoes=undoes,
                )
            if written.action is not None:
                self.announce(Changed(written.tables, written.learners))
            return written.action

    def announce(self, changed: Changed) -> None:
        """Tell who listens what a save has touched."""
        for listener in tuple(self._listeners):
            listener(changed)

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """One transaction on the writing connection: all or nothing, faults as sentences."""
        with self._lock, faults_as_sentences():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                # a full disk may have ended the transaction already
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            self._put_back()

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """The writing connection, outside a transaction, for what is staged beside the store; nobody else writes."""
        with self._lock, faults_as_sentences():
            yield self._writer

    @contextmanager
    def trying(self) -> Iterator[Any]:
        """A transaction that is always taken back: what is done inside has never been."""
        with self._lock, faults_as_sentences():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            finally:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")

    def _put_back(self) -> None:
        """Move what was saved from the log into the file itself: who copies or loses one file loses no word.

        The words are safe in the log already, so what hinders this (a full disk, a reader) is no fault of the save.
        """
        with suppress(sqlcipher3.DatabaseError):
            self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    @contextmanager
    def held_still(self) -> Iterator[tuple[Any, BinaryIO]]:
        """A connection and the open file, to be copied: nothing is written while inside, and no word is outside it."""
        with self._lock, faults_as_sentences(), held_still(self._writer), self._content() as file:
            yield self._writer, file

    def _content(self) -> BinaryIO:
        """The encrypted file from its beginning; closing this leaves the file itself open."""
        os.lseek(self._file, 0, os.SEEK_SET)
        return open(self._file, "rb", closefd=False)

    @property
    def key(self) -> bytes:
        """The raw key, by which the store's own backups open."""
        return self._key

    def reader(self) -> Any:
        """This thread's read-only connection; opening it again is instant with the raw key."""
        # Not thread-local: on a thread of Qt's, Python's own state and all that hangs on it ends with every task.
        thread = threading.get_ident()
        connection = self._readers.get(thread)
        if connection is None:
            connection = connect(self.folder / DATABASE_FILE, self._key, writing=False)
            with self._lock:
                self._readers[thread] = connection
        return connection

    def another_reader(self) -> Any:
        """A read-only connection of its own, for a long reading; the caller closes it."""
        return connect(self.folder / DATABASE_FILE, self._key, writing=False)

    def now(self) -> int:
        """The clock the stamps are made from, in ms since 1970."""
        return self._clock()

    def subscribe(self, listener: Callable[[Changed], None]) -> None:
        """Call `listener` after every save, on the thread that saved."""
        self._listeners.append(listener)

    def local(self, key: str) -> str | None:
        """A value of this profile that never travels (author, role, user's name)."""
        row = self._writer.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_local(self, key: str, value: str) -> None:
        """Keep a value of this profile that never travels."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (key, value))
        if key == "role":
            self.role = value

    def close(self) -> None:
        """Close every connection; the store cannot be used afterwards."""
        with self._lock:
            for connection in (*self._readers.values(), self._writer):
                connection.close()
            if self._file >= 0:
                os.close(self._file)
            self._file = -1

    def _new_author(self) -> str:
        # random, so that two profiles never stamp alike; 63 bits, so that it fits SQLite's integer
        author = str(int.from_bytes(os.urandom(8), "big") >> 1)
        self.set_local("author", author)
        return author
