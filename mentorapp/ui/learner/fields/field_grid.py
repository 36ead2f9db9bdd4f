"""Fields side by side in as many columns as there is room for, so that larger text stacks them and cuts nothing."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class FieldGrid(QWidget):
    """Add fields in reading order; a wide one has a line of its own."""

    def __init__(self, narrowest: int = 200, most_columns: int = 2) -> None:
        """`narrowest` is what a column needs in pixels at 100 %."""
        super().__init__()
        self._narrowest, self._most = narrowest, most_columns
        self._fields: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        measured(self, self._measure)

    def add(self, field: QWidget, wide: bool = False) -> None:
        """Add a field after the others."""
        self._fields.append((field, wide))
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _measure(self) -> None:
        theme = current()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(10))
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() // max(1, current().px(self._narrowest))
        columns = max(1, min(self._most, room))
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for field, wide in self._fields:
            span = columns if wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, span)
            column += span
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
