"""Six words that can be said over the phone and typed by anybody."""

from __future__ import annotations

import math
import re

import pytest

from mentorapp.errors import UserError
from mentorapp.sync import six_words

ALIKE = (
    ("hj", "j"), ("hv", "v"), ("gj", "j"), ("nd", "n"), ("ld", "l"), ("rd", "r"), ("ck", "k"), ("ch", "k"),
    ("x", "ks"), ("z", "s"), ("w", "v"), ("c", "k"), ("y", "i"), ("aj", "ej"), ("eg", "ej"), ("ai", "ej"),
    ("ei", "ej"), ("ov", "o"), ("og", "o"), ("av", "a"), ("ag", "a"),
)  # fmt: skip
"""What Danish says alike, or nearly so."""


def sound(word: str) -> str:
    for written, said in ALIKE:
        word = word.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", word.translate(str.maketrans("dbg", "tpk")))


def slips(word: str) -> set[str]:
    """The word with any one letter gone: two words that share one are a slip of the finger apart."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def test_the_list_is_long_and_plain() -> None:
    words = six_words.words()
    assert list(words) == sorted(set(words))
    assert len(words) >= 1_296
    assert six_words.COUNT * math.log2(len(words)) >= 62
    assert [word for word in words if not re.fullmatch("[a-z]{3,9}", word)] == []


def test_no_two_words_are_mistaken_for_each_other() -> None:
    words = six_words.words()
    assert len({word[:4] for word in words}) == len(words)
    assert len({sound(word) for word in words}) == len(words)
    seen: dict[str, str] = {}
    for word in words:
        for slip in slips(word):
            assert seen.setdefault(slip, word) == word


def test_the_words_are_drawn_each_time() -> None:
    made = {six_words.make() for _time in range(50)}
    assert len(made) == 50
    for words in made:
        assert len(words.split(" ")) == six_words.COUNT
        assert six_words.cleaned(words) == words


def test_how_they_are_written_makes_no_difference() -> None:
    words = "banan cykel tulipan lampe skov zebra"
    for typed in (
        "Banan Cykel Tulipan Lampe Skov Zebra",
        "  banan-cykel-tulipan-lampe-skov-zebra ",
        "BANAN, cykel,\ttulipan.\nlampe\r\nskov; zebra!",
        "1. banan 2. cykel 3. tulipan 4. lampe 5. skov 6. zebra",
    ):
        assert six_words.cleaned(typed) == words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bannan", "banan"), ("cykkel", "cykel"), ("sebra", "zebra"), ("skåv", "skov"), ("lammpe", "lampe"), ("x", "")],
)
def test_a_wrong_word_is_named_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(UserError) as fault:
        six_words.cleaned(f"tulipan {typed} skov")
    assert f"»{typed}«" in str(fault.value)
    assert f"»{meant}" in str(fault.value)


def test_too_few_and_too_many_are_counted() -> None:
    for typed, found in (("", "0"), ("banan cykel", "2"), ("banan " * 7, "7")):
        with pytest.raises(UserError, match=f"6 ord, og her står {found}"):
            six_words.cleaned(typed)


def test_a_whole_page_in_place_of_a_word() -> None:
    with pytest.raises(UserError) as fault:
        six_words.cleaned("w" * 100_000)
    assert len(str(fault.value)) < 200
