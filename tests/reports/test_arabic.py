"""Arabic letters: joined up and in the order they are drawn, as a full shaper and bidi library would have it."""

from __future__ import annotations

import pytest

from mentorapp.reports import _arabic, _fonts

# Made once with arabic-reshaper and python-bidi, in code points so that no editor turns them around.
KNOWN = {
    "أمل": "FEDE FEE3 FE83",
    "بلا": "FEFC FE91",
    "مریم ۳۷": "6F3 6F7 20 FEE2 FBFE FEAE FEE3",
    "Hun, سلام 12.": "48 75 6E 2C 20 31 32 20 FEE1 FEFC FEB3 2E",
}


@pytest.mark.parametrize("written", KNOWN)
def test_joined_and_ordered(written: str) -> None:
    drawn = _arabic.ordered(_arabic.join(written))
    assert " ".join(f"{ord(letter):X}" for letter in drawn) == KNOWN[written]


def test_numbers_keep_their_order() -> None:
    assert "37,5" in _arabic.ordered(_arabic.join("ساعت 37,5 است"))
    assert "۳۷" in _arabic.ordered(_arabic.join("ساعت ۳۷ است"))


def test_brackets_turn_around() -> None:
    assert _arabic.ordered("سلام (DU2)").startswith("(DU2)")


def test_other_scripts_are_left_alone() -> None:
    for text in ("Birthe Sørensen", "Оксана (DU2)", "ሰላም 12", ""):
        assert _arabic.join(text) == text
        assert _arabic.ordered(text) == text


def test_every_joined_letter_of_arabic_and_persian_can_be_drawn() -> None:
    letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی"
    for letter in letters:
        for text in (letter, "ب" + letter, letter + "ب", "ب" + letter + "ب", "ل" + letter):
            assert "\N{REPLACEMENT CHARACTER}" not in _fonts.clean(text)
