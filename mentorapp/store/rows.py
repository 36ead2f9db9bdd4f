"""Cells ↔ typed rows ↔ domain objects: all SQL and conversions here are generated from the declarations.

A typed table is a cache of the cells: `project` writes again the rows a save touched, `rebuild` a whole table.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import repeat
from typing import Any

from mentorapp.domain.change import DELETED, Value
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store import note_index
from mentorapp.store.tables import NOUNS, Noun

LONGEST_VALUE = 64 * 1024
"""Bytes of one cell's JSON; a longer text is refused, so that files between machines stay small."""

AT_ONCE = 10_000
"""Rows that are made into nouns together."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def encode(value: Value) -> str:
    """Canonical JSON of a field's value (NFC): the same value is the same bytes on every machine."""
    if isinstance(value, str) and not value.isascii():
        value = unicodedata.normalize("NFC", value)
    text = _json(value)
    if len(text) > LONGEST_VALUE // 4 and len(text.encode()) > LONGEST_VALUE:
        raise Refused(_("Teksten er for lang at gemme i ét stykke. Den står her endnu; del den i to, og gem igen."))
    return text


def decode(text: str) -> Value:
    """The value of a cell's JSON."""
    value: Value = json.loads(text)
    return value


def ensure_tables(connection: Any) -> None:
    """Create each typed table and the notes' index; rebuild from the cells where a declaration has changed.

    The caller holds the transaction: a store has the tables of one program or of the other, never of both.
    """
    known = dict(connection.execute("SELECT tbl, declaration FROM projection"))
    rebuilt: set[str] = set()
    filled: set[str] = set()
    for noun in NOUNS:
        declaration = _create_table(noun)
        if known.get(noun.table) != declaration:
            connection.execute(f"DROP TABLE IF EXISTS {noun.table}")
            connection.execute(declaration)
            if not rebuilt:
                # asked once: to look for the rows of a table that has none takes as long as to read every cell
                filled = {table for (table,) in connection.execute("SELECT DISTINCT tbl FROM cell")}
            if noun.table in filled:
                rebuild(connection, noun)
            connection.execute("INSERT OR REPLACE INTO projection VALUES (?, ?)", (noun.table, declaration))
            rebuilt.add(noun.table)
    note_index.ensure(connection, anew=bool(rebuilt & set(note_index.NOTES)))


def digest() -> str:
    """A short name for all declarations together; `declared.py` holds the one this program was written with."""
    import hashlib

    declarations = (*map(_create_table, NOUNS), *note_index.DECLARATION)
    return hashlib.sha256("\n".join(declarations).encode()).hexdigest()[:16]


def rebuild(connection: Any, noun: Noun) -> None:
    """Make the noun's typed rows anew from the cells; the caller holds the transaction."""
    connection.execute(f"DELETE FROM {noun.table}")
    connection.execute(_pivot(noun, "cell c", "c.tbl = ?", verb="INSERT"), (noun.table,))


def project(connection: Any, table: str) -> None:
    """Write again the typed rows listed in `temp.touched` for `table`; the caller holds the transaction."""
    noun = _by_table()[table]
    source = "temp.touched t CROSS JOIN cell c ON c.learner = t.learner AND c.tbl = t.tbl AND c.row = t.row"
    # by the keys of what was touched, which are in order: else a million cells would be sorted in memory
    connection.execute(_pivot(noun, source, "t.tbl = ?", "t"), (table,))


def read(connection: Any, noun: Noun, learners: Iterable[bytes] | None = None) -> Iterator[Any]:
    """The noun's whole rows as domain objects, all or of some learners, ordered by learner and id."""
    columns, make = ", ".join(("id", *map(_quoted, noun.fields))), _maker(noun)
    if learners is None:
        found = connection.execute(f"SELECT learner, {columns} FROM {noun.table} WHERE whole ORDER BY learner, id")
        while some := found.fetchmany(AT_ONCE):
            yield from make(list(zip(*some, strict=True)))
        return
    query = f"SELECT {columns} FROM {noun.table} WHERE whole AND learner = ? ORDER BY id"
    for learner in learners:
        if some := connection.execute(query, (learner,)).fetchall():
            # one object for the learner's id, not one a row
            yield from make([repeat(learner, len(some)), *zip(*some, strict=True)])


def waiting(connection: Any, noun: Noun) -> int:
    """How many rows lack a required field and are not shown."""
    return int(
        connection.execute(
            f"SELECT count(*) FROM {noun.table} WHERE NOT whole AND ifnull({DELETED}, 0) = 0"
        ).fetchone()[0]
    )


@cache
def _by_table() -> dict[str, Noun]:
    return {noun.table: noun for noun in NOUNS}


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def _create_table(noun: Noun) -> str:
    conditions = " AND ".join([f"ifnull({DELETED}, 0) = 0", *(f'"{name}" IS NOT NULL' for name in noun.required)])
    columns = ", ".join(map(_quoted, noun.fields))
    return (
        f"CREATE TABLE {noun.table} (learner BLOB NOT NULL, id TEXT NOT NULL, {columns}, {DELETED}, "
        f"whole GENERATED ALWAYS AS ({conditions}) VIRTUAL, PRIMARY KEY (learner, id)) WITHOUT ROWID"
    )


@cache
def _pivot(noun: Noun, source: str, where: str, keys: str = "c", verb: str = "INSERT OR REPLACE") -> str:
    names = (*noun.fields, DELETED)
    values = ", ".join(f"max(c.val ->> '$') FILTER (WHERE c.fld = '{name}')" for name in names)
    return (
        f"{verb} INTO {noun.table} (learner, id, {', '.join(map(_quoted, names))}) "
        f"SELECT {keys}.learner, {keys}.row, {values} FROM {source} WHERE {where} GROUP BY {keys}.learner, {keys}.row"
    )


@cache
def _maker(noun: Noun) -> Callable[[list[Iterable[Any]]], Iterator[Any]]:
    """A function from columns (learner, id, fields …) to nouns, with only the conversions they need.

    It converts column by column: a learner may have a thousand rows, and a loop over the fields of each of them
    took most of the time a case file takes.
    """
    convert = {
        place: _CONVERSIONS[noun.kinds[name]]
        for place, name in enumerate(noun.fields, start=2)
        if noun.kinds[name] in _CONVERSIONS
    }
    defaults = _defaults(noun)
    first = 1 if noun.shared else 0
    of = partial(noun.of, visibility="confidential") if noun.table == "note_confidential" else noun.of

    def make(columns: list[Iterable[Any]]) -> Iterator[Any]:
        for place, of_column in convert.items():
            columns[place] = of_column(columns[place])
        for place, default in defaults:
            columns[place] = [default if value is None else value for value in columns[place]]
        return map(of, *columns[first:])

    return make


def _dates(column: Iterable[Any]) -> list[Any]:
    return [value if value is None else date.fromisoformat(value) for value in column]


def _lists(column: Iterable[Any]) -> list[Any]:
    return [tuple(json.loads(value)) if value else () for value in column]


def _bools(column: Iterable[Any]) -> list[Any]:
    return [value if value is None else bool(value) for value in column]


_CONVERSIONS = {"date": _dates, "ints": _lists, "texts": _lists, "bool": _bools}
"""From the columns of a typed table to what the nouns hold; other kinds are kept as they are."""


def _defaults(noun: Noun) -> list[tuple[int, Any]]:
    """Places of fields that are not optional but have a default (worked minutes: 0)."""
    import dataclasses

    by_name = {field.name: field.default for field in dataclasses.fields(noun.of)}
    return [
        (place, by_name[name])
        for place, name in enumerate(noun.fields, start=2)
        if by_name[name] is not None
        and by_name[name] is not dataclasses.MISSING
        and noun.kinds[name] not in ("ints", "texts")
    ]
