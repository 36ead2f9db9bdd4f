"""A small profile under the raw key of the tests, and words to look for in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import notes
from mentorapp.store.database import Store

OLD = Path(__file__).parent / "old"
PASSPHRASE = "tre små ord"
"""What `old/key_1.json` opens to the raw key of the tests."""
WHO = bytes(15) + b"\1"
NAME, WORDS = "Hemmelige Holst", "Lærte ordet tryksår i dag"
TODAY = date(2026, 11, 22)


def lay_out(folder: Path) -> Path:
    """The folder with a key file, and no store yet."""
    folder.mkdir(parents=True)
    (folder / "key.json").write_bytes((OLD / "key_1.json").read_bytes())
    return folder


def fill(store: Store) -> None:
    """One learner and one note."""
    store.record(creation(Learner(WHO, "-", NAME)), "Ny elev")
    notes.add(store, WHO, WORDS, TODAY)


def texts(store: Store) -> set[str]:
    """The text of every note."""
    return {row[0] for row in store.reader().execute("SELECT text FROM note WHERE whole")}
