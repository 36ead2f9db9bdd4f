"""`partner list`, `partner add REPLY`, `partner revoke NAME`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorapp.cli import output
from mentorapp.cli.partners import find
from mentorapp.errors import Refused
from mentorapp.i18n import _, day
from mentorapp.store.exchange import partners, scope, traffic
from mentorapp.store.exchange.partners import ACTIVE, INVITED, Partner
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session
from mentorapp.sync import inviting


def run(session: Session, arguments: argparse.Namespace) -> None:
    if arguments.task == "list":
        _list(session, arguments.json)
        return
    if not arguments.which:
        raise Refused(_("Skriv, hvilket svar eller hvilken partner det gælder. Intet er ændret."))
    if arguments.task == "add":
        partner = inviting.add_partner(session, Path(arguments.which))
        said = _("{name} er nu partner.").format(name=partner.name)
    else:
        partner = find(session, arguments.which)
        inviting.revoke(session, partner)
        said = _("{name} får ingen filer mere, og filer fra {name} afvises.").format(name=partner.name)
    if arguments.json:
        output.print_json({"id": partner.id.hex(), "name": partner.name, "role": partner.role})
    else:
        print(said)


def _list(session: Session, as_json: bool) -> None:
    told = [_as_json(session, partner) for partner in partners.everyone(session.store)]
    if as_json:
        output.print_json(told)
        return
    rows = [(_("Navn"), _("Rolle"), _("Tilstand"), _("Ikke sendt"), _("Ikke læst"), _("Senest modtaget"))]
    for one in told:
        received = one["received_at"]
        rows.append(
            (
                one["name"],
                _("gennemførselsvejleder") if one["role"] == COORDINATOR else _("mentor"),
                _state(one["state"]),
                "–" if one["unsent"] is None else str(one["unsent"]),
                "–" if one["unread"] is None else str(one["unread"]),
                day(datetime.fromisoformat(received).date()) if received else "–",
            )
        )
    output.print_rows(rows)


def _as_json(session: Session, partner: Partner) -> dict[str, Any]:
    """`learners`: the names of those a mentor follows today; null for a coordinator, who follows everybody."""
    names = dict(session.names())
    followed = scope.followed_by(session.store.reader(), partner.person, session.today)
    standing = traffic.standing(session.store, partner, session.today) if partner.state == ACTIVE else None
    return {
        "id": partner.id.hex(),
        "name": partner.name,
        "role": partner.role,
        "state": partner.state,
        "learners": None if partner.role == COORDINATOR else [names[who] for who in followed if who in names],
        "unsent": standing.unsent if standing else None,
        "unread": standing.unread if standing else None,
        "sent_at": _moment(standing.sent_at if standing else None),
        "read_at": _moment(standing.read_at if standing else None),
        "received_at": _moment(standing.received_at if standing else None),
        "expires": _moment(partner.expires) if partner.state == INVITED else None,
    }


def _state(state: str) -> str:
    return {INVITED: _("inviteret"), ACTIVE: _("partner")}.get(state, _("lukket"))


def _moment(ms: int | None) -> str | None:
    return None if ms is None else datetime.fromtimestamp(ms / 1000, tz=UTC).astimezone().isoformat(timespec="seconds")
