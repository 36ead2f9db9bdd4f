"""Alerts about proof: courses that ended without a certificate or a printout, or were not passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, is_closed
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _, day, hours

WITH_CERTIFICATE = frozenset({"amu", "fvu"})


def proof_is_missing(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R26: a course ended more than 14 days ago without proof, one alert a row.

    AMU and FVU give a certificate, which the bonus asks for (uim.dk, DI); the 14 days are our own. Attended
    hours of other types need a printout for the documentation. A course ended or stopped needs its proof too.
    """
    days = limit(case, "R26.days")
    patience = timedelta(days=days)
    for row in ledger.school_rows:
        last_day = row.schooling.last_day or row.schooling.first_day
        if last_day is None or last_day + patience >= today or _is_proved(row, today):
            continue
        if row.schooling.type in WITH_CERTIFICATE:
            if row.schooling.cancelled or _known_absent(row) or row.schooling.result == "failed":
                continue
            yield Alert(
                case.learner.learner,
                "R26",
                "soon",
                last_day + patience,
                _("{title} sluttede {day}, og beviset mangler.").format(title=_title(row.schooling), day=day(last_day)),
                _ask(row, _("Bed {provider} om beviset."), _("Bed skolen om beviset.")),
                _("Bevis for undervisningen: uim.dk om bonus. Egen grænse: {n} dage").format(n=days),
                row.schooling.id,
            )
        elif row.attended and row.factor != 0:
            yield Alert(
                case.learner.learner,
                "R26",
                "info",
                last_day + patience,
                _("{title} sluttede {day}; {n} deltagne timer er ikke dokumenteret.").format(
                    title=_title(row.schooling), day=day(last_day), n=hours(row.attended)
                ),
                _ask(row, _("Bed {provider} om en udskrift."), _("Bed skolen om en udskrift.")),
                _("Til dokumentationen af skoletimer: uim.dk om bonus. Egen grænse: {n} dage").format(n=days),
                row.schooling.id,
            )


def amu_not_passed(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R27: an AMU course ended with a test that was not passed, one alert a row.

    Since 2020 AMU ends with a test that must be passed for the certificate (diakonissestiftelsen.dk). Quiet once a
    later course of the same title or number was passed.
    """
    if is_closed(case, ledger, today):
        return
    amu = [row.schooling for row in ledger.school_rows if row.schooling.type == "amu" and not row.schooling.cancelled]
    for row in amu:
        last_day = row.last_day or row.first_day
        if row.result != "failed" or (last_day is not None and last_day > today) or _passed_later(row, amu):
            continue
        yield Alert(
            case.learner.learner,
            "R27",
            "soon",
            last_day,
            _("Prøven i {title} er ikke bestået, så der kommer intet AMU-bevis.").format(title=_title(row)),
            _("Aftal en ny prøve eller et nyt kursus."),
            _("AMU slutter siden 2020 med en prøve, der skal bestås (diakonissestiftelsen.dk)"),
            row.id,
        )


def _passed_later(failed: Schooling, rows: list[Schooling]) -> bool:
    def is_same(row: Schooling) -> bool:
        return bool(row.code and row.code == failed.code) or bool(row.title and row.title == failed.title)

    begun = failed.first_day or date.min
    return any(row.result == "passed" and is_same(row) and (row.last_day or begun) >= begun for row in rows)


def _is_proved(row: SchoolRow, today: date) -> bool:
    return row.schooling.proof_on is not None and row.schooling.proof_on <= today


def _known_absent(row: SchoolRow) -> bool:
    """Whether the school said that the learner was never there, so that no proof will come."""
    return not row.attended and (row.schooling.attended_minutes is not None or bool(row.dated))


def _title(row: Schooling) -> str:
    return row.title or _(SCHOOL_TYPES[row.type])


def _ask(row: SchoolRow, named: str, unnamed: str) -> str:
    return named.format(provider=row.schooling.provider) if row.schooling.provider else unnamed
