"""Opening by the machine's key ring: off until chosen, over when it is switched off or the passphrase is changed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from keyring import backend
from keyrings.alt.file import PlaintextKeyring

from mentorapp.errors import UserError
from mentorapp.store import backup_file, key, key_ring, restore
from mentorapp.store.backups import Backups
from mentorapp.store.database import Store
from tests.conftest import KEY, Clock
from tests.store.profiles import PASSPHRASE, fill, lay_out
from tests.store.rings import LockedRing, Ring


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with a key ring in it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [PlaintextKeyring(), Ring()])
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "profil")


def test_it_is_off_until_somebody_who_knows_the_passphrase_chooses_it(home: Path, folder: Path) -> None:
    assert not key_ring.is_on(folder)
    with pytest.raises(key_ring.KeyRingSilent):
        key_ring.unlock(folder)
    with pytest.raises(UserError, match="passer ikke"):
        key_ring.switch_on(folder, "et helt andet ord")
    assert not key_ring.is_on(folder) and not home.exists()
    key_ring.switch_on(folder, PASSPHRASE)
    assert key_ring.is_on(folder) and key_ring.unlock(folder) == KEY
    assert key.unlock(folder, PASSPHRASE) == KEY, "the passphrase opens as ever"


def test_neither_the_key_ring_nor_the_profile_alone_holds_the_key(home: Path, folder: Path, tmp_path: Path) -> None:
    key_ring.switch_on(folder, PASSPHRASE)
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert kept and not any(KEY.hex().encode() in one or KEY in one for one in kept)
    name = key.machine_name(folder)
    secret = Ring().get_password(key_ring.SERVICE, name or "")
    assert secret and secret.encode() not in (folder / key.KEY_FILE).read_bytes()
    # a stolen profile on a machine whose key ring is another one
    assert key.unlock_for_machine(folder, "x" * len(secret)) is None
    elsewhere = lay_out(tmp_path / "en anden profil")
    assert key.unlock_for_machine(elsewhere, secret) is None, "the secret opens nothing but its own wrap"


def off(folder: Path) -> None:
    key_ring.switch_off(folder)


def another_passphrase(folder: Path) -> None:
    key_ring.change_passphrase(folder, KEY, "et helt andet ord")


@pytest.mark.parametrize("end", [off, another_passphrase])
def test_what_was_kept_opens_nothing_afterwards(home: Path, folder: Path, end) -> None:
    key_ring.switch_on(folder, PASSPHRASE)
    name, kept = key.machine_name(folder) or "", home / "python_keyring" / "keyring_pass.cfg"
    stolen, secret = kept.read_bytes(), Ring().get_password(key_ring.SERVICE, name)
    end(folder)
    assert Ring().get_password(key_ring.SERVICE, name) is None, "the key ring has forgotten it"
    kept.write_bytes(stolen)
    assert not key_ring.is_on(folder) and key.unlock_for_machine(folder, secret or "") is None
    with pytest.raises(key_ring.KeyRingSilent):
        key_ring.unlock(folder)


def test_a_backup_never_opens_by_the_key_ring(home: Path, folder: Path, clock: Clock) -> None:
    """Else an old backup would open by a secret that was switched off; nor would it on another machine."""
    store = Store(folder, KEY, clock)
    fill(store)
    key_ring.switch_on(folder, PASSPHRASE)
    backup = Backups(folder).take(store, "close")
    store.close()
    with zipfile.ZipFile(backup.path) as archive:
        assert b"machine" not in archive.read(backup_file.KEYS)
    assert restore.keys_of(backup, PASSPHRASE) == KEY
    restore.restore(folder, backup, KEY, None, clock.now)
    assert not key_ring.is_on(folder) and key.unlock(folder, PASSPHRASE) == KEY
    assert not any(b'"machine"' in path.read_bytes() for path in folder.rglob(key.KEY_FILE))


def missing(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [PlaintextKeyring()])


def locked(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [LockedRing()])


def emptied(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / "python_keyring" / "keyring_pass.cfg").unlink()


def garbled(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / "python_keyring" / "keyring_pass.cfg").write_bytes(b"\xff\x00[[[")


@pytest.mark.parametrize("harm", [missing, locked, emptied, garbled])
def test_a_key_ring_that_fails_is_a_sentence_and_the_passphrase_opens(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, harm
) -> None:
    key_ring.switch_on(folder, PASSPHRASE)
    harm(monkeypatch, home)
    with pytest.raises(key_ring.KeyRingSilent, match="Skriv adgangssætningen") as told:
        key_ring.unlock(folder)
    assert "Holst" not in str(told.value)
    assert key.unlock(folder, PASSPHRASE) == KEY
    key_ring.switch_off(folder)
    assert not key_ring.is_on(folder)


def test_what_the_key_ring_does_not_take_changes_nothing(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / key.KEY_FILE).read_bytes()
    locked(monkeypatch, home)
    with pytest.raises(key_ring.KeyRingSilent, match="Intet er ændret"):
        key_ring.switch_on(folder, PASSPHRASE)
    assert (folder / key.KEY_FILE).read_bytes() == before


def test_a_plain_file_is_no_key_ring_and_several_are_not_taken_as_one(tmp_path: Path) -> None:
    """As it is found in a process of its own, where plain files are all there is to find, if anything."""
    program = (
        "from keyring import backend; from keyring.backends.chainer import ChainerBackend\n"
        "from keyrings.alt.file import PlaintextKeyring; from mentorapp.store import key_ring\n"
        "class Chain(ChainerBackend): priority = 10\n"
        "found = [PlaintextKeyring(), Chain()]\n"
        "backend.get_all_keyring = lambda: found\n"
        "print(key_ring.is_there())"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "XDG_DATA_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.strip() == "False"
    assert not list(tmp_path.iterdir())
