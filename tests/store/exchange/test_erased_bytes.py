"""After an erasure the bytes are gone: every page of the file, its log, its backups and replaced stores is decrypted
and searched, as somebody with the key could."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from mentorapp.domain.change import creation, update
from mentorapp.domain.learner import Learner
from mentorapp.store import backup_file, drafts, notes, restore
from mentorapp.store.backups import Backups
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.exchange import erasure
from mentorapp.store.names import names
from mentorapp.store.profile import Profile
from tests.conftest import KEY, Clock
from tests.store.profiles import TODAY, WHO, lay_out

PAGE, RESERVED, HEADER, FRAME = 4096, 80, 32, 24
NAME, BEFORE, WORDS, DRAFT = "Hemmelige Holst", "Gammelnavn", "tryksåret heler", "halvskreven sætning"
OTHER = bytes(15) + b"\2"


def pages(content: bytes) -> bytes:
    """A database file or its log in plain text: SQLCipher 4, AES-256 in CBC, the vector at the end of each page."""
    if content[:4] in (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"):
        frames = range(HEADER + FRAME, len(content) - PAGE + 1, FRAME + PAGE)
        return b"".join(_page(content[at : at + PAGE], False) for at in frames)
    return b"".join(_page(content[at : at + PAGE], at == 0) for at in range(0, len(content), PAGE))


def _page(page: bytes, first: bool) -> bytes:
    end = PAGE - RESERVED
    decryptor = Cipher(algorithms.AES(KEY), modes.CBC(page[end : end + 16])).decryptor()
    return decryptor.update(page[16 if first else 0 : end]) + decryptor.finalize()


def everything(folder: Path) -> bytes:
    """All that lies below `folder`, decrypted."""
    found = b""
    for path in folder.rglob("*"):
        if path.suffix == ".mentorkopi":
            found += pages(zipfile.ZipFile(path).read(DATABASE_FILE))
        elif path.name.startswith(DATABASE_FILE) and not path.name.endswith("-shm"):
            found += pages(path.read_bytes())
        elif path.is_file():
            found += path.read_bytes()
    return found


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    profile = Profile(lay_out(tmp_path / "profil"))
    yield profile
    profile.release()


@pytest.fixture
def filled(profile: Profile, clock: Clock) -> Iterator[Store]:
    """A store with a learner to erase and one to keep, backed up, replaced by a restore, and written in since."""
    folder = profile.folder
    store = Store(folder, KEY, clock)
    people = [Learner(WHO, "-", BEFORE), Learner(OTHER, "-", "Bliver Boende")]
    store.record([change for one in people for change in creation(one)], "To elever", "import")
    store.record(update(people[0], Learner(WHO, "-", NAME)), f"Navn, {NAME}")
    notes.add(store, WHO, WORDS, TODAY)
    notes.add(store, OTHER, "Et andet ord", TODAY)
    backup = Backups(folder).take(store, "hand")
    store.close()
    restore.restore(folder, backup, KEY, KEY, clock())
    store = profile.open(KEY, clock)
    drafts.save(store, f"note/{WHO.hex()}", DRAFT)
    yield store
    store.close()


def test_no_byte_of_an_erased_learner_is_left_and_the_other_is_whole(filled: Store, tmp_path: Path) -> None:
    for word in (NAME, BEFORE, WORDS, DRAFT):
        assert word.encode() in everything(tmp_path), word
    cleaned = erasure.erase(filled, WHO)
    assert (cleaned.copies, cleaned.left) == (2, ())
    left = everything(tmp_path)
    for word in (NAME, BEFORE, WORDS, DRAFT, "tryks"):
        assert word.encode() not in left, word
    assert b"Bliver Boende" in left and b"Et andet ord" in left
    assert names(filled) == [(OTHER, "Bliver Boende")]
    (backup,) = Backups(filled.folder).all()
    assert (backup.manifest.learners, backup.manifest.notes) == (1, 1)


def test_a_backup_that_was_out_of_reach_brings_nobody_back(
    filled: Store, profile: Profile, tmp_path: Path, clock: Clock
) -> None:
    (backup,) = Backups(filled.folder).all()
    away = backup.path.rename(tmp_path / "stick.mentorkopi")
    erasure.erase(filled, WHO)
    filled.close()
    restore.restore(filled.folder, backup_file.read(away), KEY, KEY, clock())
    store = profile.open(KEY, clock)
    assert names(store) == [(OTHER, "Bliver Boende")]
    assert NAME.encode() not in everything(filled.folder)
    store.close()
