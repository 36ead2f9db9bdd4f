"""Putting alerts off: for a reason, until a day; what gets worse comes back before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.alerts.alert import SEVERITIES, Alert
from mentorapp.domain.alert_mark import AlertMark, alert_mark_key
from mentorapp.domain.case_file import CaseFile
from mentorapp.errors import Refused
from mentorapp.i18n import _, day

LEGAL = frozenset(
    {
        "R01", "R02", "R03", "R04", "R05", "R06", "R08", "R13", "R14", "R16", "R17", "R18",
        "R21", "R22", "R23", "R24", "R25", "R33", "R35", "R37", "R38", "R39", "R40",
    }
)  # fmt: skip
"""Rules that stand in an act or order (the domain report's "legal"): their limits cannot be changed."""

LONGEST_LEGAL = timedelta(days=14)
"""How long a legal alert that asks for action now may be put off. Our own: the law does not wait for us."""

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PutOff:
    """An alert nobody wants to see for now, and who said so, why and until when."""

    alert: Alert
    mark: AlertMark


def split(case: CaseFile, alerts: Iterable[Alert], today: date) -> tuple[list[Alert], list[PutOff]]:
    """`alerts` (as the rules made them) in those that are open and those put off on `today`, both in their order.

    A mark holds to the end of its day, for the same rule and row, and while the alert is no worse than it was.
    """
    marks = {(mark.rule, mark.subject or ""): mark for mark in case.alert_marks if mark.until >= today}
    open_ones: list[Alert] = []
    hidden: list[PutOff] = []
    for alert in alerts:
        mark = marks.get((alert.id, alert.subject))
        if mark is None or _is_worse(alert, mark):
            open_ones.append(alert)
        else:
            hidden.append(PutOff(alert, mark))
    return open_ones, hidden


def latest(alert: Alert, today: date) -> date:
    """The last day until which `alert` may be put off."""
    return today + (LONGEST_LEGAL if alert.id in LEGAL and alert.severity == "act" else LONGEST)


def mark(alert: Alert, until: date, reason: str, today: date, by: str | None = None) -> AlertMark:
    """The mark that puts `alert` off; `Refused` without a reason, for a day gone by, or for too long."""
    why = " ".join(reason.split())
    if not why:
        raise Refused(_("Skriv, hvorfor påmindelsen udsættes. Intet er ændret."))
    if until < today:
        raise Refused(_("Dagen er gået. Vælg en dag fra i dag. Intet er ændret."))
    if until > latest(alert, today):
        raise Refused(_too_long(alert, today))
    return AlertMark(
        alert.learner,
        alert_mark_key(alert.id, alert.subject),
        alert.id,
        until,
        why,
        alert.subject or None,
        alert.severity,
        by,
    )


def _too_long(alert: Alert, today: date) -> str:
    last = day(latest(alert, today))
    if alert.id in LEGAL and alert.severity == "act":
        return _(
            "Et lovkrav, der kræver handling nu, kan højst udsættes i 14 dage, til {day}. Vælg en tidligere dag."
        ).format(day=last)
    return _("En påmindelse kan højst udsættes i et år, til {day}. Vælg en tidligere dag.").format(day=last)


def _is_worse(alert: Alert, marked: AlertMark) -> bool:
    """Whether the alert has become more severe since; a severity we do not know hides nothing."""
    if marked.severity is None:
        return False
    if marked.severity not in SEVERITIES:
        return True
    return SEVERITIES.index(alert.severity) < SEVERITIES.index(marked.severity)
