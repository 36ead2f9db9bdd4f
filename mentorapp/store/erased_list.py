"""The ids of erased learners, kept beside the store: no backup of before may bring them back.

Random ids only; who they were is nowhere any more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FILE = "slettede.json"


def load(profile: Path) -> list[bytes]:
    """The erased learners' ids; none where the file is missing or cannot be read."""
    try:
        return [bytes.fromhex(each) for each in json.loads((profile / FILE).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def add(profile: Path, learners: Iterable[bytes]) -> None:
    """Add `learners`; written aside and renamed, so that a power cut leaves the old list or the new one."""
    kept = sorted({*load(profile), *learners})
    aside = profile / f"{FILE}.new"
    with aside.open("w", encoding="utf-8") as file:
        json.dump([learner.hex() for learner in kept], file)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(profile / FILE)


def missing(connection: Any, profile: Path) -> list[bytes]:
    """The erased learners that the store at `profile` knows nothing of: it was brought back from an older backup."""
    known = {bytes(learner) for (learner,) in connection.execute("SELECT learner FROM erased")}
    return [learner for learner in load(profile) if learner not in known]
