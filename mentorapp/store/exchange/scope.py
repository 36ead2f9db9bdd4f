"""What a partner may be told: a condition on keys of cells, made from the declarations and from who follows whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorapp.domain.change import SHARED
from mentorapp.store.database import Store
from mentorapp.store.exchange.partners import Partner, authors_of
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.tables import NOUNS

Cell = tuple[bytes, str, str, str, str, int, int]
"""Learner, table, row, field, JSON of the value, stamp (ms), author: one cell as it travels."""


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL over `c`, a table with the columns of a key and an author, and the values of its marks."""

    sql: str
    values: tuple[Any, ...] = ()


def scope(store: Store, partner: Partner, today: date) -> Condition:
    """The cells that go to `partner`: its learners' and shared ones for a mentor, everything for a coordinator.

    A mentor's own profile vouches only for what it wrote itself. Notes are sent by the site their row begins with;
    what only coordinators read goes back to the mentor who wrote it, and to no other.
    """
    if store.role != COORDINATOR:
        return Condition("c.author = ?", (store.author,))
    if partner.role == COORDINATOR:
        return Condition("true")
    connection = store.reader()
    sites = _sites(connection, partner)
    team, site, shared = (_tables(audience) for audience in ("team", "site", "shared"))
    authors = sorted(authors_of(connection, partner.person))
    followed = followed_by(connection, partner.person, today)
    starts = " OR ".join(["substr(c.row, 1, instr(c.row, '/')) = ?"] * len(sites))
    own = f"c.author IN ({_marks(authors)})"
    return Condition(
        f"(c.learner = ? AND c.tbl IN ({_marks(shared)})) OR (c.learner IN ({_marks(followed)}) AND ("
        f"c.tbl IN ({_marks(team)}) OR (c.tbl IN ({_marks(site)}) AND ({starts} OR {own})) OR {own}))",
        (SHARED, *shared, *followed, *team, *site, *(f"{each}/" for each in sites), *authors, *authors),
    )


def cells(store: Store, partner: Partner, today: date) -> Iterator[Cell]:
    """Everything `partner` may be told now, ordered by key; read in one transaction of a connection of its own."""
    wanted = scope(store, partner, today)
    connection = store.another_reader()
    try:
        found = connection.execute(
            f"SELECT learner, tbl, row, fld, val, ts, author FROM cell c WHERE {wanted.sql} "
            "ORDER BY learner, tbl, row, fld",
            wanted.values,
        )
        while some := found.fetchmany(10_000):
            yield from some
    finally:
        connection.close()


def followed_by(connection: Any, person: str, today: date) -> list[bytes]:
    """The learners whom `person` follows on `today`."""
    found = connection.execute(
        "SELECT learner FROM access WHERE whole AND id = ? AND first_day <= ? AND (last_day IS NULL OR last_day >= ?) "
        "ORDER BY learner",
        (person, today.isoformat(), today.isoformat()),
    )
    return [bytes(learner) for (learner,) in found]


def ever_followed_by(connection: Any, person: str) -> frozenset[bytes]:
    """The learners whom `person` has ever been given, those taken away again or erased since among them."""
    found = connection.execute(
        "SELECT learner FROM access WHERE id = ? UNION SELECT r.learner FROM receipt r "
        "JOIN partner p ON p.id = r.partner WHERE p.person = ?",
        (person, person),
    )
    return frozenset(bytes(learner) for (learner,) in found)


def _sites(connection: Any, partner: Partner) -> list[str]:
    """The sites whose notes the person reads: the own one, and those of placements the person is mentor of."""
    found = connection.execute(
        "SELECT site FROM person WHERE id = ? AND site IS NOT NULL "
        "UNION SELECT site FROM placement WHERE whole AND mentor = ? AND site IS NOT NULL",
        (partner.person, partner.person),
    )
    return ["all", *(site for (site,) in found)]


def _tables(audience: str) -> tuple[str, ...]:
    return tuple(noun.table for noun in NOUNS if noun.audience == audience)


def _marks(values: Any) -> str:
    return ", ".join("?" * len(values))
