"""Undo: old values recorded again, later edits and notes spared, one step after the other."""

import dataclasses
from datetime import date

from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import Learner
from mentorapp.store import notes, queries
from mentorapp.store.database import Store
from mentorapp.store.names import names

ANNA = bytes([1]) * 16
DAY = date(2026, 11, 22)


def learner(name: str) -> Learner:
    return Learner(ANNA, "-", name)


def rename(store: Store, before: str, after: str) -> None:
    store.record(update(learner(before), learner(after)), f"{before} til {after}")


def name(store: Store) -> str | None:
    return next((name for _id, name in names(store)), None)


def note_texts(store: Store) -> list[str]:
    case = queries.case_file(store, ANNA, queries.organisation(store, ()))
    return [note.text for note in case.notes] if case else []


def test_undo_goes_back_step_by_step_and_says_what_it_undid(store: Store) -> None:
    store.record(creation(learner("A")), "Ny elev")
    rename(store, "A", "B")
    rename(store, "B", "C")
    undone = []
    while (action := store.undo()) is not None:
        undone.append((action.label, name(store)))
    assert undone == [("B til C", "B"), ("A til B", "A"), ("Ny elev", None)]


def test_undo_goes_back_over_a_fact_that_was_written_later_on(store: Store) -> None:
    store.record(creation(learner("A")), "Ny elev")
    for phone in ("1", "2"):
        before = dataclasses.replace(learner("A"), phone=None if phone == "1" else "1")
        store.record(update(before, dataclasses.replace(before, phone=phone)), f"Telefon {phone}")
    undone: list[str] = []
    while (action := store.undo()) is not None and len(undone) < 5:
        undone.append(action.label)
    assert undone == ["Telefon 2", "Telefon 1", "Ny elev"] and name(store) is None


def test_undo_is_an_edit_that_wins_over_what_it_undoes(store: Store) -> None:
    store.record(creation(learner("A")), "Ny elev")
    rename(store, "A", "B")
    before = store.reader().execute("SELECT ts FROM cell WHERE fld = 'name'").fetchone()[0]
    store.undo()
    assert store.reader().execute("SELECT val, ts > ? FROM cell WHERE fld = 'name'", (before,)).fetchone() == ('"A"', 1)


def test_undo_of_an_older_action_spares_what_was_edited_since(store: Store) -> None:
    first = store.record(creation(learner("A")), "Ny elev")
    changed = dataclasses.replace(learner("B"), phone="1")
    second = store.record(update(learner("A"), changed), "Navn og telefon")
    store.record(update(changed, dataclasses.replace(changed, phone="2")), "Telefon")
    store.undo(second)
    case = queries.case_file(store, ANNA, queries.organisation(store, ()))
    assert case is not None and (case.learner.name, case.learner.phone) == ("A", "2")
    store.undo(first)
    assert name(store) == "A", "the learner has a later edit and stays"


def test_undo_of_an_import_spares_notes_written_since(store: Store) -> None:
    enrolment = Enrolment(ANNA, "e", "igu", date(2025, 2, 1))
    action = store.record([*creation(learner("A")), *creation(enrolment)], "Liste", "import")
    notes.add(store, ANNA, "Første note", DAY)
    store.undo(action)
    assert name(store) == "A"
    assert note_texts(store) == ["Første note"]


def test_undo_of_an_import_takes_everything_else_away(store: Store) -> None:
    enrolment = Enrolment(ANNA, "e", "igu", date(2025, 2, 1))
    store.record([*creation(learner("A")), *creation(enrolment)], "Liste", "import")
    store.undo()
    assert queries.case_files(store, queries.organisation(store, ())) == []


def test_undo_brings_an_older_version_of_a_note_back(store: Store) -> None:
    from mentorapp.domain.note import leaves

    store.record(creation(learner("A")), "Ny elev")
    first = notes.add(store, ANNA, "Første", DAY)
    notes.add(store, ANNA, "Anden", DAY, replaces=first)
    case = queries.case_file(store, ANNA, queries.organisation(store, ()))
    assert case is not None and [note.text for note in leaves(case.notes)] == ["Anden"]
    store.undo()
    assert note_texts(store) == ["Første"]


def test_what_an_undone_import_made_can_be_imported_again(store: Store) -> None:
    store.record(creation(learner("A")), "Liste", "import")
    store.undo()
    store.record(creation(learner("A")), "Liste", "import")
    assert name(store) == "A"


def test_a_note_made_confidential_leaves_no_version_the_team_can_read(store: Store) -> None:
    store.record(creation(learner("A")), "Ny elev")
    first = notes.add(store, ANNA, "Første", DAY)
    second = notes.add(store, ANNA, "Anden", DAY, replaces=first)
    notes.add(store, ANNA, "Anden", DAY, replaces=second, visibility="confidential", before=[first, second])
    case = queries.case_file(store, ANNA, queries.organisation(store, ()))
    assert case is not None and [(note.text, note.visibility) for note in case.notes] == [("Anden", "confidential")]
    store.undo()
    assert sorted(note_texts(store)) == ["Anden", "Første"]
