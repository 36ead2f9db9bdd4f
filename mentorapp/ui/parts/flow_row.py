"""Parts beside each other that go on in the next line where there is no room, as words do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.ui.parts.fitted import fitted
from mentorapp.ui.theme import current


class FlowRow(QWidget):
    """Give it parts with `show_parts`; each is as wide as it asks, at most as wide as the row."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit = fitted(self, self.heightForWidth)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show other parts, in their order; the old ones go."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for before, part in zip([None, *self._parts], self._parts, strict=False):
            part.setParent(self)
            part.show()
            if before is not None:
                QWidget.setTabOrder(before, part)
        self.updateGeometry()
        self._fit()
        self._place()

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for area in self._areas(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = sum(part.sizeHint().width() for part in self._parts)
        return QSize(wide, max((part.sizeHint().height() for part in self._parts), default=0))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(96), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        for part, area in zip(self._parts, self._areas(self.width()), strict=True):
            part.setGeometry(area)

    def _areas(self, width: int) -> Iterator[QRect]:
        x = y = line = 0
        for part in self._parts:
            asked = part.sizeHint()
            wide = min(asked.width(), max(1, width))
            high = max(asked.height(), part.heightForWidth(wide))
            if x and x + wide > width:
                x, y, line = 0, y + line, 0
            yield QRect(x, y, wide, high)
            x, line = x + wide, max(line, high)
