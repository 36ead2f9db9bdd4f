"""Finding the partner a verb names."""

from __future__ import annotations

from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import REVOKED, Partner
from mentorapp.store.session import Session


def find(session: Session, named: str) -> Partner:
    """The partner of that name or id, whose access was not closed; refuses none and several."""
    found = [
        partner
        for partner in partners.everyone(session.store)
        if partner.state != REVOKED and named.casefold() in (partner.name.casefold(), partner.id.hex())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_("{name} er navnet på flere partnere. Brug id fra partner list.").format(name=named))
    raise Refused(_("{name} er ikke partner. Intet er ændret. Se navnene med partner list.").format(name=named))
