"""A sealed file says exactly what was written, to the one it was written for, and nothing to anybody else."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.errors import UserError
from mentorapp.store.rows import encode
from mentorapp.sync import envelope, faults, sealed, sealed_box, sealed_cells
from mentorapp.sync.keys import Keys, PublicKeys
from mentorapp.sync.sealed import Cell
from tests.sync.files import AMAL, KARIN, LEARNER, STRANGER, days, head, opened, partners, signed

NAMES = st.from_regex("[a-z_][a-z0-9_]{0,39}", fullmatch=True)
ROWS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)
WHOLE = st.integers(0, 2**63 - 1)
SCALARS = st.none() | st.booleans() | st.text() | st.integers(-(2**63) + 1, 2**63 - 1)
VALUES = (SCALARS | st.lists(st.text()) | st.lists(st.integers(0, 9))).map(encode)
KEYS = st.tuples(st.binary(min_size=16, max_size=16) | st.just(LEARNER), NAMES, ROWS, NAMES)
CELLS = st.dictionaries(KEYS, st.tuples(VALUES, WHOLE, WHOLE), min_size=1, max_size=30).map(
    lambda found: sorted((*key, *rest) for key, rest in found.items())
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Til Amal.mentorfil"


def write(path: Path, cells: list[Cell], **fields: object) -> None:
    sealed.write(path, head(**fields), iter(cells), KARIN, AMAL.public)


@given(CELLS)
def test_what_was_packed_is_unpacked(cells: list[Cell]) -> None:
    assert sealed_cells.unpack(sealed_cells.pack(cells), None) == cells


@pytest.mark.parametrize("count", [0, 1, 999])
def test_what_was_written_is_read(path: Path, count: int) -> None:
    cells = days(count)
    write(path, cells)
    assert list(opened(path).cells()) == cells
    assert opened(path.read_bytes()).head.cells == count


def test_the_head_arrives_whole(path: Path) -> None:
    told = head(
        merged=[b"m" * 16],
        following=[(LEARNER, "2026-11-22", None, "2027-02-20")],
        erased=[(LEARNER, 5, 2**63 - 1)],
        receipts=[("forgotten", LEARNER, 7)],
        documents=[bytes(32)],
    )
    sealed.write(path, told, [], KARIN, AMAL.public)
    assert opened(path).head == told
    assert opened(path).sender == KARIN.public.sign


def test_many_cells_go_in_many_frames(path: Path) -> None:
    cells = days(2 * sealed_cells.MOST + 3)
    write(path, cells)
    assert list(opened(path).cells()) == cells
    assert len(opened(path)._frames) == 3


def test_long_notes_go_in_smaller_frames(path: Path) -> None:
    cells = [(LEARNER, "note", f"{row:04}", "text", encode("Æ" * 32_000 + str(row)), row, 1) for row in range(600)]
    write(path, cells)
    assert list(opened(path).cells()) == cells


def test_documents_arrive_whole(path: Path) -> None:
    blobs = [os.urandom(5_000), b"", bytes(sealed.LARGEST_FILE // 50)]
    documents = [(LEARNER, hashlib.sha256(blob).digest(), blob) for blob in blobs]
    sealed.write_documents(path, head(kind="documents"), documents, KARIN, AMAL.public)
    assert list(opened(path).documents()) == documents
    assert list(opened(path).cells()) == []


def test_nothing_can_be_read_of_it(path: Path) -> None:
    write(path, [(LEARNER, "note", "1", "text", '"Amal Idris Hamid"', 1, 1)], program="kanfindes")
    raw = path.read_bytes()
    for told in (b"Amal", b"note", b"kanfindes", LEARNER, KARIN.public.sign, AMAL.public.seal.encode()):
        assert told not in raw


def test_an_older_file_stays_until_the_new_one_is_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, days(5))
    before = path.read_bytes()

    def full(_fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Intet er ændret"):
        write(path, days(10))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "cells",
    [
        [(LEARNER, "a", "2", "f", "1", 1, 1), (LEARNER, "a", "1", "f", "1", 1, 1)],
        [(LEARNER, "a", "1", "g", "1", 1, 1), (LEARNER, "a", "1", "f", "1", 1, 1)],
        [(LEARNER, "a", "1", "f", "1", 1, 1)] * 2,
        [(LEARNER, "a", "1", "f", "{}", 1, 1)],
        [(LEARNER, "a", "1", "f", "1.5", 1, 1)],
    ],
)
def test_what_no_reader_would_take_is_not_written(path: Path, cells: list[Cell]) -> None:
    with pytest.raises(ValueError):
        write(path, cells)
    assert not path.exists()


def test_a_head_no_reader_would_take_is_not_written(path: Path) -> None:
    for wrong in ({"following": [(LEARNER, "2026-02-30", None, None)]}, {"org": b"kort"}, {"sender": -1}):
        with pytest.raises(ValueError):
            write(path, [], **wrong)
    assert not path.exists()


def test_only_the_receiver_opens_it(path: Path) -> None:
    write(path, days(5))
    for other in (STRANGER, KARIN):
        with pytest.raises(faults.NotForUs, match="Til Amal"):
            opened(path, other)


def test_only_partners_are_heard(path: Path) -> None:
    write(path, days(5))
    with pytest.raises(faults.UnknownSender):
        opened(path, AMAL, STRANGER)
    with pytest.raises(faults.UnknownSender):
        sealed.open_sealed(path, AMAL, lambda _sign: STRANGER.public)


def test_a_letter_cannot_be_sealed_on_to_a_third_person(path: Path) -> None:
    write(path, days(5))
    inside = sealed_box.opened(envelope.content(path, envelope.SEALED, 1 << 20), AMAL.seal)
    assert inside is not None
    passed_on = envelope.enclose(envelope.SEALED, sealed_box.seal(inside, STRANGER.public.seal))
    with pytest.raises(faults.Forged):
        opened(passed_on, STRANGER)


@pytest.mark.parametrize(
    "sign",
    [
        lambda content: bytes(64),
        lambda content: sealed_box.sign(STRANGER.sign, sealed.CONTEXT, AMAL.public.sign, content),
        lambda content: sealed_box.sign(KARIN.sign, sealed.CONTEXT, KARIN.public.sign, content),
        lambda content: sealed_box.sign(KARIN.sign, b"another", AMAL.public.sign, content),
        lambda content: sealed_box.sign(KARIN.sign, sealed.CONTEXT, AMAL.public.sign, content + b"\0"),
    ],
)
def test_a_signature_by_somebody_or_over_something_else_is_forged(sign: Callable[[bytes], bytes]) -> None:
    # the content would be refused too, if it were looked at: the signature comes first
    inside = KARIN.public.sign + sign(b"content") + b"content"
    with pytest.raises(faults.Forged):
        opened(envelope.enclose(envelope.SEALED, sealed_box.seal(inside, AMAL.public.seal)))


def test_what_is_signed_and_no_content_is_malformed() -> None:
    with pytest.raises(faults.Malformed):
        opened(signed(b"content"))


def test_keys_do_not_show_themselves() -> None:
    shown = repr(KARIN)
    assert KARIN.seal not in shown
    assert repr(KARIN.sign) not in shown
    assert isinstance(KARIN.public, PublicKeys)
    assert Keys(KARIN.sign, KARIN.seal).public == KARIN.public
    assert partners(KARIN)(KARIN.public.sign) == KARIN.public
