"""The one write of a noun: a list of changes becomes cells, history and typed rows in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mentorapp.domain.change import DELETED, Change
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store import note_index, rows
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.tables import AFTER_LAST_DAY, BY_TABLE, FIRST_DAY

LONGEST_ROW = 120
CHOICE, UNDO = "choice", "undo"
"""Kinds of actions that bring back a value and no row: in a deleted row it lies beneath the deletion."""

_KEY = "c.learner = i.learner AND c.tbl = i.tbl AND c.row = i.row AND c.fld = i.fld"


@dataclass(frozen=True, slots=True)
class Action:
    """One save: what it is called for people, and what kind it is (edit, choice, note, import, merge, undo, forget,
    erase)."""

    id: int
    ts: int
    author: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a save touched; `action` is None when every value was there already."""

    action: Action | None
    tables: frozenset[str] = frozenset()
    learners: frozenset[bytes] = frozenset()


def prepare(connection: Any) -> None:
    """Empty the connection's staging tables, which are made with its first save."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS incoming (learner BLOB, tbl TEXT, row TEXT, fld TEXT, val TEXT, "
        "PRIMARY KEY (learner, tbl, row, fld)) WITHOUT ROWID"
    )
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS touched (learner BLOB, tbl TEXT, row TEXT, is_new INTEGER, "
        "PRIMARY KEY (tbl, learner, row)) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM temp.incoming")
    connection.execute("DELETE FROM temp.touched")


def record(
    connection: Any,
    changes: Iterable[Change],
    *,
    label: str,
    kind: str,
    now: int,
    author: int,
    role: str,
    undoes: int | None = None,
) -> Written:
    """Write `changes` as one action stamped `max(now, replaced stamp + 1)`; the caller holds the transaction.

    Values that are there already are left alone and keep their stamp. Refuses tables the role may not write.
    """
    staged = [(c.learner, c.table, c.row, c.field, rows.encode(c.value)) for c in changes]
    _check(staged, role)
    _refuse_gone(connection, {change[0] for change in staged}, role, now)
    prepare(connection)
    connection.executemany("INSERT OR REPLACE INTO temp.incoming VALUES (?, ?, ?, ?, ?)", staged)
    if kind not in (CHOICE, UNDO):
        _stage_revivals(connection)
    connection.execute(
        f"DELETE FROM temp.incoming AS i WHERE EXISTS (SELECT 1 FROM cell c WHERE {_KEY} AND c.val = i.val)"
    )
    connection.execute(
        "INSERT INTO temp.touched SELECT learner, tbl, row, NOT EXISTS (SELECT 1 FROM cell c WHERE "
        "c.learner = i.learner AND c.tbl = i.tbl AND c.row = i.row) FROM temp.incoming i GROUP BY tbl, learner, row"
    )
    touched = connection.execute("SELECT DISTINCT tbl, learner FROM temp.touched").fetchall()
    if not touched:
        return Written(None)
    # CROSS: left to itself, SQLite walks through every cell to find the few that are replaced
    newest = connection.execute(f"SELECT max(c.ts) FROM temp.incoming i CROSS JOIN cell c ON {_KEY}").fetchone()[0]
    action = begin(connection, max(now, (newest or 0) + 1), author, kind, label, undoes=undoes)
    ts = action.ts
    _keep_history(connection, action.id)
    connection.execute(
        "INSERT INTO cell SELECT learner, tbl, row, fld, val, ?, ? FROM temp.incoming WHERE true "
        "ON CONFLICT DO UPDATE SET val = excluded.val, ts = excluded.ts, author = excluded.author",
        (ts, author),
    )
    tables = frozenset(table for table, _learner in touched)
    for table in sorted(tables & BY_TABLE.keys()):
        rows.project(connection, table)
    if not tables.isdisjoint(note_index.NOTES):
        note_index.follow(connection)
    return Written(action, tables, frozenset(learner for _table, learner in touched))


def _check(staged: Sequence[tuple[bytes, str, str, str, str]], role: str) -> None:
    for table, field in {(table, field) for _learner, table, _row, field, _value in staged}:
        noun = BY_TABLE[table]
        if role not in noun.writers:
            raise Refused(
                _("Det kan kun gennemførselsvejlederen rette. Intet er ændret. Skriv det i en note i stedet.")
            )
        if field != DELETED and field not in noun.kinds:
            raise KeyError(f"{table} has no field {field}")
    for _learner, table, _row, field, value in staged:
        if BY_TABLE[table].kinds.get(field) == "date" and not FIRST_DAY <= value[1:11] < AFTER_LAST_DAY:
            _refuse_day(value)
    if any(not row or len(row) > LONGEST_ROW for _learner, _table, row, _field, _value in staged):
        raise ValueError("row id is empty or too long")


def _refuse_day(value: str) -> None:
    if value == "null":
        return
    raise Refused(
        _(
            "Datoen {day} ligger uden for 1900–2199 og må være en skrivefejl. Intet er gemt. Ret den, og gem igen."
        ).format(day=value.strip('"'))
    )


def _refuse_gone(connection: Any, learners: set[bytes], role: str, now: int) -> None:
    """Nothing is written about a learner who was erased, nor by a mentor about one who was handed over."""
    marks, values = ", ".join("?" * len(learners)), tuple(learners)
    if connection.execute(f"SELECT 1 FROM erased WHERE learner IN ({marks})", values).fetchone():
        raise Refused(_("Eleven er slettet overalt. Intet er gemt."))
    if role != COORDINATOR and handed_over(connection, learners, now):
        raise Refused(
            _(
                "Eleven er overdraget til en anden mentor og kan kun læses. Intet er gemt. "
                "Kontakt gennemførselsvejlederen."
            )
        )


def handed_over(connection: Any, learners: Collection[bytes], now: int) -> bool:
    """Whether one of `learners` was handed over: a mentor may then only read. `now` is ms since 1970."""
    # --today moves the law's date, never what may be written
    day = datetime.fromtimestamp(now / 1000, tz=UTC).date().isoformat()
    marks = ", ".join("?" * len(learners))
    found = connection.execute(
        f"SELECT 1 FROM following WHERE learner IN ({marks}) GROUP BY learner HAVING max(ifnull(last_day, '9999')) < ?",
        (*learners, day),
    ).fetchone()
    return found is not None


def _stage_revivals(connection: Any) -> None:
    """A deleted row that is written again under its natural key starts afresh: its other fields become null."""
    connection.execute(
        "INSERT OR IGNORE INTO temp.incoming "
        "SELECT c.learner, c.tbl, c.row, c.fld, iif(c.fld = 'deleted', 'false', 'null') FROM cell c "
        "JOIN (SELECT DISTINCT learner, tbl, row FROM temp.incoming) i "
        "ON c.learner = i.learner AND c.tbl = i.tbl AND c.row = i.row "
        "JOIN cell d ON d.learner = c.learner AND d.tbl = c.tbl AND d.row = c.row "
        "AND d.fld = 'deleted' AND d.val = 'true' "
        "WHERE NOT EXISTS (SELECT 1 FROM temp.incoming x WHERE x.learner = c.learner AND x.tbl = c.tbl "
        "AND x.row = c.row AND x.fld = 'deleted')"
    )


def _free_stamp(connection: Any, ts: int, author: int) -> int:
    """`ts`, or the first after it that none of our actions carries: undo tells actions apart by their stamp.

    Not simply one more than our last action: after a day with the clock in 2090 every edit would be from 2090.
    """
    taken = "SELECT 1 FROM action WHERE ts = ? AND author = ?"
    while connection.execute(taken, (ts, author)).fetchone():
        ts += 1
    return ts


def begin(
    connection: Any,
    ts: int,
    author: int,
    kind: str,
    label: str,
    file_id: bytes | None = None,
    undoes: int | None = None,
) -> Action:
    """A new action, stamped `ts` or the first free stamp after it; the caller holds the transaction."""
    ts = _free_stamp(connection, ts, author)
    number = connection.execute(
        "INSERT INTO action (ts, author, kind, label, file_id, undoes) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (ts, author, kind, label, file_id, undoes),
    ).fetchone()[0]
    return Action(int(number), ts, author, kind, label)


def _keep_history(connection: Any, action: int) -> None:
    """Replaced values; an empty value for a field that was not there; one empty field for a row that is new."""
    connection.execute(
        "INSERT INTO history SELECT ?, i.learner, i.tbl, i.row, i.fld, c.val, c.ts, c.author, 'replaced' "
        "FROM temp.incoming i JOIN temp.touched t USING (learner, tbl, row) "
        f"LEFT JOIN cell c ON {_KEY} WHERE NOT t.is_new",
        (action,),
    )
    connection.execute(
        "INSERT INTO history SELECT ?, learner, tbl, row, '', NULL, NULL, NULL, 'created' "
        "FROM temp.touched WHERE is_new",
        (action,),
    )
