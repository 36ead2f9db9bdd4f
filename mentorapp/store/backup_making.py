"""Makes one backup: written beside its place, opened as a restore would, and only then given its name."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from mentorapp import __version__
from mentorapp.store import backup_file, backup_tiers
from mentorapp.store.backup_file import SUFFIX, Backup, Manifest

NAME = re.compile(r"mentorapp-(?P<store>[0-9a-f]{8})-(?P<sequence>\d{6,})-.*" + re.escape(SUFFIX))


def write(
    connection: Any,
    file: BinaryIO,
    key: bytes,
    now: int,
    reason: str,
    keys: Path,
    out: Path | None,
    *folders: Path,
) -> Backup:
    """Write a backup of what `connection` and `file` hold, under an unfinished name in the first of `folders`.

    It counts on from the backups in all of `folders`. `keys` is the file of wraps that travels along. Nothing may be
    written to the store meanwhile.
    """
    folder, store, (actions, drafts) = folders[0], tag(key), state(connection)
    manifest = Manifest(
        format=1,
        program=__version__,
        store=store,
        sequence=_next(store, folders),
        made=now,
        reason=reason,
        schema=connection.execute("PRAGMA user_version").fetchone()[0],
        size=os.fstat(file.fileno()).st_size,
        learners=_whole(connection, "learner"),
        notes=_whole(connection, "note") + _whole(connection, "note_confidential"),
        actions=actions,
        drafts=drafts,
    )
    name = f"mentorapp-{store}-{manifest.sequence:06}-{backup_tiers.moment(now):%Y-%m-%dT%H%M%SZ}{SUFFIX}"
    part = (out or folder / name).with_suffix(".part")
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob(f"mentorapp-{store}-*.part*"):
        left_over.unlink()
    try:
        backup_file.write(part, manifest, keys, file)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    return Backup(part, manifest)


def finish(made: Backup, key: bytes, out: Path | None) -> Backup:
    """Open what was written as a restore would, and give it its name; what cannot be read again is thrown away."""
    part = made.path
    try:
        with backup_file.opened(made, key, part.with_suffix(".part-db")):
            pass
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    path = part.replace(out or part.with_suffix(SUFFIX))
    _sync_folder(path.parent)
    return Backup(path, made.manifest)


def state(connection: Any) -> tuple[int, int]:
    """The last action and the newest draft: what tells that something was saved."""
    actions = connection.execute("SELECT ifnull(max(id), 0) FROM action").fetchone()[0]
    return actions, connection.execute("SELECT ifnull(max(at), 0) FROM draft").fetchone()[0]


def tag(key: bytes) -> str:
    """Eight letters that tell stores apart and say nothing about the key."""
    return hashlib.sha256(b"mentorapp backup of " + key).hexdigest()[:8]


def _whole(connection: Any, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE whole").fetchone()[0])


def _next(store: str, folders: Iterable[Path]) -> int:
    numbers = [
        int(match["sequence"])
        for folder in folders
        for match in map(NAME.fullmatch, _names(folder))
        if match and match["store"] == store
    ]
    return max(numbers, default=0) + 1


def _names(folder: Path) -> list[str]:
    with suppress(OSError):
        return [path.name for path in folder.iterdir()]
    return []


def _sync_folder(folder: Path) -> None:
    """The new name survives a power cut; where the system knows no such thing, it does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
