"""Bringing a backup back: what is lost is counted first, the replaced store is kept, the keys fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorapp.errors import UserError
from mentorapp.store import check, key, notes, restore
from mentorapp.store.backup_file import Backup
from mentorapp.store.backups import Backups
from mentorapp.store.connection import Damaged
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.loss import preview
from mentorapp.store.profile import Profile
from tests.conftest import KEY, Clock
from tests.store.profiles import PASSPHRASE, WHO, WORDS, fill, lay_out, texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "profil")


@pytest.fixture
def backup(folder: Path, clock: Clock) -> Backup:
    """A backup of a learner and a note; another note is written after it."""
    store = Store(folder, KEY, clock)
    fill(store)
    made = Backups(folder).take(store, "close")
    notes.add(store, WHO, "Skrevet bagefter", date(2026, 11, 24))
    store.close()
    return made


def test_what_would_be_lost_is_counted(folder: Path, backup: Backup, clock: Clock) -> None:
    store = Store(folder, KEY, clock)
    loss = preview(folder, backup, KEY, store)
    store.close()
    assert (loss.learners, loss.notes, loss.first_note, loss.last_note, loss.saves) == (
        0, 1, date(2026, 11, 24), date(2026, 11, 24), 1,
    )  # fmt: skip
    assert loss.in_words() == [
        "Nyere end sikkerhedskopien: 0 elever, 1 note.",
        "Skrevet 24-11-2026.",
    ]


def test_the_old_words_are_back_and_the_replaced_store_is_kept(folder: Path, backup: Backup, clock: Clock) -> None:
    before = Store(folder, KEY, clock)
    author = before.author
    before.close()
    restore.restore(folder, backup, KEY, KEY, clock.now)
    store = Store(folder, KEY, clock)
    assert texts(store) == {WORDS}
    assert store.author == author, "what was sent before still comes from the same author"
    assert store.local("restored_from") == str(backup.manifest.made)
    assert all(finding.ok and not finding.mended for finding in check.check(store))
    store.close()
    (replaced,) = (folder / restore.REPLACED).iterdir()
    old = Store(replaced, KEY, clock)
    assert texts(old) == {WORDS, "Skrevet bagefter"}
    old.close()


def test_only_the_last_replaced_stores_are_kept(folder: Path, backup: Backup, clock: Clock) -> None:
    for _round in range(restore.MOST_REPLACED + 2):
        restore.restore(folder, backup, KEY, KEY, clock.now)
    assert len(list((folder / restore.REPLACED).iterdir())) == restore.MOST_REPLACED


def test_todays_passphrase_stays_where_the_key_is_the_same(folder: Path, backup: Backup, clock: Clock) -> None:
    key.change_passphrase(folder, KEY, "et helt andet ord")
    restore.restore(folder, backup, KEY, KEY, clock.now)
    assert key.unlock(folder, "et helt andet ord") == KEY
    # the backup itself opens by the passphrase of its time
    assert restore.keys_of(backup, PASSPHRASE) == KEY


def test_on_another_machine_the_backup_brings_its_key(tmp_path: Path, backup: Backup, clock: Clock) -> None:
    profile = Profile(tmp_path / "ny maskine")
    raw = restore.keys_of(backup, PASSPHRASE)
    restore.restore(profile.folder, backup, raw, None, clock.now)
    store = profile.unlock(PASSPHRASE, clock)
    assert texts(store) == {WORDS}
    store.close()
    profile.release()


def flip(data: Path) -> None:
    content = bytearray(data.read_bytes())
    for place in range(100, len(content), 4096):
        content[place] ^= 1
    data.write_bytes(content)


def truncate(data: Path) -> None:
    data.write_bytes(data.read_bytes()[:5000])


def empty(data: Path) -> None:
    data.write_bytes(b"")


@pytest.mark.parametrize("harm", [flip, truncate, empty, Path.unlink])
def test_a_damaged_store_says_so_and_comes_back_from_its_backup(
    folder: Path, backup: Backup, clock: Clock, harm: Callable[[Path], None]
) -> None:
    harm(folder / DATABASE_FILE)
    profile = Profile(folder)
    with pytest.raises(Damaged) as told:
        store = profile.unlock(PASSPHRASE, clock)
        check_all(store)
    assert "ikkerhedskopi" in str(told.value)
    loss = preview(folder, backup, KEY, None)
    assert loss.notes is None and "kan ikke læses" in loss.in_words()[0]
    restore.restore(folder, backup, KEY, KEY, clock.now)
    store = profile.open(KEY, clock)
    assert texts(store) == {WORDS}
    assert all(finding.ok and not finding.mended for finding in check.check(store))
    store.close()
    profile.release()


def check_all(store: Store) -> None:
    try:
        findings = check.check(store)
    finally:
        store.close()
    if not all(finding.ok for finding in findings):
        raise Damaged("sikkerhedskopi")


def test_a_single_flipped_page_is_found_by_check_and_nothing_is_built_on_it(
    folder: Path, backup: Backup, clock: Clock
) -> None:
    data = folder / DATABASE_FILE
    content = bytearray(data.read_bytes())
    content[-2000] ^= 1
    data.write_bytes(content)
    store = Store(folder, KEY, clock)
    findings = check.check(store)
    store.close()
    assert not all(finding.ok for finding in findings) and not any(finding.mended for finding in findings)


def test_a_damaged_backup_changes_nothing(folder: Path, backup: Backup, clock: Clock) -> None:
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(UserError):
        restore.restore(folder, backup, KEY, KEY, clock.now)
    store = Profile(folder).open(KEY, clock)
    assert texts(store) == {WORDS, "Skrevet bagefter"}
    store.close()


@pytest.mark.parametrize("step", range(4))
def test_a_restore_that_was_cut_off_is_completed_at_the_next_start(
    folder: Path, backup: Backup, clock: Clock, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off before each renaming in turn."""
    renamed: list[Path] = []
    rename = Path.replace

    def cut(self: Path, target: Path) -> Path:
        if len(renamed) == step:
            raise KeyboardInterrupt
        renamed.append(self)
        return rename(self, target)

    with monkeypatch.context() as patching:
        patching.setattr(Path, "replace", cut)
        with pytest.raises(KeyboardInterrupt):
            restore.restore(folder, backup, KEY, KEY, clock.now)
    profile = Profile(folder)
    store = profile.open(KEY, clock)
    assert texts(store) == ({WORDS, "Skrevet bagefter"} if step == 0 else {WORDS})
    store.close()
    profile.release()
    assert not list(folder.glob("hentet*")) and not list(folder.glob("gendannelse.json"))


def test_a_lost_key_file_comes_back_with_the_backup(folder: Path, backup: Backup, clock: Clock) -> None:
    (folder / key.KEY_FILE).write_text("ødelagt", encoding="utf-8")
    raw = restore.keys_of(backup, PASSPHRASE)
    restore.restore(folder, backup, raw, None, clock.now)
    store = Profile(folder).unlock(PASSPHRASE, clock)
    assert texts(store) == {WORDS}
    store.close()
