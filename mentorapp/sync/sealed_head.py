"""The head of a sealed file: what it is, who it is from and for, and what its sender knows. Limits on every field."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

FORMAT = 1
"""What this program writes and reads. A file with a larger `min_reader` is not for this program."""

NAME = "^[a-z_][a-z0-9_]{0,39}\\Z"
"""How tables and fields are named."""

LARGEST = 2**63 - 1

MOST_GIVEN_BACK = 24 << 20
"""Bytes; a file that tells a mentor of fifty learners has 60 kB."""

Id: TypeAlias = Annotated[bytes, Meta(min_length=16, max_length=16)]
Sha256: TypeAlias = Annotated[bytes, Meta(min_length=32, max_length=32)]
Whole: TypeAlias = Annotated[int, Meta(ge=0, le=LARGEST)]
Name: TypeAlias = Annotated[str, Meta(pattern=NAME)]
Day: TypeAlias = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}\\Z")]
Following: TypeAlias = tuple[Id, Day | None, Day | None, Day | None]
"""A learner; first and last day they are followed by the receiver; the day the receiver's copy is removed."""


class Head(Struct, kw_only=True, frozen=True):
    """Fields may be added by later versions and are ignored by earlier ones; none changes its meaning."""

    format: Whole = FORMAT
    min_reader: Whole = FORMAT
    kind: Literal["cells", "documents"]
    org: Id
    sender: Whole
    """Author number, 63 bits."""
    receiver: Whole
    file_id: Id
    created: Whole
    """Milliseconds since 1970, by the sender's clock."""
    program: Annotated[str, Meta(max_length=40)]
    """Version of the program that wrote it."""
    merged: Annotated[list[Id], Meta(max_length=500)] = []
    """Files the sender has merged from the receiver."""
    following: Annotated[list[Following], Meta(max_length=100_000)] = []
    erased: Annotated[list[tuple[Id, Whole, Whole]], Meta(max_length=100_000)] = []
    """Learner, milliseconds since 1970, author."""
    receipts: Annotated[list[tuple[Name, Id, Whole]], Meta(max_length=100_000)] = []
    """`forgotten` or `erased` (a later version may know more), learner, milliseconds since 1970."""
    documents: Annotated[list[Sha256], Meta(max_length=5_000)] = []
    """Documents the sender holds."""
    wants_back: bool = False
    """Whether the sender was brought back from a backup and asks for its own last file."""
    given_back: Annotated[bytes, Meta(max_length=MOST_GIVEN_BACK)] = b""
    """The receiver's own last file as it was signed, for a receiver who was brought back from a backup."""
    cells: Whole = 0
    """How many cells follow; filled in on writing."""

    def __post_init__(self) -> None:
        for _learner, *days in self.following:
            for day in filter(None, days):
                date.fromisoformat(day)


class Reader(Struct):
    """The one field of a head that every version understands."""

    min_reader: Whole


_head = msgspec.msgpack.Decoder(Head)
_reader = msgspec.msgpack.Decoder(Reader)


def encode(head: Head) -> bytes:
    """`ValueError` for a head that no reader would take: what is sent has been read once."""
    raw = msgspec.msgpack.encode(head)
    decode(raw)
    return raw


def decode(raw: bytes) -> Head:
    """`ValueError` or `RecursionError` for anything that is no head."""
    return _head.decode(raw)


def min_reader(raw: bytes) -> int:
    """The oldest format whose readers understand this head; faults as in `decode`."""
    return _reader.decode(raw).min_reader


def counted(head: Head, cells: int) -> Head:
    """The head of a file with that many cells."""
    return msgspec.structs.replace(head, cells=cells)
