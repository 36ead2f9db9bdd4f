"""What merging a file would do: one table of all that differs, made beside the store, which nothing is written to.

Per field the largest (stamp, author, value) wins. The plan is read for the preview and then applied as it is.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any

from mentorapp.domain.change import SHARED
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange.incoming import FORGOTTEN, Incoming, allowed_papers, told
from mentorapp.store.exchange.partners import OURSELVES
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.tables import AFTER_LAST_DAY, BY_TABLE, FIRST_DAY, NOUNS

AT_ONCE = 40
"""Fields of a row that are handed over together: what they share is said once."""

LATEST = 32_503_680_000_000
"""The year 3000: no clock goes further, and a stamp there could never be written over."""

_PLAN = """
CREATE TEMP TABLE plan (
    learner BLOB, tbl TEXT, row TEXT, fld TEXT, val TEXT, ts INTEGER, author INTEGER,
    old_val TEXT, old_ts INTEGER, old_author INTEGER, wins INTEGER, new_row INTEGER, both INTEGER DEFAULT 0
);
CREATE TEMP TABLE aside (learner BLOB, tbl TEXT, row TEXT, fld TEXT, val TEXT, ts INTEGER, author INTEGER);
CREATE TEMP TABLE kind (tbl TEXT, fld TEXT, kind TEXT, PRIMARY KEY (tbl, fld)) WITHOUT ROWID;
CREATE TEMP TABLE unwanted (learner BLOB PRIMARY KEY, told INTEGER DEFAULT 0) WITHOUT ROWID;
CREATE TEMP TABLE paper (learner BLOB, sha256 BLOB, PRIMARY KEY (learner, sha256)) WITHOUT ROWID;
CREATE TEMP TABLE seen (author INTEGER PRIMARY KEY, action INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE plan_row (
    tbl TEXT, learner BLOB, row TEXT, is_new INTEGER, removed INTEGER, PRIMARY KEY (tbl, learner, row)
) WITHOUT ROWID
"""
_TABLES = ("plan", "aside", "kind", "unwanted", "seen", "plan_row", "paper")

# The pairs of a row that differ, in the order of the file, which is that of the cells and of the history.
_COMPARE = """
INSERT INTO temp.plan (learner, tbl, row, fld, val, ts, author, old_val, old_ts, old_author, wins, new_row)
SELECT ?1, ?2, ?3, i.column1, i.column2, i.column3, i.column4, c.val, c.ts, c.author,
    c.ts IS NULL OR (i.column3, i.column4, i.column2) > (c.ts, c.author, c.val),
    -- 2 in the first field of a row that is not here, 1 in its others
    iif(EXISTS (SELECT 1 FROM cell WHERE learner = ?1 AND tbl = ?2 AND row = ?3), 0, 1 + (i.column1 = ?4))
FROM (VALUES {}) i LEFT JOIN cell c ON c.learner = ?1 AND c.tbl = ?2 AND c.row = ?3 AND c.fld = i.column1
WHERE c.ts IS NULL OR NOT (c.ts = i.column3 AND c.author = i.column4 AND c.val = i.column2)
"""
# What stands here anyway, or was set aside before, is not news.
_SET_ASIDE = """
INSERT INTO temp.aside SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM cell WHERE learner = ?1
    AND tbl = ?2 AND row = ?3 AND fld = ?4 AND val = ?5) AND NOT EXISTS (SELECT 1 FROM held WHERE learner = ?1
    AND tbl = ?2 AND row = ?3 AND fld = ?4 AND partner = ?8 AND (val, ts, author) = (?5, ?6, ?7))
"""
# A value that lost once and is in the history is the past, not news.
_DROP_THE_PAST = """
DELETE FROM temp.plan AS i WHERE NOT wins AND (val = old_val OR EXISTS (
    SELECT 1 FROM history h WHERE h.learner = i.learner AND h.tbl = i.tbl AND h.row = i.row AND h.fld = i.fld
    AND h.ts = i.ts AND h.author = i.author AND h.val = i.val))
"""
# Whoever wrote against a value of ours had not seen it: its action came after the last one the writer had merged.
_UNSEEN = """EXISTS (SELECT 1 FROM action a WHERE a.ts = {} AND a.author = :us
    AND a.id > ifnull((SELECT action FROM temp.seen s WHERE s.author = i.author), :seen))"""
_BOTH_WROTE = (
    f"UPDATE temp.plan AS i SET both = 1 WHERE old_author = :us AND val <> old_val AND {_UNSEEN.format('old_ts')}"
)
# A third writer who has not seen our value settles nothing between us and the second.
_STILL_BOTH = f"""
UPDATE temp.plan AS i SET both = 1 FROM conflict k WHERE k.learner = i.learner AND k.tbl = i.tbl AND k.row = i.row
    AND k.fld = i.fld AND i.wins AND i.val <> k.ours AND i.old_ts = k.theirs_ts AND {_UNSEEN.format("k.ours_ts")}
"""
_ROWS = """
INSERT INTO temp.plan_row SELECT tbl, learner, row, new_row > 0, 0 FROM temp.plan WHERE wins AND new_row <> 1
ON CONFLICT DO NOTHING
"""
# A learner without a name is not shown, either.
_REMOVED = """
UPDATE temp.plan_row SET removed = 1 WHERE (tbl, learner, row) IN (SELECT tbl, learner, row FROM temp.plan
    WHERE wins AND ((fld = 'deleted' AND val = 'true') OR (tbl, fld, val) = ('learner', 'name', 'null')))
"""
# A value of the wrong kind would be met again by every page that reads it.
_WRONG_KIND = """
SELECT 1 FROM {} i CROSS JOIN temp.kind k ON k.tbl = i.tbl AND k.fld = i.fld WHERE i.val <> 'null' AND NOT
CASE k.kind
    WHEN 'text' THEN val GLOB '"*"'
    WHEN 'int' THEN CAST(CAST(val AS INTEGER) AS TEXT) = val
    WHEN 'bool' THEN val IN ('true', 'false')
    WHEN 'date' THEN length(val) = 12 AND date(substr(val, 2, 10)) IS substr(val, 2, 10)
        AND substr(val, 2, 10) >= :first AND substr(val, 2, 10) < :after
    ELSE val GLOB '[[]*' AND NOT EXISTS (
        SELECT 1 FROM json_each(val) WHERE type <> iif(k.kind = 'ints', 'integer', 'text')) END
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
    connection.execute("BEGIN")
    try:
        seen = _seen(connection, incoming)
        _refuse_learners(connection, incoming, role, seen)
        _compare(connection, incoming)
        connection.execute(_DROP_THE_PAST)
        _refuse_senseless(connection, incoming)
        connection.executemany(
            "INSERT OR IGNORE INTO temp.paper SELECT ?1, ?2 WHERE ?1 NOT IN (SELECT learner FROM temp.unwanted) "
            "AND NOT EXISTS (SELECT 1 FROM blob WHERE learner = ?1 AND sha256 = ?2)",
            ((learner, sha256) for learner, sha256, _content in allowed_papers(connection, incoming)),
        )
        connection.execute(_BOTH_WROTE, {"us": author, "seen": seen})
        connection.execute(_STILL_BOTH, {"us": author, "seen": seen})
        connection.execute(_ROWS)
        connection.execute(_REMOVED)
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


def _compare(connection: Any, incoming: Incoming) -> None:
    unwanted = {bytes(learner) for (learner,) in connection.execute("SELECT learner FROM temp.unwanted")}
    told_anyway = set()
    partner = incoming.partner
    not_theirs = None if partner.role == COORDINATOR else partner.author
    for (learner, table, row), fields in groupby(told(connection, incoming), key=itemgetter(0, 1, 2)):
        if learner in unwanted:
            told_anyway.add(learner)
            continue
        first = None
        while some := list(islice(fields, AT_ONCE)):
            if not_theirs is not None and table not in _OF_MENTORS:
                # by author, for beside the mentor's own cells there may be ours, given back
                aside = [(*cell, partner.id) for cell in some if cell[6] == not_theirs]
                connection.executemany(_SET_ASIDE, aside)
                some = [cell for cell in some if cell[6] != not_theirs]
            if some:
                first = first or some[0][3]
                told_of = chain.from_iterable(cell[3:] for cell in some)
                connection.execute(_comparison(len(some)), (learner, table, row, first, *told_of))
    connection.executemany("UPDATE temp.unwanted SET told = 1 WHERE learner = ?", [(one,) for one in told_anyway])


_OF_MENTORS = frozenset(noun.table for noun in NOUNS if MENTOR in noun.writers)
"""Tables of a later version only a coordinator sends."""


@cache
def _comparison(fields: int) -> str:
    return _COMPARE.format(", ".join(["(?, ?, ?, ?)"] * fields))


def _refuse_senseless(connection: Any, incoming: Incoming) -> None:
    """Values of the wrong kind, stamps of no clock, and rows where no program would put them."""
    latest = connection.execute("SELECT max(ts) FROM temp.plan").fetchone()[0]
    shared = {noun.table for noun in NOUNS if noun.shared}
    days = {"first": FIRST_DAY, "after": AFTER_LAST_DAY}
    tables = connection.execute("SELECT DISTINCT tbl, learner = ? FROM temp.plan", (SHARED,)).fetchall()
    if (
        (latest or 0) > LATEST
        or any(learner == SHARED for learner, _ts, _author in incoming.erased)
        or any(table in BY_TABLE and bool(is_shared) != (table in shared) for table, is_shared in tables)
        or any(connection.execute(_WRONG_KIND.format(table), days).fetchone() for table in ("temp.plan", "temp.aside"))
    ):
        raise Refused(
            _(
                "Filen fra {name} indeholder værdier, der ikke kan læses. Intet er ændret. "
                "Bed {name} opdatere programmet og sende en ny fil."
            ).format(name=incoming.partner.name)
        )


def _refuse_learners(connection: Any, incoming: Incoming, role: str, seen: int) -> None:
    """Learners that are erased, or that this machine has let go of and was not given anew, do not come back.

    Given anew is who is followed in a file that was made later, by the clocks or for it knows of our letting go.
    """
    connection.execute("INSERT INTO temp.unwanted (learner) SELECT learner FROM erased")
    unwanted = [(learner,) for learner, _ts, _author in incoming.erased]
    if role != COORDINATOR:
        again = {one.learner for one in incoming.following if one.last_day is None}
        let_go = connection.execute(
            "SELECT learner, at < ? OR EXISTS (SELECT 1 FROM action a WHERE a.ts = at AND a.kind = 'forget' "
            "AND a.id <= ?) FROM receipt WHERE partner = ? AND kind = ?",
            (incoming.created, seen, OURSELVES, FORGOTTEN),
        )
        unwanted += [(who,) for who, is_later in let_go if not is_later or bytes(who) not in again]
    connection.executemany("INSERT OR IGNORE INTO temp.unwanted (learner) VALUES (?)", unwanted)


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
