"""What is still readable in a damaged store comes onto the backup that is brought back, and nothing that is not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import check, drafts, erased_list, notes, restore
from mentorapp.store.backup_file import Backup
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.rescue import offer, pages, taking_over
from mentorapp.store.rescue.readable import Readable
from tests.conftest import KEY, Clock
from tests.store.profiles import NAME, TODAY, WHO, WORDS, fill, lay_out, texts

NEW = bytes(15) + b"\2"
LONG = "Et langt notat, der fylder flere sider. " * 300
FEW = [f"Ord {n} efter kopien" for n in range(12)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "profil")


@pytest.fixture
def backup(folder: Path, clock: Clock) -> Backup:
    """A backup; after it many notes, a long one, a new learner, a draft, a document, and another name."""
    store = Store(folder, KEY, clock)
    fill(store)
    made = Backups(folder).take(store, "close")
    clock.now += 3_600_000
    for words in [*FEW, LONG]:
        notes.add(store, WHO, words, TODAY)
    store.record(creation(Learner(NEW, "-", "Nye Nanna")), "Ny elev")
    notes.add(store, NEW, "Nannas første dag", TODAY, visibility="confidential")
    drafts.save(store, f"note/{WHO.hex()}", "Halvt skrevet")
    with store.writing() as connection:
        connection.execute("INSERT INTO blob VALUES (?, ?, ?)", (WHO, PAPER_HASH, PAPER))
    store.close()
    return made


PAPER = bytes(range(256)) * 40
PAPER_HASH = hashlib.sha256(PAPER).digest()


def brought_back(folder: Path, backup: Backup, clock: Clock) -> tuple[Readable, Store]:
    found = offer.look(folder, backup, KEY)
    restore.restore(folder, backup, KEY, KEY, clock.now)
    store = Store(folder, KEY, clock)
    taking_over.take_over(store, found)
    assert all(finding.ok and not finding.mended for finding in check.check(store))
    return found, store


def flip(*numbers: int) -> Callable[[Path], None]:
    def harm(data: Path) -> None:
        content = bytearray(data.read_bytes())
        for number in numbers:
            content[(number - 1) * pages.SIZE + 1000] ^= 1
        data.write_bytes(content)

    return harm


def cell_page(folder: Path, of: str) -> int:
    """The number of the page a note's text lies on."""
    found = pages.Pages(folder / DATABASE_FILE, KEY)
    last = (folder / DATABASE_FILE).stat().st_size // pages.SIZE
    return next(n for n in range(2, last + 1) if f'"{of}"'.encode() in (found.page(n) or b""))


def test_all_of_a_store_whose_first_page_is_gone_is_read(folder: Path, backup: Backup, clock: Clock) -> None:
    data = folder / DATABASE_FILE
    data.write_bytes(bytes(pages.SIZE) + data.read_bytes()[pages.SIZE :])
    found, store = brought_back(folder, backup, clock)
    assert texts(store) == {WORDS, *FEW, LONG.strip()}
    assert found.in_words() == [
        f"{NAME}: 13 noter",
        "Nye Nanna: 1 note, 1 anden oplysning",
        "1 kladde, der ikke var gemt",
        "1 dokument",
    ]
    reader = store.reader()
    assert reader.execute("SELECT text FROM note_confidential WHERE whole").fetchall() == [("Nannas første dag",)]
    assert drafts.load(store, f"note/{WHO.hex()}") == "Halvt skrevet"
    assert reader.execute("SELECT content FROM blob").fetchone() == (PAPER,)
    stamps = [row[0] for row in reader.execute("SELECT ts FROM cell WHERE learner = ?", (NEW,))]
    assert stamps and all(clock.now <= stamp < clock.now + 100 for stamp in stamps), "as they were written"
    # one thing to take back, which spares the notes
    assert store.undo() is not None
    assert FEW[0] in texts(store)
    store.close()


def test_a_flipped_page_costs_only_what_lay_on_it(folder: Path, backup: Backup, clock: Clock) -> None:
    lost = cell_page(folder, FEW[3])
    flip(lost)(folder / DATABASE_FILE)
    store = Store(folder, KEY, clock)
    assert offer.is_damaged(store)
    store.close()
    _found, store = brought_back(folder, backup, clock)
    kept = texts(store)
    assert FEW[3] not in kept and WORDS in kept
    assert 3 <= len(kept & {*FEW}) < len(FEW)
    store.close()


def test_a_page_that_was_altered_is_never_believed(folder: Path, backup: Backup) -> None:
    last = (folder / DATABASE_FILE).stat().st_size // pages.SIZE
    flip(*range(2, last + 1))(folder / DATABASE_FILE)
    assert not offer.look(folder, backup, KEY)


def cut(data: Path) -> None:
    data.write_bytes(data.read_bytes()[: -data.stat().st_size // 3])


@pytest.mark.parametrize("harm", [cut, lambda data: data.write_bytes(b""), lambda data: data.unlink()])
def test_what_is_cut_off_is_gone_and_the_rest_is_kept(folder: Path, backup: Backup, clock: Clock, harm) -> None:
    harm(folder / DATABASE_FILE)
    assert offer.is_damaged(None)
    found, store = brought_back(folder, backup, clock)
    assert WORDS in texts(store)
    assert bool(found) is (harm is cut)
    store.close()


def test_a_note_whose_kind_and_day_are_lost_is_shown(folder: Path, backup: Backup, clock: Clock) -> None:
    """The fields of one note may lie on two pages."""
    found = offer.look(folder, backup, KEY)
    text = next(cell for cell in found.cells if FEW[0] in cell.value)
    store = Store(folder, KEY, clock)
    with store.writing() as connection:
        connection.execute("DELETE FROM cell WHERE row = ? AND fld IN ('kind', 'written_on')", (text.row,))
        connection.execute("DELETE FROM cell WHERE tbl = 'learner' AND learner = ?", (NEW,))
    store.close()
    _found, store = brought_back(folder, backup, clock)
    shown = store.reader().execute("SELECT kind, written_on FROM note WHERE whole AND id = ?", (text.row,)).fetchone()
    assert shown == ("other", date(2026, 11, 22).isoformat())
    named = store.reader().execute("SELECT name FROM learner WHERE whole AND learner = ?", (NEW,)).fetchone()
    assert named == ("Navn kunne ikke læses",)
    store.close()


def test_who_was_erased_stays_erased(folder: Path, backup: Backup, clock: Clock) -> None:
    erased_list.add(folder, [NEW])
    found = offer.look(folder, backup, KEY)
    assert not any(cell.learner == NEW for cell in found.cells)


def test_another_stores_key_reads_nothing(folder: Path, backup: Backup, tmp_path: Path, clock: Clock) -> None:
    assert not list(pages.Pages(folder / DATABASE_FILE, b"\1" * 32))
    assert not offer.look(lay_out(tmp_path / "tom"), backup, KEY)


def test_what_lay_in_the_log_alone_is_read(folder: Path, backup: Backup, tmp_path: Path, clock: Clock) -> None:
    """A copy taken in the middle of a save: later words are in the log, whose last, half save is left out."""
    copy = lay_out(tmp_path / "kopi")
    store = Store(folder, KEY, clock)
    before = (folder / DATABASE_FILE).read_bytes()
    notes.add(store, WHO, "Kun i loggen", TODAY)
    (copy / DATABASE_FILE).write_bytes(before)
    log = (folder / f"{DATABASE_FILE}-wal").read_bytes()
    (copy / f"{DATABASE_FILE}-wal").write_bytes(log + log[32 : 32 + 8] + log[16:24] + bytes(5000))
    store.close()
    assert any("Kun i loggen" in cell.value for cell in offer.look(copy, backup, KEY).cells)
