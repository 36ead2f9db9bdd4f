"""A learner's status as a chip: a few words and a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorapp.i18n import _, number
from mentorapp.ui.book import Entry
from mentorapp.ui.parts.chip import State

if TYPE_CHECKING:
    from mentorapp.alerts.status import Status

TONES = {"act": "danger", "soon": "warning", "info": "info", "ok": "ok"}
"""Severity → tone of chips, icons and group heads."""

SORT_LAST = 100
"""After every status, of which there are about fifteen."""


def state_of(entry: Entry) -> State:
    """The chip of a learner's row; without words until the figures are there."""
    return state(entry.status) if entry.status else State("", "neutral")


def state(status: Status) -> State:
    """The chip of a status. A course that is ended or only goes on is neutral: neither good nor bad."""
    weeks = number(float(status.weeks)) if status.weeks is not None else ""
    text = {
        "cannot_reach": _("Kan ikke nås"),
        "not_eligible": _("Opfylder ikke kravene"),
        "permit_expired": _("Opholdskort udløbet"),
        "behind": _("Bagud {n} uger").format(n=weeks),
        "plan_missing": _("Plan mangler {n} uger").format(n=weeks),
        "amu_missing": _("AMU mangler"),
        "practice_low": _("For lidt praktik"),
        "permit_expires": _("Opholdskort udløber"),
        "placement_too_long": _("For lang praktik"),
        "proof_missing": _("Bevis mangler"),
        "on_track": _("På sporet"),
        "running": _("I gang"),
        "not_started": _("Ikke begyndt"),
        "no_rules": _("Uden regelsæt"),
        "ended": _("Afsluttet"),
        "no_course": _("Intet forløb"),
    }[status.key]
    return State(text, "neutral" if status.key in ("ended", "no_rules", "running") else TONES[status.severity])


def needs_action_now(entry: Entry) -> bool:
    """Whether somebody should act on the learner today: an open alert says so, and the course is not long over."""
    return not entry.closed and any(alert.severity == "act" for alert in entry.alerts)
