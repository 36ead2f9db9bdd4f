"""Lines of text: broken where they must, cut where they may, drawn with a font that has the letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.reports import _fonts
from mentorapp.reports._text import Line, Style, fitted, lines, width

BODY, STRONG = Style("body"), Style("strong")
WORDS = "Amal er tryg ved morgenplejen og siger selv til, når huden er rød."


def said(broken: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in broken]


def test_breaks_between_words_and_loses_none() -> None:
    broken = lines([(WORDS, BODY)], 120)
    assert len(broken) > 2
    assert " ".join(said(broken)) == WORDS
    for line in broken:
        assert line[-1].x + width(line[-1].text, BODY) <= 120


def test_a_word_wider_than_the_line_is_cut_in_two() -> None:
    broken = said(lines([("x" * 200, BODY)], 100))
    assert "".join(broken) == "x" * 200


def test_runs_go_on_in_the_same_line() -> None:
    first, *_rest = lines([("Kan nås: ja.", STRONG), (" Planen giver 26,0 af 23 uger.", BODY)], 400)
    assert [run.style for run in first] == [STRONG, BODY]
    assert first[1].x == pytest.approx(width("Kan nås: ja.", STRONG))


def test_too_many_lines_end_with_dots() -> None:
    broken = lines([(WORDS, BODY)], 120, most=2)
    assert len(broken) == 2
    assert said(broken)[-1].endswith("…")


def test_paragraphs_are_kept_and_empty_edges_dropped() -> None:
    assert said(lines([("\n\nA\r\n\r\nB\n", BODY)], 100)) == ["A", "", "B"]


def test_fitted() -> None:
    assert fitted("Kort  navn", BODY, 400) == "Kort navn"
    cut = fitted(WORDS, BODY, 90)
    assert cut.endswith("…")
    assert width(cut, BODY) <= 90


def test_letters_no_font_has_are_seen_to_be_missing() -> None:
    assert _fonts.clean("中") == "\N{REPLACEMENT CHARACTER}"
    assert _fonts.clean("a\u200bb\u202ec\x07") == "abc"


def test_fallback_fonts() -> None:
    names = [name for name, _part in _fonts.pieces(_fonts.clean("Selam ሰላም سلام Оксана"), _fonts.main())]
    assert names == ["IBM Plex Sans 400", "Noto Sans Ethiopic", "Noto Naskh Arabic", "IBM Plex Sans 400"]


@given(st.text(max_size=300), st.integers(20, 400))
def test_any_text_is_broken(text: str, room: int) -> None:
    letters = "".join(said(lines([(text, BODY)], room)))
    cleaned = _fonts.clean(text)
    assert "".join(letters.split()) == "".join(cleaned.split())
