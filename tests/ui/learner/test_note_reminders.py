"""While a note is written: gentle reminders, ready sentences, and what cannot be saved kept as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.store import snippets as stored
from mentorapp.store import word_lists
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.notes import note_draft, snippets

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("typed", "reminder"),
    [
        ("ring 010190-1234", "Det ligner et CPR-nummer. Skriv det ikke i noter."),
        ("hun har demens", "»demens«: Diagnoser hører ikke til i noter. Skriv, hvad eleven øver eller har brug for."),
        ("hos fru Jensen", "»fru Jensen« ligner en beboers navn. Skriv »en beboer« i stedet."),
        ("i Stuen 4", "»Stuen 4« står på jeres egen liste over ord, der ikke hører til i noter."),
    ],
)
def test_a_reminder_stands_under_the_editor_and_hinders_nothing(
    typed: str, reminder: str, show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    word_lists.save_own(desk.session.store, "Stuen 4")
    editor = show(amal, "notes").notes.editor
    quiet = editor.hinted()
    qtbot.keyClicks(editor.words, typed)
    assert editor.hinted() == reminder and editor.error() == ""
    qtbot.keyClick(editor.words, Qt.Key.Key_Return, CONTROL)
    assert [note.text for note in case(amal).notes] == [typed]
    assert editor.hinted() == quiet == "Skriv ikke CPR-nummer, diagnoser eller beboeres navne i noter."


def test_a_ready_sentence_is_ordinary_text_that_one_undo_takes_away(
    show: Show, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    editor = show(amal, "notes").notes.editor
    qtbot.keyClicks(editor.words, "Først")
    actions = {action.text(): action for action in editor.snippet_menu().actions()}
    actions["Lært"].trigger()
    qtbot.keyClicks(editor.words, "tryksår")
    assert editor.words.toPlainText() == "Først\nLært i ugen: tryksår"
    actions["Hele ugenotatet"].trigger()
    whole = "Gjort i ugen: \nLært i ugen: \nNæste gang øver vi: \nNye ord: "
    assert editor.words.toPlainText() == f"Først\nLært i ugen: tryksår\n{whole}"
    qtbot.keyClick(editor.words, Qt.Key.Key_Z, CONTROL)
    assert editor.words.toPlainText() == "Først\nLært i ugen: tryksår"
    editor.save()
    assert case(amal).notes[0].text == "Først\nLært i ugen: tryksår"


def test_the_whole_weekly_note_begins_in_its_first_line(show: Show, amal: bytes, qtbot: QtBot) -> None:
    editor = show(amal, "notes").notes.editor
    {action.text(): action for action in editor.snippet_menu().actions()}["Hele ugenotatet"].trigger()
    qtbot.keyClicks(editor.words, "bad")
    assert editor.words.toPlainText().splitlines()[:2] == ["Gjort i ugen: bad", "Lært i ugen: "]


def test_own_sentences_are_kept_and_offered(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    actions = page.notes.editor.snippet_menu().actions()
    actions[-1].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, snippets.SnippetsDialog)
    dialog.field.setPlainText("Talte med R&D\n\n  Spiste med \nTalte med R&D")
    dialog.submit()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert stored.load(desk.session.store) == ("Talte med R&D", "Spiste med")
    offered = {action.text(): action for action in page.notes.editor.snippet_menu().actions()}
    offered["Talte med R&&D"].trigger()
    assert page.notes.editor.words.toPlainText() == "Talte med R&D"


def test_a_text_too_long_to_save_stays_and_is_said_beside_the_field(
    show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    editor = show(amal, "notes").notes.editor
    pasted = "Et ord til. " * 17_000
    assert len(pasted.encode()) > 200_000
    editor.words.insertPlainText(pasted)
    assert not editor.save()
    assert editor.error().startswith("Teksten er for lang at gemme i ét stykke.")
    assert editor.words.toPlainText() == pasted and case(amal).notes == ()
    draft = note_draft.load(desk.session.store, amal)
    assert draft is not None and draft.text == pasted
    # the first half is a note of its own, and is saved as one
    editor.words.setPlainText(pasted[:50_000])
    assert editor.save() and len(case(amal).notes) == 1 and editor.error() == ""


def test_an_empty_note_is_said_beside_the_field(show: Show, amal: bytes, case: Case) -> None:
    editor = show(amal, "notes").notes.editor
    editor.words.setPlainText(" \n ")
    assert not editor.save()
    assert editor.error() == "Noten er tom. Skriv et par ord, før den gemmes." and case(amal).notes == ()


def test_a_store_gone_read_only_while_typing_keeps_the_words_and_half_saves_nothing(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    editor = show(amal, "notes").notes.editor
    writer = desk.session.store._writer
    writer.execute("PRAGMA query_only = ON")
    try:
        qtbot.keyClicks(editor.words, "Mappen blev låst")
        qtbot.waitUntil(lambda: any("skrivebeskyttet" in sentence for sentence in said))
        assert not editor.save()
        assert "skrivebeskyttet" in editor.error() and editor.words.toPlainText() == "Mappen blev låst"
        assert editor.saved.text() == "Ikke gemt som note"
    finally:
        writer.execute("PRAGMA query_only = OFF")
    assert case(amal).notes == ()
    assert desk.session.store.reader().execute("SELECT count(*) FROM note_place").fetchone() == (0,)
    assert editor.save()
    assert [note.text for note in case(amal).notes] == ["Mappen blev låst"]
