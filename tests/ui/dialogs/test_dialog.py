"""The frame: what is safe and what went wrong is said, the window is dimmed, and nothing is cut off."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from shiboken6 import delete

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui import style
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.frame.running import SHOWN_AFTER_MS
from mentorapp.ui.dialogs.frame.shade import Shade
from mentorapp.ui.parts.label import Label

LONG = "Noten forsvinder fra listen, men bliver i historikken. " * 12


@pytest.fixture
def window(qtbot, qapp: QApplication) -> Iterator[QMainWindow]:
    style.apply(qapp, "light")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    style.apply(qapp, "light")


def test_the_window_is_dimmed_while_a_dialog_is_open(window: QMainWindow, qtbot) -> None:
    before = window.grab().toImage().pixelColor(5, 5)
    dialog = Dialog(window, "Slet note")
    dialog.open()
    shade = window.findChild(Shade)
    assert shade is not None and shade.geometry() == window.rect()
    assert window.grab().toImage().pixelColor(5, 5).lightness() < before.lightness() - 50
    window.resize(1200, 700)
    assert shade.geometry() == window.rect()
    dialog.reject()
    assert window.grab().toImage().pixelColor(5, 5) == before


def test_escape_cancels_and_enter_does_what_the_primary_button_says(window: QMainWindow, qtbot) -> None:
    done = []

    class Ask(Dialog):
        def submit(self) -> None:
            done.append(self)
            super().submit()

    dialog = Ask(window, "Ny elev")
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.open()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done and dialog.result() == Dialog.DialogCode.Accepted
    cancelled = Ask(window, "Ny elev")
    cancelled.open()
    cancelled.activateWindow()
    cancelled.cancel.setFocus()
    qtbot.keyClick(cancelled.cancel, Qt.Key.Key_Return)
    assert len(done) == 1 and cancelled.result() == Dialog.DialogCode.Rejected
    other = Ask(window, "Ny elev")
    other.open()
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert len(done) == 1 and other.result() == Dialog.DialogCode.Rejected


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_dialog_keeps_inside_its_window_and_its_foot_in_sight(
    window: QMainWindow, qtbot, qapp: QApplication, scale: float
) -> None:
    style.apply(qapp, "light", scale)
    dialog = Dialog(window, "Slet note", "Maryam Ahmadi")
    dialog.set_safe("Noten kan hentes igen med Ctrl+Z.")
    for _row in range(6):
        dialog.body.addWidget(Label(LONG, wrap=True))
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert dialog.height() <= window.height() - 48
    assert dialog.width() <= window.width() - 48
    assert dialog.rect().contains(dialog.primary.geometry())
    assert dialog.primary.width() >= dialog.primary.sizeHint().width()
    assert dialog._area.verticalScrollBar().maximum() > 0, "what does not fit can be reached"


def test_the_dialog_is_as_high_as_its_text(window: QMainWindow, qtbot) -> None:
    dialog = Dialog(window, "Slet note")
    label = Label(LONG, wrap=True)
    dialog.body.addWidget(label)
    with qtbot.waitExposed(dialog):
        dialog.open()
    before = dialog.height()
    assert dialog._area.verticalScrollBar().maximum() == 0
    assert label.height() >= label.heightForWidth(label.width())
    dialog.complain("Noten kunne ikke slettes. Den står her endnu. Prøv igen.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog._area.verticalScrollBar().maximum() == 0
    assert dialog.message() == "Noten kunne ikke slettes. Den står her endnu. Prøv igen."
    dialog.hush()
    qtbot.waitUntil(lambda: dialog.height() == before)
    assert dialog.message() == ""


def test_a_field_that_gets_the_keyboard_comes_into_sight(window: QMainWindow, qtbot) -> None:
    dialog = Dialog(window, "Ny elev", height=400)
    fields = [QLineEdit() for _row in range(20)]
    for field in fields:
        dialog.body.addWidget(field)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: fields[-1].visibleRegion().boundingRect() == fields[-1].rect())
    dialog.to_top()
    assert fields[0].visibleRegion().boundingRect() == fields[0].rect()


def test_a_disabled_primary_button_says_why(window: QMainWindow) -> None:
    dialog = Dialog(window, "Importér")
    dialog.set_primary("Importér", enabled=False, why_not="Der er intet nyt i listen.")
    assert dialog.primary.toolTip() == dialog.primary.accessibleDescription() == "Der er intet nyt i listen."
    dialog.set_primary("Importér 2 elever")
    assert dialog.primary.isEnabled() and not dialog.primary.toolTip()


def test_work_shows_its_words_only_when_it_takes_a_while(window: QMainWindow, qtbot) -> None:
    dialog = Dialog(window, "Importér")
    dialog.open()
    came: list[str] = []
    dialog.run("Læser listen …", lambda: "kort", came.append)
    assert not dialog.running.isVisible() and dialog.running.busy
    qtbot.waitUntil(lambda: came == ["kort"])
    assert not dialog.running.busy
    dialog.run("Læser listen …", lambda: time.sleep(3 * SHOWN_AFTER_MS / 1000), came.append)
    qtbot.waitUntil(dialog.running.isVisible)
    qtbot.waitUntil(lambda: len(came) == 2)
    assert not dialog.running.isVisible()


def test_a_known_fault_is_said_in_place_and_what_comes_too_late_is_dropped(window: QMainWindow, qtbot) -> None:
    dialog = Dialog(window, "Importér")
    dialog.open()

    def refuse() -> None:
        raise UserError(_("Filen er tom. Intet er ændret."))

    dialog.run("Læser …", refuse, lambda _result: None)
    qtbot.waitUntil(lambda: dialog.message() == "Filen er tom. Intet er ændret.")
    came: list[str] = []

    def slowly() -> str:
        time.sleep(0.1)
        return "gammel"

    dialog.run("Læser …", slowly, came.append)
    dialog.run("Læser …", lambda: "ny", came.append)
    qtbot.waitUntil(lambda: came == ["ny"])
    qtbot.wait(200)
    assert came == ["ny"]


def test_the_card_is_the_raised_ground_of_the_theme(window: QMainWindow, qtbot, qapp: QApplication) -> None:
    style.apply(qapp, "dark")
    dialog = Dialog(window, "Slet note")
    with qtbot.waitExposed(dialog):
        dialog.open()
    picture = dialog.grab().toImage()
    assert picture.pixelColor(40, 6) == QColor("#1D2425")


def test_beside_the_round_corners_the_window_below_is_seen(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    window = QWidget()
    window.setStyleSheet("background: #3366cc")
    window.resize(900, 700)
    window.show()
    dialog = Dialog(window, "Titel")
    dialog.open()
    corner = dialog.grab().toImage().pixelColor(0, 0)
    # dimmed and in the shadow, but never black and never the card's own ground: no compositor is needed for it
    assert corner.blue() > corner.red() > 0 and corner != QColor("#FFFFFF")
    assert dialog.grab().toImage().pixelColor(20, 4) == QColor("#FFFFFF")
    dialog.reject()
    delete(window)
