"""One verb of the command line, carried out in a process with nobody at the keyboard, and what it left behind."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import mentorapp
from mentorapp.paths import RESOURCES

ROOT = Path(mentorapp.__file__).parents[1]
SAMPLE = RESOURCES / "sample"
PASSPHRASE = "tre gode ord"
VARIABLE = "MENTORAPP_PASSPHRASE"
PYTHON = [sys.executable, "-X", "warn_default_encoding", "-W", "error", "-m"]


@dataclass(frozen=True)
class Answer:
    """What a process left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        assert not self.err
        return json.loads(self.out)

    def refusal(self, status: int = 1) -> str:
        """The one sentence it refused with."""
        assert self.status == status, self.out + self.err
        assert not self.out and "Traceback" not in self.err
        sentence = self.err.strip()
        assert sentence and "\n" not in sentence and sentence.endswith(".")
        return sentence


def mentor(profile: Path, *words: str | Path, passphrase: str | None = PASSPHRASE) -> Answer:
    """Carry out one verb on `profile`, on 22 November 2026."""
    spoken = _spoken(profile, words)
    if not hasattr(os, "fork"):
        return started(profile, *words, passphrase=passphrase)
    with _one_at_a_time:
        server = _server()
        assert server.stdin and server.stdout
        server.stdin.write(json.dumps({"words": spoken, "environment": _environment(passphrase)}) + "\n")
        server.stdin.flush()
        return Answer(**json.loads(server.stdout.readline()))


def started(profile: Path, *words: str | Path, passphrase: str | None = PASSPHRASE) -> Answer:
    """The same as a user's shell does it: Python started for this verb alone."""
    done = subprocess.run(
        [*PYTHON, "mentorapp", *_spoken(profile, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=_environment(passphrase),
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def content(profile: Path) -> dict[str, bytes]:
    """Every byte of a closed profile but its lock."""
    return {path.name: path.read_bytes() for path in sorted(profile.iterdir()) if path.suffix != ".lock"}


_one_at_a_time = Lock()


@cache
def _server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [*PYTHON, "tests.cli.warm"],
        cwd=ROOT,
        env=_environment(None),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(server.communicate)
    return server


def _spoken(profile: Path, words: tuple[str | Path, ...]) -> list[str]:
    return [*map(str, words), "--profile", str(profile), "--today", "2026-11-22"]


def _environment(passphrase: str | None) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    environment["PYTHONPATH"] = str(ROOT)
    return environment if passphrase is None else {**environment, VARIABLE: passphrase}
