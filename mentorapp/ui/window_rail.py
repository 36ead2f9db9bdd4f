"""The rail of the window: its places in their order, and who sits here."""

from __future__ import annotations

from mentorapp.i18n import _
from mentorapp.store.database import Store
from mentorapp.store.roles import MENTOR
from mentorapp.ui.parts.rail import Rail
from mentorapp.ui.parts.rail_item import Place


def make(store: Store) -> Rail:
    """A new rail, in the language in use."""
    rail = Rail(
        [
            Place("today", _("I dag"), "sun"),
            Place("learners", _("Elever"), "users"),
            Place("board", _("Tavle"), "layout-grid"),
            Place("exchange", _("Udveksling"), "arrow-left-right"),
            Place("settings", _("Indstillinger"), "settings", apart=True),
        ]
    )
    roles = {"coordinator": _("Gennemførselsvejleder"), "mentor": _("Mentor")}
    # a coordinator has many workplaces, and the long word fills the line
    workplace = store.local("workplace") if store.role == MENTOR else None
    rail.set_profile(store.local("name") or "", " · ".join(filter(None, (roles[store.role], workplace))))
    rail.set_saved(_("Alt er gemt"))
    return rail
