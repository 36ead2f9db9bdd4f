"""The recovery key: typed as it is printed or nearly so, wrong groups named; passphrases changed in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.errors import UserError
from mentorapp.store import key, recovery_key
from mentorapp.store.profile import Profile
from tests.conftest import KEY
from tests.store.profiles import OLD, PASSPHRASE

NEW = "fire helt nye ord"


def test_it_is_random_and_long_enough() -> None:
    made = {recovery_key.make() for _time in range(50)}
    assert len(made) == 50
    # three free signs of 32 in each group, and one that checks them
    assert recovery_key.GROUPS * 3 * 5 >= 128
    assert all(recovery_key.read(one) == one for one in made)


def test_how_it_is_typed_makes_no_difference() -> None:
    made = recovery_key.make()
    typed = made.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_key.read(f" {typed}\n") == made


@given(st.integers(0, recovery_key.GROUPS - 2))
def test_swapped_groups_are_named(place: int) -> None:
    groups = recovery_key.make().split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(UserError):
        # a swap that two check signs happen to allow is found by the key itself
        recovery_key.read("-".join(groups))
        raise UserError


def test_a_wrong_sign_is_found_in_its_group() -> None:
    groups = recovery_key.make().split("-")
    found = 0
    for sign in recovery_key.SIGNS:
        changed = [*groups[:4], groups[4][:3] + sign, *groups[5:]]
        try:
            recovery_key.read("-".join(changed))
        except UserError as told:
            found += "Gruppe 5" in str(told)
    assert found == len(recovery_key.SIGNS) - 1


@pytest.mark.parametrize("typed", ["", "ABCD", "tre små ord", "x" * 36, "0000-" * 9, "æøå" * 12, "A" * 10_000])
def test_what_is_no_key_is_a_sentence(typed: str) -> None:
    with pytest.raises(UserError, match=r"\.$"):
        recovery_key.read(typed)
    assert not recovery_key.looks_like_one(typed)


def test_it_opens_the_store_when_the_passphrase_is_forgotten(tmp_path: Path) -> None:
    raw = key.create(tmp_path, PASSPHRASE)
    assert not key.has_recovery_key(tmp_path)
    printed = key.new_recovery_key(tmp_path, raw)
    assert key.has_recovery_key(tmp_path)
    assert key.unlock(tmp_path, printed) == key.unlock(tmp_path, printed.lower()) == raw
    assert key.unlock(tmp_path, PASSPHRASE) == raw
    assert printed not in (tmp_path / key.KEY_FILE).read_text(encoding="utf-8")
    with pytest.raises(UserError, match="passer ikke"):
        key.unlock(tmp_path, recovery_key.make())


def test_a_new_recovery_key_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    raw = key.create(tmp_path, PASSPHRASE)
    first = key.new_recovery_key(tmp_path, raw)
    second = key.new_recovery_key(tmp_path, raw)
    assert key.unlock(tmp_path, second) == raw
    with pytest.raises(UserError, match="passer ikke"):
        key.unlock(tmp_path, first)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    raw = key.create(tmp_path, PASSPHRASE)
    printed = key.new_recovery_key(tmp_path, raw)
    key.change_passphrase(tmp_path, raw, NEW)
    assert key.unlock(tmp_path, NEW) == key.unlock(tmp_path, printed) == raw
    with pytest.raises(UserError, match="passer ikke"):
        key.unlock(tmp_path, PASSPHRASE)


def test_a_change_that_is_cut_off_leaves_the_old_key_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = key.create(tmp_path, PASSPHRASE)

    def cut(_path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patching:
        patching.setattr(Path, "replace", cut)
        with pytest.raises(UserError, match="Intet er ændret"):
            key.change_passphrase(tmp_path, raw, NEW)
    assert key.unlock(tmp_path, PASSPHRASE) == raw


def test_the_first_key_files_still_open_and_can_be_changed(tmp_path: Path) -> None:
    (tmp_path / key.KEY_FILE).write_bytes((OLD / "key_1.json").read_bytes())
    assert key.unlock(tmp_path, PASSPHRASE) == KEY
    printed = key.new_recovery_key(tmp_path, KEY)
    assert key.unlock(tmp_path, PASSPHRASE) == key.unlock(tmp_path, printed) == KEY
    key.change_passphrase(tmp_path, KEY, NEW)
    assert key.unlock(tmp_path, NEW) == KEY
    assert json.loads((tmp_path / key.KEY_FILE).read_text(encoding="utf-8"))["version"] == 2


def test_a_start_that_was_killed_while_it_made_the_store_begins_again(tmp_path: Path) -> None:
    """Killed after the key and before the store: nobody had written a word yet."""
    profile = Profile(tmp_path)
    (tmp_path / "oprettes").touch()
    key.create(tmp_path, PASSPHRASE)
    assert profile.is_new
    profile.create(NEW, lambda: 1).close()
    assert not profile.is_new
    profile.unlock(NEW, lambda: 1).close()
    profile.release()
