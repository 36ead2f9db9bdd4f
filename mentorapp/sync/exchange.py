"""Sending to a partner, and receiving from one: the file opened, planned, shown, and merged as it was shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from mentorapp import __version__
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange import papers, partners, preview, scope, traffic
from mentorapp.store.exchange.choices import Choices, Merged
from mentorapp.store.exchange.incoming import FAR_AHEAD, Followed, Incoming, Receipt
from mentorapp.store.exchange.merge import Plan
from mentorapp.store.exchange.partners import ACTIVE, Partner
from mentorapp.store.exchange.plan import LATEST
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session
from mentorapp.sync import faults, identity, sealed, sealed_head
from mentorapp.sync.keys import PublicKeys
from mentorapp.sync.sealed import Head, Opened

SUFFIX = ".mentorfil"


class ClockAhead(Refused):
    """The file was made, by the sender's clock, days from now. It may be taken all the same by who knows why."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was written for a partner."""

    path: Path
    file_id: bytes
    size: int
    """Bytes."""
    learners: int
    """How many learners it tells of."""


@dataclass(slots=True)
class Arrival:
    """A partner's file, opened and compared: what is shown before anything is changed."""

    partner: Partner
    head: Head
    plan: Plan
    counts: preview.Counts
    again: bool
    """Whether the file was merged before: no error, and nothing left to do."""
    open_again: Callable[[], Arrival] = field(repr=False)
    """Compares anew, after something was saved meanwhile."""

    @property
    def is_news(self) -> bool:
        """Whether importing would change anything here."""
        return self.counts.is_news


def keys_for(partner: Partner) -> PublicKeys:
    """What files for `partner` are sealed by; refuses one who has not answered or was taken away."""
    keys = _keys_of(partner)
    if partner.state != ACTIVE or keys is None or partner.author is None:
        raise Refused(
            _("{name} kan ikke få filer endnu: svaret på invitationen mangler, eller adgangen er lukket.").format(
                name=partner.name
            )
        )
    return keys


def head_for(session: Session, partner: Partner, kind: Literal["cells", "documents"], **more: Any) -> Head:
    """The head of a file for `partner`, made now, with `more` of what it says."""
    return Head(
        kind=kind,
        org=identity.organisation(session.store),
        sender=session.store.author,
        receiver=partner.author or 0,
        file_id=os.urandom(16),
        created=session.store.now(),
        program=__version__,
        **more,
    )


@contextmanager
def made_for(session: Session, partner: Partner, path: Path) -> Iterator[Sent]:
    """Write everything `partner` may be told to `path`; it counts as sent when the body ends without a fault.

    It replaces every earlier file: lost ones do no harm. Raises `Refused` for a partner who has not answered or was
    taken away, `UserError` where it cannot be written.
    """
    receiver = keys_for(partner)
    store, today = session.store, session.today
    # read before the cells: what is saved meanwhile may be in the file, and counts as unsent all the same
    action = traffic.last_action(store)
    head = head_for(
        session,
        partner,
        "cells",
        merged=traffic.merged_from(store, partner),
        following=[
            (one.learner, one.first_day, one.last_day, one.remove_on) for one in traffic.following_of(store, partner)
        ],
        erased=traffic.erased_for(store, partner),
        receipts=[(one.kind, one.learner, one.at) for one in traffic.own_receipts(store)],
        wants_back=traffic.wants_back(store, partner),
        given_back=traffic.to_give_back(store, partner),
        documents=papers.held(store, partner, today),
    )
    sealed.write(path, head, scope.cells(store, partner, today), identity.keys(store), receiver)
    yield Sent(path, head.file_id, path.stat().st_size, _learners_told(session, partner))
    traffic.note_sent(store, partner, head.file_id, action)


def send(session: Session, partner: Partner, path: Path) -> Sent:
    """Write a file for `partner` to `path`, a stick or any folder; faults as with `made_for`."""
    with made_for(session, partner, path) as sent:
        return sent


def open_file(session: Session, source: Path | bytes, anyway: bool = False) -> Arrival:
    """Open what a partner sent and compare it with the store; nothing is changed.

    Every fault is a `Refused` with one sentence; `anyway` takes a file whose clock is far ahead.
    """
    store = session.store
    opened = sealed.open_sealed(source, identity.keys(store), lambda sign: _sender_keys(session, sign))
    partner = partners.by_sign(store, opened.sender)
    name = source.name if isinstance(source, Path) else _("Filen")
    if partner is None or opened.head.sender != partner.author:
        raise faults.UnknownSender(name)
    if opened.head.receiver != store.author or opened.head.org != identity.organisation(store):
        raise faults.NotForUs(name)
    if opened.head.created > LATEST:
        raise faults.Malformed(name)
    if not anyway and opened.head.created > store.now() + FAR_AHEAD:
        raise _clock_ahead(partner, opened.head.created, store.now())
    # counted before another file may take its place
    with store.alone():
        plan = Plan(store, _incoming(session, opened, partner))
        counts = preview.counts(plan)
    return Arrival(
        partner,
        opened.head,
        plan,
        counts,
        traffic.is_known(store, opened.head.file_id),
        lambda: open_file(session, source, anyway),
    )


def receive(session: Session, arrival: Arrival, choices: Choices | None = None) -> Merged:
    """Merge what was shown, after a backup. Raises `Outdated` where something was saved since it was shown."""
    if arrival.is_news:
        session.protect("merge")
    return arrival.plan.apply(choices)


def file_name(session: Session, partner: Partner) -> str:
    """A name people understand: from whom, to whom, when. No learner is named."""
    at = datetime.fromtimestamp(session.store.now() / 1000, tz=UTC).astimezone()
    sender = identity.own_name(session.store).split(" ")[0]
    said = _("Fra {sender} til {receiver} {at}").format(
        sender=sender, receiver=partner.name.split(" ")[0], at=f"{at:%Y-%m-%d %H.%M}"
    )
    # a name somebody typed may hold what no file system takes
    return "".join(sign if sign.isalnum() or sign in " -.,_" else "_" for sign in said) + SUFFIX


def _learners_told(session: Session, partner: Partner) -> int:
    if session.store.role == COORDINATOR != partner.role:
        return len(scope.followed_by(session.store.reader(), partner.person, session.today))
    return len(session.names())


def _incoming(session: Session, opened: Opened, partner: Partner) -> Incoming:
    head, own = opened.head, None
    if head.given_back and traffic.wants_back(session.store, partner):
        # our own signature is on it, for this partner: nobody speaks for us
        own = sealed.open_own(head.given_back, identity.keys(session.store), opened.sender).cells
    return Incoming(
        partner=partner,
        file_id=head.file_id,
        created=head.created,
        cells=opened.cells,
        merged=tuple(head.merged),
        following=tuple(Followed(*one) for one in head.following),
        erased=tuple(head.erased),
        receipts=tuple(Receipt(kind, learner, at) for kind, learner, at in head.receipts),
        own=own,
        inside=bytes(opened.inside) if len(opened.inside) <= sealed_head.MOST_GIVEN_BACK else b"",
        wants_back=head.wants_back,
        holds=tuple(head.documents) if head.kind == "cells" else None,
        papers=opened.documents if head.kind == "documents" else None,
    )


def _sender_keys(session: Session, sign: bytes) -> PublicKeys | None:
    partner = partners.by_sign(session.store, sign)
    return _keys_of(partner) if partner is not None and partner.state == ACTIVE else None


def _keys_of(partner: Partner) -> PublicKeys | None:
    return PublicKeys(partner.sign, partner.seal) if partner.sign and partner.seal else None


def _clock_ahead(partner: Partner, created: int, now: int) -> ClockAhead:
    there, here = (f"{datetime.fromtimestamp(ms / 1000, tz=UTC).astimezone():%d-%m-%Y}" for ms in (created, now))
    return ClockAhead(
        _(
            "Filen fra {name} er dateret {there}, og her er det {here}: et af de to ure går forkert. Intet er ændret. "
            "Se på uret her, og bed {name} se på sit; importér den så, eller få en ny fil."
        ).format(name=partner.name, there=there, here=here)
    )
