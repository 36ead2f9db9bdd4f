"""What a machine can do to a store: after each it says so in a sentence, opens again, and has lost no saved word."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.errors import UserError
from mentorapp.store import check, notes
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.profile import LOCK_FILE, Profile
from tests.conftest import KEY, Clock
from tests.store.profiles import TODAY, WHO, WORDS, fill, lay_out, texts

MANY = "og mange flere ord " * 400


@pytest.fixture
def kept_store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = Store(lay_out(tmp_path / "profil"), KEY, clock)
    fill(store)
    yield store
    store.close()


def examine(folder: Path, *words: str) -> None:
    """Opened anew it is clean and has every word."""
    store = Store(folder, KEY, lambda: 1_795_305_600_000)
    assert all(finding.ok and not finding.mended for finding in check.check(store))
    assert set(words) <= texts(store)
    store.close()


def test_a_full_disk_loses_only_what_was_refused(kept_store: Store) -> None:
    used = kept_store._writer.execute("PRAGMA page_count").fetchone()[0]
    kept_store._writer.execute(f"PRAGMA max_page_count = {used + 4}")
    saved = []
    with pytest.raises(UserError, match="Disken er fuld"):
        for n in range(100):
            notes.add(kept_store, WHO, f"{n} {MANY}", TODAY)
            saved.append(f"{n} {MANY}".strip())
    kept_store._writer.execute("PRAGMA max_page_count = 1000000")
    notes.add(kept_store, WHO, "Der er plads igen", TODAY)
    kept_store.close()
    examine(kept_store.folder, WORDS, *saved, "Der er plads igen")


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file's size")
def test_a_file_that_may_not_grow_loses_only_what_was_refused(kept_store: Store) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (kept_store.folder / DATABASE_FILE).stat().st_size
    saved = []
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50_000, before[1]))
        with pytest.raises(UserError, match="Disken"):
            for n in range(100):
                notes.add(kept_store, WHO, f"{n} {MANY}", TODAY)
                saved.append(f"{n} {MANY}".strip())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    notes.add(kept_store, WHO, "Der er plads igen", TODAY)
    kept_store.close()
    examine(kept_store.folder, WORDS, *saved, "Der er plads igen")


def test_a_file_that_another_program_holds_is_said(kept_store: Store) -> None:
    """A virus scanner or a copying program, as another process."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(kept_store.folder / DATABASE_FILE), KEY.hex()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert holder.stdin and holder.stdout
    assert holder.stdout.readline() == "held\n"
    kept_store._writer.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(UserError, match="Et andet program"):
        notes.add(kept_store, WHO, "Mens den er optaget", TODAY)
    holder.communicate("go\n")
    notes.add(kept_store, WHO, "Bagefter", TODAY)
    kept_store.close()
    examine(kept_store.folder, WORDS, "Bagefter")


HOLD = """
import sys, sqlcipher3
c = sqlcipher3.connect(sys.argv[1], isolation_level=None)
c.execute(f"PRAGMA key = \\"x'{sys.argv[2]}'\\"")
c.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


def test_a_store_made_read_only_is_said_and_unchanged(kept_store: Store) -> None:
    kept_store._writer.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError, match="skrivebeskyttet"):
        notes.add(kept_store, WHO, "Kan ikke gemmes", TODAY)
    kept_store.close()
    examine(kept_store.folder, WORDS)


def test_a_clock_that_jumps_loses_nothing(kept_store: Store, clock: Clock) -> None:
    home = clock.now
    for year, now in ((2090, 3_800_000_000_000), (1971, 40_000_000_000), (2026, home)):
        clock.now = now
        notes.add(kept_store, WHO, f"Skrevet i {year}", TODAY)
        Backups(kept_store.folder).take(kept_store, "time")
    newest = Backups(kept_store.folder).all()[0]
    assert newest.manifest.made == home, "the newest is the last one made, whatever the clock said"
    kept_store.close()
    examine(kept_store.folder, WORDS, "Skrevet i 2090", "Skrevet i 1971", "Skrevet i 2026")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no open folder go")
def test_a_folder_that_disappears_and_comes_back_has_every_word(kept_store: Store, tmp_path: Path) -> None:
    """A stick that is pulled out: saving says so or the words are on the disk; nothing is made where it was."""
    folder = kept_store.folder
    away = tmp_path / "trukket ud"
    folder.rename(away)
    with pytest.raises(UserError):
        Store(folder, KEY, lambda: 1)
    assert not folder.exists()
    kept_store.close()
    away.rename(folder)
    examine(folder, WORDS)


def test_half_of_a_saved_list_is_never_seen(kept_store: Store, tmp_path: Path) -> None:
    """The files as they lie in the middle of a write, as a power cut would leave them."""
    copy = lay_out(tmp_path / "efter strømsvigt")
    with kept_store.writing() as connection:
        for n in range(200):
            connection.execute(
                "INSERT INTO cell VALUES (?, 'learner', '-', 'name', ?, 1, 1)", (bytes([9, n]) + bytes(14), '"Halv"')
            )
        for end in ("", "-wal"):
            if (kept_store.folder / f"{DATABASE_FILE}{end}").exists():
                shutil.copyfile(kept_store.folder / f"{DATABASE_FILE}{end}", copy / f"{DATABASE_FILE}{end}")
    examine(copy, WORDS)
    store = Store(copy, KEY, lambda: 1)
    assert store.reader().execute("SELECT count(*) FROM cell WHERE val = '\"Halv\"'").fetchone() == (0,)
    store.close()


@pytest.mark.parametrize("cut", [1, 100, 4096, 5000])
def test_a_log_that_was_cut_loses_no_saved_word(kept_store: Store, tmp_path: Path, cut: int) -> None:
    notes.add(kept_store, WHO, "Det sidste ord", TODAY)
    copy = lay_out(tmp_path / "kopi")
    for end in ("", "-wal"):
        shutil.copyfile(kept_store.folder / f"{DATABASE_FILE}{end}", copy / f"{DATABASE_FILE}{end}")
    log = copy / f"{DATABASE_FILE}-wal"
    log.write_bytes(log.read_bytes()[:-cut])
    examine(copy, WORDS, "Det sidste ord")


def test_two_at_once_never_share_a_profile(tmp_path: Path) -> None:
    """Two processes at the same moment: one has it, the other is told."""
    root = Path(__file__).parents[2]
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom mentorapp.store.profile import InUse, Profile\n"
        "try: Profile(Path(sys.argv[1])); print('mine', flush=True); time.sleep(1.5)\nexcept InUse: print('in use')"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "profil")],
            env={**os.environ, "PYTHONPATH": str(root)}, stdout=subprocess.PIPE, encoding="utf-8",
        )
        for _each in range(2)
    ]  # fmt: skip
    assert sorted(one.communicate()[0].strip() for one in both) == ["in use", "mine"]


def test_learners_by_the_hundred_are_all_or_none(kept_store: Store) -> None:
    """A refusal in the middle of a list writes nothing of it."""
    people = [Learner(bytes([8, n]) + bytes(14), "-", f"Elev {n}") for n in range(100)]
    changes = [change for one in people for change in creation(one)]
    used = kept_store._writer.execute("PRAGMA page_count").fetchone()[0]
    kept_store._writer.execute(f"PRAGMA max_page_count = {used}")
    with pytest.raises(UserError, match="fuld"):
        kept_store.record(changes, "Liste", "import")
    count = kept_store.reader().execute("SELECT count(*) FROM learner WHERE whole").fetchone()
    assert count == (1,)


def denied(folder: Path) -> None:
    """Files and folder as somebody else's that may only be looked at."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def only_the_file(folder: Path) -> None:
    (folder / DATABASE_FILE).chmod(0o444)
    folder.chmod(0o777)
    for path in folder.iterdir():
        if path.name != DATABASE_FILE:
            path.chmod(0o666)


@pytest.mark.skipif(os.name == "nt", reason="rights and users of POSIX")
@pytest.mark.parametrize("harm", [denied, only_the_file])
def test_what_may_only_be_read_is_said_and_left_as_it_was(harm: Callable[[Path], None]) -> None:
    """As a user who may not write; the tests may run as one who may everything, so a process gives its rights up."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = lay_out(Path(place) / "profil")
        store = Store(folder, KEY, lambda: 1_795_305_600_000)
        fill(store)
        store.close()
        (folder / LOCK_FILE).touch()
        before = (folder / DATABASE_FILE).read_bytes()
        harm(folder)
        said = said_to_nobody(folder)
        folder.chmod(0o755)
        assert "Intet er ændret" in said and ("skriv" in said or "Giv" in said), said
        assert (folder / DATABASE_FILE).read_bytes() == before
        for path in folder.iterdir():
            path.chmod(0o644)
        examine(folder, WORDS)


def said_to_nobody(folder: Path) -> str:
    """The sentence a process without rights gets when it writes a note into the profile."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = "intet"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            notes.add(Profile(folder).open(KEY, lambda: 1_795_305_700_000), WHO, "Kan ikke gemmes", TODAY)
        except UserError as fault:
            told = str(fault)
        except BaseException as fault:
            told = repr(fault)
        finally:
            os.write(writing, told.encode())
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as answer:
        return answer.read()
