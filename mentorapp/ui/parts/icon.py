"""A Lucide icon as a widget, in a tone of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.ui import icons
from mentorapp.ui.theme import current


class Icon(QWidget):
    """An icon that says nothing by itself: words stand beside it. Size is `icon`, `icon_small`, `icon_message`."""

    def __init__(self, name: str, tone: str = "text_muted", size: str = "icon") -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = current().size(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        icons.paint(QPainter(self), 0, 0, theme.size(self._size), self._name, theme.ink(self._tone))
