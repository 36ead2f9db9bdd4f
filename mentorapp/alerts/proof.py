"""Alerts about proof: courses that ended without a certificate or a printout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import SCHOOL_TYPES
from mentorapp.i18n import _, day, hours

PATIENCE = timedelta(days=14)
"""How long a school may take to send a proof before somebody asks for it."""

WITH_CERTIFICATE = frozenset({"amu", "fvu"})


def proof_is_missing(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R26: a course ended more than 14 days ago without proof, one alert a row.

    AMU and FVU give a certificate, which the bonus asks for (uim.dk, DI); the 14 days are our own. Attended
    hours of other types need a printout for the documentation. A course ended or stopped needs its proof too.
    """
    for row in ledger.school_rows:
        last_day = row.schooling.last_day or row.schooling.first_day
        if last_day is None or last_day + PATIENCE >= today or _is_proved(row, today):
            continue
        title = row.schooling.title or _(SCHOOL_TYPES[row.schooling.type])
        if row.schooling.type in WITH_CERTIFICATE:
            if row.schooling.cancelled or _known_absent(row):
                continue
            yield Alert(
                learner=case.learner.learner,
                id="R26",
                severity="soon",
                due=last_day + PATIENCE,
                text=_("{title} sluttede {day}, og beviset mangler.").format(title=title, day=day(last_day)),
                todo=_ask(row, _("Bed {provider} om beviset."), _("Bed skolen om beviset.")),
                source=_("Bevis for undervisningen: uim.dk om bonus. Egen grænse: 14 dage"),
            )
        elif row.attended and row.factor != 0:
            yield Alert(
                learner=case.learner.learner,
                id="R26",
                severity="info",
                due=last_day + PATIENCE,
                text=_("{title} sluttede {day}; {n} deltagne timer er ikke dokumenteret.").format(
                    title=title, day=day(last_day), n=hours(row.attended)
                ),
                todo=_ask(row, _("Bed {provider} om en udskrift."), _("Bed skolen om en udskrift.")),
                source=_("Til dokumentationen af skoletimer: uim.dk om bonus. Egen grænse: 14 dage"),
            )


def _is_proved(row: SchoolRow, today: date) -> bool:
    return row.schooling.proof_on is not None and row.schooling.proof_on <= today


def _known_absent(row: SchoolRow) -> bool:
    """Whether the school said that the learner was never there, so that no proof will come."""
    return not row.attended and (row.schooling.attended_minutes is not None or bool(row.dated))


def _ask(row: SchoolRow, named: str, unnamed: str) -> str:
    return named.format(provider=row.schooling.provider) if row.schooling.provider else unnamed
