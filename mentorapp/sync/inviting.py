"""Becoming partners: a coordinator invites, the invited accepts and replies, the reply makes them partners.

Nobody is shown a key. A machine that was lost is replaced by inviting its person again: the reply of the new machine
revokes the old one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mentorapp.domain.access import Access
from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.placement import Person
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store import rows
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import ACTIVE, INVITED, REVOKED, Partner
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.store.session import Session
from mentorapp.store.tables import BY_TABLE
from mentorapp.sync import identity, invitation, six_words
from mentorapp.sync.invitation import Invitation, Reply

INVITATION_SUFFIX, REPLY_SUFFIX = ".mentorinvitation", ".mentorsvar"


@dataclass(frozen=True, slots=True)
class Invited:
    """Who was invited, and the six words that open the invitation: said by phone, never sent along."""

    partner: Partner
    words: str


def invite(
    session: Session, name: str, role: str, learners: Iterable[bytes], path: Path, basis: str | None = None
) -> Invited:
    """Write an invitation for `name` to `path`, and give a mentor the `learners` to follow from today.

    A person of that name among the staff is the one meant; else one is added. An earlier invitation that was not
    answered is taken back. Raises `Refused` for a mentor's profile, `UserError` where the file cannot be written.
    """
    store = session.store
    if store.role != COORDINATOR:
        raise Refused(_("Kun gennemførselsvejlederen kan invitere. Intet er ændret."))
    if not name.strip() or role not in (MENTOR, COORDINATOR):
        raise Refused(_("Skriv, hvem der skal inviteres. Intet er ændret."))
    words, secret, now = six_words.make(), os.urandom(32), store.now()
    person, changes = _person(session, name.strip(), role)
    changes += _access(session, person, learners if role == MENTOR else ())
    public = identity.keys(store).public
    invited = Partner(os.urandom(16), person, name.strip(), role, INVITED, now, secret=secret, basis=basis)
    invited = replace(invited, expires=now + invitation.VALID_MS)
    told = Invitation(
        id=invited.id,
        org=identity.organisation(store),
        role="mentor" if role == MENTOR else "coordinator",
        person=person,
        name=identity.own_name(store),
        author=store.author,
        sign=public.sign,
        seal=public.seal,
        secret=secret,
        expires=now + invitation.VALID_MS,
    )
    # the file first: an invitation nobody can open would only be in the way
    invitation.write_invitation(path, told, words)
    for earlier in partners.everyone(store):
        if earlier.state == INVITED and earlier.person == person:
            partners.forget_invitation(store, earlier)
    store.record(changes, _("Invitation til {name}").format(name=name.strip()))
    partners.save(store, invited)
    return Invited(invited, words)


def accept(session: Session, path: Path, words: str, reply: Path) -> Partner:
    """Join whose invitation `words` open, and write the reply to `reply`. A mentor's profile becomes one by this.

    Raises `Refused` where the profile belongs to others already, `UserError` for wrong words or an old invitation.
    """
    store = session.store
    told = invitation.read_invitation(path, words, store.now())
    _refuse_misfit(session, told)
    known = partners.by_sign(store, told.sign)
    inviter = Partner(
        id=known.id if known else os.urandom(16),
        person=known.person if known else "",
        name=told.name,
        role=COORDINATOR,
        state=ACTIVE,
        since=known.since if known else store.now(),
        author=told.author,
        sign=told.sign,
        seal=told.seal,
        folder=known.folder if known else None,
    )
    public = identity.keys(store).public
    answer = Reply(
        invitation=told.id,
        name=store.local("name") or "",
        author=store.author,
        sign=public.sign,
        seal=public.seal,
    )
    invitation.write_reply(reply, answer, told.secret, told.keys)
    identity.join(store, told.org)
    store.set_local("role", told.role)
    store.set_local("person", told.person)
    partners.save(store, inviter)
    return inviter


def add_partner(session: Session, path: Path) -> Partner:
    """Make a partner of whoever wrote the reply at `path`; an earlier machine of the same person is revoked.

    Raises `Refused` or `UserError` where the reply answers no open invitation of this profile.
    """
    store = session.store
    open_now = {
        one.id: one
        for one in partners.everyone(store)
        if one.state == INVITED and one.secret and (one.expires or 0) >= store.now()
    }

    def secret_of(number: bytes) -> bytes | None:
        return open_now[number].secret if number in open_now else None

    reply = invitation.read_reply(path, identity.keys(store), secret_of)
    if reply.author == store.author:
        raise Refused(_("Svaret er lavet i dette program selv. Intet er ændret. Det skal laves hos den inviterede."))
    invited = open_now[reply.invitation]
    same = partners.by_sign(store, reply.sign)
    added = replace(
        invited,
        id=same.id if same else invited.id,
        name=reply.name or invited.name,
        state=ACTIVE,
        author=reply.author,
        sign=reply.sign,
        seal=reply.seal,
        secret=None,
        expires=None,
    )
    others = [
        replace(one, state=REVOKED)
        for one in partners.everyone(store)
        if one.person == added.person and one.state == ACTIVE and one.id != added.id
    ]
    partners.forget_invitation(store, invited)
    partners.save(store, *others, added)
    return added


def revoke(session: Session, partner: Partner) -> None:
    """Exchange no more with this machine of the partner: nothing goes to it, and what comes from it is refused."""
    if partner.state == INVITED:
        partners.forget_invitation(session.store, partner)
    else:
        partners.save(session.store, replace(partner, state=REVOKED))


def _person(session: Session, name: str, role: str) -> tuple[str, list[Change]]:
    """The id of the person of that name, and the changes that add one where there is none."""
    people = session.organisation.people.values()
    same = [person for person in people if person.name.casefold() == name.casefold()]
    if len(same) > 1:
        same = [person for person in same if person.role == role] or same
    if same:
        return same[0].id, []
    added = Person(secrets.token_hex(8), name, role)
    return added.id, creation(added)


def _access(session: Session, person: str, learners: Iterable[bytes]) -> list[Change]:
    """What lets `person` follow `learners` from today; whom they follow already stays as it is."""
    today, learners = session.today, list(learners)
    given = rows.read(session.store.reader(), BY_TABLE["access"], learners)
    known = {one.learner: one for one in given if one.id == person}
    changes: list[Change] = []
    for learner in learners:
        had = known.get(learner)
        if had is None:
            changes += creation(Access(learner, person, today))
        elif not had.is_open(today):
            changes += update(had, Access(learner, person, min(had.first_day, today)))
    return changes


def _refuse_misfit(session: Session, told: Invitation) -> None:
    store = session.store
    if told.author == store.author:
        raise Refused(_("Invitationen er lavet i dette program selv. Intet er ændret. Åbn den hos den inviterede."))
    if identity.is_member(store):
        if identity.organisation(store) != told.org:
            raise Refused(
                _(
                    "Programmet udveksler allerede med en anden organisation. Intet er ændret. "
                    "Opret en ny profil til den nye."
                )
            )
        if store.role != told.role:
            raise Refused(
                _("Invitationen er til en anden rolle end den, programmet bruges i. Intet er ændret. Bed om en ny.")
            )
    elif told.role == MENTOR and session.names():
        raise Refused(
            _(
                "Her er allerede elever, som du selv har oprettet. Intet er ændret. "
                "Opret en ny profil, og åbn invitationen dér."
            )
        )
