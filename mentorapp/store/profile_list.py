"""The profiles of one user account on this machine: the first one and those that were made beside it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from mentorapp.i18n import _
from mentorapp.store import key
from mentorapp.store.database import DATABASE_FILE

LABEL_FILE = "profil.json"
"""What the profile is called in the list; it can be read without a passphrase, so it is the user's to choose."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A profile to choose."""

    folder: Path
    label: str
    last_used: date | None


def all_beside(first: Path) -> list[Listed]:
    """The profiles that hold a store: `first` and its numbered neighbours."""
    numbered = re.compile(re.escape(first.name) + r"-(\d+)")
    others = [path for path in first.parent.glob(f"{first.name}-*") if numbered.fullmatch(path.name)]
    others.sort(key=lambda path: int(path.name.rpartition("-")[2]))
    found = [path for path in (first, *others) if key.exists(path)]
    return [Listed(path, _label(path, first), _last_used(path)) for path in found]


def is_alone(folder: Path, first: Path) -> bool:
    """Whether nobody else keeps a profile beside `folder` under this account; one that lies elsewhere is alone."""
    return not any(one.folder == folder for one in all_beside(first)) or len(all_beside(first)) == 1


def make(first: Path, label: str) -> Path:
    """A folder for one more profile beside `first`, called `label` in the list; its name tells nothing."""
    number = next(n for n in range(2, 10_000) if not (first.parent / f"{first.name}-{n}").exists())
    folder = first.parent / f"{first.name}-{number}"
    folder.mkdir(parents=True, mode=0o700)
    (folder / LABEL_FILE).write_text(json.dumps({"label": label.strip()}, ensure_ascii=False), encoding="utf-8")
    return folder


def _label(folder: Path, first: Path) -> str:
    try:
        label = str(json.loads((folder / LABEL_FILE).read_text(encoding="utf-8"))["label"])
    except (OSError, ValueError, KeyError, TypeError):
        label = ""
    number = 1 if folder == first else int(folder.name.rpartition("-")[2])
    return label or _("Profil {n}").format(n=number)


def _last_used(folder: Path) -> date | None:
    try:
        return datetime.fromtimestamp((folder / DATABASE_FILE).stat().st_mtime, UTC).astimezone().date()
    except OSError:
        return None
