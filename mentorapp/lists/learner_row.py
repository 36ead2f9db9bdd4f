"""One row of a learners' list, understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorapp.lists.cells import text, times, words
from mentorapp.lists.parsers import WHO, hours_a_week
from mentorapp.lists.row_reader import Parse


@dataclass(slots=True)
class LearnerRow:
    """One row understood; None where the cell is blank or the column missing."""

    name: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    registration_number: str | None = None
    birth_date: date | None = None
    languages: str | None = None
    phone: str | None = None
    email: str | None = None
    first_danish_address: date | None = None
    permit_expires: date | None = None
    danish_level: str | None = None
    exam: str | None = None
    exam_passed_on: date | None = None
    programme: str | None = None
    start: date | None = None
    agreed_end: date | None = None
    site: str | None = None
    cvr: str | None = None
    p_number: str | None = None
    sector: str | None = None
    address: str | None = None
    department: str | None = None
    mentor: str | None = None
    mentor_phone: str | None = None
    practice_minutes: int | None = None
    school_minutes: int | None = None
    municipality: str | None = None
    target_group: str | None = None
    team: str | None = None
    purpose: str | None = None
    signed_on: date | None = None
    arrived_on: date | None = None
    earlier_igu: str | None = None
    earlier_job_ended_on: date | None = None
    leave_from: date | None = None
    leave_to: date | None = None
    leave_kind: str | None = None
    remark: str | None = None

    def __post_init__(self) -> None:
        if self.name is None:
            self.name = " ".join(filter(None, (self.given_name, self.family_name))) or None


PARSERS: dict[str, Parse] = {
    **WHO,
    "given_name": text.line, "family_name": text.line, "languages": text.line, "phone": text.line,
    "email": text.line, "first_danish_address": times.day, "permit_expires": times.day, "start": times.day,
    "agreed_end": times.day, "site": text.line, "cvr": text.cvr, "p_number": text.p_number,
    "sector": words.sector, "address": text.line, "department": text.line, "mentor": text.name,
    "mentor_phone": text.line, "practice_minutes": hours_a_week, "school_minutes": hours_a_week,
    "municipality": text.line, "target_group": text.line, "danish_level": text.line, "exam": words.named_exam,
    "exam_passed_on": times.day, "leave_from": times.day, "leave_to": times.day, "leave_kind": words.leave_kind,
    "remark": text.paragraphs, "team": text.line, "purpose": words.purpose, "signed_on": times.day,
    "arrived_on": times.day, "earlier_igu": words.earlier_igu, "earlier_job_ended_on": times.day,
}  # fmt: skip
"""How each field is understood; `programme` is missing, for it takes what is known to understand it."""
