"""`case LEARNER --why`: as text for people, as JSON beside the figures."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mentorapp import i18n
from mentorapp.cli import derivations
from mentorapp.cli.arguments import EVERY_FIGURE, parse
from mentorapp.cli.case import NAMES, figures
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import build
from mentorapp.domain.measure import Measure, in_hours
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why.answers import FIGURES, why
from mentorapp.errors import Refused
from mentorapp.sentences import told
from tests.builders import TODAY, amal, case, hevin, maryam, oksana, rahel, yusuf

NOT_FIGURES = {"assumptions", "sources"}


def asked(file: CaseFile, figure: str, as_json: bool, capsys: pytest.CaptureFixture[str]) -> str:
    derivations.answer(file, build(file, TODAY), figure, as_json)
    return capsys.readouterr().out


def test_every_figure_of_the_answer_says_why() -> None:
    assert set(NAMES) - NOT_FIGURES == set(FIGURES)


@pytest.mark.parametrize("file", [amal(), maryam(), oksana(), rahel(), yusuf(), hevin()])
def test_the_derivations_hold_the_figures_they_explain(file: CaseFile) -> None:
    ledger = build(file, TODAY)
    assert ledger is not None
    said = figures(file, ledger)

    def plain(value: Any) -> Any:
        if isinstance(value, Measure):
            return round(float(value.exact), 2)
        if isinstance(value, dict):
            return {name: plain(part) for name, part in value.items()}
        return value.isoformat() if hasattr(value, "isoformat") else value

    assert {each.figure: plain(each.value) for each in why(file, ledger)} == {name: said[name] for name in FIGURES}


def test_as_json_the_reasons_stand_beside_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(asked(amal(), EVERY_FIGURE, True, capsys))
    assert set(answer) == {"learner", "id", "notes", "meetings", "why", *NAMES}
    assert list(answer["why"]) == list(FIGURES)
    gap = answer["why"]["gap_weeks"]
    assert gap["value"] == answer["gap_weeks"] == 5.79
    assert gap["status"] == "unverified"
    weeks = next(ground for ground in gap["grounds"] if ground["figure"] == "school_weeks")
    assert (weeks["value"], weeks["status"]) == ("23", "verified") and "722" in weeks["source"]
    last = next(entry for entry in gap["entries"] if entry["first_day"] == "2026-02-03")
    assert (last["hours"], last["factor"], last["counted_hours"]) == (129.5, 2, 259.0)
    assert (last["table"], last["state"], last["said_by"]) == ("schooling", "attended", "certificate")


def test_one_figure_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(json.loads(asked(amal(), "gap_weeks", True, capsys))["why"]) == ["gap_weeks"]
    text = asked(amal(), "gap_weeks", False, capsys)
    assert "Bagud i uger (gap_weeks): 5,79" in text
    assert "(769,4 ventede − 555,0 deltagne tællende timer) ÷ 37 = 5,79 uger." in text
    assert "(ikke bekræftet)" in text
    assert "129,50 timer × 2 = 259,00" in text and "bevis" in text


def test_as_text_every_figure_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    text = asked(rahel(), EVERY_FIGURE, False, capsys)
    assert all(f"({name}):" in text for name in FIGURES)
    assert "30-04-2023 + 322 dage" in text and "04-04-2022 – 19-02-2023" in text and "322 dage" in text
    assert "Kan nås (reachable): nej" in text and "(needed_hours_per_week): ukendt" in text


def test_a_figure_nobody_knows_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"Intet tal hedder gab.* gap_weeks"):
        derivations.answer(amal(), build(amal(), TODAY), "gab", False)


def test_numbers_are_written_in_the_reader_s_language() -> None:
    sentence = Sentence("{n} : {m}", n=in_hours(630), m=3)
    assert (str(sentence), told(sentence)) == ("10,5 : 3", "10,5 : 3")
    i18n.use("en")
    try:
        assert told(sentence) == "10.5 : 3"
    finally:
        i18n.use("da")


def test_without_a_course_there_is_nothing_to_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(asked(case(), EVERY_FIGURE, True, capsys))["why"] == {}
    assert asked(case(), EVERY_FIGURE, False, capsys) == ""


def test_the_words_of_the_command_line() -> None:
    assert parse(["case", "Amal"]).why is None
    assert parse(["case", "Amal", "--why"]).why == EVERY_FIGURE
    assert parse(["case", "Amal", "--why", "gap_weeks", "--json"]).why == "gap_weeks"
    assert parse(["case", "Amal", "--json", "--why"]).why == EVERY_FIGURE
