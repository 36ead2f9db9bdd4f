"""The form that puts an alert off: its days, what it asks for, and what it saves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.alerts.alert import Alert
from mentorapp.domain.alert_mark import AlertMark
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.put_off_dialog import PutOffDialog
from tests import builders
from tests.builders import day
from tests.ui.learner.keeping import keep


@pytest.fixture
def amal(desk: Desk) -> bytes:
    return keep(desk.session, builders.amal(), "Amal Idris Hamid")


@pytest.fixture
def alert(amal: bytes) -> Alert:
    return Alert(amal, "R10", "act", None, "5,8 skoleuger bagud.", "Aftal.", "Egen grænse")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def marks(desk: Desk, learner: bytes) -> tuple[AlertMark, ...]:
    case = desk.session.case_file(learner)
    assert case is not None
    return case.alert_marks


def test_a_week_and_a_reason_are_saved(desk: Desk, window: QWidget, alert: Alert) -> None:
    dialog = PutOffDialog(window, desk, alert)
    assert dialog.primary.text() == "Udsæt til 29-11-2026"
    dialog.reason.line.setText("Aftalt på mødet")
    dialog.submit()
    (mark,) = marks(desk, alert.learner)
    assert (mark.rule, mark.until, mark.reason) == ("R10", day("29-11-2026"), "Aftalt på mødet")
    assert (mark.severity, mark.marked_by) == ("act", "Karin Holst")
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Udsat påmindelse"


def test_the_spans_write_the_day_and_another_day_is_typed(desk: Desk, window: QWidget, alert: Alert) -> None:
    dialog = PutOffDialog(window, desk, alert)
    dialog.span.chosen.emit("month")
    assert dialog.until.line.text() == "22-12-2026"
    dialog.until.line.clear()
    dialog.until.line.textEdited.emit("")
    assert dialog.span.current() == "other" and dialog.primary.text() == "Udsæt"
    dialog.until.line.setText("1/12")
    dialog.reason.line.setText("Aftalt")
    dialog.until.line.setText("01-12-2026")
    dialog.submit()
    assert marks(desk, alert.learner)[0].until == day("01-12-2026")


def test_it_asks_for_a_reason_and_a_day_that_comes(desk: Desk, window: QWidget, alert: Alert) -> None:
    dialog = PutOffDialog(window, desk, alert)
    dialog.submit()
    assert dialog.reason.error() == "Skal udfyldes."
    dialog.reason.line.setText("Aftalt")
    dialog.until.line.setText("21-11-2026")
    dialog.submit()
    assert "Dagen er gået" in dialog.message() and marks(desk, alert.learner) == ()


def test_a_legal_alert_has_no_month(desk: Desk, window: QWidget, alert: Alert) -> None:
    legal = PutOffDialog(window, desk, replace(alert, id="R14"))
    assert list(legal._days) == ["week", "fortnight"]
    legal.reason.line.setText("Aftalt")
    legal.until.line.setText("07-12-2026")
    legal.submit()
    assert "højst udsættes i 14 dage, til 06-12-2026" in legal.message()


def test_escape_leaves_everything_as_it_was(desk: Desk, window: QWidget, alert: Alert, qtbot: QtBot) -> None:
    dialog = PutOffDialog(window, desk, alert)
    dialog.open()
    assert dialog.reason.line.hasFocus() or dialog.focusWidget() is dialog.reason.line
    dialog.reason.line.setText("Aftalt")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and marks(desk, alert.learner) == ()
