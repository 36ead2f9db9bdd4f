"""Cells ↔ typed rows ↔ domain objects: all SQL and conversions here are generated from the declarations.

A typed table is a cache of the cells: `project` writes again the rows a save touched, `rebuild` a whole table.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from mentorapp.domain.change import DELETED, Value
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.tables import NOUNS, Noun

LONGEST_VALUE = 64 * 1024
"""Bytes of one cell's JSON; a longer text is refused, so that files between machines stay small."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def encode(value: Value) -> str:
    """Canonical JSON of a field's value (NFC): the same value is the same bytes on every machine."""
    if isinstance(value, str) and not value.isascii():
        value = unicodedata.normalize("NFC", value)
    text = _json(value)
    if len(text) > LONGEST_VALUE // 4 and len(text.encode()) > LONGEST_VALUE:
        raise Refused(_("Teksten er for lang at gemme i ét stykke. Den står her endnu; del den i to, og gem igen."))
    return text


def ensure_tables(connection: Any) -> None:
    """Create each typed table, and rebuild it from the cells where its declaration has changed."""
    known = dict(connection.execute("SELECT tbl, declaration FROM projection"))
    for noun in NOUNS:
        declaration = _create_table(noun)
        if known.get(noun.table) != declaration:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"DROP TABLE IF EXISTS {noun.table}")
            connection.execute(declaration)
            rebuild(connection, noun)
            connection.execute("INSERT OR REPLACE INTO projection VALUES (?, ?)", (noun.table, declaration))
            connection.execute("COMMIT")


def digest() -> str:
    """A short name for all declarations together; `declared.py` holds the one this program was written with."""
    import hashlib

    return hashlib.sha256("\n".join(map(_create_table, NOUNS)).encode()).hexdigest()[:16]


def rebuild(connection: Any, noun: Noun) -> None:
    """Make the noun's typed rows anew from the cells; the caller holds the transaction."""
    connection.execute(f"DELETE FROM {noun.table}")
    connection.execute(_pivot(noun, "cell c", "c.tbl = ?"), (noun.table,))


def project(connection: Any, table: str) -> None:
    """Write again the typed rows listed in `temp.touched` for `table`; the caller holds the transaction."""
    noun = _by_table()[table]
    source = "temp.touched t CROSS JOIN cell c ON c.learner = t.learner AND c.tbl = t.tbl AND c.row = t.row"
    connection.execute(_pivot(noun, source, "t.tbl = ?"), (table,))


def read(connection: Any, noun: Noun, learners: Iterable[bytes] | None = None) -> Iterator[Any]:
    """The noun's whole rows as domain objects, all or of some learners, ordered by learner and id."""
    columns = ", ".join(("learner", "id", *map(_quoted, noun.fields)))
    query = f"SELECT {columns} FROM {noun.table} WHERE whole"
    make = _reader(noun)
    if learners is None:
        for row in connection.execute(query + " ORDER BY learner, id"):
            yield make(row)
        return
    for learner in learners:
        for row in connection.execute(query + " AND learner = ? ORDER BY id", (learner,)):
            yield make(row)


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
def _pivot(noun: Noun, source: str, where: str) -> str:
    names = (*noun.fields, DELETED)
    values = ", ".join(f"max(CASE c.fld WHEN '{name}' THEN c.val ->> '$' END)" for name in names)
    return (
        f"INSERT OR REPLACE INTO {noun.table} (learner, id, {', '.join(map(_quoted, names))}) "
        f"SELECT c.learner, c.row, {values} FROM {source} WHERE {where} GROUP BY c.learner, c.row"
    )


@cache
def _reader(noun: Noun) -> Callable[[tuple[Any, ...]], Any]:
    """A function from a row (learner, id, fields …) to the noun, with only the conversions it needs."""
    first = 1 if noun.shared else 0
    positions = [(place, noun.kinds[name]) for place, name in enumerate(noun.fields, start=2)]
    dates = [place for place, kind in positions if kind == "date"]
    lists = [place for place, kind in positions if kind == "list"]
    bools = [place for place, kind in positions if kind == "bool"]
    of = noun.of
    defaults = _defaults(noun)
    confidential = noun.table == "note_confidential"

    def make(row: tuple[Any, ...]) -> Any:
        values = list(row)
        for place in dates:
            if values[place] is not None:
                values[place] = date.fromisoformat(values[place])
        for place in lists:
            values[place] = tuple(json.loads(values[place])) if values[place] else ()
        for place in bools:
            if values[place] is not None:
                values[place] = bool(values[place])
        for place, default in defaults:
            if values[place] is None:
                values[place] = default
        if confidential:
            return of(*values, visibility="confidential")
        return of(*values[first:])

    return make


def _defaults(noun: Noun) -> list[tuple[int, Any]]:
    """Places of fields that are not optional but have a default (worked minutes: 0)."""
    import dataclasses

    by_name = {field.name: field.default for field in dataclasses.fields(noun.of)}
    return [
        (place, by_name[name])
        for place, name in enumerate(noun.fields, start=2)
        if by_name[name] is not None and by_name[name] is not dataclasses.MISSING and noun.kinds[name] != "list"
    ]
