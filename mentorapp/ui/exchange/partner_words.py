"""Where exchange with one partner stands, in words: what was sent, read and received, and what is not sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorapp.exchange_sentences import moment, when
from mentorapp.i18n import _, day, ngettext
from mentorapp.store.exchange import conflicts, partners, scope, traffic
from mentorapp.store.exchange.partners import ACTIVE, INVITED, REVOKED, Partner
from mentorapp.store.exchange.traffic import Standing
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session
from mentorapp.ui.parts.chip import State

QUIET_DAYS = 21
"""A partner who has sent nothing for so long is asked after."""


@dataclass(frozen=True, slots=True)
class PartnerState:
    """A partner, and everything the page says of it."""

    partner: Partner
    standing: Standing
    learners: int
    """Whom it follows now; for a coordinator, all."""
    open_questions: int
    """Fields both wrote that are not settled."""
    site: str
    expired: bool
    """Whether an invitation can no longer be answered."""


def states(session: Session) -> list[PartnerState]:
    """All partners, those in use first; may run on any thread."""
    store, today = session.store, session.today
    unsettled = conflicts.unsettled(store)
    found = []
    for partner in partners.everyone(store):
        followed = scope.followed_by(store.reader(), partner.person, today)
        everybody = partner.role == COORDINATOR or store.role != COORDINATOR
        person = session.organisation.people.get(partner.person)
        site = session.organisation.sites.get(person.site or "") if person else None
        found.append(
            PartnerState(
                partner,
                traffic.standing(store, partner, today),
                len(session.names()) if everybody else len(followed),
                sum(one.theirs_author == partner.author for one in unsettled),
                site.name if site else "",
                partner.state == INVITED and (partner.expires or 0) < store.now(),
            )
        )
    order = {ACTIVE: 0, INVITED: 1, REVOKED: 2}
    return sorted(found, key=lambda one: (order.get(one.partner.state, 3), one.partner.name.casefold()))


def who(state: PartnerState) -> str:
    """`Mentor · Søglimt · 4 elever`."""
    roles = {"mentor": _("Mentor"), "coordinator": _("Gennemførselsvejleder")}
    learners = ngettext("{n} elev", "{n} elever", state.learners).format(n=state.learners)
    return " · ".join(filter(None, (roles.get(state.partner.role, ""), state.site, learners)))


def traffic_line(state: PartnerState, today: date) -> str:
    """`Modtaget 19-11-2026 · sendt 12-11-2026, læst 14-11-2026`, or how far the invitation has come."""
    partner, standing = state.partner, state.standing
    if partner.state == INVITED:
        if state.expired:
            return _("Invitationen fra {day} er udløbet uden svar.").format(day=when(partner.since, today))
        until = day(moment(partner.expires).date()) if partner.expires else _("videre")
        return _("Inviteret {day}. Invitationen gælder til {until}.").format(
            day=when(partner.since, today), until=until
        )
    if partner.state == REVOKED:
        return _("Adgangen er lukket. Filer herfra og hertil afvises.")
    received = (
        _("Modtaget {when}").format(when=when(standing.received_at, today))
        if standing.received_at
        else _("Intet modtaget endnu")
    )
    if standing.sent_at is None:
        return f"{received} · {_('intet sendt endnu')}"
    sent = _("sendt {when}").format(when=when(standing.sent_at, today))
    if standing.read_at is not None and standing.read_at >= standing.sent_at:
        return f"{received} · {sent}, {_('læst {when}').format(when=when(standing.read_at, today))}"
    return f"{received} · {sent}, {_('ikke læst endnu')}"


def chips(state: PartnerState, today: date) -> list[State]:
    """What somebody should know at a glance."""
    partner, standing = state.partner, state.standing
    if partner.state == INVITED:
        return [State(_("udløbet"), "warning") if state.expired else State(_("venter på svar"), "neutral")]
    if partner.state == REVOKED:
        return [State(_("lukket"), "neutral")]
    found = []
    if standing.unsent:
        said = ngettext("{n} ændring ikke sendt", "{n} ændringer ikke sendt", standing.unsent)
        found.append(State(said.format(n=standing.unsent), "info"))
    elif standing.unread:
        found.append(State(_("sendt, ikke læst endnu"), "neutral"))
    elif standing.sent_at is not None:
        found.append(State(_("alt er læst"), "ok"))
    if state.open_questions:
        said = ngettext("{n} felt skrevet af jer begge", "{n} felter skrevet af jer begge", state.open_questions)
        found.append(State(said.format(n=state.open_questions), "warning"))
    if standing.received_at is not None:
        quiet = (today - moment(standing.received_at).date()).days
        if quiet > QUIET_DAYS:
            found.append(State(_("intet hørt i {n} dage").format(n=quiet), "warning"))
    return found
