"""Records what was still readable in a damaged store on the backup that was brought back, as one action."""

from __future__ import annotations

from typing import Any

from mentorapp.i18n import _
from mentorapp.store import note_index, record, rows
from mentorapp.store.database import Changed, Store
from mentorapp.store.rescue.readable import Cell, Readable
from mentorapp.store.tables import BY_TABLE


def take_over(store: Store, found: Readable) -> int:
    """Put what is newer into `store`, with the stamps it had, and what it replaces into the history; how many fields.

    It is a merge of what another copy of the same profile wrote, so it can be undone as one, notes excepted.
    """
    with store.writing() as connection:
        taken = [cell for cell in found.cells if _is_newer(connection, cell)]
        if taken:
            _write(connection, store, taken)
        for key, text, at in found.drafts:
            connection.execute(
                "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at "
                "WHERE excluded.at > at",
                (key, text, at),
            )
        connection.executemany("INSERT OR IGNORE INTO blob (learner, sha256, content) VALUES (?, ?, ?)", found.papers)
    store.announce(Changed(frozenset(cell.table for cell in taken), frozenset(cell.learner for cell in taken)))
    return len(taken)


def _is_newer(connection: Any, cell: Cell) -> bool:
    if connection.execute("SELECT 1 FROM erased WHERE learner = ?", (cell.learner,)).fetchone():
        return False
    old = _old(connection, cell)
    return old is None or (cell.ts, cell.author, cell.value) > (old[1], old[2], old[0])


def _old(connection: Any, cell: Cell) -> Any:
    query = "SELECT val, ts, author FROM cell WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?"
    return connection.execute(query, cell.place).fetchone()


def _write(connection: Any, store: Store, taken: list[Cell]) -> None:
    record.prepare(connection)
    action = record.begin(connection, store.now(), store.author, "merge", _("Reddet af de beskadigede data"))
    for learner, table, row in {cell.place[:3] for cell in taken}:
        is_new = not connection.execute(
            "SELECT 1 FROM cell WHERE learner = ? AND tbl = ? AND row = ? LIMIT 1", (learner, table, row)
        ).fetchone()
        connection.execute("INSERT INTO temp.touched VALUES (?, ?, ?, ?)", (learner, table, row, is_new))
        if is_new:
            connection.execute(
                "INSERT INTO history VALUES (?, ?, ?, ?, '', NULL, NULL, NULL, 'created')",
                (action.id, learner, table, row),
            )
    for cell in taken:
        old = _old(connection, cell) or (None, None, None)
        connection.execute(
            "INSERT INTO history SELECT ?, ?, ?, ?, ?, ?, ?, ?, 'replaced' FROM temp.touched t "
            "WHERE t.learner = ?2 AND t.tbl = ?3 AND t.row = ?4 AND NOT t.is_new",
            (action.id, *cell.place, *old),
        )
        connection.execute(
            "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET val = excluded.val, ts = excluded.ts, author = excluded.author",
            tuple(cell),
        )
    for table in sorted({cell.table for cell in taken} & BY_TABLE.keys()):
        rows.project(connection, table)
    note_index.follow(connection)
