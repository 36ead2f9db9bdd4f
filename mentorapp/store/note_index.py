"""Keeps the notes' words in an index in the encrypted database: a cache, as the typed tables are.

`follow` brings it up to date in the transaction of the save; only versions that hold are in it. A row's number says
when the note is from, so that the newest come first without sorting a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mentorapp.store.connection import is_malformed

NOTES = ("note", "note_confidential")

DECLARATION = (
    "CREATE TABLE note_place (place INTEGER PRIMARY KEY, learner BLOB NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL, "
    "kind TEXT, written_on TEXT, written_by TEXT)",
    "CREATE UNIQUE INDEX note_place_of ON note_place (learner, id, tbl)",
    # the first five letters of words have an index of their own: else each such key stroke merges hundreds of words
    "CREATE VIRTUAL TABLE note_words USING fts5("
    # nothing is ordered by how well it fits, so the lengths of texts would only be one more page to write
    "text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5', columnsize = 0)",
    # else words that were erased would stay in the index until its pages happen to be written anew
    "INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1)",
)

_TIME_BITS = 42
"""Bits of a number for the milliseconds since 1970 (until 2109); those above count days, so it fits SQLite's 63."""
_LAST_DAY = (1 << 20) - 1
_UNIX_DAY = date(1970, 1, 1).toordinal()

# FTS5 takes the ring from å as it takes the accent from é, and å is a letter of its own. The index holds the
# ligature ꜳ instead, which Danes wrote before å and which nothing takes apart; answers are written back.
TO_INDEX = ("å", "ꜳ"), ("Å", "Ꜳ")
FROM_INDEX = ("ꜳ", "å"), ("Ꜳ", "Å")


def ensure(connection: Any, anew: bool) -> None:
    """Create the index where its declaration has changed, and fill it then or where the notes were made `anew`.

    The caller holds the transaction.
    """
    declaration = ";".join(DECLARATION)
    known = connection.execute("SELECT declaration FROM projection WHERE tbl = 'note_words'").fetchone()
    if known and known[0] == declaration and not anew:
        return
    rebuild(connection)
    connection.execute("INSERT OR REPLACE INTO projection VALUES ('note_words', ?)", (declaration,))


def rebuild(connection: Any) -> None:
    """Make the index anew from the typed notes; the caller holds the transaction."""
    connection.execute("DROP TABLE IF EXISTS note_words")
    connection.execute("DROP TABLE IF EXISTS note_place")
    for statement in DECLARATION:
        connection.execute(statement)
    _stage(connection, "SELECT learner, id FROM note UNION SELECT learner, id FROM note_confidential")
    _index(connection)


def follow(connection: Any) -> None:
    """Index the notes in `temp.touched`, and those they replace, as they now are; the caller holds the transaction."""
    _stage(connection, "SELECT learner, row FROM temp.touched WHERE tbl IN ('note', 'note_confidential')")
    for table in NOTES:
        connection.execute(
            "INSERT OR IGNORE INTO temp.sought SELECT n.learner, n.replaces FROM temp.touched t "
            f"CROSS JOIN {table} n ON n.learner = t.learner AND n.id = t.row "
            "WHERE t.tbl = ? AND n.replaces IS NOT NULL",
            (table,),
        )
    places = "SELECT p.place FROM temp.sought s CROSS JOIN note_place p ON p.learner = s.learner AND p.id = s.id"
    if connection.execute(f"SELECT EXISTS ({places})").fetchone()[0]:
        connection.execute(f"DELETE FROM note_words WHERE rowid IN ({places})")
        connection.execute(f"DELETE FROM note_place WHERE place IN ({places})")
    _index(connection)


def forget(connection: Any, learner: bytes) -> None:
    """Take the words of one learner's notes out of the index; the caller holds the transaction."""
    connection.execute(
        "DELETE FROM note_words WHERE rowid IN (SELECT place FROM note_place WHERE learner = ?)", (learner,)
    )
    connection.execute("DELETE FROM note_place WHERE learner = ?", (learner,))


def differs(connection: Any) -> bool:
    """Whether the index holds other notes, or other words, than it should; the caller holds the transaction."""
    _stage(connection, "SELECT learner, id FROM note UNION SELECT learner, id FROM note_confidential")
    due = {
        (learner, table, row, kind, day, by, _place(day, at) >> _TIME_BITS, spelled(text, TO_INDEX))
        for learner, table, row, kind, day, by, at, text in _holding(connection)
    }
    held = connection.execute(
        "SELECT p.learner, p.tbl, p.id, p.kind, p.written_on, p.written_by, p.place >> ?, w.text FROM note_place p "
        "LEFT JOIN note_words w ON w.rowid = p.place",
        (_TIME_BITS,),
    )
    return due != set(held) or not _is_sound(connection)


def count(connection: Any) -> int:
    """How many notes the index holds."""
    return int(connection.execute("SELECT count(*) FROM note_place").fetchone()[0])


def _is_sound(connection: Any) -> bool:
    """Whether the index agrees with the words it holds."""
    try:
        connection.execute("INSERT INTO note_words (note_words) VALUES ('integrity-check')")
    except Exception as fault:
        if is_malformed(fault):
            return False
        raise
    return True


def _stage(connection: Any, query: str) -> None:
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS sought (learner BLOB, id TEXT, PRIMARY KEY (learner, id)) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM temp.sought")
    connection.execute(f"INSERT INTO temp.sought {query}")


def _index(connection: Any) -> None:
    """Put the notes in `temp.sought` that hold into the index."""
    _write(connection, _holding(connection))


def _holding(connection: Any) -> list[tuple[Any, ...]]:
    """The notes in `temp.sought` that are whole and that nothing replaces."""
    replaced = " UNION ".join(
        f"SELECT n.learner, n.replaces FROM (SELECT DISTINCT learner FROM temp.sought) s "
        f"CROSS JOIN {table} n ON n.learner = s.learner WHERE n.whole AND n.replaces IS NOT NULL"
        for table in NOTES
    )
    hold = " UNION ALL ".join(
        f"SELECT n.learner, '{table}', n.id, n.kind, n.written_on, n.written_by, ifnull(n.written_at, 0), n.text "
        "FROM temp.sought s "
        f"CROSS JOIN {table} n ON n.learner = s.learner AND n.id = s.id "
        "WHERE n.whole AND (n.learner, n.id) NOT IN replaced"
        for table in NOTES
    )
    return list(connection.execute(f"WITH replaced AS MATERIALIZED ({replaced}) {hold}"))


def _write(connection: Any, found: Iterable[tuple[Any, ...]]) -> None:
    taken = "INSERT OR IGNORE INTO note_place VALUES (?, ?, ?, ?, ?, ?, ?)"
    # in the order of their numbers: FTS5 begins a new piece of its index whenever a number is lower than the last
    for learner, table, row, kind, written_on, written_by, written_at, text in sorted(found, key=_moment):
        place = _place(written_on, written_at)
        while not connection.execute(taken, (place, learner, table, row, kind, written_on, written_by)).rowcount:
            place += 1
        connection.execute("INSERT INTO note_words (rowid, text) VALUES (?, ?)", (place, spelled(text, TO_INDEX)))


def _moment(row: tuple[Any, ...]) -> tuple[Any, ...]:
    _learner, _table, _row, _kind, written_on, _written_by, written_at, _text = row
    return written_on, written_at


def _place(written_on: str, written_at: int) -> int:
    """A number that grows with the day a note is of, and on one day with when it was written."""
    days = date.fromisoformat(written_on).toordinal() - _UNIX_DAY
    return (min(max(days, 0), _LAST_DAY) << _TIME_BITS) | (min(max(written_at, 0), (1 << _TIME_BITS) - 1))


def spelled(text: str, letters: tuple[tuple[str, str], ...]) -> str:
    """`text` with the letters of the index, or those people write (many times faster than `str.translate`)."""
    for letter, other in letters:
        text = text.replace(letter, other)
    return text
