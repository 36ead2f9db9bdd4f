"""One ring a window, outside the control that has the keyboard."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from mentorapp.ui import style
from mentorapp.ui.focus_ring import FocusRing
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.segmented import Segmented


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    style.apply(qapp, "light", 1.0)
    return qapp


def a_window() -> tuple[QWidget, list[QWidget]]:
    """A window with one control above another."""
    window = QWidget()
    column = QVBoxLayout(window)
    controls: list[QWidget] = [Button("Gem"), QLineEdit(), Segmented([("a", "Ja")])]
    for control in controls:
        column.addWidget(control)
    window.show()
    return window, controls


def test_the_ring_follows_the_keyboard_outside_the_control(app: QApplication, qtbot) -> None:
    window, controls = a_window()
    qtbot.addWidget(window)
    window.activateWindow()
    for control in (controls[0], controls[1]):
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        ring = window.findChildren(FocusRing)[0]
        assert ring.isVisible()
        assert ring.geometry() == control.geometry().adjusted(-4, -4, 4, 4)
    window.resize(500, 400)
    assert ring.geometry() == control.geometry().adjusted(-4, -4, 4, 4)
    control.clearFocus()
    assert not ring.isVisible()


def test_the_ring_is_cut_where_a_scroll_area_cuts_its_control(app: QApplication, qtbot) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    fields = [QLineEdit() for _place in range(20)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    ring = area.findChildren(FocusRing)[0]
    assert ring.isVisible()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not ring.isVisible()
