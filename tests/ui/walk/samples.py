"""The profile that is walked over: the sample lists with notes, meetings and two versions of one note."""

from __future__ import annotations

from pathlib import Path

from mentorapp.cli.import_list import import_file
from mentorapp.paths import RESOURCES
from mentorapp.store import notes
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from tests.conftest import KEY, TODAY, Clock
from tests.pictures import AMAL, WRITTEN, add_papers, record_meetings
from tests.ui.walk import checks
from tests.ui.walk.exchange_places import BASIS, WORDS, exchange_with_anna
from tests.ui.walk.places import PRINTED

OURS = "Karin Holst profil sikkerhedskopier elevliste English Page Down"
"""Names of people, files and keys, and of the other language."""


def samples(folder: Path) -> Session:
    """The sample lists with notes, meetings and two versions of one note."""
    profile = Profile(folder / "profil")
    session = Session(profile, Store(profile.folder, KEY, Clock()), lambda: TODAY)
    session.store.set_local("name", "Karin Holst")
    for name in ("elevliste.xlsx", "fremmoede.csv", "praktiktimer.csv"):
        import_file(session, RESOURCES / "sample" / name)
    amal = next(learner for learner, name in session.names() if name == AMAL)
    for day, text in WRITTEN.items():
        notes.add(session.store, amal, text, day)
    record_meetings(session, amal)
    add_papers(session, amal)
    root = notes.add(session.store, amal, "Amal øver at give besked.", TODAY)
    for text in ("Amal øver at give besked, når hun går.", "Amal øver at give besked til sygeplejersken."):
        notes.add(session.store, amal, text, TODAY, replaces=root)
    exchange_with_anna(session, amal, folder)
    return session


def words_of(session: Session) -> set[str]:
    """Words that are no words of the program: what was written in it, and what the organisation's files say."""
    cells = {row[0] for row in session.store.reader().execute("SELECT val FROM cell")}
    files = [*(RESOURCES / "programmes").glob("*.toml"), *(RESOURCES / "sample").glob("*.csv")]
    read = {path.read_bytes().decode("utf-8", "replace") for path in files}
    read.add((RESOURCES / "sample" / "elevliste.csv").read_text("latin-1"))
    return checks.words(cells | read | {PRINTED, OURS, BASIS, WORDS})
