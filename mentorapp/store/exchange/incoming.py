"""What a partner's file says, as the store takes it: who sent it, what it holds, and what its sender may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange.papers import Paper
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.exchange.scope import Cell, ever_followed_by
from mentorapp.store.roles import COORDINATOR

ASKED, ERASED, FORGOTTEN = "asked", "erased", "forgotten"
"""Kinds of receipt: that a partner was told to erase, has erased, has let go of its copy."""

FAR_AHEAD = 48 * 3600 * 1000
"""Ms a file may be ahead of this machine's clock before it is held: then one of the two clocks is wrong."""


@dataclass(frozen=True, slots=True)
class Followed:
    """That the receiver follows a learner, as a coordinator's file tells it; days as ISO text."""

    learner: bytes
    first_day: str | None
    last_day: str | None
    remove_on: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the sender no longer has a learner: `forgotten` after a hand-over, or `erased`."""

    kind: str
    learner: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """One opened file from `partner`, whose signature and receiver have been checked."""

    partner: Partner
    file_id: bytes
    created: int
    """By the sender's clock, ms since 1970."""
    cells: Callable[[], Iterable[Cell]]
    """Reads the file's cells, ordered by key; from the beginning at each call."""
    merged: tuple[bytes, ...] = ()
    """Our files that the sender had merged when it wrote this one."""
    following: tuple[Followed, ...] = ()
    erased: tuple[tuple[bytes, int, int], ...] = ()
    """Learners erased everywhere: id, stamp, author."""
    receipts: tuple[Receipt, ...] = ()
    holds: tuple[bytes, ...] | None = None
    """Hashes of the documents the sender holds; None where the file does not say."""
    papers: Callable[[], Iterable[Paper]] | None = None
    """Reads the contents of documents, in a file of documents."""
    own: Callable[[], Iterable[Cell]] | None = None
    """Reads our own last file, given back because we were brought back from a backup, and checked to be ours."""
    inside: bytes = b""
    """The file as its sender signed it: a mentor keeps the last one, to give it back if it is asked for."""
    wants_back: bool = False
    """Whether the sender asks for that."""


def told(connection: Any, incoming: Incoming) -> Iterable[Cell]:
    """All the file's cells, ordered by key, each key once; iterating raises `Refused` as `allowed` does."""
    cells = allowed(connection, incoming)
    return cells if incoming.own is None else _each_key_once(merge(cells, incoming.own()))


def _each_key_once(cells: Iterable[Cell]) -> Iterator[Cell]:
    for _key, some in groupby(cells, key=itemgetter(0, 1, 2, 3)):
        yield max(some, key=itemgetter(5, 6, 4))


def allowed(connection: Any, incoming: Incoming) -> Iterable[Cell]:
    """The file's cells; iterating raises `Refused` at the first one a mentor may not send.

    A mentor speaks for nobody else, about no learner it was never given, and erases nobody.
    """
    if incoming.partner.role == COORDINATOR:
        return incoming.cells()
    if incoming.erased or incoming.following:
        raise _not_theirs(incoming.partner)
    return _of_a_mentor(incoming, _given(connection, incoming))


def allowed_papers(connection: Any, incoming: Incoming) -> Iterator[Paper]:
    """The contents of documents in the file; `Refused` at the first about a learner a mentor was never given."""
    if incoming.papers is None:
        return
    known = None
    if incoming.partner.role != COORDINATOR:
        known = _given(connection, incoming)
    for paper in incoming.papers():
        if known is not None and paper[0] not in known:
            raise _not_theirs(incoming.partner)
        yield paper


def _given(connection: Any, incoming: Incoming) -> frozenset[bytes]:
    """The learners a mentor may speak of; also by our own words of before a restore, which the file gives back."""
    person = incoming.partner.person
    own = incoming.own() if incoming.own is not None else ()
    back = {cell[0] for cell in own if cell[1] == "access" and cell[2] == person}
    erased = {bytes(learner) for (learner,) in connection.execute("SELECT learner FROM erased")}
    return ever_followed_by(connection, person) | erased | back


def receipts(connection: Any, incoming: Incoming) -> list[Receipt]:
    """What the file says its sender has let go of; of a mentor only what it had: a receipt opens no door."""
    known = None if incoming.partner.role == COORDINATOR else _given(connection, incoming)
    return [
        one for one in incoming.receipts if one.kind in (ERASED, FORGOTTEN) and (known is None or one.learner in known)
    ]


def _of_a_mentor(incoming: Incoming, known: frozenset[bytes]) -> Iterator[Cell]:
    author = incoming.partner.author
    for cell in incoming.cells():
        if cell[6] != author or cell[0] not in known:
            raise _not_theirs(incoming.partner)
        yield cell


def _not_theirs(partner: Partner) -> Refused:
    return Refused(
        _(
            "Filen fra {name} indeholder noget, som {name} ikke må sende: andres ord, en sletning eller en elev, "
            "{name} aldrig har fulgt. Intet er ændret. Kontakt {name}, og få en ny fil."
        ).format(name=partner.name)
    )
