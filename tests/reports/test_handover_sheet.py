"""The hand-over sheet tells the next mentor what is open, and nothing confidential."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.learner import LearnerPrivate
from mentorapp.domain.meeting import ActionPoint
from mentorapp.domain.note import Note
from mentorapp.errors import UserError
from mentorapp.reports import handover_sheet
from tests.reports.cases import amal

TODAY = date(2026, 11, 22)


def printed(case: CaseFile) -> str:
    ledger = ledgers.build(case, TODAY)
    story = handover_sheet.build(case, ledger, TODAY, by="Anna Vang", to="Bo Krogh", last_day=date(2026, 11, 30))
    pdf = handover_sheet.to_bytes(story, handover_sheet.document_title(case, TODAY), handover_sheet.foot(TODAY))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def note(number: int, text: str, kind: str = "week", visibility: str = "team") -> Note:
    return Note(b"a" * 16, f"n{number}", text, kind, date(2026, 11, number), "Anna Vang", visibility=visibility)


@pytest.fixture
def case() -> CaseFile:
    case = amal()
    learner, enrolment = case.learner.learner, case.enrolment
    assert enrolment is not None
    secret = note(20, "Fortæller om sin sag", visibility="confidential")
    many = [note(day, f"Ugen med {day}") for day in range(2, 14)]
    done = ActionPoint(learner, "a2", enrolment.id, "m1", "Ringe til skolen", done_on=TODAY)
    return replace(
        case,
        private=LearnerPrivate(learner, "-", registration_number="680791-0001"),
        notes=(secret, note(1, "To skoledage om ugen", "agreement"), *many),
        action_points=(ActionPoint(learner, "a1", enrolment.id, "m1", "Søge AMU-kursus", "Anna", TODAY), done),
    )


def test_it_says_who_hands_over_to_whom_and_what_is_open(case: CaseFile) -> None:
    said = printed(case)
    assert "Overtages af Bo Krogh. Hidtidig mentors sidste dag er 30-11-2026." in said
    assert "Søge AMU-kursus · Anna · senest 22-11-2026" in said and "Ringe til skolen" not in said
    assert "To skoledage om ugen" in said, "what was agreed comes along however old it is"
    assert "Ugen med 13" in said and "Ugen med 3 " not in said


def test_nothing_confidential_stands_on_it(case: CaseFile) -> None:
    said = printed(case)
    assert "sin sag" not in said and "680791" not in said
    assert all(each.visibility == "team" for each in handover_sheet.notes_for(case))


def test_without_a_course_there_is_nothing_to_hand_over(case: CaseFile) -> None:
    with pytest.raises(UserError, match="intet at overdrage"):
        handover_sheet.build(replace(case, enrolments=()), None, TODAY)
