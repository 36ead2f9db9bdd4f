"""The disk full or somebody else at work in the middle of an exchange: a sentence, nothing changed, and it goes on."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.change import creation
from mentorapp.errors import UserError
from mentorapp.store import check, notes
from mentorapp.store.database import DATABASE_FILE
from mentorapp.store.exchange import traffic
from mentorapp.store.exchange.merge import Outdated
from mentorapp.store.session import Session
from mentorapp.sync import exchange
from tests.conftest import TODAY
from tests.sync.two import AMAL, Two

WORDS = "Et langt notat om dagen. " * 400


@pytest.fixture
def full(two: Two) -> Path:
    """A file from Anna that needs room."""
    exchange.receive(two.anna, exchange.open_file(two.anna, two.to_mentor()))
    two.clock.now += 60_000
    for n in range(40):
        notes.add(two.anna.store, AMAL, f"{n} {WORDS}", TODAY)
    return two.to_coordinator()


@contextmanager
def no_file_grows(beyond: int) -> Iterator[None]:
    """As on a full disk, for this process."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (beyond, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def state(session: Session) -> list[tuple]:
    """All that an import may change."""
    read = session.store.reader().execute
    tables = ("cell", "history", "action", "note", "received", "receipt", "conflict", "held", "following")
    return [tuple(row) for table in tables for row in read(f"SELECT '{table}', * FROM {table}")]


def test_no_room_for_an_import(two: Two, full: Path) -> None:
    before, arrival = state(two.karin), exchange.open_file(two.karin, full)
    with two.karin.store.alone() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(UserError, match="fuld"):
        exchange.receive(two.karin, arrival)
    assert state(two.karin) == before
    with two.karin.store.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    # what was shown still stands, and is merged as it was shown
    exchange.receive(two.karin, arrival)
    assert not exchange.open_file(two.karin, full).is_news
    assert all(one.ok and not one.mended for one in check.check(two.karin.store))


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file's size")
def test_a_disk_that_takes_no_more(two: Two, full: Path) -> None:
    before, arrival = state(two.karin), exchange.open_file(two.karin, full)
    size = (two.karin.store.folder / DATABASE_FILE).stat().st_size
    with no_file_grows(size + 20_000), pytest.raises(UserError, match=r"Disken|plads"):
        exchange.receive(two.karin, arrival)
    assert state(two.karin) == before
    sent = two.folder / "til anna"
    exchange.send(two.karin, two.to_anna, sent)
    content, standing = sent.read_bytes(), traffic.standing(two.karin.store, two.to_anna, TODAY)
    with no_file_grows(100), pytest.raises(UserError):
        exchange.send(two.karin, two.to_anna, sent)
    assert sent.read_bytes() == content and traffic.standing(two.karin.store, two.to_anna, TODAY) == standing
    exchange.receive(two.karin, exchange.open_file(two.karin, full))
    assert not exchange.open_file(two.karin, full).is_news


def test_a_second_file_opened_while_the_first_is_shown(two: Two, full: Path) -> None:
    first = exchange.open_file(two.karin, full)
    second = exchange.open_file(two.karin, full)
    before = state(two.karin)
    with pytest.raises(Outdated):
        exchange.receive(two.karin, first)
    assert state(two.karin) == before
    exchange.receive(two.karin, second)
    assert not first.open_again().is_news


def test_two_imports_and_a_writer_at_once(two: Two, full: Path) -> None:
    two.anna.store.record(creation(Attendance(AMAL, "e/1", "e", TODAY, "practice", status="present")), "Dag")
    two.clock.now += 60_000
    files = [full, two.to_coordinator()]
    faults: list[BaseException] = []

    def import_it(path: Path) -> None:
        try:
            while True:
                arrival = exchange.open_file(two.karin, path)
                try:
                    arrival.plan.apply()
                    return
                except Outdated:
                    continue
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=import_it, args=(path,)) for path in files]
    for thread in threads:
        thread.start()
    for n in range(5):
        notes.add(two.karin.store, AMAL, f"Imens {n}", TODAY)
    for thread in threads:
        thread.join()
    assert faults == []
    read = two.karin.store.reader().execute
    assert read("SELECT count(*) FROM note WHERE whole").fetchone() == (45,)
    assert read("SELECT count(*) FROM attendance WHERE whole").fetchone() == (1,)
    assert read("SELECT count(*) FROM received").fetchone() == (2,)
    assert all(one.ok and not one.mended for one in check.check(two.karin.store))
