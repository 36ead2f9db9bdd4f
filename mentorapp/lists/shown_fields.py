"""Fields of the nouns in words, for the preview of a list: their labels, and their values as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from mentorapp import i18n
from mentorapp.domain.attendance import STATUSES
from mentorapp.domain.enrolment import EARLIER_IGU, LEAVE_KINDS
from mentorapp.domain.learner import masked
from mentorapp.domain.placement import PURPOSES, ROLES, SECTORS
from mentorapp.domain.schooling import RESULTS, SCHOOL_TYPES
from mentorapp.i18n import _

_WORDS = {
    "status": STATUSES, "sector": SECTORS, "role": ROLES, "result": RESULTS, "type": SCHOOL_TYPES,
    "purpose": PURPOSES, "earlier_igu": EARLIER_IGU,
}  # fmt: skip
_LINKS = frozenset({"programme", "site", "mentor", "schooling"})


def labels(table: str) -> dict[str, str]:
    """Label by field; ids and roles have none, for nobody wrote them in a list."""
    return _labels(i18n.language())[table]


@cache
def _labels(_language: str) -> dict[str, dict[str, str]]:
    from_to = {"first_day": _("Fra"), "last_day": _("Til")}
    return {
        "learner": {
            "name": _("Navn"), "languages": _("Sprog"), "phone": _("Telefon"), "email": _("E-mail"),
            "danish_level": _("Danskniveau"), "exam": _("Prøve i Dansk"), "exam_passed_on": _("Prøve bestået den"),
        },
        "learner_private": {
            "birth_date": _("Fødselsdato"), "registration_number": _("CPR-nr."),
            "permit_expires": _("Opholdskort udløber"), "first_danish_address": _("Første adresse i DK"),
        },
        "site": {
            "name": _("Praktiksted"), "cvr": _("CVR"), "p_number": _("P-nummer"), "sector": _("Sektor"),
            "address": _("Praktikstedets adresse"),
        },
        "person": {"name": _("Mentor"), "phone": _("Mentors telefon")},
        "enrolment": {
            "programme": _("Ordning"), "start": _("Startdato"), "agreed_end": _("Aftalt slut"),
            "rule_set": _("Regelsæt"), "school_minutes_a_week": _("Skoletimer pr. uge"),
            "municipality": _("Bopælskommune"), "target_group": _("Målgruppe"), "team": _("Hold"),
            "signed_on": _("Underskrevet"), "arrived_on": _("Ankomst til kommunen"),
            "earlier_igu": _("Tidligere igu"), "earlier_job_ended_on": _("Tidligere ansættelse slut"),
            "remark": _("Bemærkning"),
        },
        "placement": {
            "site": _("Praktiksted"), "department": _("Afdeling"), "mentor": _("Mentor"),
            "minutes_a_week": _("Praktiktimer pr. uge"), "purpose": _("Formål"),
            "first_day": _("Praktik fra"), "last_day": _("Praktik til"),
        },
        "leave": {
            "kind": _("Orlovstype"), "first_day": _("Orlov fra"), "last_day": _("Orlov til"),
            "extends": _("Forlænger forløbet"),
        },
        "schooling": {
            "type": _("Type"), "title": _("Titel"), "provider": _("Udbyder"), "code": _("Kursuskode"), **from_to,
            "weekdays": _("Dage"), "starts_at": _("Start kl."), "ends_at": _("Slut kl."),
            "planned_minutes": _("Planlagte timer"), "attended_minutes": _("Fremmødte timer"),
            "proof_on": _("Bevis modtaget"), "result": _("Resultat"), "cancelled": _("Aflyst"),
        },
        "attendance": {
            "day": _("Dato"), "status": _("Status"), "schooling": _("Forløb"), "minutes": _("Timer"),
            "lessons": _("Lektioner"), "source": _("Kilde"),
        },
        "practice_period": {
            **from_to, "worked_minutes": _("Arbejdede timer"), "paid_holiday_minutes": _("Ferie med løn"),
            "paid_sickness_minutes": _("Sygdom med løn"), "other_paid_minutes": _("Andet betalt fravær"),
            "source": _("Kilde"),
        },
        "week_mark": {"week": _("Uge bekræftet"), "confirmed_by": _("Bekræftet af")},
        "note": {"text": _("Notat"), "written_by": _("Skrevet af")},
    }  # fmt: skip


def in_words(field: str, value: Any, names: Mapping[str, str]) -> str:
    """A field's value as people write it; empty for None. A registration number is masked."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, date):
        return i18n.day(value)
    if isinstance(value, int) and "minutes" in field:
        # Two decimals where one would not say it exactly, so that a change of a minute can be seen.
        return i18n.hours(value, 1 if value % 6 == 0 else 2)
    if isinstance(value, tuple):
        return ", ".join(i18n.weekday(day) for day in value)
    if field == "registration_number":
        return masked(value)
    if field in _LINKS:
        return names.get(value, value)
    if field == "kind":
        return _(LEAVE_KINDS[value]) if value in LEAVE_KINDS else str(value)
    return _(_WORDS[field].get(value, value)) if field in _WORDS else str(value)
