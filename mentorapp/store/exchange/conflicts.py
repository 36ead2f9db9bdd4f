"""What both sides wrote in one field: listed until somebody says it is fine or picks a value."""

from __future__ import annotations

from dataclasses import dataclass

from mentorapp.domain.change import Change, Value
from mentorapp.i18n import _
from mentorapp.store.database import Changed, Store
from mentorapp.store.record import CHOICE
from mentorapp.store.rows import decode


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that two people wrote without having seen each other's value; the newer one stands in the store."""

    learner: bytes
    table: str
    row: str
    field: str
    ours: Value
    ours_at: int
    """Ms since 1970, by the writer's clock; `theirs_at` likewise."""
    theirs: Value
    theirs_at: int
    theirs_author: int

    @property
    def ours_stands(self) -> bool:
        """Whether our value is the one in the store."""
        return self.ours_at >= self.theirs_at


def unsettled(store: Store) -> list[Conflict]:
    """The conflicts nobody has settled, newest first. A field written again since is settled by that."""
    found = store.reader().execute(
        "SELECT k.learner, k.tbl, k.row, k.fld, k.ours, k.ours_ts, k.theirs, k.theirs_ts, k.theirs_author "
        "FROM conflict k CROSS JOIN cell c ON c.learner = k.learner AND c.tbl = k.tbl AND c.row = k.row "
        "AND c.fld = k.fld WHERE c.ts IN (k.ours_ts, k.theirs_ts) AND c.val IN (k.ours, k.theirs) "
        "ORDER BY k.action DESC, k.learner, k.tbl, k.row, k.fld"
    )
    return [
        Conflict(bytes(learner), table, row, field, decode(ours), ours_at, decode(theirs), theirs_at, author)
        for learner, table, row, field, ours, ours_at, theirs, theirs_at, author in found
    ]


def row_now(store: Store, learner: bytes, table: str, row: str) -> dict[str, Value]:
    """The fields of a row as they stand, of any table: to say which row it is."""
    found = store.reader().execute(
        "SELECT fld, val FROM cell WHERE learner = ? AND tbl = ? AND row = ?", (learner, table, row)
    )
    return {field: decode(value) for field, value in found}


def accept(store: Store, *settled: Conflict) -> None:
    """What stands is fine: the conflicts leave the list, nothing else changes."""
    with store.writing() as connection:
        connection.executemany(
            "DELETE FROM conflict WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?",
            [(one.learner, one.table, one.row, one.field) for one in settled],
        )
    store.announce(Changed(frozenset(), frozenset(one.learner for one in settled)))


def pick_other(store: Store, conflict: Conflict) -> None:
    """Take the value that lost: a new edit of ours, which travels like any other."""
    value = conflict.theirs if conflict.ours_stands else conflict.ours
    change = Change(conflict.learner, conflict.table, conflict.row, conflict.field, value)
    store.record([change], _("Den anden værdi valgt"), CHOICE)
    accept(store, conflict)
