"""Seven boxes, one a weekday."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorapp.i18n import weekday
from mentorapp.ui.learner.fields.field_grid import FieldGrid


class WeekdayBoxes(QWidget):
    """The days of a weekly pattern, Monday = 1."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[int, QCheckBox] = {}
        grid = FieldGrid(narrowest=60, most_columns=7)
        for number in range(1, 8):
            box = QCheckBox(weekday(number)[:3])
            box.setAccessibleName(weekday(number))
            box.setToolTip(weekday(number))
            box.toggled.connect(lambda _checked: self.changed.emit())
            self.boxes[number] = box
            grid.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def days(self) -> tuple[int, ...]:
        """The days taken."""
        return tuple(number for number, box in self.boxes.items() if box.isChecked())

    def set_days(self, days: Iterable[int]) -> None:
        """Take these days."""
        days = set(days)
        for number, box in self.boxes.items():
            box.setChecked(number in days)
