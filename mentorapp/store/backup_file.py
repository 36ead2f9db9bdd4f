"""One backup: an uncompressed zip of the encrypted database, the wraps of its key, and a manifest about no person."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key_file
from mentorapp.store.connection import Damaged, connect, faults_as_sentences

SUFFIX = ".mentorkopi"
DATABASE, KEYS, MANIFEST = "mentorapp.db", "key.json", "manifest.json"
_CHUNK = 1 << 20
_NEWEST_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is told about a backup without its key: numbers and times only, never a name or a word."""

    format: int
    program: str
    store: str
    """A short digest of the store's key: which backups belong together."""
    sequence: int
    """Counts up whatever the clock says; the newest backup is the one with the largest."""
    made: int
    """Milliseconds since 1970, by the clock of the machine."""
    reason: str
    schema: int
    size: int
    """Bytes of the database."""
    learners: int
    notes: int
    actions: int
    """Number of the last action in it."""
    drafts: int
    """When the newest draft in it was typed, ms since 1970; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies in a folder."""

    path: Path
    manifest: Manifest


def write(path: Path, manifest: Manifest, keys: Path, database: BinaryIO) -> None:
    """Write a backup to `path` and wait until the disk has it; `OSError` where it cannot be written.

    `keys` may be missing: then only who knows the raw key can open the backup.
    """
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            if keys.exists():
                archive.writestr(KEYS, key_file.to_take_along(keys.read_bytes()))
            with archive.open(DATABASE, "w", force_zip64=True) as target:
                shutil.copyfileobj(database, target, _CHUNK)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Backup:
    """The backup at `path`, known by its manifest alone; `UserError` where it is none or from a newer program."""
    with _faults_said(path), zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read(MANIFEST))
        if told["format"] > _NEWEST_FORMAT:
            raise UserError(
                _(
                    "Sikkerhedskopien {name} er lavet af en nyere udgave af Mentorapp. Intet er ændret. "
                    "Opdatér programmet på denne maskine, og prøv igen."
                ).format(name=path.name)
            )
        return Backup(path, Manifest(**told))


def keys(path: Path) -> bytes | None:
    """The key file in the backup: its wraps are those of its time."""
    with _faults_said(path), zipfile.ZipFile(path) as archive:
        return archive.read(KEYS) if KEYS in archive.namelist() else None


@contextmanager
def opened(backup: Backup, key: bytes, aside: Path) -> Iterator[Any]:
    """A reading connection to the database of a backup, unpacked to `aside` and gone from there afterwards.

    Every page of it has been read and checked; `UserError` where one is damaged or the key is another one's.
    """
    try:
        unpack(backup, aside)
        connection = connect(aside, key, writing=False)
        try:
            examine(connection, backup)
            yield connection
        finally:
            connection.close()
    finally:
        remove(aside)


def unpack(backup: Backup, to: Path) -> None:
    """Write the database of a backup to `to` and wait until the disk has it."""
    with _faults_said(backup.path), zipfile.ZipFile(backup.path) as archive, archive.open(DATABASE) as source:
        remove(to)
        with to.open("wb") as target:
            shutil.copyfileobj(source, target, _CHUNK)
            target.flush()
            os.fsync(target.fileno())


def examine(connection: Any, backup: Backup) -> None:
    """Read every page; `Damaged` where a page or the whole is not what was copied."""
    with faults_as_sentences():
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        last = connection.execute("SELECT ifnull(max(id), 0) FROM action").fetchone()[0]
    if found != "ok" or last != backup.manifest.actions:
        raise damaged(backup.path)


def remove(database: Path) -> None:
    """Take away a database and what lies beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            database.with_name(database.name + end).unlink()


def damaged(path: Path) -> Damaged:
    """The fault of a file that is no whole backup."""
    return Damaged(
        _(
            "Filen {name} er ikke en hel sikkerhedskopi. Intet er ændret. Vælg en anden sikkerhedskopi fra samme mappe."
        ).format(name=path.name)
    )


@contextmanager
def _faults_said(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError) as fault:
        raise damaged(path) from fault
    except sqlcipher3.DatabaseError as fault:
        raise damaged(path) from fault
    except FileNotFoundError as fault:
        raise UserError(
            _("Filen {name} findes ikke. Intet er ændret. Se efter, om drevet er tilsluttet.").format(name=path.name)
        ) from fault
    except OSError as fault:
        raise UserError(
            _("Filen {name} kan ikke læses: {reason}. Intet er ændret. Se efter, om drevet er tilsluttet.").format(
                name=path.name, reason=fault.strerror or fault
            )
        ) from fault
