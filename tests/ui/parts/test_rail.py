"""The rail: walked by keys, and its counts said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.ui.parts.rail import Rail
from mentorapp.ui.parts.rail_item import Place, RailItem


def test_the_rail_is_walked_with_arrow_keys_and_says_its_counts(app: QApplication, qtbot) -> None:
    rail = Rail([Place("today", "I dag", "sun"), Place("learners", "Elever", "users")])
    qtbot.addWidget(rail)
    rail.set_count("today", 4, "danger")
    spoken = {child.accessibleName() for child in rail.findChildren(QWidget)}
    assert {"I dag, 4 venter", "Elever", "Lås programmet"} <= spoken
    rail.show()
    rail.activateWindow()
    first, second = rail.findChildren(RailItem)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(rail.chosen) as went:
        qtbot.keyClick(first, Qt.Key.Key_Down)
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert went.args == ["learners"]
