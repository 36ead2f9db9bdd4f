"""Ctrl+F in a real window: typed, chosen with arrows, and led to the right row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp.domain.change import creation
from mentorapp.store import notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.keys_dialog import KeysDialog
from mentorapp.ui.find import answers as finding
from mentorapp.ui.find.find_dialog import FindDialog
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.main_window import MainWindow
from tests import builders
from tests.conftest import TODAY
from tests.ui.learner.keeping import keep

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def amal(desk: Desk) -> bytes:
    learner = keep(desk.session, builders.amal(), "Amal Idris Hamid")
    for number in range(40):
        notes.add(desk.session.store, learner, f"Uge {number}: alt vel.", date(2026, 1, 1 + number % 28))
    notes.add(desk.session.store, learner, "Hun bankede på hos en ny beboer på Årøvej.", date(2026, 2, 3))
    notes.add(desk.session.store, learner, "Fortalte om familien", TODAY, visibility="confidential")
    return learner


@pytest.fixture
def maryam(desk: Desk) -> bytes:
    return keep(desk.session, builders.maryam(), "Maryam Ahmadi")


@pytest.fixture
def window(desk: Desk, amal: bytes, maryam: bytes, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: desk.book.complete, timeout=10_000)
    yield window
    if isValid(window):
        window.close()
        QThreadPool.globalInstance().waitForDone(10_000)
        delete(window)


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Callable[[str], FindDialog]:
    """Press Ctrl+F and type."""

    def asked(written: str) -> FindDialog:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindDialog)
        qtbot.keyClicks(dialog.field, written)
        qtbot.waitUntil(lambda: dialog.answered == written)
        return dialog

    return asked


def top() -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def lines(dialog: FindDialog) -> list[str]:
    model = dialog.list.answers
    return [model.index(place).data() for place in range(model.rowCount())]


def test_a_note_is_found_scrolled_to_and_marked(
    window: MainWindow, ask: Callable[[str], FindDialog], amal: bytes, qtbot: QtBot
) -> None:
    dialog = ask("årø bank")
    assert lines(dialog) == [
        "Noter",
        "Amal Idris Hamid · 03-02-2026 · Ugenotat · Karin Holst, Hun bankede på hos en ny beboer på Årøvej.",
    ]
    answer = dialog.list.chosen()
    assert answer is not None and [piece for piece, marked in answer.detail if marked] == ["bankede", "Årøvej"]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    notes = KEYS.index("notes")
    qtbot.waitUntil(lambda: window.learner.learner == amal and window.learner.tabs.currentIndex() == notes)
    marked = [card for card in window.learner.notes.list.cards() if card._marked]
    assert [card.entry.note.text for card in marked] == ["Hun bankede på hos en ny beboer på Årøvej."]
    area = window.learner.notes.list.area

    def is_in_sight() -> bool:
        top = marked[0].mapTo(area.viewport(), marked[0].rect().topLeft()).y()
        return 0 <= top < area.viewport().height()

    qtbot.waitUntil(is_in_sight)
    assert marked[0].isAncestorOf(window.focusWidget())


def test_a_meeting_is_found_and_opened(
    window: MainWindow, ask: Callable[[str], FindDialog], desk: Desk, amal: bytes, qtbot: QtBot
) -> None:
    row = replace(builders.meeting("04-12-2026", agenda="Fast skoledag", id="soon"), learner=amal)
    other = replace(row, id="other", day=date(2026, 12, 1), agenda=None)
    desk.session.store.record(creation(row) + creation(other), "Møder")
    dialog = ask("fast trepart")
    assert lines(dialog) == ["Møder", "Trepartssamtale 04-12-2026, Amal Idris Hamid"]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    meetings = KEYS.index("meetings")
    qtbot.waitUntil(lambda: window.learner.learner == amal and window.learner.tabs.currentIndex() == meetings)
    tab = window.learner.meetings
    assert tab.facts.chosen == "soon" and window.focusWidget() is tab.list.rows["soon"].open


def test_learners_courses_and_workplaces_lead_to_their_own(
    window: MainWindow, ask: Callable[[str], FindDialog], amal: bytes, maryam: bytes, qtbot: QtBot
) -> None:
    dialog = ask("mary")
    assert lines(dialog)[0] == "Elever" and lines(dialog)[1].startswith("Maryam Ahmadi, ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.learner.learner == maryam)
    dialog = ask("demens")
    assert lines(dialog)[0] == "Kurser" and "Amal Idris Hamid · AMU · 08-09-2025 – 19-09-2025" in lines(dialog)[1]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.learner.learner == amal)
    chosen = window.learner.schooling.table.chosen()
    assert chosen is not None and chosen.title == "Personer med demens"
    dialog = ask("søglimt")
    assert lines(dialog)[-2:] == ["Steder", "Plejecenter Søglimt, Vis stedets 1 elev"]
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageDown)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.learners)
    assert [entry.name for entry in window.learners.entries()] == ["Maryam Ahmadi"]


def test_actions_are_found_by_other_words_and_about_the_learner_on_screen(
    window: MainWindow, ask: Callable[[str], FindDialog], amal: bytes, qtbot: QtBot
) -> None:
    dialog = ask("")
    assert lines(dialog)[0] == "Handlinger" and "Gå til Indstillinger" in " ".join(lines(dialog))
    assert "Udskriv" not in " ".join(lines(dialog))
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    window.open_learner(amal)
    assert lines(ask("papir")) == ["Handlinger", "Udskriv statusrapport, Ctrl+P"]
    top().close()
    dialog = ask("taster")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), KeysDialog))
    top().close()


def test_confidential_words_are_not_shown(window: MainWindow, ask: Callable[[str], FindDialog], qtbot: QtBot) -> None:
    dialog = ask("familien")
    (answer,) = [line for line in dialog.list.answers.lines if isinstance(line, finding.Answer)]
    assert answer.detail == (("Fortroligt. Åbn for at læse.", False),) and answer.icon == "lock"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.shown == "learner")
    (card,) = [card for card in window.learner.notes.list.cards() if card._marked]
    qtbot.waitUntil(lambda: window.focusWidget() is card.open)


def test_nothing_found_is_said_and_esc_closes(
    window: MainWindow, ask: Callable[[str], FindDialog], qtbot: QtBot
) -> None:
    dialog = ask("xyzzy")
    assert dialog.none.text() == "Intet passer til »xyzzy«. Prøv med færre ord." and dialog.none.isVisible()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_newest_question_wins(window: MainWindow, ask: Callable[[str], FindDialog], qtbot: QtBot) -> None:
    dialog = ask("")
    for written in ("a", "am", "ama", "amal"):
        dialog.field.setText(written)
    qtbot.waitUntil(lambda: dialog.answered == "amal")
    assert lines(dialog)[1].startswith("Amal")
    dialog.close()


def test_a_slash_goes_to_the_filter_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go("learners")
    window.learners.table.setFocus()
    qtbot.keyClick(window.learners.table, Qt.Key.Key_Slash)
    assert window.learners.search.hasFocus()
    qtbot.keyClicks(window.learners.search, "a/b")
    assert window.learners.search.text() == "a/b"
