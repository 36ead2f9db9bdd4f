"""Alerts about the monthly application for allowance and travel, which the learner sends to the municipality."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, is_closed
from mentorapp.alerts.months import Month, first_of_next, month_of
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.calendar import months_after
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _, day, month, ngettext

LAST_QUIET_DAY = 5
"""Day of the next month by which the application should be noted. Our own."""

MOST_NAMED = 3


def claims_missing(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R25: a month had schooling, held or planned, and no application is noted by the 5th of the next month.

    Act when 30 days more have gone by for one of them. The duty is the law's (borgeronline.dk, elov.dk § 10), the
    days are ours. One alert for all open months. Only coordinators note applications: other profiles hear nothing.
    """
    if "learner_private" in case.withheld or ledger.required is None or is_closed(case, ledger, today):
        return
    handed_in = {claim.month for claim in case.month_claims if claim.handed_in_on and _is_own(case, claim.enrolment)}
    newest = _newest_due(today)
    months = sorted(found for found in _with_school(ledger) if found <= newest and _key(found) not in handed_in)
    if not months:
        return
    last_due = _last_quiet(months[-1])
    late = today > _last_quiet(months[0]) + timedelta(days=limit(case, "R25.act"))
    yield Alert(
        case.learner.learner,
        "R25",
        "act" if late else "soon",
        last_due,
        ngettext(
            "Ansøgning om uddannelsesgodtgørelse er ikke noteret for {n} måned: {months}.",
            "Ansøgning om uddannelsesgodtgørelse er ikke noteret for {n} måneder: {months}.",
            len(months),
        ).format(n=len(months), months=_named(months)),
        _("Spørg eleven, hjælp med at søge, og notér datoen."),
        _("Eleven søger hver måned med dokumentation: borgeronline.dk, lov om igu § 10. Egen frist: {day}").format(
            day=day(last_due)
        ),
    )


def _with_school(ledger: Ledger) -> set[Month]:
    """The months of the course in which schooling was held or is planned."""
    months: set[Month] = set()
    for row in ledger.school_rows:
        if row.schooling.cancelled:
            continue
        months.update([(session.day.year, session.day.month) for session in row.sessions])
        months.update(month_of(entry.day) for entry in row.dated if entry.status == "present")
    return months


def _newest_due(today: date) -> Month:
    """The newest month whose last quiet day is past."""
    return month_of(months_after(today.replace(day=1), -1 if today.day > LAST_QUIET_DAY else -2))


def _is_own(case: CaseFile, enrolment: str) -> bool:
    return case.enrolment is not None and case.enrolment.id == enrolment


def _last_quiet(month: Month) -> date:
    return first_of_next(month).replace(day=LAST_QUIET_DAY)


def _key(month: Month) -> str:
    return f"{month[0]}-{month[1]:02d}"


def _named(months: list[Month]) -> str:
    """`september og oktober 2026`, or the first and last of many."""
    names = [f"{month(number)} {year}" for year, number in months]
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return _("{first} til {last}").format(first=names[0], last=names[-1])
