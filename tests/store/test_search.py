"""Finding notes by their words: what holds is found, newest first, and the index follows every save."""

from __future__ import annotations

from datetime import date

import pytest

from mentorapp.domain.change import creation, removal
from mentorapp.domain.learner import Learner
from mentorapp.domain.note import Note
from mentorapp.domain.schooling import Schooling
from mentorapp.store import check, notes, queries, search
from mentorapp.store.database import Store
from tests.conftest import KEY, TODAY, Clock

AASE, BODIL = bytes([1]) * 16, bytes([2]) * 16


@pytest.fixture(autouse=True)
def learners(store: Store) -> None:
    store.record(creation(Learner(AASE, "-", "Åse Test")) + creation(Learner(BODIL, "-", "Bodil Test")), "Elever")


def write(store: Store, text: str, day: date = TODAY, learner: bytes = AASE, **more: object) -> Note:
    return notes.add(store, learner, text, day, **more)  # type: ignore[arg-type]


def texts(store: Store, written: str) -> list[str]:
    """What is found, put together again."""
    return ["".join(piece for piece, _marked in found.around) for found in search.notes(store, written)]


def test_a_note_is_found_by_the_beginnings_of_its_words(store: Store) -> None:
    write(store, "Hun bankede på og ventede.")
    (found,) = search.notes(store, "bank vent")
    assert (found.learner, found.name, found.kind, found.written_on) == (AASE, "Åse Test", "week", TODAY)
    assert (found.written_by, found.confidential) == ("Karin Holst", False)
    assert found.around == (("Hun ", False), ("bankede", True), (" på og ", False), ("ventede", True), (".", False))
    assert search.notes(store, "ankede") == [] and search.notes(store, "bank sover") == []


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("GÅ", True), ("går", True), ("ga", False), ("Ånd", True), ("and", False), ("ide", True), ("IDÉ", True),
     ("øvel", True), ("ovel", False), ("sår", True), ("a\u030and", True), ("muller", True)],
)  # fmt: skip
def test_danish_letters_are_letters_and_accents_are_not(store: Store, typed: str, is_found: bool) -> None:
    write(store, "Går tur med Müller. Åndenød, en god idé til øvelse, så ingen får SÅR.")
    assert bool(search.notes(store, typed)) == is_found


def test_the_words_are_shown_as_they_were_written(store: Store) -> None:
    write(store, "Åh, vi gik på Årøsund")
    assert texts(store, "årø") == ["Åh, vi gik på Årøsund"]


def test_the_newest_come_first_and_no_more_than_asked(store: Store, clock: Clock) -> None:
    for day in (3, 20, 11):
        write(store, f"den {day}.", date(2026, 11, day))
    clock.now += 60_000
    write(store, "den sene 11.", date(2026, 11, 11))
    assert texts(store, "den") == ["den 20.", "den sene 11.", "den 11.", "den 3."]
    assert [found.written_on.day for found in search.notes(store, "den", at_most=2)] == [20, 11]


def test_notes_of_one_moment_are_all_found(store: Store) -> None:
    for number in range(5):
        write(store, f"samme øjeblik {number}")
    assert len(texts(store, "øjeblik")) == 5


def test_only_the_version_that_holds_is_found(store: Store) -> None:
    first = write(store, "forkert ord")
    second = write(store, "rigtigt ord", replaces=first)
    assert texts(store, "forkert") == [] and texts(store, "ord") == ["rigtigt ord"]
    store.undo()
    assert texts(store, "ord") == ["forkert ord"]
    assert second.replaces == first.id


def test_two_leaves_are_both_found(store: Store) -> None:
    first = write(store, "fælles begyndelse")
    write(store, "begyndelse et", replaces=first)
    write(store, "begyndelse to", replaces=first)
    assert sorted(texts(store, "begyndelse")) == ["begyndelse et", "begyndelse to"]


def test_a_note_made_confidential_is_found_there_alone(store: Store) -> None:
    note = write(store, "om familien")
    case = queries.case_file(store, AASE, queries.organisation(store, ()))
    assert case is not None
    write(store, "om familien", visibility="confidential", replaces=note, before=case.notes)
    (found,) = search.notes(store, "familien")
    assert found.confidential


def test_what_is_deleted_is_not_found_until_it_is_back(store: Store) -> None:
    note = write(store, "kort liv")
    store.record(removal(note), "Slet notat", "note")
    assert texts(store, "kort") == []
    store.undo()
    assert texts(store, "kort") == ["kort liv"]


def test_the_notes_of_a_deleted_learner_are_not_found(store: Store) -> None:
    write(store, "hos Åse")
    write(store, "hos Bodil", learner=BODIL)
    store.record(removal(Learner(AASE, "-", "Åse Test")), "Slet elev")
    assert texts(store, "hos") == ["hos Bodil"]


@pytest.mark.parametrize(
    "typed", ["", "   ", '"', "-", "*", "(", "NEAR(", "a AND", '"" XOR', "\0", "tekst:x", "^x", "🙂"]
)
def test_nothing_typed_is_a_fault(store: Store, typed: str) -> None:
    write(store, "et ord")
    assert search.notes(store, typed) == []


def test_what_stands_with_signs_is_found(store: Store) -> None:
    write(store, "Kl. 8.30-12 på Hus-2, 50 % alene")
    assert texts(store, "8.30-12 hus-2 50") == ["Kl. 8.30-12 på Hus-2, 50 % alene"]


def test_the_index_is_verified_and_made_again(store: Store) -> None:
    write(store, "Første på dansk")
    write(store, "Anden", learner=BODIL, visibility="confidential")
    assert not any(finding.mended for finding in check.check(store))
    with store.writing() as connection:
        connection.execute("UPDATE note_words SET text = 'falsk'")
    assert [finding.subject for finding in check.check(store) if finding.mended] == ["note_words"]
    assert texts(store, "dansk") == ["Første på dansk"] and texts(store, "falsk") == []


def test_a_store_without_the_index_gets_it(store: Store) -> None:
    write(store, "fra før søgning")
    with store.writing() as connection:
        connection.execute("DROP TABLE note_words")
        connection.execute("DROP TABLE note_place")
        connection.execute("DELETE FROM projection WHERE tbl IN ('note_words', '*')")
    again = Store(store.folder, KEY, lambda: 1)
    assert texts(again, "søgning") == ["fra før søgning"]
    again.close()


def test_erased_words_leave_the_index(store: Store) -> None:
    """`secure-delete`: what is no longer found cannot be read out of the index's pages either."""
    note = write(store, "hemmeligord")
    store.record(removal(note), "Slet notat", "note")
    blocks = store.reader().execute("SELECT block FROM note_words_data").fetchall()
    assert not any(b"hemmelig" in bytes(block) for (block,) in blocks)
    assert store.reader().execute("SELECT count(*) FROM note_words_content").fetchone() == (0,)


def test_courses_are_found_by_title_provider_and_type_the_latest_first(store: Store) -> None:
    rows = [
        Schooling(AASE, "a", "e", "amu", "Demens", "SOSU Øst", first_day=date(2026, 1, 5), last_day=date(2026, 1, 9)),
        Schooling(AASE, "b", "e", "amu", "Mere om demens", "SOSU Øst", first_day=date(2026, 3, 2)),
        Schooling(BODIL, "c", "e", "danskuddannelse", None, "Sprogcentret", first_day=date(2026, 2, 2)),
    ]
    store.record([change for row in rows for change in creation(row)], "Kurser")
    assert [found.id for found in search.courses(store, "dem", 10)] == ["b", "a"]
    assert [found.id for found in search.courses(store, "dem", 1)] == ["b"]
    (found,) = search.courses(store, "SPROG", 10)
    assert (found.name, found.title, found.first_day, found.last_day) == ("Bodil Test", None, date(2026, 2, 2), None)
    # a learner's name alone is answered by the learner, not by every course; with a word of the course it helps
    assert search.courses(store, "Åse", 10) == []
    assert [found.id for found in search.courses(store, "øst Åse", 10)] == ["b", "a"]
