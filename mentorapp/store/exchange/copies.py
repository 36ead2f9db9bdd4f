"""Takes erased learners out of the copies a profile keeps: its backups, and the stores that were replaced.

A copy that cannot be reached now is told of. Should it be brought back one day, the list beside the store
(`erased_list`) erases again.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.store import backup_file, backup_making, declared, schema
from mentorapp.store.backup_file import Backup
from mentorapp.store.backups import Backups
from mentorapp.store.connection import connect, faults_as_sentences
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.exchange import erasure
from mentorapp.store.restore import REPLACED


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many copies the learners were taken out of, and which could not be opened and still hold them."""

    copies: int
    left: tuple[Path, ...]


def clean(store: Store, learners: Collection[bytes]) -> Cleaned:
    """Erase `learners` from every copy of this store within reach; what cannot be opened is left as it is."""
    own = backup_making.tag(store.key)
    done, left = 0, []
    for backup in Backups(store.folder).all():
        if backup.manifest.store != own:
            left.append(backup.path)
            continue
        try:
            _rewrite(backup, store.key, learners)
            done += 1
        except (UserError, OSError):
            left.append(backup.path)
    for database in (store.folder / REPLACED).glob(f"*/{DATABASE_FILE}"):
        try:
            _purge(database, store.key, learners)
            done += 1
        except UserError:
            left.append(database.parent)
    return Cleaned(done, tuple(left))


def _rewrite(backup: Backup, key: bytes, learners: Collection[bytes]) -> None:
    """The same backup without the learners; cut off at any moment, the old one or the new is there."""
    aside, part = backup.path.with_suffix(".part-db"), backup.path.with_suffix(".part")
    keys = backup.path.with_suffix(".part-key")
    try:
        backup_file.unpack(backup, aside)
        connection = _opened(aside, key)
        try:
            backup_file.examine(connection, backup)
            with faults_as_sentences():
                _purge_open(connection, learners)
                counted = _counted(connection, backup)
        finally:
            connection.close()
        content = backup_file.keys(backup.path)
        if content is not None:
            keys.write_bytes(content)
        with aside.open("rb") as database:
            backup_file.write(part, replace(counted, size=os.fstat(database.fileno()).st_size), keys, database)
        part.replace(backup.path)
    finally:
        backup_file.remove(aside)
        for left in (part, keys):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _counted(connection: Any, backup: Backup) -> backup_file.Manifest:
    def whole(table: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table} WHERE whole").fetchone()[0])

    last = connection.execute("SELECT ifnull(max(id), 0) FROM action").fetchone()[0]
    return replace(
        backup.manifest,
        schema=schema.VERSION,
        learners=whole("learner"),
        notes=whole("note") + whole("note_confidential"),
        actions=last,
    )


def _purge(database: Path, key: bytes, learners: Collection[bytes]) -> None:
    connection = _opened(database, key)
    try:
        with faults_as_sentences():
            _purge_open(connection, learners)
    finally:
        connection.close()


def _opened(database: Path, key: bytes) -> Any:
    """A writing connection to a copy, brought to this program's tables: an older one has fewer to purge."""
    connection = connect(database, key, writing=True)
    try:
        with faults_as_sentences():
            schema.bring_up_to_date(connection)
            declared.ensure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _purge_open(connection: Any, learners: Collection[bytes]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        erasure.purge(connection, learners)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    # the log goes into the file, which is all that is kept of a copy
    connection.execute("PRAGMA journal_mode = DELETE").fetchone()
