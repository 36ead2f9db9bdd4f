"""Alerts about meetings: the three-party meeting that brings learner, mentor and coordinator to one table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp import meeting_sentences
from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.meeting import Meeting, meeting_order
from mentorapp.i18n import _, day

A_WEEK = timedelta(days=7)


def three_party_meeting(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R44: no three-party meeting for 91 days (soon) or 120 (act), or after 63 none to come (info).

    Every third month is how often progress was talked over in BIP; the days are our own. They count from the last
    one held, else from the start, without days of leave. Where none was ever written here it is never more than
    `soon`: it may have been held and not noted. One to come makes 120 days no worse than 91.
    """
    enrolment = case.enrolment
    if enrolment is None or today < ledger.start or has_ended(case, ledger, today):
        return
    if any(leave.covers(today) for leave in case.leaves):
        return
    own = [row for row in case.meetings if row.enrolment == enrolment.id and row.is_three_party]
    held = [row.day for row in own if row.is_held and row.day <= today]
    coming = min((row for row in own if row.is_planned and row.day >= today), key=meeting_order, default=None)
    since = max(held, default=ledger.start)
    away = sum(_overlap(leave.first_day, leave.last_day, since, today) for leave in case.leaves)
    quiet = (today - since).days - away
    tell, soon, act = (limit(case, f"R44.{name}") for name in ("info", "soon", "act"))
    if quiet > min(soon, act):
        severity = "act" if quiet > act and held and coming is None else "soon"
    elif quiet > tell and coming is None:
        severity = "info"
    else:
        return
    yield Alert(
        case.learner.learner,
        "R44",
        severity,
        # what may never have been late has no day in the past
        today + A_WEEK if severity == "soon" and not held else since + timedelta(days=soon + away),
        _said(since if held else None, coming),
        _("Hold mødet, og skriv, at det blev holdt.") if coming else _("Aftal den næste, og skriv den ind."),
        _("Hver tredje måned: BIP (Væksthusets Forskningscenter). Egne grænser: {info}, {soon} og {act} dage").format(
            info=tell, soon=soon, act=act
        ),
    )


def _said(last: date | None, coming: Meeting | None) -> str:
    if last is None:
        text = _("Der er ikke skrevet nogen trepartssamtale ind.")
    else:
        text = _("Den seneste trepartssamtale er fra {day}.").format(day=day(last))
    if coming is None:
        return f"{text} {_('Den næste er ikke aftalt.')}"
    return f"{text} {_('Den næste er {when}.').format(when=meeting_sentences.when(coming))}"


def _overlap(first: date, last: date, since: date, today: date) -> int:
    """Days of a leave after `since` and until `today`."""
    return max(0, (min(last, today) - max(first, since + timedelta(days=1))).days + 1)
