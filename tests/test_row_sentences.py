"""Every noun and field has words, and rows are called what people call them."""

from __future__ import annotations

import pytest

from mentorapp import i18n, row_sentences
from mentorapp.domain.change import Value
from mentorapp.store.tables import NOUNS, Noun

INSIDE = {"enrolment"}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.table)
def test_every_field_of_every_noun_has_a_word(noun: Noun) -> None:
    unnamed = [name for name in (*noun.fields, "deleted") if row_sentences.field(noun.table, name) == name]
    assert set(unnamed) <= INSIDE
    assert row_sentences.row(noun.table, "row", {}, {}) != noun.table


WEEK = {"week": "2026-W46", "enrolment": "e1", "confirmed_by": "Anna"}
SICK = {"day": "2026-11-12", "kind": "practice", "status": "sick", "minutes": 444}
COURSE = {"type": "amu", "title": "Forflytning", "weekdays": [1, 3]}
NOTE = {"text": "Mødte  til\ntiden", "kind": "week", "written_on": "2026-11-13"}
UNTIL = {"first_day": "2026-01-01", "last_day": "2026-11-20"}


@pytest.mark.parametrize(
    ("table", "row", "values", "name", "whole"),
    [
        ("week_mark", "e1/2026-W46", WEEK, "Uge 46, 2026", "bekræftet som planlagt"),
        ("attendance", "x", SICK, "Fremmøde 12-11-2026", "praktik · syg · timer 7,4"),
        ("schooling", "s", COURSE, "AMU: Forflytning", "dage mandag, onsdag"),
        ("note", "n", NOTE, "Ugenotat 13-11-2026", "„Mødte til tiden“"),
        ("month_claim", "e1/2026-11", {}, "Månedsansøgning november 2026", "oprettet"),
        ("access", "anna", UNTIL, "Følges af Anna Vang", "fra 01-01-2026 · til 20-11-2026"),
        ("hobby", "h", {"name": "Skak"}, "hobby", "Skak"),
    ],
)
def test_rows_in_words(table: str, row: str, values: dict[str, Value], name: str, whole: str) -> None:
    names = {"anna": "Anna Vang"}
    assert row_sentences.row(table, row, values, names) == name
    assert row_sentences.whole(table, values, names) == whole


def test_values_follow_the_language_and_no_registration_number_is_shown() -> None:
    assert row_sentences.value("enrolment", "school_minutes_a_week", 444, {}) == "7,4"
    assert row_sentences.value("learner_private", "registration_number", "680791-0001", {}) == "680791-••••"
    assert row_sentences.value("placement", "first_day", None, {}) == ""
    assert row_sentences.value("placement", "paid", False, {}) == "nej"
    i18n.use("en")
    assert row_sentences.value("enrolment", "school_minutes_a_week", 444, {}) == "7.4"
