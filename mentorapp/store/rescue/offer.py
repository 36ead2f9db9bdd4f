"""Whether a store is damaged, and what of it could be taken along onto a backup."""

from __future__ import annotations

from pathlib import Path

from mentorapp.store import backup_file, check, erased_list
from mentorapp.store.backup_file import Backup
from mentorapp.store.connection import faults_as_sentences
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.rescue import readable
from mentorapp.store.rescue.readable import Readable


def is_damaged(store: Store | None) -> bool:
    """Whether the store could not be opened, or a page of it cannot be read; every page is examined for it."""
    return store is None or not all(finding.ok for finding in check.pages(store))


def look(profile: Path, backup: Backup, raw: bytes) -> Readable:
    """What can be read in the data of `profile` by the key `raw` of `backup`, and is not in the backup.

    Works where the data is damaged, and where only the key file was lost.
    """
    aside = profile / "eftersyn.db"
    with backup_file.opened(backup, raw, aside) as there, faults_as_sentences():
        with aside.open("rb") as file:
            salt = file.read(16)
        return readable.read(profile / DATABASE_FILE, raw, there, salt, erased_list.load(profile))
