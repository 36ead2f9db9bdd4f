"""Labels of the fields no list has: for what arrives from other machines."""

from __future__ import annotations

from collections.abc import Callable

from mentorapp.i18n import _


def labels(table: str) -> dict[str, str]:
    """Label by field of one table."""
    return _LABELS.get(table, dict)()


def _note_fields() -> dict[str, str]:
    return {
        "text": _("Tekst"), "kind": _("Slags"), "written_on": _("Dato"), "written_by": _("Skrevet af"),
        "written_at": _("Skrevet kl."), "replaces": _("Erstatter"), "about": _("Om"),
    }  # fmt: skip


def _days() -> dict[str, str]:
    return {"first_day": _("Fra"), "last_day": _("Til")}


_LABELS: dict[str, Callable[[], dict[str, str]]] = {
    "site": lambda: {"name": _("Navn")},
    "person": lambda: {"name": _("Navn"), "role": _("Rolle"), "site": _("Praktiksted")},
    "closing_day": lambda: {**_days(), "name": _("Navn"), "site": _("Praktiksted")},
    "exam_term": lambda: {"first_day": _("Første dag"), "sign_up_by": _("Tilmelding senest")},
    "setting": lambda: {"value": _("Værdi")},
    "learner": lambda: {"danish_module": _("Modul"), "exam_signed_up_for": _("Tilmeldt prøve")},
    "enrolment": lambda: {
        "extension_reason": _("Grund til forlængelse"), "outcome": _("Afslutning"),
        "outcome_reason": _("Grund til afslutning"), "outcome_on": _("Afsluttet"),
    },
    "placement": lambda: {
        "enrolment": _("Forløb"), "p_number": _("P-nummer"), "weekdays": _("Dage"),
        "hours_steps": _("Stigende timer"), "paid": _("Lønnede timer"), "stage": _("Trin"),
        "special_need": _("Særligt behov"),
    },
    "leave": lambda: {"enrolment": _("Forløb")},
    "schooling": lambda: {"enrolment": _("Forløb")},
    "attendance": lambda: {"enrolment": _("Forløb"), "kind": _("Skole eller praktik")},
    "week_mark": lambda: {"enrolment": _("Forløb"), "week": _("Uge"), "confirmed_by": _("Bekræftet af")},
    "practice_period": lambda: {"enrolment": _("Forløb")},
    "step": lambda: {
        "enrolment": _("Forløb"), "step": _("Trin"), "done_on": _("Gjort den"), "remark": _("Bemærkning"),
    },
    "month_claim": lambda: {
        "enrolment": _("Forløb"), "month": _("Måned"), "handed_in_on": _("Afleveret"), "remark": _("Bemærkning"),
    },
    "mentor_grant": lambda: {
        **_days(), "enrolment": _("Forløb"), "minutes_a_week": _("Timer pr. uge"),
        "minutes_in_all": _("Timer i alt"), "purpose": _("Formål"),
    },
    "mentor_time": lambda: {
        "enrolment": _("Forløb"), "day": _("Dato"), "minutes": _("Timer"), "given_by": _("Givet af"),
        "what": _("Hvad"),
    },
    "document": lambda: {
        "name": _("Navn"), "sha256": _("Fingeraftryk"), "media": _("Filtype"), "size": _("Størrelse"),
        "kind": _("Slags"), "added_on": _("Tilføjet"), "added_by": _("Tilføjet af"), "note": _("Bemærkning"),
    },
    "meeting": lambda: {
        "enrolment": _("Forløb"), "kind": _("Slags"), "day": _("Dato"), "starts_at": _("Kl."),
        "minutes": _("Varighed i timer"), "place": _("Sted"), "parties": _("Deltagere"), "people": _("Andre deltagere"),
        "agenda": _("Dagsorden"), "outcome": _("Hvad der skete"), "reason": _("Grund"),
    },
    "action_point": lambda: {
        "enrolment": _("Forløb"), "meeting": _("Møde"), "what": _("Hvad"), "who": _("Hvem"), "due": _("Senest"),
        "done_on": _("Gjort den"),
    },
    "access": lambda: {**_days(), "remove_on": _("Fjernes fra maskinen")},
    "alert_mark": lambda: {
        "rule": _("Regel"), "until": _("Skjult til og med"), "reason": _("Grund"), "subject": _("Om"),
        "severity": _("Alvor"), "marked_by": _("Udsat af"),
    },
    "note": _note_fields,
    "note_confidential": _note_fields,
}  # fmt: skip
