"""The card a dialog is: over its window, which is dimmed, or a window of its own where there is none yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from mentorapp.ui.dialogs.frame.shade import Shade, paint_shadow
from mentorapp.ui.theme import current, tokens

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
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)

    def _shadow(self) -> int:
        """Pixels around the card that belong to its shadow."""
        return tokens()["shadow"]["blur"] if self._over is not None else 0

    def _fit(self) -> None:
        theme, shadow = current(), 2 * self._shadow()
        room = self._over.size() if self._over is not None else self.screen().availableGeometry().size()
        most = room - QSize(2 * ROOM_AROUND, 2 * ROOM_AROUND)
        width = min(theme.px(self._wished[0]), most.width())
        self.setFixedWidth(width + shadow)
        asked = theme.px(self._wished[1]) if self._wished[1] else self._asked(width + shadow) - shadow
        self.setFixedHeight(min(asked, most.height()) + shadow)

    def _asked(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _centre(self) -> None:
        if self._over is not None:
            self.move(self._over.mapToGlobal(self._over.rect().center()) - self.rect().center())

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        self._centre()
        if self._over is not None and self._shade is None:
            self._shade = Shade(self._over)
        super().showEvent(event)

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
        theme, shadow = current(), self._shadow()
        painter = QPainter(self)
        if self._over is None:
            painter.fillRect(self.rect(), theme.colour("surface_raised"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(shadow, shadow, -shadow, -shadow)
        paint_shadow(painter, card, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface_raised"))
        painter.drawRoundedRect(card, theme.radius("dialog"), theme.radius("dialog"))
