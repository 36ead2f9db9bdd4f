"""Cells as columns: what many cells share is written once a frame, then one entry a row and three numbers a cell.

Rows of one table mostly have the same fields, so the fields of a row are one number too: its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice, pairwise, repeat, starmap
from operator import lt, ne, sub
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta, Struct

from mentorapp.sync.sealed_head import LARGEST, Id, Name, Whole

Cell: TypeAlias = tuple[bytes, str, str, str, str, int, int]
"""Learner (16 bytes), table, row, field, value (canonical JSON), milliseconds since 1970, author."""

Key: TypeAlias = tuple[bytes, str, str, str]

MOST = 20_000
"""Cells in a frame, so that a million of them need little memory at a time."""

LONGEST_VALUE = 64 * 1024
"""Bytes, as the store has it."""

_Row: TypeAlias = Annotated[str, Meta(min_length=1, max_length=120)]
_Value: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_VALUE)]
_Index: TypeAlias = Annotated[int, Meta(ge=0, lt=MOST)]
_Difference: TypeAlias = Annotated[int, Meta(ge=-LARGEST, le=LARGEST)]
_UpTo = Meta(max_length=MOST)


class Columns(Struct, array_like=True, frozen=True):
    """A frame of cells sorted by key. Limits here, so that nothing large is made of little while it is decoded."""

    learners: Annotated[list[Id], _UpTo]
    tables: Annotated[list[Name], _UpTo]
    fields: Annotated[list[Name], _UpTo]
    authors: Annotated[list[Whole], _UpTo]
    values: Annotated[list[_Value], _UpTo]
    shape_lengths: Annotated[list[_Index], _UpTo]
    shape_fields: Annotated[list[_Index], _UpTo]
    """The fields of each shape, one after the other, by number."""
    rows: Annotated[list[_Row], _UpTo]
    row_learners: Annotated[list[_Index], _UpTo]
    row_tables: Annotated[list[_Index], _UpTo]
    row_shapes: Annotated[list[_Index], _UpTo]
    cell_values: Annotated[list[_Index], _UpTo]
    cell_stamps: Annotated[list[_Difference], _UpTo]
    """Each less the one before."""
    cell_authors: Annotated[list[_Index], _UpTo]


_decoder = msgspec.msgpack.Decoder(Columns)
_Scalar: TypeAlias = Annotated[int, Meta(ge=-LARGEST, le=LARGEST)] | str | bool | None
_values = msgspec.json.Decoder(_Scalar | list[_Scalar])
_to_json = msgspec.json.Encoder()
_CONTROL = re.compile("[\0-\x1f\x7f]")


def pack(cells: Sequence[Cell]) -> bytes:
    """A frame of at most `MOST` cells, sorted by key. `ValueError` for what no reader would take."""
    learner, table, row, field, value, stamp, author = zip(*cells, strict=True)
    rows = list(zip(learner, table, row, strict=True))
    starts = [0, *(at for at, new in enumerate(starmap(ne, pairwise(rows)), 1) if new)]
    shapes = [field[start:end] for start, end in pairwise([*starts, len(cells)])]
    heads = [rows[start] for start in starts]
    row_learner, row_table, row_key = zip(*heads, strict=True)
    columns = (row_learner, row_table, field, author, value, shapes)
    learners, tables, fields, authors, values, kinds = map(_numbered, columns)
    frame = Columns(
        list(learners),
        list(tables),
        list(fields),
        list(authors),
        list(values),
        list(map(len, kinds)),
        [fields[name] for shape in kinds for name in shape],
        list(row_key),
        list(map(learners.__getitem__, row_learner)),
        list(map(tables.__getitem__, row_table)),
        list(map(kinds.__getitem__, shapes)),
        list(map(values.__getitem__, value)),
        list(map(sub, stamp, chain((0,), stamp))),
        list(map(authors.__getitem__, author)),
    )
    _check_rows(heads)
    _check_shapes(list(kinds))
    _check_values(frame.values)
    return msgspec.msgpack.encode(frame)


def unpack(raw: bytes, after: Key | None) -> list[Cell]:
    """The cells of a frame; every key is larger than `after` and the one before it.

    `ValueError` or `RecursionError` for anything `pack` would not have written.
    """
    told = _decoder.decode(raw)
    rows = list(
        zip(_picked(told.learners, told.row_learners), _picked(told.tables, told.row_tables), told.rows, strict=True)
    )
    shapes = _shapes(told)
    _check_rows(rows)
    _check_shapes(shapes)
    _check_values(told.values)
    fields = _picked(shapes, told.row_shapes)
    counts = list(map(len, fields))
    if sum(counts) != len(told.cell_values):
        raise ValueError("cells and rows")
    stamps = list(accumulate(told.cell_stamps))
    if not rows or min(stamps) < 0 or max(stamps) > LARGEST:
        raise ValueError("stamps")
    first = (*rows[0], fields[0][0])
    if after is not None and first <= after:
        raise ValueError("not sorted")
    learner, table, row = zip(*rows, strict=True)
    return list(
        zip(
            _spread(learner, counts),
            _spread(table, counts),
            _spread(row, counts),
            chain.from_iterable(fields),
            _picked(told.values, told.cell_values),
            stamps,
            _picked(told.authors, told.cell_authors),
            strict=True,
        )
    )


def _numbered(column: Iterable[Any]) -> dict[Any, int]:
    """The distinct entries of a column and their numbers, in order of their first use."""
    return {entry: number for number, entry in enumerate(dict.fromkeys(column))}


def _picked(entries: Sequence[Any], numbers: list[int]) -> list[Any]:
    """The entry of each number; `ValueError` for a number that has none."""
    try:
        return list(map(entries.__getitem__, numbers))
    except IndexError as fault:
        raise ValueError("number without an entry") from fault


def _spread(entries: Iterable[Any], counts: list[int]) -> Iterable[Any]:
    """Each entry as many times as it counts."""
    return chain.from_iterable(map(repeat, entries, counts))


def _shapes(told: Columns) -> list[tuple[str, ...]]:
    fields = iter(_picked(told.fields, told.shape_fields))
    shapes = [tuple(islice(fields, length)) for length in told.shape_lengths]
    if next(fields, None) is not None or list(map(len, shapes)) != told.shape_lengths:
        raise ValueError("shapes")
    return shapes


def _check_rows(rows: list[tuple[bytes, str, str]]) -> None:
    if not all(starmap(lt, pairwise(rows))):
        raise ValueError("rows are not sorted")
    keys = "".join(row for _learner, _table, row in rows)
    if not keys.isprintable() and _CONTROL.search(keys):
        raise ValueError("control character in a row's key")


def _check_shapes(shapes: list[tuple[str, ...]]) -> None:
    if not all(shape and all(starmap(lt, pairwise(shape))) for shape in shapes):
        raise ValueError("fields are not sorted")


def _check_values(values: list[str]) -> None:
    """Canonical JSON of a scalar or a list of scalars: what is read and written again is the same bytes.

    A value that hid two, or half of one, would not come back the same.
    """
    lines = "\n".join(values).encode()
    found = _values.decode_lines(lines)
    if len(found) != len(values) or _to_json.encode_lines(found).rstrip(b"\n") != lines:
        raise ValueError("not canonical JSON")
    if any(len(value) > LONGEST_VALUE // 4 and len(value.encode()) > LONGEST_VALUE for value in values):
        raise ValueError("value too long")
