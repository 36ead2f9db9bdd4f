"""The card a dialog is: over its window, which is dimmed, or a window of its own where there is none yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QWidget

from mentorapp.ui.dialogs.frame.shade import Shade
from mentorapp.ui.theme import current

ROOM_AROUND = 24
"""Pixels of the window that stay in sight around a card."""


class Card(QDialog):
    """A modal window of a fixed size, as large as wished but never larger than the window below or the screen."""

    def __init__(self, parent: QWidget | None, width: int, height: int = 0) -> None:
        """`width` and `height` are pixels at 100 %; height 0 asks the content."""
        super().__init__(parent.window() if parent else None)
        self._wished = (width, height)
        self._over = parent.window() if parent else None
        self._shade: Shade | None = None
        if self._over is not None:
            self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._corners: list[tuple[QRect, QPixmap]] = []
        """What of the window below is seen beside the round corners: a translucent window is black without a

        compositor, as on a plain X server or over a remote desktop. The shadow is painted by the shade."""
        self.setModal(True)

    def _fit(self) -> None:
        theme = current()
        room = self._over.size() if self._over is not None else self.screen().availableGeometry().size()
        most = room - QSize(2 * ROOM_AROUND, 2 * ROOM_AROUND)
        width = min(theme.px(self._wished[0]), most.width())
        self.setFixedWidth(width)
        asked = theme.px(self._wished[1]) if self._wished[1] else self._asked(width)
        self.setFixedHeight(min(asked, most.height()))

    def _asked(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _centre(self) -> None:
        if self._over is not None:
            self.move(self._over.mapToGlobal(self._over.rect().center()) - self.rect().center())
        elif self.isVisible():
            # a window that grows does so downwards, and its buttons would leave the screen
            room, here = self.screen().availableGeometry(), self.frameGeometry()
            over = here.bottom() - room.bottom()
            if over > 0:
                self.move(here.left(), max(room.top(), here.top() - over))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        self._centre()
        if self._over is not None and self._shade is None:
            self._shade = Shade(self._over, self)
        self._take_corners()
        super().showEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._take_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_corners()

    def _take_corners(self) -> None:
        """Look at the window below, shadow and all, where the corners are."""
        if self._over is None or self._shade is None:
            return
        self._shade.update()
        side = current().radius("dialog")
        right, below = self.width() - side, self.height() - side
        self._corners = []
        for x, y in ((0, 0), (right, 0), (0, below), (right, below)):
            place = QRect(x, y, side, side)
            seen = QRect(self._over.mapFromGlobal(self.mapToGlobal(place.topLeft())), place.size())
            if self._over.rect().contains(seen):
                self._corners.append((place, self._over.grab(seen)))
        self.update()

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            before = self.size()
            self._fit()
            if self.size() != before:
                self._centre()
        return taken

    def done(self, result: int) -> None:
        self._lighten()
        super().done(result)
        if self._over is not None:
            self.deleteLater()  # once whoever waits in `exec` has read what was chosen

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self._lighten()

    def _lighten(self) -> None:
        if self._shade is not None:
            self._shade.hide()
            self._shade.deleteLater()
            self._shade = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # without a title bar, the card is moved by any place on it that is not a control
        handle = self.windowHandle()
        if self._over is not None and event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface_raised"))
        if not self._corners:
            return
        for place, seen in self._corners:
            painter.drawPixmap(place, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface_raised"))
        painter.drawRoundedRect(self.rect(), theme.radius("dialog"), theme.radius("dialog"))
