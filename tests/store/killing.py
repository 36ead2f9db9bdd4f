"""Lets processes work on profiles and kills them (`victim.py`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Kill = Callable[[str, Path, float], list[str]]
"""A kind of work, a profile and seconds to live; answers what the process had been told before it died."""


@contextmanager
def victims() -> Iterator[Kill]:
    """Let a process work on a profile, kill it, and give back what it had been told."""
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.victim"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin and process.stdout

    def ask(work: str, folder: Path, after: float) -> list[str]:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps({"work": work, "folder": str(folder), "after": after}) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait()
    process.stdout.close()
