"""Notes: no written word is lost, versions are kept, and the keyboard is enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.note import leaves
from mentorapp.store import notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.learner.notes import note_draft
from tests.conftest import TODAY, Clock

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]
CONTROL = Qt.KeyboardModifier.ControlModifier


def write(page: LearnerPage, qtbot: QtBot, text: str) -> None:
    """Type, and pause long enough for the draft to be kept."""
    editor = page.notes.editor
    qtbot.keyClicks(editor.words, text)
    qtbot.waitUntil(lambda: editor.saved.text().startswith("Kladde gemt kl. "))


def test_a_draft_survives_a_kill(show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot) -> None:
    killed = show(amal, "notes")
    killed.notes.editor.kind.set_current("talk")
    killed.notes.editor.visibility.set_key("confidential")
    write(killed, qtbot, "Vi talte om ferien")
    # the first page is never flushed, as when the power went
    again = show(amal, "notes").notes.editor
    assert again.words.toPlainText() == "Vi talte om ferien"
    assert (again.kind.current(), again.visibility.key()) == ("talk", "confidential")
    assert again.saved.text().startswith("Hentet kladde fra ")
    assert case(amal).notes == ()


def test_a_fetched_draft_is_said_on_another_tab_and_stays_a_draft(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    write(show(amal, "notes"), qtbot, "Ikke færdig")
    page = show(amal)
    assert any(sentence.startswith("Der ligger en kladde under Noter fra ") for sentence in said)
    page.tabs.setCurrentIndex(KEYS.index("notes"))
    assert page.notes.editor.words.toPlainText() == "Ikke færdig"
    page.tabs.setCurrentIndex(0)
    page.flush()
    assert case(amal).notes == ()
    assert note_draft.load(desk.session.store, amal)


def test_a_draft_kept_after_its_note_was_made_is_not_shown_twice(show: Show, desk: Desk, amal: bytes) -> None:
    note_draft.save(desk.session.store, amal, note_draft.NoteDraft("Gemt, men ikke glemt"))
    notes.add(desk.session.store, amal, "Gemt, men ikke glemt", TODAY)
    assert show(amal, "notes").notes.editor.words.toPlainText() == ""


def test_leaving_the_tab_makes_a_version_and_going_back_goes_on_with_it(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "notes")
    qtbot.keyClicks(page.notes.editor.words, "En")
    page.tabs.setCurrentIndex(0)
    assert [note.text for note in case(amal).notes] == ["En"]
    assert note_draft.load(desk.session.store, amal) is None
    page.tabs.setCurrentIndex(KEYS.index("notes"))
    qtbot.keyClicks(page.notes.editor.words, " og to")
    page.tabs.setCurrentIndex(0)
    assert [note.text for note in leaves(case(amal).notes)] == ["En og to"]
    assert len(case(amal).notes) == 2
    page.tabs.setCurrentIndex(KEYS.index("notes"))
    page.tabs.setCurrentIndex(0)
    assert len(case(amal).notes) == 2


@pytest.mark.parametrize("leave", ["learner", "page", "close"])
def test_leaving_the_learner_or_the_page_makes_a_version(
    leave: str, show: Show, amal: bytes, maryam: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "notes")
    qtbot.keyClicks(page.notes.editor.words, "Skrevet")
    if leave == "learner":
        page.show_learner(maryam, "notes")
        assert page.notes.editor.words.toPlainText() == ""
    elif leave == "page":
        page.hide()
    else:
        page.flush()
    assert [note.text for note in case(amal).notes] == ["Skrevet"]
    assert case(maryam).notes == ()


def test_a_long_silence_makes_a_version(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    assert page.notes.editor._silence.interval() == 60_000
    page.notes.editor._silence.setInterval(10)
    qtbot.keyClicks(page.notes.editor.words, "Stille nu")
    qtbot.waitUntil(lambda: len(case(amal).notes) == 1)
    assert page.notes.editor.words.toPlainText() == "Stille nu"
    assert page.notes.editor.saved.text().startswith("Gemt som note kl. ")


def test_a_note_by_keyboard_alone(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal)
    qtbot.keyClick(page.course.weeks.strip, Qt.Key.Key_N, CONTROL)
    editor = page.notes.editor
    qtbot.keyClicks(editor.words, "Hun bankede selv på.")
    qtbot.keyClick(editor.words, Qt.Key.Key_Return, CONTROL)
    (note,) = case(amal).notes
    assert (note.text, note.kind, note.visibility) == ("Hun bankede selv på.", "week", "team")
    assert (note.written_on, note.written_by) == (TODAY, "Karin Holst")
    assert editor.words.toPlainText() == "" and editor.words.hasFocus()


def test_ctrl_z_takes_back_a_saved_note_and_before_that_the_letters(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "notes")
    QShortcut(QKeySequence("Ctrl+Z"), page).activated.connect(desk.session.store.undo)
    words = page.notes.editor.words
    qtbot.keyClicks(words, "Skrevet")
    qtbot.keyClick(words, Qt.Key.Key_Z, CONTROL)
    assert words.toPlainText() == ""
    qtbot.keyClicks(words, "Skrevet")
    page.notes.editor.save()
    assert len(case(amal).notes) == 1
    qtbot.keyClick(words, Qt.Key.Key_Z, CONTROL)
    assert case(amal).notes == ()
    # the words are not lost: they stand in the field again, as a draft until somebody works on them
    assert words.toPlainText() == "Skrevet"
    page.tabs.setCurrentIndex(0)
    assert case(amal).notes == () and note_draft.load(desk.session.store, amal) is not None


def test_an_undone_correction_is_still_one_of_its_note(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    notes.add(desk.session.store, amal, "Første", TODAY)
    page = show(amal, "notes")
    page.notes.list.cards()[0].correct.click()
    qtbot.keyClicks(page.notes.editor.words, " og anden")
    page.notes.editor.save()
    desk.session.store.undo()
    assert [note.text for note in leaves(case(amal).notes)] == ["Første"]
    page.notes.editor.save()
    assert [note.text for note in leaves(case(amal).notes)] == ["Første og anden"]


def test_tab_leads_out_of_the_text(show: Show, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    qtbot.keyClick(page.notes.editor.words, Qt.Key.Key_Tab)
    assert page.notes.editor._save.hasFocus()


def test_an_empty_note_is_refused_in_place(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    page.notes.editor.save()
    assert page.notes.editor.error().startswith("Noten er tom.")
    qtbot.keyClicks(page.notes.editor.words, "x")
    assert page.notes.editor.error() == ""
    assert case(amal).notes == ()


def test_too_long_a_text_is_refused_and_kept(show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]) -> None:
    page = show(amal, "notes")
    long = "æ" * 40_000
    page.notes.editor.words.setPlainText(long)
    assert page.notes.editor.save() is False
    assert "for lang" in page.notes.editor.error()
    assert page.notes.editor.words.toPlainText() == long
    draft = note_draft.load(desk.session.store, amal)
    assert draft and draft.text == long
    page.notes.editor.words.appendPlainText("y")
    page.tabs.setCurrentIndex(0)
    assert any("for lang" in sentence for sentence in said)
    assert case(amal).notes == ()


def test_correcting_keeps_the_first_version_and_history_shows_both(
    show: Show, desk: Desk, amal: bytes, case: Case, clock: Clock, qtbot: QtBot
) -> None:
    notes.add(desk.session.store, amal, "Har lært ordet vende.", TODAY)
    clock.now += 86_400_000
    page = show(amal, "notes")
    (card,) = page.notes.list.cards()
    assert card.history.isHidden()
    card.correct.click()
    editor = page.notes.editor
    editor.words.setPlainText("Har lært ordene vende og puder.")
    editor.save()
    (card,) = page.notes.list.cards()
    assert card.text.text() == "Har lært ordene vende og puder."
    assert card.history.text() == "Rettet 23-11-2026 · se første udgave"
    card.history.click()
    told = [label.text() for label in card._history.findChildren(type(card.text))]
    assert "Har lært ordet vende." in told and "Har lært ordene vende og puder." in told
    assert sum("Karin Holst" in text for text in told) == 2
    assert card._history.isVisibleTo(card)
    assert len(case(amal).notes) == 2


def test_two_corrections_written_apart_are_both_shown(show: Show, desk: Desk, amal: bytes) -> None:
    store = desk.session.store
    first = notes.add(store, amal, "Udgangspunkt", TODAY)
    notes.add(store, amal, "Her", TODAY, replaces=first)
    notes.add(store, amal, "Der", TODAY, replaces=first)
    cards = show(amal, "notes").notes.list.cards()
    assert {card.text.text() for card in cards} == {"Her", "Der"}
    assert all(card._twin.isVisibleTo(card) for card in cards)


def test_a_deleted_note_goes_with_all_its_versions_and_comes_back(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]
) -> None:
    first = notes.add(desk.session.store, amal, "Første", TODAY)
    notes.add(desk.session.store, amal, "Anden", TODAY, replaces=first)
    page = show(amal, "notes")
    page.notes.list.cards()[0].delete.click()
    assert page.notes.list.cards() == [] and case(amal).notes == ()
    assert "Ctrl+Z" in said[-1]
    desk.session.store.undo()
    assert [card.text.text() for card in page.notes.list.cards()] == ["Anden"]
    assert len(case(amal).notes) == 2


def test_a_note_made_confidential_leaves_no_version_to_the_team(
    show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    first = notes.add(desk.session.store, amal, "Første", TODAY)
    notes.add(desk.session.store, amal, "Anden", TODAY, replaces=first)
    page = show(amal, "notes")
    page.notes.list.cards()[0].correct.click()
    page.notes.editor.visibility.set_key("confidential")
    page.notes.editor.save()
    assert [(note.text, note.visibility) for note in case(amal).notes] == [("Anden", "confidential")]


def test_an_undone_note_is_a_draft_again_and_not_saved_by_leaving(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "notes")
    qtbot.keyClicks(page.notes.editor.words, "Fortrudt")
    page.flush()
    desk.session.store.undo()
    assert page.notes.editor.words.toPlainText() == "Fortrudt"
    page.tabs.setCurrentIndex(0)
    assert case(amal).notes == ()
    draft = note_draft.load(desk.session.store, amal)
    assert draft and draft.text == "Fortrudt"


def test_a_discarded_draft_comes_back_by_undo_in_the_field(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    write(page, qtbot, "Kasseret")
    page.notes.editor.discard()
    assert note_draft.load(desk.session.store, amal) is None
    assert page.notes.editor.words.toPlainText() == ""
    page.notes.editor.words.undo()
    assert page.notes.editor.words.toPlainText() == "Kasseret"
    page.notes.editor.keep_draft()
    assert note_draft.load(desk.session.store, amal) is not None


def test_a_confidential_note_is_folded_here_and_under_forloeb(show: Show, desk: Desk, amal: bytes) -> None:
    notes.add(desk.session.store, amal, "Det svære", TODAY, kind="other", visibility="confidential")
    page = show(amal, "notes")
    (card,) = page.notes.list.cards()
    assert not card.text.isVisibleTo(card) and card.open.isVisibleTo(card)
    page.notes.list.search.setText("svære")
    assert page.notes.list.cards() == []
    page.notes.list.clear_filters()
    (card,) = page.notes.list.cards()
    card.open.click()
    assert card.text.isVisibleTo(card) and card.text.text() == "Det svære"
    page.tabs.setCurrentIndex(0)
    told = [label.text() for label in page.course.notes.findChildren(type(card.text))]
    assert not any("svære" in text for text in told)


def test_notes_are_searched_and_filtered(show: Show, desk: Desk, amal: bytes) -> None:
    notes.add(desk.session.store, amal, "Om ferie", TODAY, kind="talk")
    notes.add(desk.session.store, amal, "Om puder", TODAY)
    listed = show(amal, "notes").notes.list
    assert {card.text.text() for card in listed.cards()} == {"Om ferie", "Om puder"}
    listed.kind.setCurrentIndex(listed.kind.findData("talk"))
    assert [card.text.text() for card in listed.cards()] == ["Om ferie"]
    listed.search.setText("puder")
    assert listed.cards() == [] and listed._clear.isVisible()
    listed._clear.click()
    assert len(listed.cards()) == 2


def test_a_number_in_a_note_is_warned_about(show: Show, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    qtbot.keyClicks(page.notes.editor.words, "ring 51 00 00 01 om 070791")
    assert page.notes.editor._hint.text() == "Skriv ikke CPR-nummer, diagnoser eller beboeres navne i noter."
    qtbot.keyClicks(page.notes.editor.words, "-1234")
    assert page.notes.editor._hint.text().startswith("Det ligner et CPR-nummer.")
