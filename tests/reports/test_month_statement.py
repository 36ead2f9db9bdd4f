"""The monthly statement: its words against goldens, and that it says nothing nobody said."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorapp import i18n
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.domain.ledger import build
from mentorapp.errors import UserError
from mentorapp.reports import month_statement
from tests import builders
from tests.builders import at_school, schooling
from tests.reports import cases
from tests.reports.made import pages, text

GOLDENS = Path(__file__).parent / "goldens"


def printed(case: CaseFile, month: str, today: date = builders.TODAY) -> bytes:
    """The statement of `10-2026`, made as the window makes it."""
    of = builders.day(f"01-{month}")
    story = month_statement.build(case, build(case, today), of)
    return month_statement.to_bytes(story, month_statement.document_title(case, of), month_statement.foot(today))


def sourced() -> CaseFile:
    """Maryam with what the school's list said of her days."""
    case = cases.maryam()
    return replace(case, attendance=tuple(replace(entry, source="school_list") for entry in case.attendance))


CASES = {
    "month-maryam-2026-10": (sourced, "10-2026"),
    "month-maryam-2026-11": (sourced, "11-2026"),
    "month-amal-2025-03": (cases.amal, "03-2025"),
    "month-amal-2026-12": (cases.amal, "12-2026"),
    "month-hevin-2026-10": (cases.hevin, "10-2026"),
}


@pytest.mark.parametrize("name", CASES)
def test_says_what_it_said(name: str, request: pytest.FixtureRequest) -> None:
    made, month = CASES[name]
    said = "\n\f\n".join(pages(printed(made(), month))) + "\n"
    golden = GOLDENS / f"{name}.txt"
    if request.config.getoption("--update-goldens", default=False) or os.environ.get("MENTORAPP_UPDATE_GOLDENS"):
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_equal_input_gives_equal_bytes() -> None:
    assert printed(sourced(), "10-2026") == printed(sourced(), "10-2026")


def test_days_for_travel_absence_and_source() -> None:
    said = text(printed(sourced(), "10-2026"))
    assert "Undervisningsdage til befordring: 2 dage med fremmøde (7. og 21.)." in said
    assert "Fravær: syg: 1 dag (28.), 7,4 planlagte timer." in said
    assert said.count("skolens liste") == 4 + 1  # and the foot
    assert "14,8 29,6" in said


def test_hours_of_days_nobody_told_are_unknown() -> None:
    said = text(printed(sourced(), "11-2026"))
    assert said.count("ukendt") == 4
    assert "3 undervisningsdage uden oplyst fremmøde (4., 11. og 18.) er ikke talt med." in said
    assert "1 dag kommer endnu (25.)" in said


def test_a_factor_nobody_verified_says_so() -> None:
    row = schooling("fgu", "05-10-2026", "05-10-2026", "man 08:00-15:24")
    case = replace(cases.amal(), schooling=(row,), attendance=(at_school(row, "05-10-2026", "7,4"),))
    said = text(printed(case, "10-2026"))
    assert "Faktoren for FGU er ikke bekræftet." in said
    assert "(ubekræftet)" in said


def test_danish_after_the_exam_counts_nothing() -> None:
    case = replace(builders.oksana(), organisation=cases.amal().organisation)
    said = text(printed(case, "06-2026"))
    assert "Prøve i Dansk er bestået før start, så danskuddannelse tæller ikke." in said
    assert "tæller ikke" in said


def test_never_the_registration_number() -> None:
    private = LearnerPrivate(builders.LEARNER, LEARNER_ROW, builders.day("17-06-1979"), "170679-1234")
    said = text(printed(replace(sourced(), private=private), "10-2026"))
    assert "17-06-1979" in said
    assert "1234" not in said


def test_a_mentor_who_may_not_know_the_birth_date_prints_without_it() -> None:
    assert "Født" not in text(printed(replace(sourced(), private=None), "10-2026"))


def test_a_month_without_teaching_says_so() -> None:
    assert "Der er ingen undervisning i måneden." in text(printed(cases.amal(), "01-2026"))


@pytest.mark.parametrize("month", ["01-2025", "02-2027"])
def test_a_month_outside_the_course_is_refused(month: str) -> None:
    with pytest.raises(UserError, match="uden for forløbet"):
        printed(cases.amal(), month)


def test_without_enrolment_it_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="intet forløb"):
        printed(builders.case(), "10-2026")


def test_signatures_never_stand_alone() -> None:
    """However long the table is, the sheet that is signed says what it rests on."""
    for count in range(1, 12):
        rows = tuple(
            schooling("fvu", "05-10-2026", "09-10-2026", "man-fre 08:00-09:00", id=str(n), title=f"Hold {n}")
            for n in range(count)
        )
        made = pages(printed(replace(cases.amal(), schooling=rows, attendance=()), "10-2026"))
        signed = [page for page in made if "Dato og underskrift" in page]
        assert len(signed) == 1
        assert "Grundlag" in signed[0]


def test_very_long_texts() -> None:
    row = schooling("amu", "05-10-2026", "05-10-2026", "man 08:00-15:24", title="x" * 3000, provider="Udbyder " * 200)
    assert "Side 1 af" in text(printed(replace(cases.amal(), schooling=(row,)), "10-2026"))


def test_in_english() -> None:
    i18n.use("en")
    assert printed(sourced(), "10-2026").startswith(b"%PDF")
