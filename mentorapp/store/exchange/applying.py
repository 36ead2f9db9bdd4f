"""Writes a staged plan: history, conflicts, cells and typed rows, in the transaction its caller holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mentorapp.domain.change import DELETED, Change
from mentorapp.domain.document import Document
from mentorapp.i18n import _
from mentorapp.store import note_index, record, rows
from mentorapp.store.database import Changed, Store
from mentorapp.store.exchange import erasure, papers, remembering
from mentorapp.store.exchange.choices import Choices, Key, Merged
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.tables import BY_TABLE


def write(connection: Any, store: Store, incoming: Incoming, choices: Choices) -> tuple[Merged, Changed]:
    """Merge what is staged, or what was chosen of it; what was done, and what it touched."""
    if choices.learners is not None:
        _leave_out(connection, choices.learners)
    elif incoming.erased:
        erasure.absorb(connection, store, incoming.erased)
    touched = connection.execute("SELECT DISTINCT tbl, learner FROM temp.plan_row").fetchall()
    lost = connection.execute("SELECT 1 FROM temp.plan WHERE NOT wins LIMIT 1").fetchone()
    action = None
    if touched or lost:
        label = _("Fil fra {name}").format(name=incoming.partner.name)
        action = record.begin(connection, store.now(), store.author, "merge", label, incoming.file_id)
        _keep_history(connection, action.id)
        _note_conflicts(connection, action.id)
        connection.execute(
            "INSERT INTO cell SELECT learner, tbl, row, fld, val, ts, author FROM temp.plan WHERE wins "
            "ON CONFLICT DO UPDATE SET val = excluded.val, ts = excluded.ts, author = excluded.author"
        )
        _project(connection)
    tables = {table for table, _learner in touched}
    learners = {bytes(learner) for _table, learner in touched}
    if choices.learners is None and incoming.papers is not None:
        came = papers.take_in(connection, incoming.papers())
        # no cell has changed, but who looks at the documents is to see that they have come
        tables |= {Document.TABLE} if came else set()
        learners |= came
    kept = _keep_ours(connection, store, choices.keep_ours)
    held = 0
    if choices.learners is None:
        held = _hold_aside(connection, incoming, store.now())
        remembering.remember(connection, store, incoming)
    return Merged(action, kept, held), Changed(frozenset(tables), frozenset(learners))


def _leave_out(connection: Any, learners: Collection[bytes]) -> None:
    marks = ", ".join("?" * len(learners))
    for table in ("plan", "plan_row"):
        connection.execute(f"DELETE FROM temp.{table} WHERE learner NOT IN ({marks})", tuple(learners))


def _keep_history(connection: Any, action: int) -> None:
    """Replaced values, losing ones, an empty value for a field that was not there, one empty field for a new row."""
    # in the order of the plan, which is that of the history's key, or its pages would be visited at random
    connection.execute(
        "INSERT INTO history SELECT ?, learner, tbl, row, iif(new_row, '', fld), old_val, old_ts, old_author, "
        "iif(new_row, 'created', 'replaced') FROM temp.plan WHERE wins AND new_row <> 1 ORDER BY rowid",
        (action,),
    )
    connection.execute(
        "INSERT INTO history SELECT ?, learner, tbl, row, fld, val, ts, author, 'lost' FROM temp.plan WHERE NOT wins",
        (action,),
    )


def _note_conflicts(connection: Any, action: int) -> None:
    """What both sides wrote stays listed until somebody settles it; a later value by who has seen ours settles it."""
    connection.execute(
        "DELETE FROM conflict WHERE (learner, tbl, row, fld) IN "
        "(SELECT learner, tbl, row, fld FROM temp.plan i WHERE wins AND NOT both AND EXISTS "
        "(SELECT 1 FROM conflict c WHERE c.learner = i.learner AND c.tbl = i.tbl AND c.row = i.row AND c.fld = i.fld))"
    )
    connection.execute(
        "INSERT INTO conflict SELECT learner, tbl, row, fld, ?, old_val, old_ts, val, ts, author "
        "FROM temp.plan WHERE both ON CONFLICT DO UPDATE SET action = excluded.action, theirs = excluded.theirs, "
        "theirs_ts = excluded.theirs_ts, theirs_author = excluded.theirs_author, "
        # where a third writer came between, ours is still what we wrote
        "ours = iif(excluded.ours_ts = theirs_ts, ours, excluded.ours), "
        "ours_ts = iif(excluded.ours_ts = theirs_ts, ours_ts, excluded.ours_ts)",
        (action,),
    )


def _project(connection: Any) -> None:
    record.prepare(connection)
    connection.execute("INSERT INTO temp.touched SELECT learner, tbl, row, is_new FROM temp.plan_row")
    tables = {table for (table,) in connection.execute("SELECT DISTINCT tbl FROM temp.touched")}
    for table in sorted(tables & BY_TABLE.keys()):
        rows.project(connection, table)
    if not tables.isdisjoint(note_index.NOTES):
        note_index.follow(connection)


def _keep_ours(connection: Any, store: Store, keys: Collection[Key]) -> int:
    """Our values of before the merge recorded again; a row that was not here is taken away."""
    changes = []
    for learner, table, row, name in keys:
        found = connection.execute(
            "SELECT old_val FROM temp.plan WHERE wins AND learner = ? AND tbl = ? AND row = ? AND fld = ?",
            (learner, table, row, name),
        ).fetchone()
        if found is None:
            continue
        if found[0] is not None:
            changes.append(Change(learner, table, row, name, rows.decode(found[0])))
        elif _is_new(connection, learner, table, row):
            changes.append(Change(learner, table, row, DELETED, True))
        else:
            changes.append(Change(learner, table, row, name, False if name == DELETED else None))
    if not changes:
        return 0
    record.record(
        connection,
        changes,
        label=_("Egne værdier beholdt"),
        kind=record.CHOICE,
        now=store.now(),
        author=store.author,
        role=store.role,
    )
    return len(changes)


def _is_new(connection: Any, learner: bytes, table: str, row: str) -> bool:
    found = connection.execute(
        "SELECT is_new FROM temp.plan_row WHERE tbl = ? AND learner = ? AND row = ?", (table, learner, row)
    ).fetchone()
    return bool(found and found[0])


def _hold_aside(connection: Any, incoming: Incoming, now: int) -> int:
    """Keep what its writer may not write, to be shown: it is no part of the store until somebody takes it over."""
    return int(
        connection.execute(
            "INSERT OR REPLACE INTO held SELECT learner, tbl, row, fld, ?, val, ts, author, ? FROM temp.aside",
            (incoming.partner.id, now),
        ).rowcount
    )
