"""A plan in numbers and in lines, for the preview: per learner what is new, changed, ours, and what both wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from mentorapp.domain.change import SHARED, Value
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.rows import decode

NEW, CHANGED, OURS = "new", "changed", "ours"
"""What happens to one field: it was not here, the file's value replaces ours, or ours stays for it is newer."""

HARD, SOFT = "hard", "soft"
"""Both wrote the field without having seen the other's value; or both wrote in the row, in different fields."""


@dataclass(frozen=True, slots=True)
class PlannedLearner:
    """What the file does to one learner; `learner` is zeros for what all share. Rows and fields are counts."""

    learner: bytes
    name: str | None
    """As it will be; None for what all share, and where the file names nobody."""
    new_rows: int
    notes: int
    """Of the new rows, those that are notes."""
    changed: int
    """Fields of rows that are here whose value the file replaces or brings."""
    ours: int
    """Fields in which ours stays."""
    removed_rows: int
    both: int
    """Fields both sides wrote."""
    late: bool
    """From a mentor who no longer follows the learner: after the hand-over."""


@dataclass(frozen=True, slots=True)
class PlannedField:
    """One field the file speaks of; moments in ms since 1970 by the writers' clocks."""

    learner: bytes
    table: str
    row: str
    field: str
    outcome: str
    """NEW, CHANGED or OURS."""
    is_new_row: bool
    label: str | None
    """HARD or SOFT where both sides wrote."""
    ours: Value
    ours_at: int | None
    ours_author: int | None
    theirs: Value
    theirs_at: int
    theirs_author: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The whole file in numbers."""

    learners: int
    new_rows: int
    notes: int
    changed: int
    ours: int
    removed_rows: int
    both: int
    aside: int
    """Fields whose writer may not write them: set aside."""
    erased: int
    """Learners erased everywhere whom this store still has."""
    papers: int
    """Contents of documents that are not here yet."""
    came_back: int
    """Own words of before a restore that the partner gives back."""
    of_a_twin: int
    """Own words that this copy of the profile never wrote: another copy is alive."""

    @property
    def is_news(self) -> bool:
        """Whether importing would change anything."""
        return bool(self.new_rows or self.changed or self.ours or self.aside or self.erased or self.papers)


def counts(plan: Plan) -> Counts:
    """The plan in numbers."""
    learners = planned_learners(plan)
    with plan.staged() as connection:
        aside = connection.execute("SELECT count(*) FROM temp.aside").fetchone()[0]
        papers = connection.execute("SELECT count(*) FROM temp.paper").fetchone()[0]
        erased = sum(
            connection.execute("SELECT count(*) FROM learner WHERE learner = ?", (learner,)).fetchone()[0]
            for learner, _ts, _author in plan.incoming.erased
        )
        restored = connection.execute("SELECT value FROM local WHERE key = 'restored_at'").fetchone()
        before, after = connection.execute(
            "SELECT ifnull(sum(ts <= :restored), 0), ifnull(sum(ts > :restored), 0) FROM temp.plan p "
            "WHERE author = :us AND NOT EXISTS (SELECT 1 FROM action a WHERE a.ts = p.ts AND a.author = :us)",
            {"restored": int(restored[0]) if restored else 0, "us": plan.store.author},
        ).fetchone()
    return Counts(
        learners=sum(one.learner != SHARED for one in learners),
        new_rows=sum(one.new_rows for one in learners),
        notes=sum(one.notes for one in learners),
        changed=sum(one.changed for one in learners),
        ours=sum(one.ours for one in learners),
        removed_rows=sum(one.removed_rows for one in learners),
        both=sum(one.both for one in learners),
        aside=aside,
        erased=erased,
        papers=papers,
        came_back=before,
        of_a_twin=after,
    )


def planned_learners(plan: Plan) -> list[PlannedLearner]:
    """What the file does, learner by learner, by name; what all share comes first."""
    with plan.staged() as connection:
        rows = connection.execute(
            "SELECT learner, sum(is_new), sum(is_new AND tbl IN ('note', 'note_confidential')), sum(removed) "
            "FROM temp.plan_row GROUP BY learner"
        ).fetchall()
        fields = connection.execute(
            "SELECT learner, sum(wins AND NOT new_row AND val IS NOT old_val), sum(NOT wins), sum(both) "
            "FROM temp.plan GROUP BY learner"
        ).fetchall()
        found = connection.execute(
            "SELECT learner, val ->> '$' FROM temp.plan WHERE wins AND tbl = 'learner' AND fld = 'name' "
            "UNION ALL SELECT learner, name FROM learner"
        )
        names: dict[bytes, str] = {}
        for learner, name in found:
            names.setdefault(bytes(learner), name)
        late = _late(plan)
    by_learner = {bytes(learner): counted for learner, *counted in rows}
    planned = []
    for learner, changed, ours, both in fields:
        who = bytes(learner)
        new_rows, notes, removed = by_learner.get(who, (0, 0, 0))
        planned.append(PlannedLearner(who, names.get(who), new_rows, notes, changed, ours, removed, both, who in late))
    return sorted(planned, key=lambda one: (one.learner != SHARED, (one.name or "").casefold(), one.learner))


def planned_fields(plan: Plan, learner: bytes) -> Iterator[PlannedField]:
    """Every field of one learner to which the file gives another value than it has here, by table, row and field."""
    with plan.staged() as connection:
        found = connection.execute(
            "SELECT p.tbl, p.row, p.fld, p.val, p.ts, p.author, p.old_val, p.old_ts, p.old_author, p.wins, p.both, "
            "ifnull(r.is_new, 0), EXISTS (SELECT 1 FROM cell c JOIN action a ON a.ts = c.ts AND a.author = c.author "
            "WHERE c.learner = p.learner AND c.tbl = p.tbl AND c.row = p.row AND c.author = :us AND c.fld <> p.fld "
            "AND a.id > ifnull((SELECT action FROM temp.seen s WHERE s.author = p.author), :seen)) "
            "FROM temp.plan p LEFT JOIN temp.plan_row r ON r.tbl = p.tbl AND r.learner = p.learner AND r.row = p.row "
            "WHERE p.learner = :learner AND p.val IS NOT p.old_val ORDER BY p.tbl, p.row, p.fld",
            {"learner": learner, "us": plan.store.author, "seen": plan.seen},
        ).fetchall()
    for table, row, field, val, at, author, old, old_at, old_author, wins, both, is_new, beside in found:
        yield PlannedField(
            learner,
            table,
            row,
            field,
            OURS if not wins else NEW if old is None else CHANGED,
            bool(is_new),
            HARD if both else SOFT if beside and not is_new else None,
            None if old is None else decode(old),
            old_at,
            old_author,
            decode(val),
            at,
            author,
        )


def whole_rows(plan: Plan, learner: bytes) -> dict[tuple[str, str], dict[str, Value]]:
    """The fields, as they will be, of every row of a learner that the file speaks of, by table and row."""
    with plan.staged() as connection:
        found = connection.execute(
            "SELECT c.tbl, c.row, c.fld, c.val FROM (SELECT DISTINCT learner, tbl, row FROM temp.plan "
            "WHERE learner = :learner) p CROSS JOIN cell c ON c.learner = p.learner AND c.tbl = p.tbl "
            "AND c.row = p.row UNION ALL SELECT tbl, row, fld, val FROM temp.plan WHERE wins AND learner = :learner",
            {"learner": learner},
        ).fetchall()
    rows: dict[tuple[str, str], dict[str, Value]] = {}
    for table, row, field, value in found:
        rows.setdefault((table, row), {})[field] = decode(value)
    return rows


def leaving(plan: Plan) -> list[tuple[bytes, str, bool]]:
    """The learners who would go, by name: id, name, and whether it is an erasure everywhere, which is for good."""
    with plan.staged() as connection:
        gone = connection.execute(
            "SELECT l.learner, l.name FROM learner l JOIN temp.plan_row p ON p.tbl = 'learner' "
            "AND p.learner = l.learner AND p.removed WHERE l.whole"
        ).fetchall()
        found = [(bytes(learner), name, False) for learner, name in gone]
        for learner, _ts, _author in plan.incoming.erased:
            known = connection.execute("SELECT name FROM learner WHERE learner = ?", (learner,)).fetchone()
            if known:
                found.append((learner, known[0] or "", True))
    return sorted(found, key=lambda one: (one[1].casefold(), one[0]))


def _late(plan: Plan) -> set[bytes]:
    """The learners a mentor writes about after the last day of following them."""
    if plan.incoming.partner.role == COORDINATOR:
        return set()
    day = datetime.fromtimestamp(plan.store.now() / 1000, tz=UTC).date().isoformat()
    with plan.staged() as connection:
        found = connection.execute(
            "SELECT learner FROM access WHERE whole AND id = ? AND last_day < ?", (plan.incoming.partner.person, day)
        )
        return {bytes(learner) for (learner,) in found}
