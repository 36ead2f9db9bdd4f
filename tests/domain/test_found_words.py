"""Words are found however they are written, and Danish letters stay letters."""

import pytest

from mentorapp.domain.found_words import folded, rank


@pytest.mark.parametrize(
    ("written", "read"),
    [("Åse", "åse"), ("A\u030ase", "åse"), ("JOSÉ Müller", "jose muller"), ("Søren Ærø", "søren ærø"), ("ß", "ss")],
)
def test_accents_go_and_danish_letters_stay(written: str, read: str) -> None:
    assert folded(written) == read


def test_words_that_begin_words_rank_before_those_that_stand_inside() -> None:
    assert rank(["am", "ham"], "Amal Idris Hamid") == 0
    assert rank(["mal"], "Amal Idris Hamid") == 1
    assert rank(["amal", "x"], "Amal Idris Hamid") is None
    assert rank(["a"], "Åse") is None
