"""What a note reminds of, and the words that only look like it."""

from __future__ import annotations

import pytest

from mentorapp.domain.note_warnings import WordLists, find
from mentorapp.store import word_lists
from mentorapp.store.database import Store

LISTS = WordLists(
    ("demens", "dement", "KOL", "hiv", "gigt", "skizofren", "kræft", "alkoholiker"),
    ("personer med demens",),
    ("Solgården 7",),
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.words) for found in find(text, LISTS)]


@pytest.mark.parametrize("text", ["010190-1234", "Cpr 310112 1234", "711290-9999 i dag", "0101901234", "010190 – 1234"])
def test_a_registration_number_is_found(text: str) -> None:
    assert [kind for kind, _words in kinds(text)] == ["number"]


@pytest.mark.parametrize(
    "text", ["320190-1234", "011390-1234", "12345678901", "51 00 00 01", "2026-11-22", "601290-1234"]
)
def test_other_numbers_are_not(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("Hun har demens.", "demens"), ("to demente", "demente"), ("DEMENSEN tager til", "DEMENSEN"), ("KOL's", "KOL"),
     ("den skizofrene", "skizofrene"), ("alkoholikerens", "alkoholikerens"), ("Hiv.", "Hiv"), ("kræft", "kræft")],
)  # fmt: skip
def test_a_diagnosis_is_found_with_its_endings(text: str, words: str) -> None:
    assert kinds(text) == [("diagnosis", words)]


@pytest.mark.parametrize(
    "text",
    ["kold mad", "kol er ikke et ord", "Kolonien", "archiv", "arkiv", "giftig", "kræftigt suppe", "bekræfte",
     "demenskursus", "AMU: Personer med demens", "en dementi i avisen", "hivede i tæppet"],
)  # fmt: skip
def test_false_friends_are_not(text: str) -> None:
    assert kinds(text) == []


def test_beside_a_harmless_phrase_a_diagnosis_is_still_found() -> None:
    assert kinds("Efter Personer med demens: fru er dement") == [("diagnosis", "dement")]


@pytest.mark.parametrize(
    ("text", "words"),
    [("hos fru Jensen i dag", "fru Jensen"), ("Hr. Olsen sov", "Hr. Olsen"), ("beboer Hansen spiste", "beboer Hansen"),
     ("beboeren Åse Øst-Holm ringede", "beboeren Åse Øst-Holm"), ("frk Bo", "frk Bo")],
)  # fmt: skip
def test_what_looks_like_a_residents_name_is_found(text: str, words: str) -> None:
    assert kinds(text) == [("resident", words)]


@pytest.mark.parametrize(
    "text",
    ["Hun mødte en ny beboer. Amal bankede på.", "beboerne spiste", "frugt og grønt", "fru og hr.", "konen, fruen",
     "en beboer, Amal og jeg", "Hr formand"[:2]],
)  # fmt: skip
def test_what_only_looks_a_little_like_it_is_not(text: str) -> None:
    assert kinds(text) == []


def test_own_words_and_several_kinds_at_once_the_gravest_first() -> None:
    assert kinds("fru Holm på solgården 7, 010190-1234, hiv") == [
        ("number", "010190-1234"), ("diagnosis", "hiv"), ("resident", "fru Holm"), ("own", "solgården 7")
    ]  # fmt: skip


def test_a_long_text_is_read_quickly_enough_to_type_in() -> None:
    assert find("Hun gik tur med beboerne og lærte nye ord. " * 5_000, LISTS) == []


def test_the_shipped_lists_and_own_words(store: Store) -> None:
    word_lists.save_own(store, " Anna Berg \n\nStuen 4\n")
    lists = word_lists.load(store)
    assert "demens" in lists.diagnoses and lists.own == ("Anna Berg", "Stuen 4")
    assert find("AMU Personer med demens er bestået", lists) == []
    assert len(set(lists.diagnoses)) == len(lists.diagnoses)
