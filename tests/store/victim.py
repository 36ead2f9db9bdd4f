"""Does one kind of work on a store until it is killed: `python victim.py` forks a process for each line it is told.

A line is JSON: `{"work", "folder", "after"}`; the answer is a line of JSON with the words the process had been told
were saved before it was killed, `after` seconds from its first sign of life. Importing once and forking keeps a death
at a few milliseconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import notes, restore
from mentorapp.store.backups import Backups
from mentorapp.store.exchange import erasure, partners
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.sync import exchange
from tests.conftest import KEY, TODAY

WHO = bytes(15) + b"\1"
Tell = Callable[[str], None]


def clock() -> int:
    return time.time_ns() // 1_000_000


def write(folder: Path, tell: Tell) -> None:
    """Note after note."""
    store = Profile(folder).open(KEY, clock)
    tell("begun")
    for n in range(10_000):
        notes.add(store, WHO, f"ord nummer {n} " + "og flere ord " * (n % 40), date(2026, 11, 22))
        tell(f"note ord nummer {n}")


def rest(folder: Path, tell: Tell) -> None:
    """Notes, told of once they are written, and then nothing."""
    store = Profile(folder).open(KEY, clock)
    for n in range(20):
        notes.add(store, WHO, f"ord nummer {n} før hvilen", date(2026, 11, 22))
    tell("\n".join(f"note ord nummer {n} før hvilen" for n in range(20)))
    time.sleep(10)


def take_in(folder: Path, tell: Tell) -> None:
    """Lists of forty learners, each in one go after a backup."""
    store = Profile(folder).open(KEY, clock)
    backups = Backups(folder)
    tell("begun")
    for n in range(100):
        people = [Learner(bytes([7, n]) + bytes(13) + bytes([k]), "-", f"Elev {n}-{k}") for k in range(40)]
        backups.protect(store, "import")
        store.record([change for one in people for change in creation(one)], "Liste", "import")
        tell(f"list {n}")


def back_up(folder: Path, tell: Tell) -> None:
    """A note and a backup, again and again."""
    store = Profile(folder).open(KEY, clock)
    backups = Backups(folder)
    tell("begun")
    for n in range(10_000):
        notes.add(store, WHO, f"ord nummer {n} før kopien", date(2026, 11, 22))
        tell(f"note ord nummer {n}")
        tell(f"backup {backups.take(store, 'time').path}")


def migrate(folder: Path, tell: Tell) -> None:
    """Open what an older program left: a backup, migrations, typed tables."""
    tell("begun")
    Profile(folder).open(KEY, clock)
    tell("opened")
    time.sleep(10)


def rebuild(folder: Path, tell: Tell) -> None:
    """Typed tables of another declaration, made again at every opening."""
    profile = Profile(folder)
    tell("begun")
    for _round in range(1_000):
        store = profile.open(KEY, clock)
        with store.writing() as connection:
            connection.execute("UPDATE projection SET declaration = 'an older one'")
        store.close()


def bring_back(folder: Path, tell: Tell) -> None:
    """The same backup, brought back again and again."""
    profile = Profile(folder)
    backup = Backups(folder).all()[-1]
    tell("begun")
    for _round in range(1_000):
        restore.restore(folder, backup, KEY, KEY, clock())
        profile.open(KEY, clock).close()


def session(folder: Path) -> Session:
    profile = Profile(folder)
    return Session(profile, profile.open(KEY, clock), lambda: TODAY)


def receive(folder: Path, tell: Tell) -> None:
    """The files of a partner, one after the other: planned, then merged after a backup."""
    karin = session(folder)
    tell("begun")
    for path in sorted((folder / "post").iterdir()):
        exchange.receive(karin, exchange.open_file(karin, path))
        tell(f"merged {path.name}")
    time.sleep(10)


def send(folder: Path, tell: Tell) -> None:
    """Files for a partner, the later half of them over earlier ones."""
    karin = session(folder)
    [partner] = partners.active(karin.store)
    tell("begun")
    for n in range(1_000):
        path = folder / f"{n % 5}.mentorfil"
        exchange.send(karin, partner, path)
        tell(f"sent {path.name}")


def erase(folder: Path, tell: Tell) -> None:
    """Learner after learner, here, in the backups and in the list beside the store."""
    karin = session(folder)
    tell("begun")
    for learner, name in karin.names():
        erasure.erase(karin.store, learner)
        tell(f"erased {name}")
    time.sleep(10)


WORKS = {
    "writing": write, "importing": take_in, "backing up": back_up, "migrating": migrate, "rebuilding": rebuild,
    "restoring": bring_back, "resting": rest, "receiving": receive, "sending": send, "erasing": erase,
}  # fmt: skip


def kill_one(work: str, folder: Path, after: float) -> list[str]:
    """What the process had been told before it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status, pipe = 1, os.fdopen(writing, "w", encoding="utf-8")
        try:
            WORKS[work](folder, lambda told: print(told, file=pipe, flush=True))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    told = os.read(reading, 1 << 16)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 1 << 16):
        told += more
    os.close(reading)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "it ended by itself"
    # a line that was cut off was not told
    return told.decode().split("\n")[:-1]


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(kill_one(asked["work"], Path(asked["folder"]), asked["after"])), flush=True)
