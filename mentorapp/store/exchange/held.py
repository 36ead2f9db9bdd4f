"""What arrived from somebody who may not write it: kept aside until a coordinator takes it over or dismisses it."""

from __future__ import annotations

from dataclasses import dataclass

from mentorapp.domain.change import DELETED, Change, Value
from mentorapp.i18n import _
from mentorapp.store.database import Changed, Store
from mentorapp.store.record import Action
from mentorapp.store.rows import decode
from mentorapp.store.tables import BY_TABLE


@dataclass(frozen=True, slots=True)
class Held:
    """One field that was set aside; `here` is what stands in the store, None where nothing does."""

    learner: bytes
    table: str
    row: str
    field: str
    partner: bytes
    value: Value
    written_at: int
    """Ms since 1970, by the writer's clock."""
    author: int
    here: Value

    @property
    def can_be_taken_over(self) -> bool:
        """Whether this version of the program knows the field."""
        noun = BY_TABLE.get(self.table)
        return noun is not None and (self.field == DELETED or self.field in noun.kinds)


def waiting(store: Store) -> list[Held]:
    """All that is set aside, by learner and row; what has come to stand in the store since waits no longer."""
    found = store.reader().execute(
        "SELECT h.learner, h.tbl, h.row, h.fld, h.partner, h.val, h.ts, h.author, c.val FROM held h LEFT JOIN cell c "
        "ON c.learner = h.learner AND c.tbl = h.tbl AND c.row = h.row AND c.fld = h.fld "
        "WHERE h.val IS NOT c.val ORDER BY h.learner, h.tbl, h.row, h.fld, h.partner"
    )
    return [
        Held(bytes(who), table, row, field, bytes(partner), decode(value), at, author, here and decode(here))
        for who, table, row, field, partner, value, at, author, here in found
    ]


def take_over(store: Store, *rows: Held) -> Action | None:
    """Record what was set aside as edits of ours, which travel like any other; `Refused` where our role may not."""
    taken = [one for one in rows if one.can_be_taken_over]
    changes = [Change(one.learner, one.table, one.row, one.field, one.value) for one in taken]
    action = store.record(changes, _("Overtaget fra en fil"))
    dismiss(store, *taken)
    return action


def dismiss(store: Store, *rows: Held) -> None:
    """Let what was set aside go; a later file that still says it brings it again."""
    with store.writing() as connection:
        connection.executemany(
            "DELETE FROM held WHERE learner = ? AND tbl = ? AND row = ? AND fld = ? AND partner = ?",
            [(one.learner, one.table, one.row, one.field, one.partner) for one in rows],
        )
    store.announce(Changed(frozenset(), frozenset(one.learner for one in rows)))
