"""A learner's status in one word, for lists: the worst of what the alerts say, else where the course stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mentorapp.alerts import all_alerts
from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.whole_minutes import FULL_WEEK

KEYS = (
    "cannot_reach",
    "not_eligible",
    "permit_expired",
    "behind",
    "plan_missing",
    "amu_missing",
    "practice_low",
    "permit_expires",
    "placement_too_long",
    "proof_missing",
    "on_track",
    "running",
    "not_started",
    "no_rules",
    "ended",
    "no_course",
)
"""Every status, worst first: what cannot be repaired, what is urgent, what is late, what is missing, what is well.

`running` is a course under a scheme that asks for no school: nothing says that it goes well or badly.
"""

_BY_ALERT = {
    ("R19", "act"): "cannot_reach",
    **{(rule, "act"): "not_eligible" for rule in ("R01", "R02", "R03", "R04", "R05")},
    ("R49", "act"): "permit_expired",
    ("R10", "act"): "behind",
    ("R10", "soon"): "behind",
    ("R09", "act"): "plan_missing",
    ("R12", "soon"): "plan_missing",
    ("R13", "act"): "amu_missing",
    ("R14", "act"): "amu_missing",
    ("R16", "act"): "practice_low",
    ("R16", "soon"): "practice_low",
    ("R49", "soon"): "permit_expires",
    ("R26", "soon"): "proof_missing",
    ("R38", "act"): "placement_too_long",
    ("R40", "act"): "placement_too_long",
}
"""What an alert makes of the status; what is only good to know, or a matter of papers and talks, makes nothing of it.

Putting an alert off changes nothing here: a course is behind whether anybody wants to be told or not."""


@dataclass(frozen=True, slots=True)
class Status:
    """One of KEYS, how urgent it is (`act`, `soon`, `info`, or `ok` where nothing is to be done), and its weeks."""

    key: str
    severity: str
    weeks: Fraction | None = None
    """School weeks of 37 hours: how far behind, or how much the plan lacks; None where it says nothing about weeks."""

    @property
    def order(self) -> int:
        """Place in a list sorted worst first."""
        return KEYS.index(self.key)


def status(case: CaseFile, ledger: Ledger | None, today: date, alerts: Sequence[Alert] | None = None) -> Status:
    """The status of a learner's newest course on `today`; `alerts` are what `every` said, where it was asked already.

    An ended course is `ended` whatever is still to be done about it: its alerts say that.
    """
    if ledger is None:
        return Status("no_course", "info")
    if has_ended(case, ledger, today):
        return Status("ended", "ok")
    said = [
        Status(key, alert.severity, _weeks(key, ledger))
        for alert in (all_alerts.every(case, ledger, today) if alerts is None else alerts)
        if (key := _BY_ALERT.get((alert.id, alert.severity)))
    ]
    if said:
        return min(said, key=lambda status: status.order)
    if today < ledger.start:
        return Status("not_started", "info")
    if ledger.required is not None:
        return Status("on_track", "ok")
    return Status("running", "ok") if ledger.asks_for_no_school else Status("no_rules", "info")


def _weeks(key: str, ledger: Ledger) -> Fraction | None:
    if key == "behind":
        return ledger.gap_weeks
    if key == "plan_missing" and ledger.required is not None and ledger.forecast is not None:
        return Fraction(ledger.required - ledger.forecast, FULL_WEEK)
    return None
