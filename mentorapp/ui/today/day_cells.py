"""Monday to Friday of one week as five cells, each with the letter of its day above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.i18n import weekday
from mentorapp.ui.parts.week_cell import paint_cell
from mentorapp.ui.theme import current, tokens

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.this_week import Cell


class DayCells(QWidget):
    """The same cells as in the strip, one a day; the words beside them say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show Monday to Friday."""
        self._cells = cells
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        wide, high = tokens()["strip"]["day_cell"]
        return QSize(5 * theme.px(wide) + 4 * theme.px(2), theme.line_height("caption") + theme.px(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        wide, high = (theme.px(side) for side in tokens()["strip"]["day_cell"])
        top = theme.line_height("caption")
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        for place, cell in enumerate(self._cells):
            area = QRect(place * (wide + theme.px(2)), top, wide, high)
            painter.setPen(theme.colour("text_muted"))
            letter = weekday(place + 1)[:1]
            painter.drawText(QRect(area.left(), 0, wide, top), Qt.AlignmentFlag.AlignCenter, letter)
            if cell is None:
                painter.fillRect(area, theme.colour("surface_sunken"))
            else:
                paint_cell(painter, area, *cell, theme)
