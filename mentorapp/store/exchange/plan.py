"""What merging a file would do: one table of all that differs, made beside the store, which nothing is written to.

Per field the largest (stamp, author, value) wins. The plan is read for the preview and then applied as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange.incoming import Incoming, allowed_papers, told
from mentorapp.store.exchange.partners import OURSELVES
from mentorapp.store.exchange.scope import Cell
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.tables import NOUNS

AT_ONCE = 20_000
"""Cells that are compared together: the file is never in memory whole."""

KEY = "c.learner = i.learner AND c.tbl = i.tbl AND c.row = i.row AND c.fld = i.fld"

_PLAN = """
CREATE TEMP TABLE plan (
    learner BLOB, tbl TEXT, row TEXT, fld TEXT, val TEXT, ts INTEGER, author INTEGER,
    old_val TEXT, old_ts INTEGER, old_author INTEGER, wins INTEGER, both INTEGER, PRIMARY KEY (learner, tbl, row, fld)
) WITHOUT ROWID;
CREATE TEMP TABLE arrived (learner BLOB, tbl TEXT, row TEXT, fld TEXT, val TEXT, ts INTEGER, author INTEGER);
CREATE TEMP TABLE aside AS SELECT * FROM temp.arrived;
CREATE TEMP TABLE kind (tbl TEXT, fld TEXT, kind TEXT, PRIMARY KEY (tbl, fld)) WITHOUT ROWID;
CREATE TEMP TABLE unwanted (learner BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE paper (learner BLOB, sha256 BLOB, PRIMARY KEY (learner, sha256)) WITHOUT ROWID;
CREATE TEMP TABLE seen (author INTEGER PRIMARY KEY, action INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE plan_row (
    tbl TEXT, learner BLOB, row TEXT, is_new INTEGER, removed INTEGER, PRIMARY KEY (tbl, learner, row)
) WITHOUT ROWID
"""
_TABLES = ("plan", "arrived", "aside", "kind", "unwanted", "seen", "plan_row", "paper")

# The pairs that differ. A value that lost once and is in the history is the past, not news.
_COMPARE = f"""
INSERT INTO temp.plan
SELECT i.learner, i.tbl, i.row, i.fld, i.val, i.ts, i.author, c.val, c.ts, c.author,
    c.ts IS NULL OR (i.ts, i.author, i.val) > (c.ts, c.author, c.val), 0
FROM temp.arrived i LEFT JOIN cell c ON {KEY}
WHERE (c.ts IS NULL OR NOT (c.ts = i.ts AND c.author = i.author AND c.val = i.val))
    AND i.learner NOT IN (SELECT learner FROM temp.unwanted)
"""
_DROP_THE_PAST = """
DELETE FROM temp.plan AS i WHERE NOT wins AND (val = old_val OR EXISTS (
    SELECT 1 FROM history h WHERE h.learner = i.learner AND h.tbl = i.tbl AND h.row = i.row AND h.fld = i.fld
    AND h.ts = i.ts AND h.author = i.author AND h.val = i.val))
"""
# Whoever wrote against a value of ours had not seen it: its action came after the last one the writer had merged.
_BOTH_WROTE = """
UPDATE temp.plan SET both = 1 WHERE old_author = :us AND val <> old_val AND EXISTS (
    SELECT 1 FROM action a WHERE a.ts = old_ts AND a.author = :us
    AND a.id > ifnull((SELECT action FROM temp.seen s WHERE s.author = plan.author), :seen))
"""
_ROWS = """
INSERT INTO temp.plan_row
SELECT tbl, learner, row, NOT EXISTS (SELECT 1 FROM cell c WHERE c.learner = p.learner AND c.tbl = p.tbl
    AND c.row = p.row), max(fld = 'deleted' AND val = 'true')
FROM temp.plan p WHERE wins GROUP BY learner, tbl, row
"""
# A value of the wrong kind would be met again by every page that reads it.
_WRONG_KIND = """
SELECT 1 FROM temp.plan i CROSS JOIN temp.kind k ON k.tbl = i.tbl AND k.fld = i.fld WHERE val <> 'null' AND NOT
CASE k.kind
    WHEN 'text' THEN val GLOB '"*"'
    WHEN 'int' THEN CAST(CAST(val AS INTEGER) AS TEXT) = val
    WHEN 'bool' THEN val IN ('true', 'false')
    WHEN 'date' THEN length(val) = 12 AND date(substr(val, 2, 10)) IS substr(val, 2, 10) AND val > '"0001'
    ELSE val GLOB '[[]*' END
LIMIT 1
"""


def stage(connection: Any, incoming: Incoming, role: str, author: int) -> int:
    """Fill `temp.plan` with what differs, and `temp.aside` with what the sender may not write.

    Returns the last of our actions that the sender is known to have merged. Raises `Refused` for a file whose sender
    may not say what it says. The caller holds the store's lock.
    """
    clear(connection)
    for statement in _PLAN.split(";"):
        connection.execute(statement)
    kinds = [(noun.table, name, kind) for noun in NOUNS for name, kind in noun.kinds.items()]
    kinds += [(noun.table, "deleted", "bool") for noun in NOUNS]
    connection.executemany("INSERT INTO temp.kind VALUES (?, ?, ?)", kinds)
    _refuse_learners(connection, incoming, role)
    connection.execute("BEGIN")
    try:
        _compare(connection, told(connection, incoming), _not_for(incoming))
        connection.execute(_DROP_THE_PAST)
        if connection.execute(_WRONG_KIND).fetchone():
            raise Refused(
                _(
                    "Filen fra {name} indeholder værdier, der ikke kan læses. Intet er ændret. "
                    "Bed {name} opdatere programmet og sende en ny fil."
                ).format(name=incoming.partner.name)
            )
        connection.executemany(
            "INSERT OR IGNORE INTO temp.paper SELECT ?1, ?2 WHERE ?1 NOT IN (SELECT learner FROM temp.unwanted) "
            "AND NOT EXISTS (SELECT 1 FROM blob WHERE learner = ?1 AND sha256 = ?2)",
            ((learner, sha256) for learner, sha256, _content in allowed_papers(connection, incoming)),
        )
        seen = _seen(connection, incoming)
        connection.execute(_BOTH_WROTE, {"us": author, "seen": seen})
        connection.execute(_ROWS)
        connection.execute("COMMIT")
        return seen
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        clear(connection)
        raise


def clear(connection: Any) -> None:
    """Forget what was staged."""
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _compare(connection: Any, cells: Iterable[Cell], not_theirs: str) -> None:
    rest = iter(cells)
    while some := list(islice(rest, AT_ONCE)):
        connection.executemany("INSERT INTO temp.arrived VALUES (?, ?, ?, ?, ?, ?, ?)", some)
        if not_theirs:
            connection.execute(
                f"INSERT INTO temp.aside SELECT i.* FROM temp.arrived i LEFT JOIN cell c ON {KEY} WHERE {not_theirs} "
                "AND i.val IS NOT c.val AND i.learner NOT IN (SELECT learner FROM temp.unwanted)"
            )
            connection.execute(f"DELETE FROM temp.arrived AS i WHERE {not_theirs}")
        connection.execute(_COMPARE)
        connection.execute("DELETE FROM temp.arrived")


def _not_for(incoming: Incoming) -> str:
    """Which cells the sender may not write, as SQL; tables of a later version only a coordinator sends."""
    if incoming.partner.role == COORDINATOR:
        return ""
    own = ", ".join(f"'{noun.table}'" for noun in NOUNS if MENTOR in noun.writers)
    # by author, for beside the mentor's own cells there may be ours, given back
    return f"i.tbl NOT IN ({own}) AND i.author = {int(incoming.partner.author or 0)}"


def _refuse_learners(connection: Any, incoming: Incoming, role: str) -> None:
    """Learners that are erased, or that this machine has let go of and was not given anew, do not come back."""
    connection.execute("INSERT INTO temp.unwanted SELECT learner FROM erased")
    unwanted = [(learner,) for learner, _ts, _author in incoming.erased]
    if role != COORDINATOR:
        again = {one.learner for one in incoming.following if one.last_day is None}
        let_go = connection.execute(
            "SELECT learner, at FROM receipt WHERE partner = ? AND kind = 'forgotten'", (OURSELVES,)
        )
        unwanted += [(who,) for who, at in let_go if bytes(who) not in again or incoming.created <= at]
    connection.executemany("INSERT OR IGNORE INTO temp.unwanted VALUES (?)", unwanted)


def _seen(connection: Any, incoming: Incoming) -> int:
    """The last of our actions that each partner is known to have merged; the sender's by this very file, too."""
    connection.execute(
        "INSERT INTO temp.seen SELECT p.author, ifnull(max(s.action), 0) FROM partner p LEFT JOIN sent s "
        "ON s.partner = p.id AND s.read_at IS NOT NULL WHERE p.author IS NOT NULL GROUP BY p.author"
    )
    marks = ", ".join("?" * len(incoming.merged))
    action = connection.execute(
        f"SELECT ifnull(max(action), 0) FROM sent WHERE partner = ? AND (read_at IS NOT NULL OR file_id IN ({marks}))",
        (incoming.partner.id, *incoming.merged),
    ).fetchone()[0]
    connection.execute("INSERT OR REPLACE INTO temp.seen VALUES (?, ?)", (incoming.partner.author, action))
    return int(action)
