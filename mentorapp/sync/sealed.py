"""Sealed files: what one profile tells another, signed by the one and readable by the other alone.

Enclosed (`envelope.py`) is an age file for the receiver. In it: the sender's public signing key (32 bytes), an Ed25519
signature (64 bytes) over `CONTEXT`, sender, receiver and the rest, then frames (`sealed_frames.py`): the head, and
cells or documents. Nothing is unpacked before its sender is known and its signature right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from mentorapp.sync import (
    envelope,
    faults,
    sealed_box,
    sealed_cells,
    sealed_documents,
    sealed_frames,
    sealed_head,
    whole_file,
)
from mentorapp.sync.keys import Keys, PublicKeys
from mentorapp.sync.sealed_cells import Cell
from mentorapp.sync.sealed_documents import Document
from mentorapp.sync.sealed_head import Head

__all__ = ["Cell", "Document", "Head", "Opened", "open_sealed", "write", "write_documents"]

CONTEXT = b"mentorapp sealed 1\0"
LARGEST_FILE = 100 << 20
MOST_CELLS = 5_000_000

_ROOM = 4 << 20
"""Characters of values in a frame: at most 16 MB, whatever they are written with."""


class Opened:
    """A file that is for us and from a partner. Its content is read frame by frame, and checked as it is read.

    Which organisation, receiver and author the head names is for the caller to judge.
    """

    def __init__(self, name: str, inside: memoryview, head: Head, frames: list[memoryview]) -> None:
        self.head = head
        self.inside = inside
        """What was enclosed, as its sender signed it; `open_own` reads it again where it came from."""
        sender, _signature, _rest = _divided(inside)
        self.sender = sender
        """The public signing key of whoever wrote it."""
        self._name, self._frames = name, frames

    def cells(self) -> Iterator[Cell]:
        """The cells, sorted by key. `faults.Malformed` may come late: what was done with the first is to be undone."""
        if self.head.kind != "cells":
            return
        count, last = 0, None
        for frame in self._frames:
            with _refused(self._name):
                cells = sealed_cells.unpack(sealed_frames.unpacked(frame), last)
            count, last = count + len(cells), cells[-1][:4]
            if count > self.head.cells:
                raise faults.Malformed(self._name)
            yield from cells
        if count != self.head.cells:
            raise faults.Malformed(self._name)

    def documents(self) -> Iterator[Document]:
        """The documents, each whole and what its hash says; faults as with `cells`."""
        if self.head.kind != "documents":
            return
        for frame in self._frames:
            with _refused(self._name):
                document = sealed_documents.unpack(sealed_frames.unpacked(frame))
            yield document


def write(path: Path, head: Head, cells: Iterable[Cell], keys: Keys, receiver: PublicKeys) -> None:
    """Write `cells`, sorted by key, to `path`, whole or not at all.

    `UserError` where it cannot be written or grows too large, `ValueError` for cells that no reader would take.
    """
    count = 0

    def counted() -> Iterator[bytes]:
        nonlocal count
        for some in _in_frames(cells):
            count += len(some)
            yield sealed_cells.pack(some)

    content = sealed_frames.joined(counted())
    _write(path, sealed_head.counted(head, count), content, keys, receiver)


def write_documents(path: Path, head: Head, documents: Iterable[Document], keys: Keys, receiver: PublicKeys) -> None:
    """Write documents to `path`; faults as with `write`."""
    _write(path, head, sealed_frames.joined(map(sealed_documents.pack, documents)), keys, receiver)


def open_sealed(source: Path | bytes, keys: Keys, senders: Callable[[bytes], PublicKeys | None]) -> Opened:
    """Open a file for `keys`. `senders` knows a partner by the signing key, and not those who were taken away.

    Whatever it may be instead, one of `faults` says so.
    """
    name = envelope.name_of(source)
    opened = sealed_box.opened(envelope.content(source, envelope.SEALED, LARGEST_FILE), keys.seal)
    if opened is None:
        raise faults.NotForUs(name)
    inside = memoryview(opened)
    sender, _signature, _rest = _divided(inside)
    partner = senders(sender)
    if partner is None or partner.sign != sender:
        raise faults.UnknownSender(name)
    return _read(name, inside, keys.public.sign)


def open_own(inside: bytes, keys: Keys, receiver: bytes) -> Opened:
    """Read again what a profile with `keys` once sealed for the partner whose signing key is `receiver`.

    What the partner gives back is `Opened.inside`: nobody else could have signed it. Faults as with `open_sealed`.
    """
    name = envelope.name_of(inside)
    sender, _signature, _rest = _divided(memoryview(inside))
    if sender != keys.public.sign:
        raise faults.Forged(name)
    return _read(name, memoryview(inside), receiver)


def _read(name: str, inside: memoryview, receiver: bytes) -> Opened:
    """Check the signature of a known sender, then unpack the head."""
    sender, signature, rest = _divided(inside)
    if not sealed_box.is_signed(signature, CONTEXT, sender, receiver, rest):
        raise faults.Forged(name)
    try:
        with _refused(name):
            first, *frames = sealed_frames.split(rest)
            raw = sealed_frames.unpacked(first)
            if sealed_head.min_reader(raw) > sealed_head.FORMAT:
                raise faults.TooNew(name)
            head = sealed_head.decode(raw)
    except sealed_frames.TooMuch as fault:
        raise faults.TooLarge(name) from fault
    if head.cells > MOST_CELLS:
        raise faults.TooLarge(name)
    return Opened(name, inside, head, frames)


def _write(path: Path, head: Head, frames: bytes, keys: Keys, receiver: PublicKeys) -> None:
    rest = sealed_frames.joined([sealed_head.encode(head)]) + frames
    signature = sealed_box.sign(keys.sign, CONTEXT, receiver.sign, rest)
    content = sealed_box.seal(keys.public.sign + signature + rest, receiver.seal)
    file = envelope.enclose(envelope.SEALED, content)
    if len(file) > LARGEST_FILE or head.cells > MOST_CELLS:
        raise faults.TooLarge(path.name)
    whole_file.write(path, file)


def _in_frames(cells: Iterable[Cell]) -> Iterator[list[Cell]]:
    rest = iter(cells)
    while some := list(islice(rest, sealed_cells.MOST)):
        yield from _small_enough(some)


def _small_enough(cells: list[Cell]) -> Iterator[list[Cell]]:
    if len(cells) > 1 and sum(len(cell[4]) for cell in cells) > _ROOM:
        middle = len(cells) // 2
        yield from chain(_small_enough(cells[:middle]), _small_enough(cells[middle:]))
    else:
        yield cells


def _divided(inside: memoryview) -> tuple[bytes, bytes, memoryview]:
    signed = sealed_box.SIGN_KEY + sealed_box.SIGNATURE
    return bytes(inside[: sealed_box.SIGN_KEY]), bytes(inside[sealed_box.SIGN_KEY : signed]), inside[signed:]


@contextmanager
def _refused(name: str) -> Iterator[None]:
    """Whatever a partner may have signed that is no content of ours is one sentence."""
    try:
        yield
    except (ValueError, RecursionError) as fault:
        raise faults.Malformed(name) from fault
