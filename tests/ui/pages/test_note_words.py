"""One's own words to avoid in notes: saved when the field is left, and known to an editor that is open already."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mentorapp.store import word_lists
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.notes.note_editor import NoteEditor
from mentorapp.ui.pages.settings_page import SettingsPage


def test_words_are_saved_when_the_field_is_left(desk: Desk, qtbot: QtBot) -> None:
    word_lists.save_own(desk.session.store, "Stuen 4")
    said: list[str] = []
    desk.said.connect(said.append)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    words = page.note_words.field
    assert words.toPlainText() == "Stuen 4"
    words.setFocus()
    qtbot.waitUntil(words.hasFocus)
    page.theme.setFocus()
    assert said == []
    words.setFocus()
    qtbot.waitUntil(words.hasFocus)
    words.setPlainText("Stuen 4\n\n Villa Solbakken \n")
    page.closing_days.new.setFocus()
    qtbot.waitUntil(lambda: bool(said))
    assert word_lists.load(desk.session.store).own == ("Stuen 4", "Villa Solbakken")
    assert said == ["Ordene er gemt."] and desk.session.store.last_undoable() is None


def test_an_editor_made_before_reminds_of_them_when_it_is_shown(desk: Desk, qtbot: QtBot) -> None:
    editor = NoteEditor(desk)
    qtbot.addWidget(editor)
    word_lists.save_own(desk.session.store, "Stuen 4")
    editor.show()
    qtbot.keyClicks(editor.words, "i Stuen 4")
    assert editor.hinted() == "»Stuen 4« står på jeres egen liste over ord, der ikke hører til i noter."
