"""Brings a store back from a backup: the replaced store is kept."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import backup_file, key, key_file
from mentorapp.store.backup_file import Backup
from mentorapp.store.backup_tiers import moment
from mentorapp.store.connection import connect, faults_as_sentences
from mentorapp.store.database import DATABASE_FILE

REPLACED = "erstattet"
"""Folder in the profile with the stores that were replaced, each in a folder of its own."""
MOST_REPLACED = 3

_READY, _READY_KEYS, _ORDER = "hentet.db", "hentet.json", "gendannelse.json"


def keys_of(backup: Backup, secret: str) -> bytes:
    """The key of a backup by the passphrase or recovery key of its time; `UserError` where it does not fit."""
    content = backup_file.keys(backup.path)
    if content is None:
        raise backup_file.damaged(backup.path)
    return key.unwrap(content, secret)


def restore(profile: Path, backup: Backup, raw: bytes, own: bytes | None, now: int) -> None:
    """Put the store of `backup` into `profile`, whose lock the caller holds and whose store is closed.

    `raw` is the key of the backup, `own` the one that the profile's key file opens to, if it does: where they are the
    same, the key file stays, with the passphrase of today; else the one of the backup takes its place.
    Whenever it is cut off, the profile holds the old store or the new one whole. The author stays the one in the
    backup, so that what was written here before is not stranded with a stranger.
    """
    ready = profile / _READY
    try:
        backup_file.unpack(backup, ready)
        _mark(ready, raw, backup, now)
        if raw != own:
            _ready_keys(profile, backup)
        name = _free_name(profile, now)
        order = profile / f"{_ORDER}.new"
        with order.open("w", encoding="utf-8") as file:
            json.dump({"replaced": name}, file)
            file.flush()
            os.fsync(file.fileno())
        # from here on the new store is wanted, and `finish` brings it in however often it is cut off
        order.replace(profile / _ORDER)
    except OSError as fault:
        raise UserError(
            _("Sikkerhedskopien kan ikke hentes: {reason}. Dine data er uændrede. Skaf plads, og prøv igen.").format(
                reason=fault.strerror or fault
            )
        ) from fault
    finish(profile)


def finish(profile: Path) -> bool:
    """Complete a restore that was cut off, or forget one that had not got so far; whether there was one."""
    order, ready = profile / _ORDER, profile / _READY
    if not order.exists():
        if ready.exists():
            backup_file.remove(ready)
            (profile / _READY_KEYS).unlink(missing_ok=True)
        return False
    replaced = profile / REPLACED / json.loads(order.read_text(encoding="utf-8"))["replaced"]
    replaced.mkdir(parents=True, exist_ok=True)
    if ready.exists():
        # the log goes with the database it belongs to: over another one it would be read as damage
        for end in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                (profile / f"{DATABASE_FILE}{end}").replace(replaced / f"{DATABASE_FILE}{end}")
        ready.replace(profile / DATABASE_FILE)
    if (profile / _READY_KEYS).exists():
        with suppress(FileNotFoundError):
            (replaced / key.KEY_FILE).write_bytes(key_file.to_take_along((profile / key.KEY_FILE).read_bytes()))
        (profile / _READY_KEYS).replace(profile / key.KEY_FILE)
    order.unlink()
    _forget_oldest(profile)
    return True


def _mark(ready: Path, raw: bytes, backup: Backup, now: int) -> None:
    """Examine the unpacked store and note in it that it was brought back: the exchange must know of two copies."""
    connection = connect(ready, raw, writing=True)
    try:
        backup_file.examine(connection, backup)
        with faults_as_sentences():
            for name, value in (("restored_at", now), ("restored_from", backup.manifest.made)):
                connection.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (name, str(value)))
            connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        backup_file.remove(ready)
        raise
    connection.close()


def _ready_keys(profile: Path, backup: Backup) -> None:
    content = backup_file.keys(backup.path)
    if content is None:
        raise backup_file.damaged(backup.path)
    with (profile / _READY_KEYS).open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _free_name(profile: Path, now: int) -> str:
    stamp = f"{moment(now):%Y-%m-%dT%H%M%SZ}"
    names = (stamp if number == 1 else f"{stamp}-{number}" for number in range(1, 1_000))
    return next(name for name in names if not (profile / REPLACED / name).exists())


def _forget_oldest(profile: Path) -> None:
    kept = sorted((profile / REPLACED).iterdir(), key=lambda folder: folder.stat().st_mtime)
    for folder in kept[:-MOST_REPLACED]:
        shutil.rmtree(folder, ignore_errors=True)
