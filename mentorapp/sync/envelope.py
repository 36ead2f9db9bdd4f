"""What all our files have in common: how they begin, how long they are, and a checksum of what follows.

`\\x89MTR`, kind and major version of the format (a byte each), CR LF, length of what follows (8 bytes, big end
first), its SHA-256. So a file can be told half copied, damaged, or somebody else's before anything is opened. The
checksum protects against accidents only; who wrote a file is for the signature inside.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from mentorapp.i18n import _
from mentorapp.sync import faults

SEALED, INVITATION, REPLY = b"S", b"I", b"R"
MAJOR = 1
"""Of all formats. It rises when a reader of today could not even say who a file is from."""

HEAD = 48
"""Bytes before what is enclosed."""

_OURS, _LINE = b"\x89MTR", b"\r\n"


def enclose(kind: bytes, content: bytes) -> bytes:
    """`content` as a file of `kind` (one of the constants above)."""
    return _OURS + kind + bytes([MAJOR]) + _LINE + len(content).to_bytes(8, "big") + _checksum(content) + content


def content(source: Path | bytes, kind: bytes, most: int) -> bytes:
    """What a file of `kind` encloses; a `faults.FileRefused` otherwise. `most` is the largest file in bytes."""
    name, raw = name_of(source), read(source, most)
    told = kind_and_major(raw)
    if told is None:
        raise (faults.Incomplete if _only_begun(raw) else faults.NotOurs)(name)
    if told[1] > MAJOR:
        raise faults.TooNew(name)
    if told[0] != kind or told[1] < 1:
        raise faults.WrongKind(name)
    inside, length = raw[HEAD:], int.from_bytes(raw[8:16], "big")
    if len(raw) < HEAD or len(inside) < length:
        raise faults.Incomplete(name)
    if len(inside) > length or _checksum(inside) != raw[16:HEAD]:
        # some programs make room for the whole file first and fill it in then
        raise (faults.Damaged if any(raw[-64:]) else faults.Incomplete)(name)
    return inside


def kind_and_major(raw: bytes) -> tuple[bytes, int] | None:
    """Kind and major version of a file that begins like this; None where it is none of ours."""
    if len(raw) < 8 or raw[:4] != _OURS or raw[6:8] != _LINE:
        return None
    return raw[4:5], raw[5]


def beginning(source: Path | bytes, most: int = 1024) -> bytes:
    """The first `most` bytes of a file; `faults.Unreadable` where there is none."""
    if isinstance(source, bytes):
        return source[:most]
    try:
        # a pipe or a device would be waited for
        if not source.is_file():
            raise faults.Unreadable(name_of(source))
        with source.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as fault:
        raise faults.Unreadable(name_of(source)) from fault


def read(source: Path | bytes, most: int) -> bytes:
    """The bytes of a file; `faults.TooLarge`, and nothing read, where there are more than `most`."""
    if _size(source) > most:
        raise faults.TooLarge(name_of(source))
    return beginning(source, most)


def _size(source: Path | bytes) -> int:
    """Bytes of a file; 0 where it is none, which reading it will say."""
    try:
        return len(source) if isinstance(source, bytes) else source.stat().st_size
    except (OSError, ValueError):
        return 0


def name_of(source: Path | bytes) -> str:
    """What a fault calls the file."""
    return _("Filen") if isinstance(source, bytes) else source.name


def _only_begun(raw: bytes) -> bool:
    """Whether this is nothing, zeros, or less than our first eight bytes."""
    return not raw.strip(b"\0") or (len(raw) < 8 and (_OURS.startswith(raw) or raw.startswith(_OURS)))


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
