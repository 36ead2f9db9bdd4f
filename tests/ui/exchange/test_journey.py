"""Two profiles: what a mentor writes is sent, dropped on the coordinator's window, looked at, imported, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from mentorapp.ui.dialogs.receiving.receive_dialog import ReceiveDialog
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.parts.message_strip import MessageStrip
from tests.ui.exchange.conftest import Open
from tests.ui.exchange.two_offices import AMAL, TwoOffices

PATIENCE = 10_000


def drop(window: MainWindow, path: Path) -> None:
    things = QMimeData()
    things.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, things, buttons, keys)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, things, buttons, keys))


def in_the_dialog(qtbot: QtBot, act: Callable[[ReceiveDialog], None]) -> None:
    """Act in the dialog that a drop is about to open."""

    def inside() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReceiveDialog)
        qtbot.waitUntil(lambda: dialog.arrival is not None, timeout=PATIENCE)
        act(dialog)

    QTimer.singleShot(0, inside)


def unsent(window: MainWindow, qtbot: QtBot) -> MessageStrip:
    window.go("today")
    page = window.stack.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.exchange.strips), timeout=PATIENCE)
    return page.exchange.strips[-1]


def test_from_a_mentors_note_to_the_coordinators_page_and_back(
    two: TwoOffices, window_on: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.both_write()
    anna = window_on(two.anna)
    strip = unsent(anna, qtbot)
    assert "ændringer er ikke sendt til Karin" in strip.accessibleName()
    letter = tmp_path / "Brev til Karin.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(letter), ""))
    strip.pressed.emit()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(letter.exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "er gemt" in anna.notice.text, timeout=PATIENCE)

    karin = window_on(two.karin)
    karin.activateWindow()
    in_the_dialog(qtbot, lambda dialog: qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton))
    drop(karin, letter)
    assert (
        "Filen fra Anna Vang er læst ind: 1 ny, 1 notat, 1 ændret af Anna, 1 skrevet af jer begge." in karin.notice.text
    )
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on is not None and case.steps[0].done_on.day == 19

    assert karin.notice._undo.isVisible()
    qtbot.mouseClick(karin.notice._undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Fortrudt: Fil fra Anna Vang" in karin.notice.text, timeout=PATIENCE)
    case = two.karin.case_file(AMAL)
    assert case is not None and case.steps[0].done_on is not None and case.steps[0].done_on.day == 17
    assert len(case.notes) == 1 and case.week_marks == (), "a note that was read stays, whatever is undone"

    in_the_dialog(qtbot, lambda dialog: dialog.reject())
    drop(karin, letter)
    karin.go("exchange")
    karin.go("learners")
    assert karin.stack.shown == "learners"
