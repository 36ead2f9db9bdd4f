"""Documents as frames: one each, named by the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from mentorapp.sync.sealed_head import Id, Sha256

Document: TypeAlias = tuple[bytes, bytes, bytes]
"""Learner (16 bytes), SHA-256, content."""

LARGEST_DOCUMENT = 5 << 20
"""Bytes, as the store has it."""


class _Blob(Struct, array_like=True, frozen=True):
    learner: Id
    sha256: Sha256
    content: Annotated[bytes, Meta(max_length=LARGEST_DOCUMENT)]


_decoder = msgspec.msgpack.Decoder(_Blob)


def pack(document: Document) -> bytes:
    """A frame of one document. `ValueError` for what no reader would take."""
    raw = msgspec.msgpack.encode(_Blob(*document))
    unpack(raw)
    return raw


def unpack(raw: bytes) -> Document:
    """The document of a frame; `ValueError` where its content is another than it says."""
    blob = _decoder.decode(raw)
    if hashlib.sha256(blob.content).digest() != blob.sha256:
        raise ValueError("content is another")
    return blob.learner, blob.sha256, blob.content
