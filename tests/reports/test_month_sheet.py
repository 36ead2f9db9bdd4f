"""The month sheet on paper: its words against goldens, Danish in every language, nothing private."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorapp import i18n
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import build
from mentorapp.errors import UserError
from mentorapp.reports import month_sheet
from tests import builders
from tests.builders import leave, placement, schooling, site_closed
from tests.reports import cases
from tests.reports.made import pages, text

GOLDENS = Path(__file__).parent / "goldens"


def printed(case: CaseFile, month: str, today: date = builders.TODAY) -> bytes:
    """The sheet of `11-2026`, made as the window makes it."""
    of = builders.day(f"01-{month}")
    story = month_sheet.build(month_sheet.sheet(case, build(case, today), of))
    return month_sheet.to_bytes(story, month_sheet.document_title(case, of), month_sheet.foot(today))


CASES = {"sheet-maryam-2026-11": (cases.maryam, "11-2026"), "sheet-amal-2026-12": (cases.amal, "12-2026")}


@pytest.mark.parametrize("name", CASES)
def test_says_what_it_said(name: str, request: pytest.FixtureRequest) -> None:
    made, month = CASES[name]
    said = "\n\f\n".join(pages(printed(made(), month))) + "\n"
    golden = GOLDENS / f"{name}.txt"
    if request.config.getoption("--update-goldens", default=False) or os.environ.get("MENTORAPP_UPDATE_GOLDENS"):
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_it_is_danish_and_the_same_whatever_the_window_speaks() -> None:
    danish = printed(cases.amal(), "12-2026")
    i18n.use("en")
    try:
        assert printed(cases.amal(), "12-2026") == danish
    finally:
        i18n.use("da")


def test_neither_number_nor_birth_date_nor_which_leave() -> None:
    case = cases.amal()
    assert case.private is not None and case.private.registration_number and case.private.birth_date
    said = text(printed(replace(case, leaves=(leave("parental", "09-11-2026", "13-11-2026"),)), "11-2026"))
    assert "mandag 9. november Orlov" in said
    assert "arsel" not in said
    assert case.private.registration_number[:6] not in said
    assert i18n.day(case.private.birth_date) not in said


def test_days_are_named_by_what_keeps_the_learner_away() -> None:
    case = cases.amal()
    place = case.placements[0]
    closing = (replace(site_closed(place.site or "", "16-11-2026"), name="Flytning"),)
    half = schooling("fvu", "03-11-2026", "24-11-2026", "tir 08:30-10:30", title="FVU-dansk")
    case = replace(case, organisation=replace(case.organisation, site_closing=closing), schooling=(half,))
    said = text(printed(case, "11-2026"))
    assert "mandag 16. november Lukket: Flytning" in said
    assert "tirsdag 3. november 5 timer 36 min · også skole: FVU-dansk" in said
    assert "torsdag 14. maj Helligdag: Kristi himmelfartsdag" in text(printed(case, "05-2026"))


def test_a_weekend_on_the_duty_roster_is_asked_for() -> None:
    case = cases.amal()
    place = replace(placement(28, "01-02-2025", weekdays=(6, 7)), site=case.placements[0].site)
    said = text(printed(replace(case, placements=(place,)), "11-2026"))
    assert "lørdag 7. november 14 timer" in said
    assert "mandag 2. november fri" in said


def test_outside_the_course_there_is_no_sheet() -> None:
    with pytest.raises(UserError, match="Marts 2031 har ingen uger i forløbet"):
        printed(cases.amal(), "03-2031")
    with pytest.raises(UserError, match="har intet forløb endnu"):
        printed(replace(cases.amal(), enrolments=()), "11-2026")
