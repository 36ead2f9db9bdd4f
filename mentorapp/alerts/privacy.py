"""Alerts about data kept on a person: a registration number in a note, and a course kept too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, ended_on
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.calendar import months_after
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.note import leaves
from mentorapp.i18n import _, day

_REGISTRATION_NUMBER = re.compile(
    r"(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d\s?[-–]\s?\d{4}(?!\d)"
)
"""ddmmyy-nnnn; the day of a replacement number is 61–91."""

_HYPHENS = ("-", "–")
_DIGITS = re.compile(r"\d{6}\s?[-–]")
"""What every such number begins with: found four times faster, and hardly any note has it. Looking for its hyphen
first is faster by twenty times again."""


def kept_too_long(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R51: the course ended as many months ago as the organisation keeps cases (setting `alert.R51`).

    The duty is the law's (GDPR art. 5(1)(e)), the months are the organisation's; without them nothing is said.
    """
    months = limit(case, "R51")
    ended = ended_on(case, ledger, today)
    if not months or ended is None:
        return
    due = months_after(ended, months)
    if today < due:
        return
    yield Alert(
        case.learner.learner,
        "R51",
        "info",
        due,
        _("Forløbet sluttede {ended}; slettefristen på {n} måneder er nået {due}.").format(
            ended=day(ended), n=months, due=day(due)
        ),
        _("Slet eleven, eller notér, hvorfor oplysningerne stadig er nødvendige."),
        _("Databeskyttelsesforordningen art. 5, stk. 1, litra e; fristen er valgt i indstillingerne"),
    )


def number_in_note(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R52: a registration number stands in the text of a note, one alert a note; the number is not repeated.

    Our own rule: databeskyttelsesloven § 11 on registration numbers, and notes are read by more people.
    """
    for note in leaves(case.notes):
        if _may_hold_number(note.text) and _REGISTRATION_NUMBER.search(note.text):
            yield Alert(
                case.learner.learner,
                "R52",
                "soon",
                None,
                _("Der står et CPR-nummer i noten fra {day}.").format(day=day(note.written_on)),
                _("Tag nummeret ud af noten; det hører til i feltet under Oplysninger."),
                _("Databeskyttelsesloven § 11; egen regel"),
                note.id,
            )


def _may_hold_number(text: str) -> bool:
    return any(hyphen in text for hyphen in _HYPHENS) and _DIGITS.search(text) is not None
