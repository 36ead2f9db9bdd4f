"""The shade over a window while a dialog is open, and the soft shadow the dialog throws on it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorapp.ui.theme import Theme, current, tokens


class Shade(QWidget):
    """Dims the whole of a window and follows its size; the shadow lies around `card`, wherever it is moved."""

    def __init__(self, window: QWidget, card: QWidget) -> None:
        super().__init__(window)
        self._window, self._card = window, card
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        values = tokens()["dim"]
        colour = QColor(values["colour"])
        colour.setAlphaF(values[current().name])
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self._card.rect()).translated(self.mapFromGlobal(self._card.mapToGlobal(QPoint(0, 0))))
        paint_shadow(painter, place, current())


def paint_shadow(painter: QPainter, card: QRectF, theme: Theme) -> None:
    """A soft shadow around `card`: rings that grow fainter outwards, for a real blur would slow every keystroke."""
    values = tokens()["shadow"]
    blur, colour = values["blur"], QColor(theme.colour("shadow"))
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(blur, 0, -1):
        # each ring lies on the wider ones, so the steps add up to a falling curve
        colour.setAlphaF(values["alpha"] * 2 * (1 - ring / blur) / blur + 0.001)
        painter.setBrush(colour)
        corner = theme.radius("dialog") + ring
        painter.drawRoundedRect(card.adjusted(-ring, -ring, ring, ring), corner, corner)
