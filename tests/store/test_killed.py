"""Killed at random moments of its work, a store opens again, is clean, and holds every word said to be saved."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import backup_file, check, schema
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.profile import Profile
from tests.conftest import KEY
from tests.store.killing import Kill, victims

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process that forks is a process of POSIX")

OLD = Path(__file__).parent / "old"
WHO = bytes(15) + b"\1"
WORKS = ("writing", "importing", "backing up", "migrating", "rebuilding", "restoring")
LATEST = {"writing": 0.15, "importing": 0.4, "backing up": 0.3, "migrating": 0.25, "rebuilding": 0.4, "restoring": 0.3}
"""Seconds after its first sign of life."""


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    with victims() as ask:
        yield ask


def lived_in(folder: Path) -> None:
    """A profile with thirty learners, a note, and a backup."""
    folder.mkdir(parents=True)
    (folder / "key.json").write_bytes((OLD / "key_1.json").read_bytes())
    store = Store(folder, KEY, lambda: 1_795_305_600_000)
    people = [Learner(bytes(15) + bytes([n]), "-", f"Elev {n}") for n in range(1, 31)]
    store.record([change for one in people for change in creation(one)], "Liste", "import")
    Backups(folder).take(store, "close")
    store.close()


def left_by_an_older_program(folder: Path, version: int) -> None:
    folder.mkdir(parents=True)
    (folder / "key.json").write_bytes((OLD / "key_1.json").read_bytes())
    (folder / DATABASE_FILE).write_bytes((OLD / f"schema_{version}.db").read_bytes())


def told_of_folder(told: list[str]) -> Path:
    """Where the backups that were told of lie."""
    return next(Path(line.partition(" ")[2]).parent for line in told if line.startswith("backup "))


def examine(folder: Path, told: list[str]) -> None:
    """It opens, `check` is clean, every backup that has its name is whole, and no acknowledged word is missing."""
    profile = Profile(folder)
    store = profile.open(KEY, lambda: 1_795_305_600_000)
    findings = check.check(store)
    assert all(finding.ok and not finding.mended for finding in findings), findings
    texts = [row[0] for row in store.reader().execute("SELECT text FROM note WHERE whole")]
    names = {row[0] for row in store.reader().execute("SELECT name FROM learner WHERE whole")}
    for line in told:
        kind, _, rest = line.partition(" ")
        if kind == "note":
            assert any(text.startswith(rest) for text in texts), line
        elif kind == "list":
            assert {f"Elev {rest}-{k}" for k in range(40)} <= names, line
    # older ones give way to newer ones of the same hour; the newest that was told, or one after it, is there
    told_of = [Path(line.partition(" ")[2]).name for line in told if line.startswith("backup ")]
    assert not told_of or max(path.name for path in told_of_folder(told).glob("*.mentorkopi")) >= max(told_of)
    # an import is there whole or not at all
    assert all(sum(name.startswith(f"Elev {n}-") for name in names) in (0, 40) for n in range(100))
    for backup in Backups(folder).all():
        with backup_file.opened(backup, KEY, folder / "eftersyn.db"):
            pass
    assert Backups(folder).due(store) in (True, False)
    store.close()
    profile.release()


def round_of(kill: Kill, tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    work = WORKS[number % len(WORKS)]
    folder = tmp_path / str(number) / "profil"
    if work == "migrating":
        left_by_an_older_program(folder, chance.randint(1, schema.VERSION - 1))
    else:
        lived_in(folder)
    told = kill(work, folder, chance.random() ** 2 * LATEST[work])
    examine(folder, told)
    shutil.rmtree(folder.parent)


@pytest.mark.parametrize("number", range(20))
def test_a_killed_store_has_lost_nothing(kill: Kill, tmp_path: Path, number: int) -> None:
    round_of(kill, tmp_path, number)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_five_hundred_deaths(kill: Kill, tmp_path: Path) -> None:
    for number in range(20, 520):
        round_of(kill, tmp_path, number)


def test_the_words_are_there_without_the_log(kill: Kill, tmp_path: Path) -> None:
    folder = tmp_path / "profil"
    lived_in(folder)
    # between two saves: a log that is lost while it is being put back is a loss SQLite cannot mend
    told = kill("resting", folder, 0)
    assert len(told) == 20
    for end in ("-wal", "-shm"):
        (folder / f"{DATABASE_FILE}{end}").unlink(missing_ok=True)
    examine(folder, told)
