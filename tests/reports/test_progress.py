"""The progress report: its words against goldens, and what it does with too little, too much and odd input."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp import i18n
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.errors import UserError
from mentorapp.reports import progress
from tests import builders
from tests.reports import cases
from tests.reports.made import note, pages, report, text

GOLDENS = Path(__file__).parent / "goldens"
LONG = "Værelsestemperaturundersøgelsesudvalgsformand " * 40


CASES = {"amal": cases.amal, "maryam": cases.maryam, "rahel": cases.rahel, "hevin": cases.hevin}


def named(name: str) -> CaseFile:
    """Amal under another name."""
    case = cases.amal()
    return replace(case, learner=replace(case.learner, name=name))


@pytest.mark.parametrize("name", CASES)
def test_says_what_it_said(name: str, request: pytest.FixtureRequest) -> None:
    made = report(CASES[name](), notes=cases.NOTES, steps=cases.STEPS)
    said = "\n\f\n".join(pages(made)) + "\n"
    golden = GOLDENS / f"{name}.txt"
    if request.config.getoption("--update-goldens", default=False) or os.environ.get("MENTORAPP_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_title() -> None:
    assert progress.title() == "Statusrapport"


def test_states_clock_and_counted_hours() -> None:
    said = text(report(builders.amal()))
    for figure in ("48,1", "96,2", "377,4", "IGU-2024", "Planlagt i alt", "Dokumenteret", "Forventet i dag"):
        assert figure in said


def test_chosen_notes_and_steps_are_there_and_no_others() -> None:
    chosen, other = note("Vi talte om AMU."), note("Ikke valgt.")
    case = replace(builders.amal(), notes=(chosen, other))
    said = text(report(case, notes=[chosen], steps=["Find plads på AMU"]))
    assert "Vi talte om AMU." in said
    assert "Find plads på AMU" in said
    assert "Ikke valgt" not in said


def test_never_the_registration_number() -> None:
    private = LearnerPrivate(builders.LEARNER, LEARNER_ROW, builders.day("17-06-1979"), "170679-1234")
    said = text(report(replace(builders.amal(), private=private)))
    assert "1234" not in said
    assert "170679" not in said


def test_signatures_stand_on_one_page() -> None:
    for count in range(0, 40, 3):
        made = pages(report(builders.amal(), steps=[f"Skridt {n}" for n in range(count)]))
        last = [page for page in made if "underskrift" in page.casefold()]
        assert len(last) == 1, count
        assert all(signer in last[0] for signer in ("Elev", "Mentor", "Gennemførselsvejleder"))


def test_without_rule_set() -> None:
    assert "Ingen prognose." in text(report(builders.hevin()))


def test_without_schooling() -> None:
    assert "Amal Idris Hamid" in text(report(builders.with_rows(builders.amal(), schooling=(), attendance=())))


def test_without_enrolment_it_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="forløb"):
        report(builders.case())


@pytest.mark.parametrize("case", [builders.oksana(), builders.rahel(), builders.yusuf()])
def test_every_sample_learner(case: CaseFile) -> None:
    assert "Side 1 af" in text(report(case))


def test_markup_is_only_letters() -> None:
    words = "<b>Fed</b> & <para> &amp; </font> 5 < 7"
    case = named(words)
    said = text(report(case, notes=[note(words)], steps=[words]))
    assert said.count(words) >= 3


def test_very_long_texts() -> None:
    case = named(LONG)
    row = replace(case.schooling[0], title="x" * 4000, provider=LONG)
    case = replace(case, schooling=(row, *case.schooling[1:]))
    made = pages(report(case, notes=[note(LONG * 20)], steps=[LONG, "y" * 3000]))
    assert len(made) > 4
    assert f"af {len(made)}" in made[0]


def test_other_scripts() -> None:
    said = text(report(named("Оксана Шевченко ሰላም")))
    assert "Оксана Шевченко" in said


def test_in_english() -> None:
    i18n.use("en")
    assert report(builders.amal()).startswith(b"%PDF")
