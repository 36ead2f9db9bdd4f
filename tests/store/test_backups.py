"""Backups: whole, examined, in tiers, telling nobody anything, and loud when they fail."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.errors import UserError
from mentorapp.store import backup_file, backup_settings, notes
from mentorapp.store.backup_tiers import kept
from mentorapp.store.backups import Backups, found_in, sentence
from mentorapp.store.connection import Damaged
from mentorapp.store.database import Store
from tests.conftest import KEY, Clock
from tests.store.profiles import NAME, TODAY, WHO, WORDS, fill, lay_out, texts

HOUR = 3_600_000
rootless = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may write everywhere is never refused")


@pytest.fixture
def kept_store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = Store(lay_out(tmp_path / "profil"), KEY, clock)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def backups(kept_store: Store) -> Backups:
    return Backups(kept_store.folder)


def test_a_backup_holds_everything_and_tells_only_numbers(kept_store: Store, backups: Backups) -> None:
    made = backups.take(kept_store, "hand")
    assert made.path.parent == backups.beside
    assert (made.manifest.learners, made.manifest.notes, made.manifest.reason) == (1, 1, "hand")
    with backup_file.opened(made, KEY, kept_store.folder / "eftersyn.db") as connection:
        assert connection.execute("SELECT text FROM note WHERE whole").fetchall() == [(WORDS,)]
    told = json.loads(zipfile.ZipFile(made.path).read("manifest.json"))
    assert set(map(type, told.values())) <= {int, str} and NAME not in json.dumps(told)


def test_no_name_and_no_word_stands_readable_anywhere(
    kept_store: Store, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    kept_store.set_local("name", "Hemmelige Holst")
    backups.protect(kept_store, "import")
    backups.take(kept_store, "hand", tmp_path / "med ud.mentorkopi")
    looked_at = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(looked_at) >= 5
    for path in looked_at:
        content = path.read_bytes()
        for word in (NAME, "Hemmelige", "Holst", WORDS, "tryksår"):
            for code in ("utf-8", "utf-16-le"):
                assert word.encode(code) not in content, path.name
            assert word not in path.name


def test_writing_goes_on_while_one_is_made(kept_store: Store, backups: Backups) -> None:
    reading = kept_store.reader()
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM cell").fetchone()
    made = backups.take(kept_store, "time")
    reading.execute("COMMIT")
    notes.add(kept_store, WHO, "Efter kopien", TODAY)
    assert backups.due(kept_store) and made.manifest.notes == 1


def test_one_is_due_only_when_something_was_saved_or_typed(kept_store: Store, backups: Backups) -> None:
    assert backups.due(kept_store)
    assert backups.protect(kept_store, "import") is not None
    assert not backups.due(kept_store) and backups.protect(kept_store, "import") is None
    with kept_store.writing() as connection:
        connection.execute("INSERT INTO draft VALUES ('note/01', 'et halvt', 5)")
    assert backups.due(kept_store)


def test_an_empty_store_needs_none(tmp_path: Path, clock: Clock) -> None:
    store = Store(lay_out(tmp_path / "profil"), KEY, clock)
    assert not Backups(store.folder).due(store)
    store.close()


def test_tiers_keep_hours_days_weeks_and_months() -> None:
    hourly = [(n, n * HOUR) for n in range(1, 24 * 365 * 3)]
    keep = sorted(kept(hourly), reverse=True)
    assert keep[:24] == [n for n, _made in hourly[:-25:-1]]
    assert 24 + 12 + 6 + 21 <= len(keep) <= 24 + 14 + 8 + 24
    assert min(made for sequence, made in hourly if sequence in keep) < 366 * 24 * HOUR + 30 * 24 * HOUR


@pytest.mark.parametrize("wrong", [4_000_000_000_000, 0, -(1 << 60), 1 << 62])
def test_a_clock_that_was_wrong_drives_no_backup_out(wrong: int) -> None:
    right = [(n, 1_795_305_600_000 + n * 24 * HOUR) for n in range(1, 100)]
    strange = [(n, wrong + n) for n in range(100, 140)]
    keep = kept(right + strange)
    assert len([n for n in keep if n < 100]) >= 14
    assert 139 in keep


def test_old_ones_go_and_other_files_stay(kept_store: Store, backups: Backups, clock: Clock) -> None:
    first = backups.take(kept_store, "hand")
    named = first.path.with_name("Før sommerferien.mentorkopi")
    named.write_bytes(first.path.read_bytes())
    (backups.folder / "brev.txt").write_text("x", encoding="utf-8")
    for _minute in range(14):
        clock.now += 60_000
        backups.take(kept_store, "time")
    left = [one.manifest.sequence for one in backups.all() if one.path != named]
    assert left == list(range(15, 5, -1))
    assert named.exists() and (backups.folder / "brev.txt").exists()


def test_a_chosen_folder_is_used_and_one_inside_the_profile_refused(
    kept_store: Store, backups: Backups, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="inde i selve datamappen"):
        backups.choose(kept_store.folder / "kopier")
    backups.choose(tmp_path / "drev" / "kopier")
    assert backups.take(kept_store, "hand").path.parent == tmp_path / "drev" / "kopier"
    assert Backups(kept_store.folder).folder == tmp_path / "drev" / "kopier"


def test_a_failure_is_remembered_until_it_is_mended(
    kept_store: Store, backups: Backups, tmp_path: Path, clock: Clock
) -> None:
    drive = tmp_path / "drev"
    backups.choose(drive)
    drive.rmdir()
    drive.write_text("ikke en mappe", encoding="utf-8")
    began = clock.now
    for _try in range(2):
        with pytest.raises(UserError, match="kan ikke nås"):
            backups.take(kept_store, "time")
        clock.now += HOUR
    assert (backups.settings.failed, backups.settings.failed_at) == ("gone", began)
    assert "kan ikke nås" in sentence(backups.settings.failed, backups.folder)
    # before something risky it goes beside the profile, and the fault still stands
    made = backups.protect(kept_store, "import")
    assert made is not None and made.path.parent == backups.beside and backups.settings.failed == "gone"
    drive.unlink()
    notes.add(kept_store, WHO, "Mere", TODAY)
    backups.take(kept_store, "time")
    assert backups.settings.failed == ""


def test_where_no_backup_can_be_made_the_risky_step_is_refused(kept_store: Store, backups: Backups) -> None:
    backups.beside.write_text("ikke en mappe", encoding="utf-8")
    with pytest.raises(UserError, match="Dine data er uændrede"):
        backups.protect(kept_store, "import")


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file's size")
def test_a_full_disk_is_said_and_leaves_no_half_backup(kept_store: Store, backups: Backups) -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
        with pytest.raises(UserError, match="er fuldt"):
            backups.take(kept_store, "time")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(backups.folder.iterdir()) == [] and backups.settings.failed == "full"
    backups.take(kept_store, "time")


@rootless
def test_a_folder_that_cannot_be_written_is_said(kept_store: Store, backups: Backups) -> None:
    backups.beside.mkdir()
    backups.beside.chmod(0o500)
    with pytest.raises(UserError, match="må ikke skrives"):
        backups.take(kept_store, "time")
    backups.beside.chmod(0o700)


@pytest.mark.parametrize("harm", ["flip", "cut", "empty", "text", "other key"])
def test_a_backup_that_is_not_whole_is_known(kept_store: Store, backups: Backups, harm: str, tmp_path: Path) -> None:
    made = backups.take(kept_store, "hand")
    content = bytearray(made.path.read_bytes())
    if harm == "flip":
        content[len(content) // 2] ^= 1
    spoilt: dict[str, bytes] = {"cut": bytes(content[:-9000]), "empty": b"", "text": b"Hej"}
    made.path.write_bytes(spoilt.get(harm, bytes(content)))
    with (
        pytest.raises(Damaged),
        backup_file.opened(
            backup_file.read(made.path), bytes(32) if harm == "other key" else KEY, tmp_path / "eftersyn.db"
        ),
    ):
        pass
    assert not (tmp_path / "eftersyn.db").exists()


def test_one_of_a_newer_program_is_refused(kept_store: Store, backups: Backups) -> None:
    made = backups.take(kept_store, "hand")
    with zipfile.ZipFile(made.path, "w") as archive:
        archive.writestr("manifest.json", '{"format": 2}')
    with pytest.raises(UserError, match="nyere udgave"):
        backup_file.read(made.path)
    assert found_in(backups.folder) == []


def test_what_a_killed_backup_left_goes_with_the_next(kept_store: Store, backups: Backups) -> None:
    made = backups.take(kept_store, "hand")
    for end in (".part", ".part-db"):
        made.path.with_suffix(end).write_bytes(b"halvt")
    backups.take(kept_store, "hand")
    assert [path.suffix for path in backups.folder.iterdir()] == [".mentorkopi"] * 2


@pytest.mark.parametrize("content", ["", "[]", '{"folder": 1}', "\0"])
def test_broken_settings_mean_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / backup_settings.FILE).write_text(content, encoding="utf-8")
    assert backup_settings.load(tmp_path) == backup_settings.BackupSettings()


def test_an_older_store_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path, clock: Clock) -> None:
    folder = lay_out(tmp_path / "profil")
    (folder / "mentorapp.db").write_bytes((Path(__file__).parent / "old" / "schema_1.db").read_bytes())
    store = Store(folder, KEY, clock)
    found = Backups(folder).all()
    assert [one.manifest.schema for one in found] == [1] and found[0].manifest.reason in ("migrate", "rebuild")
    with backup_file.opened(found[0], KEY, tmp_path / "eftersyn.db") as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (1,)
    assert texts(store) == {"Et ord fra før"}
    store.close()
    Store(folder, KEY, clock).close()
    assert len(Backups(folder).all()) == 1, "only what was changed is kept from before"
