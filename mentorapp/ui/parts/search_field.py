"""The search field of a page's head, with its key said inside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from mentorapp.ui import icons
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class SearchField(QLineEdit):
    """A line to search with; `key_hint` is shown while it is empty, not bound."""

    def __init__(self, hint: str, key_hint: str = "", width: int = 264) -> None:
        super().__init__()
        self._key_hint, self._width = key_hint, width
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        left = theme.px(9) + theme.size("icon")
        key = QFontMetrics(theme.font("caption")).horizontalAdvance(self._key_hint)
        self.setTextMargins(left, 0, key + theme.px(8) if self._key_hint else 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(current().px(self._width), current().size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current()
        painter = QPainter(self)
        side, muted = theme.size("icon"), theme.colour("text_muted")
        icons.paint(painter, theme.px(11), (self.height() - side) // 2, side, "search", muted)
        if self._key_hint and not self.text():
            painter.setFont(theme.font("caption"))
            painter.setPen(muted)
            area = self.rect().adjusted(0, 0, -theme.px(11), 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key_hint)
