"""Alerts about the residence card. Only coordinators hold its date; other profiles hear nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _, day, ngettext


def permit_expires(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R49: the residence card expires before the course ends (info), within 90 days (soon), or has (act).

    Our own rule. An ended course gives no reason to follow a person's papers any longer.
    """
    if case.private is None or "learner_private" in case.withheld or has_ended(case, ledger, today):
        return
    expires, notice = case.private.permit_expires, limit(case, "R49.days")
    if expires is None:
        return
    end = ledger.end_extended
    if today > expires:
        severity = "act"
        text = _("Opholdskortet udløb {day}.").format(day=day(expires))
        todo = _("Spørg straks, om det er fornyet.")
    elif (expires - today).days <= notice:
        left = (expires - today).days
        severity = "soon"
        text = ngettext(
            "Opholdskortet udløber {day}, om {n} dag.", "Opholdskortet udløber {day}, om {n} dage.", left
        ).format(day=day(expires), n=left)
        todo = _("Spørg, om der er søgt om fornyelse.")
    elif end is not None and expires < end:
        severity = "info"
        text = _("Opholdskortet udløber {day}, før forløbet slutter {end}.").format(day=day(expires), end=day(end))
        todo = _("Husk fornyelsen i god tid.")
    else:
        return
    source = _("Egen regel: {n} dage før udløb").format(n=notice)
    yield Alert(case.learner.learner, "R49", severity, expires, text, todo, source)
