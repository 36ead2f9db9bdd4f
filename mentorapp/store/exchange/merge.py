"""Merging a partner's file: planned once, shown, and applied as it was planned, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.store.database import Store
from mentorapp.store.exchange import applying, erasure, plan
from mentorapp.store.exchange.choices import Choices, Merged
from mentorapp.store.exchange.incoming import Incoming

MOST_LEARNERS, FEWEST, SHARE = 3, 2, 10
"""A file that takes away more learners than the first, or at least the second and this share in %, asks first."""


class Outdated(UserError):
    """Something was saved since the plan was made: it must be made and shown again."""


class Plan:
    """What a file would do to `store`. Making it writes nothing; a later plan takes this one's place."""

    def __init__(self, store: Store, incoming: Incoming) -> None:
        """Compare the file with the store; raises `Refused` where its sender may not say what it says."""
        self.store, self.incoming = store, incoming
        with store.alone() as connection:
            # whatever comes of this one, the one before is no longer there
            store.staged = None
            self.seen = plan.stage(connection, incoming, store.role, store.author)
            """The last of our actions that the sender is known to have merged."""
            self._made_after = _last_action(connection)
            store.staged = self

    @contextmanager
    def staged(self) -> Iterator[Any]:
        """A connection on which the plan's tables are these; `Outdated` where a later plan has taken their place."""
        with self.store.alone() as connection:
            if self.store.staged is not self:
                raise _outdated()
            yield connection

    @property
    def is_current(self) -> bool:
        """Whether this is the plan that is staged, and nothing was saved since it was made."""
        with self.store.alone() as connection:
            return self.store.staged is self and _last_action(connection) == self._made_after

    def removed_learners(self) -> tuple[int, int]:
        """How many learners would go (deleted or erased), and how many there are."""
        with self.staged() as connection:
            gone = connection.execute(
                "SELECT count(*) FROM learner l WHERE whole AND EXISTS (SELECT 1 FROM temp.plan_row p "
                "WHERE p.tbl = 'learner' AND p.learner = l.learner AND p.removed)"
            ).fetchone()[0]
            for learner, _ts, _author in self.incoming.erased:
                gone += connection.execute(
                    "SELECT count(*) FROM learner WHERE whole AND learner = ?", (learner,)
                ).fetchone()[0]
            return gone, connection.execute("SELECT count(*) FROM learner WHERE whole").fetchone()[0]

    @property
    def removes_many(self) -> bool:
        """Whether so many learners would go that it must be asked, every time."""
        gone, known = self.removed_learners()
        return gone > MOST_LEARNERS or (gone >= FEWEST and gone * 100 >= SHARE * known)

    def apply(self, choices: Choices | None = None) -> Merged:
        """Merge what was planned, all of it or what was chosen; `Outdated` where it must be planned again."""
        choices = choices or Choices()
        with self.store.alone():
            if not self.is_current:
                raise _outdated()
            if self.removes_many and not choices.removals:
                raise Refused(_("Filen vil fjerne flere elever på én gang. Intet er ændret. Bekræft det først."))
            with self.store.writing() as connection:
                merged, touched = applying.write(connection, self.store, self.incoming, choices)
                plan.clear(connection)
            self.store.staged = None
        if self.incoming.erased and choices.learners is None:
            erasure.absorbed(self.store, [learner for learner, _ts, _author in self.incoming.erased])
        self.store.announce(touched)
        return merged

    def discard(self) -> None:
        """Forget the plan."""
        with self.store.alone() as connection:
            if self.store.staged is self:
                plan.clear(connection)
                self.store.staged = None


def _outdated() -> Outdated:
    return Outdated(_("Der er gemt noget, mens du læste. Intet er importeret endnu. Se forhåndsvisningen igen."))


def _last_action(connection: Any) -> int:
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM action").fetchone()[0])
