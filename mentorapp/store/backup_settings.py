"""Where backups go and whether the last one failed: a small file in the profile, for it is asked when the store is
damaged, too. It says nothing about anybody."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "sikkerhedskopi.json"


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """`folder` is the one the user chose; empty means beside the profile."""

    folder: str = ""
    failed: str = ""
    """Why the last attempt failed: full, denied, gone, busy or damaged; empty where it succeeded."""
    failed_at: int = 0
    """When it first failed, ms since 1970."""


def load(profile: Path) -> BackupSettings:
    """What is kept in `profile`; a missing or broken file means the defaults."""
    try:
        told = json.loads((profile / FILE).read_text(encoding="utf-8"))
        return BackupSettings(str(told["folder"]), str(told["failed"]), int(told["failed_at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return BackupSettings()


def save(profile: Path, settings: BackupSettings) -> None:
    """Keep `settings`. A profile that cannot be written keeps the old ones: the fault is said where words are saved."""
    aside = profile / f"{FILE}.new"
    with suppress(OSError):
        with aside.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(profile / FILE)


def default_folder(profile: Path) -> Path:
    """Where backups go until the user chooses: beside the profile, so that losing it does not take them along."""
    return profile.absolute().parent / f"{profile.absolute().name}-sikkerhedskopier"
