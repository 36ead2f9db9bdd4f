"""Rows in the pages of a database, whichever table they belong to (sqlite.org/fileformat2.html)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorapp.store.rescue.pages import USABLE, Pages

Row = tuple[Any, ...]

_INDEX_INSIDE, _INDEX_LEAF, _TABLE_LEAF = 0x02, 0x0A, 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LARGEST = 6 << 20
"""Bytes of a row: a document's content is at most 5 MB."""


def rows(pages: Pages) -> Iterator[Row]:
    """Every row that can be read whole; one that lies partly on a damaged page is left out."""
    for page in pages:
        kind = page[0]
        if kind not in (_INDEX_INSIDE, _INDEX_LEAF, _TABLE_LEAF):
            continue
        head = 12 if kind == _INDEX_INSIDE else 8
        for place in range(int.from_bytes(page[3:5], "big")):
            pointer = head + 2 * place
            try:
                row = _row(pages, page, kind, int.from_bytes(page[pointer : pointer + 2], "big"))
            except (IndexError, ValueError):
                # what a page says of itself need not be true of what lies in it
                continue
            if row is not None:
                yield row


def _row(pages: Pages, page: bytes, kind: int, at: int) -> Row | None:
    if kind == _INDEX_INSIDE:
        at += 4
    size, at = _number(page, at)
    if kind == _TABLE_LEAF:
        _rowid, at = _number(page, at)
    if size > _LARGEST:
        raise ValueError(size)
    most = USABLE - 35 if kind == _TABLE_LEAF else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return _values(page[at : at + size])
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = here if here <= most else least
    onward = int.from_bytes(page[at + here : at + here + 4], "big")
    content = bytearray(page[at : at + here])
    while len(content) < size:
        further = pages.page(onward) if onward else None
        if further is None:
            return None
        onward = int.from_bytes(further[:4], "big")
        content += further[4:]
    return _values(bytes(content[:size]))


def _values(content: bytes) -> Row:
    size, at = _number(content, 0)
    kinds = []
    while at < size:
        kind, at = _number(content, at)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        value, at = _value(content, kind, at)
        values.append(value)
    if at != len(content):
        raise ValueError(at)
    return tuple(values)


def _value(content: bytes, kind: int, at: int) -> tuple[Any, int]:
    if kind >= 12:
        end = at + (kind - 12) // 2
        return (content[at:end].decode() if kind % 2 else content[at:end]), end
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(content[at:end], "big", signed=True), end
    if kind in (8, 9):
        return kind - 8, at
    if kind == 0:
        return None, at
    # no table of ours holds a fraction
    raise ValueError(kind)


def _number(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(8):
        byte = content[at + place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + place + 1
    return number << 8 | content[at + 8], at + 9
