"""The one rule that looks at several others: reasons for a talk, named and never added up to a score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.absence import much_absence
from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.contact import LOOK_BACK, changed_mentor, talks
from mentorapp.alerts.hours import behind_the_pace
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.meeting import next_meeting
from mentorapp.i18n import _, day

TALK = timedelta(days=91)
"""Three months: how often progress was talked over in BIP."""


def reasons_for_a_talk(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R50: several reasons to ask how the learner is (our own); shown as they are, without points or rank.

    It looks at a person, so it is off until the organisation sets how many reasons it takes (setting `alert.R50`).
    The reasons: absence (R46), school behind (R10), a new mentor, no talk noted for three months (and none agreed).
    """
    wanted = limit(case, "R50")
    if not wanted or has_ended(case, ledger, today):
        return
    reasons = [alert.text for rule in (much_absence, behind_the_pace) for alert in rule(case, ledger, today)]
    changed = changed_mentor(case, today)
    if changed is not None and today - changed <= LOOK_BACK:
        reasons.append(_("Ny mentor siden {day}.").format(day=day(changed)))
    last = max([ledger.start, *(on for on in talks(case) if on <= today)])
    if today - last > TALK:
        said = _("Ingen samtale er noteret siden {day}.")
        if case.enrolment and next_meeting(case.meetings, case.enrolment.id, today) is None:
            # one reason, not two: it is the talk that is missing
            said = _("Ingen samtale er noteret siden {day}, og intet møde er aftalt.")
        reasons.append(said.format(day=day(last)))
    if len(reasons) < wanted:
        return
    yield Alert(
        case.learner.learner,
        "R50",
        "soon",
        today + timedelta(days=7),
        _("Grunde til en samtale: {reasons}").format(reasons=" ".join(reasons)),
        _("Spørg eleven, hvordan det går. Grundene afgør intet."),
        _("Egen regel, slået til i indstillingerne; den viser grunde og regner intet ud"),
    )
