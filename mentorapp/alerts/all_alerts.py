"""Every rule by its number, and all that they say about one learner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from mentorapp.alerts import (
    absence,
    averages,
    concern,
    contact,
    danish,
    eligibility,
    ending,
    hours,
    leave,
    meetings,
    month,
    permit,
    placements,
    privacy,
    proof,
    put_off,
    school_types,
    steps,
    support,
)
from mentorapp.alerts.alert import SEVERITIES, Alert, Rule
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger

RULES: Mapping[str, Rule] = {
    "R01": eligibility.no_rule_set,
    "R02": eligibility.wrong_age,
    "R03": eligibility.too_long_in_denmark,
    "R04": eligibility.in_quarantine,
    "R05": eligibility.had_an_igu,
    "R06": steps.papers_at_the_start,
    "R07": leave.end_is_early,
    "R08": hours.requirement_unmet,
    "R09": hours.too_little_planned_late,
    "R10": hours.behind_the_pace,
    "R11": hours.much_a_week,
    "R12": hours.plan_falls_short,
    "R13": school_types.too_little_amu,
    "R14": school_types.no_amu,
    "R15": school_types.type_does_not_count,
    "R16": averages.practice_too_low,
    "R17": averages.total_too_high,
    "R18": averages.total_too_low,
    "R19": hours.out_of_reach,
    "R20": averages.week_too_long,
    "R21": leave.long_sickness,
    "R22": leave.parental_leave,
    "R23": leave.extended_too_far,
    "R24": leave.school_open_at_the_end,
    "R25": month.claims_missing,
    "R26": proof.proof_is_missing,
    "R27": proof.amu_not_passed,
    "R28": danish.danish_for_amu,
    "R29": danish.call_off_amu,
    "R30": danish.sign_up_for_exam,
    "R31": steps.first_bonus,
    "R32": steps.second_bonus,
    "R33": steps.certificate,
    "R34": ending.unemployment_fund,
    "R35": support.mentor_grant,
    "R36": support.mentor_hours,
    "R38": placements.placement_duration,
    "R39": placements.placement_agreement,
    "R40": placements.subsidy_duration,
    "R42": support.next_offer,
    "R43": contact.no_note,
    "R44": meetings.three_party_meeting,
    "R45": contact.no_first_talk,
    "R46": absence.much_absence,
    "R48": contact.no_handover,
    "R49": permit.permit_expires,
    "R50": concern.reasons_for_a_talk,
    "R51": privacy.kept_too_long,
    "R52": privacy.number_in_note,
}
"""The rules that are watched, by their number in the domain report. A new rule is written here and tested."""

WAITING = frozenset({"R37", "R41", "R47"})
"""Rules of the report that wait for their nouns: hours and course of a sprogmakker, arbejdspligt, levels."""

SAID_BY = {
    "R10": ("R19",),
    "R11": ("R09", "R19"),
    "R12": ("R09", "R19"),
    "R18": ("R09", "R12", "R16"),
    "R24": ("R19",),
}
"""Rules that say in other words what a graver alert about the same learner says already."""


def check(case: CaseFile, ledger: Ledger | None, today: date) -> list[Alert]:
    """What is open about `case`, worst first, then by date and number; nothing without a course."""
    return put_off.split(case, every(case, ledger, today), today)[0]


def every(case: CaseFile, ledger: Ledger | None, today: date) -> list[Alert]:
    """Everything the rules say about `case`, put off or not, in the order of `check`."""
    if ledger is None:
        return []
    found = [alert for rule in RULES.values() for alert in rule(case, ledger, today)]
    return sorted(found, key=_worst_first)


def without_repeats(alerts: Iterable[Alert], hidden: Iterable[Alert] = ()) -> list[Alert]:
    """One learner's `alerts` less those that a graver one says already, for a list that is to be short.

    A graver one that was put off (`hidden`) has been said too: the milder one does not step into its place.
    """
    alerts = list(alerts)
    rank: dict[str, int] = {}
    for alert in (*alerts, *hidden):
        rank[alert.id] = min(rank.get(alert.id, len(SEVERITIES)), SEVERITIES.index(alert.severity))

    def is_said(alert: Alert) -> bool:
        others = SAID_BY.get(alert.id, ())
        return any(rank.get(other, len(SEVERITIES)) <= SEVERITIES.index(alert.severity) for other in others)

    return [alert for alert in alerts if not is_said(alert)]


def _worst_first(alert: Alert) -> tuple[int, date, str, str]:
    return SEVERITIES.index(alert.severity), alert.due or date.max, alert.id, alert.text
