"""The people whose machines this profile exchanges files with; each machine is a partner of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mentorapp.i18n import _
from mentorapp.store import record
from mentorapp.store.database import Store

KIND = "partner"
"""Kind of the actions that change partners; they are not undone by `Ctrl+Z`."""

INVITED, ACTIVE, REVOKED = "invited", "active", "revoked"
OURSELVES = b""
"""Stands where a partner's id is kept for what this profile did itself."""


@dataclass(frozen=True, slots=True)
class Partner:
    """One machine of one person. Until its reply has come, only the invitation's secret is known."""

    id: bytes
    person: str
    """Id of the person's row; two machines of one person are two partners."""
    name: str
    role: str
    state: str
    since: int
    """When it was invited, ms since 1970."""
    author: int | None = None
    """Whose cells it writes; bound to its signing key by its reply."""
    sign: bytes | None = None
    seal: str | None = None
    secret: bytes | None = None
    """Of an invitation that waits for its reply."""
    expires: int | None = None
    basis: str | None = None
    """Why the person may have the data (the legal basis), in the coordinator's words."""
    folder: str | None = None
    """The post box: a folder or address that both sides reach."""


_FIELDS = tuple(field.name for field in dataclasses.fields(Partner))
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM partner"


def everyone(store: Store) -> list[Partner]:
    """All partners, also those who have not answered and those who are revoked, by name."""
    return _read(store.reader(), " ORDER BY name, since")


def active(store: Store) -> list[Partner]:
    """The partners files go to."""
    return [partner for partner in everyone(store) if partner.state == ACTIVE]


def by_sign(store: Store, sign: bytes) -> Partner | None:
    """The partner with this signing key, whatever its state."""
    return next(iter(_read(store.reader(), " WHERE sign = ?", (sign,))), None)


def get(store: Store, partner: bytes) -> Partner | None:
    """The partner with this id."""
    return next(iter(_read(store.reader(), " WHERE id = ?", (partner,))), None)


def save(store: Store, *partners: Partner) -> None:
    """Keep these partners as they are now, all or none.

    It is an action, so that a backup follows: with its keys lost, every partner would have to be invited again.
    """
    marks = ", ".join("?" * len(_FIELDS))
    values = [tuple(getattr(partner, name) for name in _FIELDS) for partner in partners]
    with store.writing() as connection:
        connection.executemany(f"INSERT OR REPLACE INTO partner VALUES ({marks})", values)
        names = ", ".join(partner.name for partner in partners)
        record.begin(connection, store.now(), store.author, KIND, _("Partner: {name}").format(name=names))


def forget_invitation(store: Store, partner: Partner) -> None:
    """Take back an invitation that nobody has answered."""
    with store.writing() as connection:
        connection.execute("DELETE FROM partner WHERE id = ? AND state = ?", (partner.id, INVITED))


def authors_of(connection: Any, person: str) -> frozenset[int]:
    """The author numbers of every machine the person has had."""
    found = connection.execute("SELECT author FROM partner WHERE person = ? AND author IS NOT NULL", (person,))
    return frozenset(author for (author,) in found)


def _read(connection: Any, where: str, values: Iterable[Any] = ()) -> list[Partner]:
    return [Partner(*row) for row in connection.execute(_SELECT + where, tuple(values))]
