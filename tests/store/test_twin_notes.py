"""Two texts of one note: put together or parted, each as one action that one undo takes back."""

from __future__ import annotations

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.domain.note import Note, leaves
from mentorapp.errors import Refused
from mentorapp.store import check, notes, queries, search, twin_notes
from mentorapp.store.database import Store
from tests.conftest import TODAY, Clock

AASE = bytes([1]) * 16


def held(store: Store) -> tuple[Note, ...]:
    case = queries.case_file(store, AASE, queries.organisation(store, ()))
    assert case is not None
    return case.notes


def shown(store: Store) -> list[str]:
    return sorted(note.text for note in leaves(held(store)))


@pytest.fixture
def twins(store: Store, clock: Clock) -> tuple[Note, Note]:
    """A note put right here once, and twice elsewhere."""
    store.record(creation(Learner(AASE, "-", "Åse")), "Ny elev")
    root = notes.add(store, AASE, "Første", TODAY)
    here = notes.add(store, AASE, "Første, rettet her", TODAY, replaces=root)
    clock.now += 1_000
    elsewhere = notes.add(store, AASE, "Første, rettet der", TODAY, replaces=root)
    store.set_local("name", "Gitte Ørsted-Hansen")
    there = notes.add(store, AASE, "Første, rettet der igen", TODAY, replaces=elsewhere)
    store.set_local("name", "Karin Holst")
    assert shown(store) == ["Første, rettet der igen", "Første, rettet her"]
    return here, there


def test_one_is_made_of_two_and_undo_brings_both_back(store: Store, twins: tuple[Note, Note]) -> None:
    merged = twin_notes.merge(store, *twins, " Samlet ", held(store))
    assert shown(store) == ["Samlet"] and merged.replaces == twins[0].id
    assert [found.id for found in search.notes(store, "samlet")] == [merged.id] and not search.notes(store, "igen")
    undone = store.undo()
    assert undone is not None and undone.label == "Saml to udgaver af et notat"
    assert shown(store) == ["Første, rettet der igen", "Første, rettet her"]
    assert not any(finding.mended for finding in check.check(store))


def test_both_are_kept_as_two_notes_of_their_own_authors(store: Store, twins: tuple[Note, Note]) -> None:
    apart = twin_notes.keep_both(store, *twins, held(store))
    assert shown(store) == ["Første, rettet der igen", "Første, rettet her"]
    assert (apart.replaces, apart.written_by, apart.written_at) == (None, "Gitte Ørsted-Hansen", twins[1].written_at)
    store.undo()
    assert {note.id for note in leaves(held(store))} == {note.id for note in twins}


def test_an_empty_text_is_refused_and_nothing_is_changed(store: Store, twins: tuple[Note, Note]) -> None:
    with pytest.raises(Refused, match="tom"):
        twin_notes.merge(store, *twins, "  ", held(store))
    assert len(leaves(held(store))) == 2
