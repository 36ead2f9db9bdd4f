"""Writes a staged plan: history, conflicts, cells and typed rows, in the transaction its caller holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mentorapp.domain.change import DELETED, Change
from mentorapp.i18n import _
from mentorapp.store import note_index, record, rows
from mentorapp.store.database import Changed, Store
from mentorapp.store.exchange import erasure, papers, plan, traffic
from mentorapp.store.exchange.choices import Choices, Key, Merged
from mentorapp.store.exchange.incoming import Incoming
from mentorapp.store.exchange.partners import OURSELVES
from mentorapp.store.roles import COORDINATOR
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
    if choices.learners is None and incoming.papers is not None:
        papers.take_in(connection, incoming.papers())
    kept = _keep_ours(connection, store, choices.keep_ours)
    held = 0
    if choices.learners is None:
        held = _hold_aside(connection, incoming, store.now())
        _remember(connection, store, incoming)
    tables = frozenset(table for table, _learner in touched)
    return Merged(action, kept, held), Changed(tables, frozenset(bytes(who) for _table, who in touched))


def _leave_out(connection: Any, learners: Collection[bytes]) -> None:
    marks = ", ".join("?" * len(learners))
    for table in ("plan", "plan_row"):
        connection.execute(f"DELETE FROM temp.{table} WHERE learner NOT IN ({marks})", tuple(learners))


def _keep_history(connection: Any, action: int) -> None:
    """Replaced values, losing ones, an empty value for a field that was not there, one empty field for a new row."""
    # in the order of the history's key, or its pages would be visited at random
    connection.execute(
        "INSERT INTO history SELECT ?, p.learner, p.tbl, p.row, p.fld, p.old_val, p.old_ts, p.old_author, 'replaced' "
        "FROM temp.plan p CROSS JOIN temp.plan_row r ON r.tbl = p.tbl AND r.learner = p.learner AND r.row = p.row "
        "WHERE p.wins AND NOT r.is_new",
        (action,),
    )
    connection.execute(
        "INSERT INTO history SELECT ?, learner, tbl, row, fld, val, ts, author, 'lost' FROM temp.plan WHERE NOT wins",
        (action,),
    )
    connection.execute(
        "INSERT INTO history SELECT ?, learner, tbl, row, '', NULL, NULL, NULL, 'created' FROM temp.plan_row "
        "WHERE is_new",
        (action,),
    )


def _note_conflicts(connection: Any, action: int) -> None:
    """What both sides wrote stays listed until somebody settles it; a later value by who has seen ours settles it."""
    connection.execute(
        f"DELETE FROM conflict AS i WHERE EXISTS (SELECT 1 FROM temp.plan c WHERE c.wins AND NOT c.both AND {plan.KEY})"
    )
    connection.execute(
        "INSERT OR REPLACE INTO conflict SELECT learner, tbl, row, fld, ?, old_val, old_ts, val, ts, author "
        "FROM temp.plan WHERE both",
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
        kind="edit",
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


def _remember(connection: Any, store: Store, incoming: Incoming) -> None:
    """The file is read; what it tells of ours is read there; whom we follow is what the newest file says."""
    partner, now = incoming.partner.id, store.now()
    connection.execute(
        "INSERT OR IGNORE INTO received VALUES (?, ?, ?, ?)", (incoming.file_id, partner, incoming.created, now)
    )
    connection.executemany(
        "UPDATE sent SET read_at = ? WHERE file_id = ? AND partner = ? AND read_at IS NULL",
        [(now, file_id, partner) for file_id in incoming.merged],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO receipt VALUES (?, ?, ?, ?)",
        [(one.learner, one.kind, partner, one.at) for one in incoming.receipts],
    )
    if incoming.holds is not None:
        papers.note_held_there(connection, partner, incoming.holds)
    if incoming.own is not None:
        _set_local(connection, traffic.came_back_key(partner), str(now))
    if store.role != COORDINATOR and incoming.papers is None:
        _keep_file(connection, incoming)
        _follow(connection, incoming)


def _keep_file(connection: Any, incoming: Incoming) -> None:
    """Keep a coordinator's last file; not the poorer one of a coordinator who asks for the one before."""
    _set_local(connection, traffic.asked_back_key(incoming.partner.id), str(int(incoming.wants_back)))
    verb = "INSERT OR IGNORE" if incoming.wants_back else "INSERT OR REPLACE"
    connection.execute(f"{verb} INTO last_file VALUES (?, ?)", (incoming.partner.id, bytes(incoming.inside)))


def _set_local(connection: Any, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (key, value))


def _follow(connection: Any, incoming: Incoming) -> None:
    """Whom we follow is what the newest of the partner's files says; an older one that comes late says nothing."""
    key = f"following told by {incoming.partner.id.hex()}"
    newest = connection.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
    if newest is not None and int(newest[0]) > incoming.created:
        return
    _set_local(connection, key, str(incoming.created))
    connection.execute("DELETE FROM following WHERE partner = ?", (incoming.partner.id,))
    connection.executemany(
        "INSERT INTO following VALUES (?, ?, ?, ?, ?)",
        [(incoming.partner.id, one.learner, one.first_day, one.last_day, one.remove_on) for one in incoming.following],
    )
    # whoever is followed anew is no longer let go of
    connection.executemany(
        "DELETE FROM receipt WHERE learner = ? AND kind = 'forgotten' AND partner = ? AND at < ?",
        [(one.learner, OURSELVES, incoming.created) for one in incoming.following if one.last_day is None],
    )
