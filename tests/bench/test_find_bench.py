"""A key stroke in a hundred thousand notes: our answer, as a ratio to the plain FTS5 query on the same index."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from mentorapp.domain.change import Change, creation
from mentorapp.domain.learner import Learner
from mentorapp.domain.note import Note
from mentorapp.store import search
from mentorapp.store.database import Store
from tests.bench.many import KEY

LEARNERS, EACH = 1_000, 100
AIM_MS, AIM_RATIO = 30.0, 1.5
ROUNDS = 15
# "b" and "be" stand in almost every note, "fortykket" in few, "zebra" in none
TYPED = ("b", "be", "bebo", "beboer", "fortykket", "zebra", "h b v", "beboer tryk", "uge 46")
PLAIN = (
    f"SELECT rowid, snippet(note_words, 0, '[', ']', '…', {search.WORDS_AROUND}) FROM note_words "
    "WHERE note_words MATCH ? ORDER BY rowid DESC LIMIT ?"
)
STEMS = [
    "bebo",
    "hjælp",
    "tryk",
    "vend",
    "pude",
    "sår",
    "måltid",
    "vask",
    "bad",
    "gang",
    "tal",
    "spørg",
    "vis",
    "lær",
    "hånd",
    "dør",
    "stue",
    "køkken",
    "medicin",
    "besøg",
    "hygiejn",
    "forflyt",
    "senge",
    "kolleg",
    "mød",
]
ENDS = ("", "e", "er", "en", "erne", "te", "ede", "ning", "eren", "es")


def _words() -> list[str]:
    return ["".join(pair) for pair in itertools.product(STEMS, ENDS)] + ["hun", "og", "på", "det", "uge", "46", "gik"]


def fill(store: Store) -> None:
    """A hundred notes each for a thousand learners, 30 words a note, two words common and one rare."""
    dice = random.Random(1)
    words, start = _words(), date(2024, 11, 25)
    for first in range(0, LEARNERS, 100):
        changes: list[Change] = []
        for number in range(first, first + 100):
            who = number.to_bytes(16, "big")
            changes += creation(Learner(who, "-", f"Elev {number:04}"))
            for n in range(EACH):
                text = " ".join(dice.choices(words, k=30)) + (" fortykket væske" if dice.random() < 0.002 else "")
                day = start + timedelta(days=7 * n + number % 7)
                changes += creation(Note(who, f"all/{number:04}{n:03}", text, "week", day, "Karin Holst", n))
        store.record(changes, "Noter", "import")


def medians_ms(*works: Callable[[], object]) -> list[float]:
    """By turns, so that what else the machine does strikes all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for times, work in zip(taken, works, strict=True):
            begun = time.perf_counter()
            work()
            times.append((time.perf_counter() - begun) * 1000)
    return [sorted(times)[ROUNDS // 2] for times in taken]


def plainly(reader: Any, asked: str) -> object:
    return reader.execute(PLAIN, (asked, search.AT_MOST)).fetchall()


def test_find_as_it_is_typed(tmp_path: Path, report: Callable[[str], None]) -> None:
    store = Store(tmp_path, KEY, lambda: 1_795_305_600_000)
    fill(store)
    reader = store.reader()
    assert reader.execute("SELECT count(*) FROM note_place").fetchone() == (LEARNERS * EACH,)
    slowest, plain_sum, our_sum = 0.0, 0.0, 0.0
    for typed in TYPED:
        asked = search.question(typed)
        plain, ours = medians_ms(
            partial(plainly, reader, asked),
            partial(search.notes, store, typed),
        )
        report(f"find {typed!r} in 100,000 notes: {ours:.1f} ms, plain FTS5 {plain:.1f} ms = {ours / plain:.2f}")
        slowest, plain_sum, our_sum = max(slowest, ours), plain_sum + plain, our_sum + ours
    report(
        f"find: slowest {slowest:.1f} ms (aim {AIM_MS:.0f}), all / plain {our_sum / plain_sum:.2f} (aim {AIM_RATIO})"
    )
    found = search.notes(store, "be")
    assert [note.written_on for note in found] == sorted((note.written_on for note in found), reverse=True)
    store.close()
