"""Frames: each its length (4 bytes, big end first) and one zstd frame that says how large it unpacks."""

from __future__ import annotations

from collections.abc import Iterable

import zstandard

LARGEST_FRAME = 32 << 20
"""Bytes unpacked."""

LARGEST_TOTAL = 1 << 30

MOST_FRAMES = 5_000

_LEVEL = 3
_LENGTH = 4


class TooMuch(Exception):
    """It would unpack to more than is allowed; nothing has been unpacked."""


def joined(frames: Iterable[bytes]) -> bytes:
    """The frames, compressed, one after the other."""
    compressor = zstandard.ZstdCompressor(level=_LEVEL)
    packed = bytearray()
    for frame in frames:
        compressed = compressor.compress(frame)
        packed += len(compressed).to_bytes(_LENGTH, "big")
        packed += compressed
    return bytes(packed)


def split(packed: memoryview) -> list[memoryview]:
    """The frames, still compressed. `TooMuch` by what they say of themselves, `ValueError` where they are cut off."""
    frames: list[memoryview] = []
    at = total = 0
    while at < len(packed):
        start = at + _LENGTH
        at = start + int.from_bytes(packed[at:start], "big")
        if start > len(packed) or at > len(packed):
            raise ValueError("frame cut off")
        total += _unpacked_size(packed[start:at])
        if total > LARGEST_TOTAL or len(frames) == MOST_FRAMES:
            raise TooMuch
        frames.append(packed[start:at])
    return frames


def unpacked(frame: memoryview) -> bytes:
    """What a frame holds; `ValueError` where it is not what it says, or something follows it."""
    try:
        # the size was checked in `split`: one that lies is refused by zstd before more is made room for
        return zstandard.ZstdDecompressor().decompress(frame, allow_extra_data=False)
    except zstandard.ZstdError as fault:
        raise ValueError("frame damaged") from fault


def _unpacked_size(frame: memoryview) -> int:
    try:
        size = zstandard.get_frame_parameters(frame).content_size
    except zstandard.ZstdError as fault:
        raise ValueError("no frame") from fault
    if size == zstandard.CONTENTSIZE_UNKNOWN:
        raise ValueError("frame of unknown size")
    if size > LARGEST_FRAME:
        raise TooMuch
    return int(size)
