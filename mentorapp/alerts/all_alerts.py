"""Every rule by its number, and all that they say about one learner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorapp.alerts import hours, permit, placements, proof, steps, support
from mentorapp.alerts.alert import SEVERITIES, Alert, Rule
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger

RULES: Mapping[str, Rule] = {
    "R06": steps.papers_at_the_start,
    "R10": hours.behind_the_pace,
    "R12": hours.plan_falls_short,
    "R19": hours.out_of_reach,
    "R26": proof.proof_is_missing,
    "R31": steps.first_bonus,
    "R32": steps.second_bonus,
    "R33": steps.certificate,
    "R35": support.mentor_grant,
    "R38": placements.placement_duration,
    "R39": placements.placement_agreement,
    "R40": placements.subsidy_duration,
    "R42": support.next_offer,
    "R49": permit.permit_expires,
}
"""The rules that are watched, by their number in the domain report. A new rule is written here and tested."""


def check(case: CaseFile, ledger: Ledger | None, today: date) -> list[Alert]:
    """Everything the rules say about `case`, worst first, then by date and number; nothing without a course."""
    if ledger is None:
        return []
    found = [alert for rule in RULES.values() for alert in rule(case, ledger, today)]
    return sorted(found, key=_worst_first)


def _worst_first(alert: Alert) -> tuple[int, date, str, str]:
    return SEVERITIES.index(alert.severity), alert.due or date.max, alert.id, alert.text
