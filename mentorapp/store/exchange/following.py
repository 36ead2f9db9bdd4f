"""Who follows a learner, and what a machine that no longer does still holds: until when, and whether it has let go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.access import Access
from mentorapp.store import rows
from mentorapp.store.database import Store
from mentorapp.store.exchange.incoming import FORGOTTEN
from mentorapp.store.tables import BY_TABLE


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A learner whom this machine may only read any more, until its copy is removed."""

    learner: bytes
    name: str
    last_day: date
    remove_on: date | None
    """None: nobody has said a day."""


def of_learner(store: Store, learner: bytes) -> list[Access]:
    """Who follows and has followed the learner, the newest first."""
    found: Iterable[Access] = rows.read(store.reader(), BY_TABLE[Access.TABLE], [learner])
    return sorted(found, key=lambda one: (one.last_day or date.max, one.first_day, one.id), reverse=True)


def handed_over(store: Store, today: date) -> list[HandedOver]:
    """The learners this machine was told it no longer follows, by name."""
    found = store.reader().execute(
        "SELECT f.learner, l.name, max(f.last_day), max(f.remove_on) FROM following f JOIN learner l "
        "ON l.learner = f.learner WHERE l.whole GROUP BY f.learner "
        "HAVING max(ifnull(f.last_day, '9999-12-31')) < ? ORDER BY l.name",
        (today.isoformat(),),
    )
    return [
        HandedOver(bytes(learner), name, date.fromisoformat(last), date.fromisoformat(remove) if remove else None)
        for learner, name, last, remove in found
    ]


def let_go_at(store: Store, learner: bytes) -> dict[str, int]:
    """By person, when the last of their machines told that it has let go of the learner (ms since 1970)."""
    found = store.reader().execute(
        "SELECT p.person, max(r.at) FROM receipt r JOIN partner p ON p.id = r.partner "
        "WHERE r.learner = ? AND r.kind = ? GROUP BY p.person",
        (learner, FORGOTTEN),
    )
    return dict(found.fetchall())
