"""Killed while it plans, merges, sends or erases, a profile is exactly as before or exactly as after."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.domain.access import Access
from mentorapp.domain.attendance import Attendance
from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import check, notes
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.sync import exchange
from tests.conftest import KEY, TODAY, Clock
from tests.store.exchange.test_erased_bytes import everything
from tests.store.killing import Kill, victims
from tests.sync.two import AMAL, Two

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process that forks is a process of POSIX")

LATEST = {"receiving": 0.5, "sending": 0.1, "erasing": 0.5}
FILES, DAYS, LEARNERS = 8, 30, 6


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    with victims() as ask:
        yield ask


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Karin with some learners, and eight files of Anna that each hold one note and a month of days more."""
    folder = tmp_path_factory.mktemp("prepared")
    two = Two(folder)
    people = [Learner(bytes([7, n]) + bytes(14), "-", f"Elev nummer {n}") for n in range(LEARNERS)]
    given = [Access(one.learner, "anna", TODAY) for one in people]
    two.karin.store.record([change for one in (*people, *given) for change in creation(one)], "Elever", "import")
    for one in people:
        notes.add(two.karin.store, one.learner, f"Om {one.name}", TODAY)
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    (folder / "karin" / "post").mkdir()
    for n in range(FILES):
        two.clock.now += 60_000
        notes.add(two.anna.store, AMAL, f"Ord nummer {n}", TODAY)
        days = [
            Attendance(AMAL, f"e{n}/{day}", "e", TODAY, "practice", status="present", minutes=day)
            for day in range(DAYS)
        ]
        two.anna.store.record([change for one in days for change in creation(one)], "Dage")
        exchange.send(two.anna, two.to_karin, folder / "karin" / "post" / f"{n}.mentorfil")
    two.karin.close()
    two.anna.close()
    return folder


def opened(folder: Path) -> Session:
    profile = Profile(folder)
    return Session(profile, profile.open(KEY, Clock()), lambda: TODAY)


def merged(session: Session) -> int:
    """How many of Anna's files are in the store, each whole."""
    read = session.store.reader().execute
    (words,) = read("SELECT count(*) FROM note WHERE whole AND learner = ?", (AMAL,)).fetchone()
    (days,) = read("SELECT count(*) FROM attendance WHERE whole").fetchone()
    (known,) = read("SELECT count(*) FROM received").fetchone()
    (saves,) = read("SELECT count(*) FROM action WHERE kind = 'merge'").fetchone()
    assert (days, known, saves) == (words * DAYS, words, words)
    return int(words)


def examine(work: str, folder: Path, told: list[str], anna: Session) -> None:
    karin = opened(folder)
    findings = check.check(karin.store)
    assert all(finding.ok and not finding.mended for finding in findings), findings
    done = sum(line.startswith(("merged", "sent", "erased")) for line in told)
    if work == "receiving":
        there = merged(karin)
        assert there in (done, done + 1)
        # the file it died over is taken as if nothing had been, and again is no error
        for path in (sorted((folder / "post").iterdir())[max(done - 1, 0) :])[:2]:
            arrival = exchange.open_file(karin, path)
            assert arrival.is_news == (int(path.stem) >= there)
            exchange.receive(karin, arrival)
            there = max(there, int(path.stem) + 1)
        if told:
            assert merged(karin) <= there
    if work == "sending":
        for path in folder.glob("*.mentorfil"):
            assert exchange.open_file(anna, path, anyway=True).head.cells > 0
        names = {path.name for path in folder.glob("*.mentorfil")}
        assert {line.partition(" ")[2] for line in told if line.startswith("sent")} <= names
    if work == "erasing":
        left = {name for _who, name in karin.names()}
        gone = {line.partition(" ")[2] for line in told if line.startswith("erased")}
        texts = {text for (text,) in karin.store.reader().execute("SELECT text FROM note")}
        assert not gone & left and len(gone) <= LEARNERS + 1 - len(left) <= len(gone) + 1
        assert texts == {f"Om {name}" for name in left if name != "Amal Idris"}
        karin.close()
        content = everything(folder)
        assert not any(name.encode() in content for name in gone)
        return
    karin.close()


def round_of(kill: Kill, prepared: Path, tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    work = list(LATEST)[number % len(LATEST)]
    folder = shutil.copytree(prepared / "karin", tmp_path / f"karin{number}")
    anna = opened(shutil.copytree(prepared / "anna", tmp_path / f"anna{number}"))
    examine(work, folder, kill(work, folder, chance.random() ** 2 * LATEST[work]), anna)
    anna.close()
    shutil.rmtree(folder)


@pytest.mark.parametrize("number", range(20))
def test_killed_it_is_as_before_or_as_after(kill: Kill, prepared: Path, tmp_path: Path, number: int) -> None:
    round_of(kill, prepared, tmp_path, number)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_five_hundred_deaths_of_an_exchange(kill: Kill, prepared: Path, tmp_path: Path) -> None:
    for number in range(20, 520):
        round_of(kill, prepared, tmp_path, number)
