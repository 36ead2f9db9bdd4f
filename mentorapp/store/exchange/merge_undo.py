"""Undoing the merge of a file: the old values recorded again, for what nobody has written over since.

A mentor may not record what only coordinators write, and nobody the fields of a later version; such cells are put back
on this machine alone, as they were, and the next file brings them again. Notes and erasures stay.
"""

from __future__ import annotations

from typing import Any

from mentorapp.domain.change import DELETED, Change
from mentorapp.store import note_index, record, rows
from mentorapp.store.record import Action, Written
from mentorapp.store.tables import BY_TABLE

# A later action touched the cell, was not undone itself and is no undo of a later one.
_WRITTEN_SINCE = """
SELECT 1 FROM history l JOIN action a ON a.id = l.action
WHERE l.learner = h.learner AND l.tbl = h.tbl AND l.row = h.row AND l.action > h.action AND l.why <> 'lost'
    AND (h.fld = '' OR l.fld = h.fld)
    AND NOT (a.kind = 'undo' AND a.undoes > h.action) AND NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id)
"""
_OLD = f"""
SELECT learner, tbl, row, fld, val, ts, author FROM history h
WHERE action = ? AND why <> 'lost' AND tbl NOT IN ({", ".join(f"'{table}'" for table in note_index.NOTES)})
    AND NOT EXISTS ({_WRITTEN_SINCE})
    -- taking a learner away would hide what was written about it since
    AND NOT (fld = '' AND tbl = 'learner' AND EXISTS (SELECT 1 FROM history o JOIN action a ON a.id = o.action
        WHERE o.learner = h.learner AND o.action > h.action AND o.tbl IN ('note', 'note_confidential')))
"""


def undo(connection: Any, merge: Action, now: int, author: int, role: str) -> Written:
    """Take back what `merge` brought, as an action of its own; the caller holds the transaction."""
    travels: list[Change] = []
    stays = []
    for learner, table, row, field, *old in connection.execute(_OLD, (merge.id,)).fetchall():
        if _can_be_recorded(table, field, role):
            travels.append(_change_back(bytes(learner), table, row, field, old[0]))
        else:
            stays.append((learner, table, row, field, *old))
    written = record.record(
        connection, travels, label=merge.label, kind="undo", now=now, author=author, role=role, undoes=merge.id
    )
    action = written.action or record.begin(connection, now, author, "undo", merge.label, undoes=merge.id)
    touched = {(table, bytes(learner), row) for learner, table, row, *_rest in stays}
    for learner, table, row, field, *old in stays:
        _put_back(connection, (learner, table, row, field), old)
    _project(connection, touched)
    return Written(
        action,
        written.tables | {table for table, _learner, _row in touched},
        written.learners | {learner for _table, learner, _row in touched},
    )


def _can_be_recorded(table: str, field: str, role: str) -> bool:
    """Whether we may write the field and know it: a partner's later version may have written others."""
    noun = BY_TABLE.get(table)
    return noun is not None and role in noun.writers and (field in ("", DELETED) or field in noun.kinds)


def _change_back(learner: bytes, table: str, row: str, field: str, old: str | None) -> Change:
    if field == "":
        return Change(learner, table, row, DELETED, True)
    if old is None:
        return Change(learner, table, row, field, False if field == DELETED else None)
    return Change(learner, table, row, field, rows.decode(old))


def _put_back(connection: Any, key: tuple[bytes, str, str, str], old: list[Any]) -> None:
    learner, table, row, field = key
    if old[0] is not None:
        connection.execute("INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)", (*key, *old))
    elif field == "":
        connection.execute("DELETE FROM cell WHERE learner = ? AND tbl = ? AND row = ?", (learner, table, row))
    else:
        connection.execute("DELETE FROM cell WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?", key)


def _project(connection: Any, touched: set[tuple[str, bytes, str]]) -> None:
    """Typed rows of cells that were put back; a row without cells is gone."""
    record.prepare(connection)
    connection.executemany("INSERT INTO temp.touched VALUES (?, ?, ?, 0)", [(b, a, c) for a, b, c in touched])
    for table in sorted({table for table, _learner, _row in touched} & BY_TABLE.keys()):
        connection.execute(
            f"DELETE FROM {table} WHERE (learner, id) IN (SELECT learner, row FROM temp.touched WHERE tbl = ?)",
            (table,),
        )
        rows.project(connection, table)
