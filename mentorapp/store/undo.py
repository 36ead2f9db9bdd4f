"""Undo: the old values recorded again as a new action, for what nobody has written over since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorapp.domain.change import DELETED, SHARED, Change
from mentorapp.store.record import Action

NOTES = frozenset({"note", "note_confidential"})


def last_undoable(connection: Any) -> Action | None:
    """The newest action that is neither an undo nor undone; what `Ctrl+Z` would take back."""
    row = connection.execute(
        "SELECT id, ts, author, kind, label FROM action a WHERE kind NOT IN ('undo', 'erase', 'forget', 'partner') "
        "AND NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id) ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return Action(*row) if row else None


def find(connection: Any, action_id: int) -> Action | None:
    """The action numbered `action_id`."""
    row = connection.execute("SELECT id, ts, author, kind, label FROM action WHERE id = ?", (action_id,)).fetchone()
    return Action(*row) if row else None


def changes_back(connection: Any, action: Action) -> Iterator[Change]:
    """The changes that undo `action`. An import's notes are spared, and so is whatever was edited later."""
    history = connection.execute(
        "SELECT learner, tbl, row, fld, val FROM history WHERE action = ?", (action.id,)
    ).fetchall()
    for learner, table, row, field, old in history:
        if action.kind == "import" and table in NOTES:
            continue
        if field == "":
            if _untouched_since(connection, action, learner, table, row):
                yield Change(learner, table, row, DELETED, True)
        elif _effective_stamp(connection, learner, table, row, field) == (action.ts, action.author):
            # the stored text is canonical JSON; decoding it here keeps one way in
            yield Change(learner, table, row, field, _decoded(old, field))


def _decoded(old: str | None, field: str) -> Any:
    import json

    if old is None:
        return False if field == DELETED else None
    return json.loads(old)


def _untouched_since(connection: Any, action: Action, learner: bytes, table: str, row: str) -> bool:
    """Whether a row the action made holds nothing written later, and nothing later hangs on it."""
    fields = connection.execute(
        "SELECT fld FROM cell WHERE learner = ? AND tbl = ? AND row = ?", (learner, table, row)
    ).fetchall()
    own = (action.ts, action.author)
    if any(_effective_stamp(connection, learner, table, row, field) not in (own, None) for (field,) in fields):
        return False
    if table != "learner" or learner == SHARED:
        return True
    # taking a learner away would hide notes written since
    return not connection.execute(
        "SELECT 1 FROM cell WHERE learner = ? AND tbl IN ('note', 'note_confidential') AND (ts, author) <> (?, ?) "
        "LIMIT 1",
        (learner, *own),
    ).fetchone()


def _effective_stamp(connection: Any, learner: bytes, table: str, row: str, field: str) -> tuple[int, int] | None:
    """The stamp of the value in the cell; a value an undo brought back counts with the stamp it had before.

    None: there is no such cell, or an undo left it as empty as it was before it was first written.
    """
    key = (learner, table, row, field)
    stamp = connection.execute(
        "SELECT ts, author FROM cell WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?", key
    ).fetchone()
    while stamp is not None:
        undone = connection.execute(
            "SELECT h.ts, h.author FROM action u JOIN history h ON h.action = u.undoes "
            "WHERE u.ts = ? AND u.author = ? AND u.kind = 'undo' "
            "AND h.learner = ? AND h.tbl = ? AND h.row = ? AND h.fld = ?",
            (*stamp, *key),
        ).fetchone()
        if undone is None:
            return (stamp[0], stamp[1])
        stamp = undone if undone[0] is not None else None
    return None
