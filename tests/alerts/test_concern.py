"""R50: reasons for a talk, off by default, and never a score."""

from __future__ import annotations

import re
from dataclasses import replace

from mentorapp.alerts.concern import reasons_for_a_talk
from mentorapp.domain.case_file import CaseFile
from tests.alerts.saying import said, severities
from tests.builders import amal, case, enrolment, placement


def wanting(file: CaseFile, reasons: str) -> CaseFile:
    return replace(file, organisation=replace(file.organisation, settings={"alert.R50": reasons}))


def test_r50_last_quiet_day_and_first_loud_day() -> None:
    # Nothing noted since 1 January is a reason after 91 days; the change of mentor is one for 60.
    rows = (placement(30, "01-01-2026", "28-02-2026", mentor="a"), placement(30, "01-03-2026", mentor="b"))
    file = wanting(case(enrolment("01-01-2026", programme="Småjob"), *rows), "2")
    assert severities(reasons_for_a_talk, file, "02-04-2026") == []
    (alert,) = said(reasons_for_a_talk, file, "03-04-2026")
    assert alert.text == (
        "Grunde til en samtale: Ny mentor siden 01-03-2026. Ingen samtale er noteret siden 01-01-2026, "
        "og intet møde er aftalt."
    )
    assert severities(reasons_for_a_talk, file, "30-04-2026") == ["soon"]
    assert severities(reasons_for_a_talk, file, "01-05-2026") == []


def test_r50_is_off_until_the_organisation_wants_it() -> None:
    assert said(reasons_for_a_talk, amal()) == []
    for nothing in ("", "0", "nej"):
        assert said(reasons_for_a_talk, wanting(amal(), nothing)) == []
    assert len(said(reasons_for_a_talk, wanting(amal(), "1"))) == 1


def test_r50_shows_reasons_and_no_points() -> None:
    (alert,) = said(reasons_for_a_talk, wanting(amal(), "2"))
    assert "5,8 skoleuger bagud" in alert.text and "Ingen samtale" in alert.text
    assert not re.search(r"point|score|risiko", alert.text + alert.todo + alert.source, re.IGNORECASE)
