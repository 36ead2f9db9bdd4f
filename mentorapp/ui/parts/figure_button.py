"""Figures that say where they come from: text that looks like text, and a place over a painted figure."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.fitted import fitted
from mentorapp.ui.theme import current

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_NO_END = 16_777_215


class FigureArea(QAbstractButton):
    """Lies over a figure that its parent paints; under the mouse the figure is underlined. `wanted(figure)`."""

    wanted = Signal(str)

    def __init__(self, figure: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("Vis beregningen"))
        self.setAccessibleDescription(_("Vis beregningen"))
        self.clicked.connect(lambda: self.wanted.emit(self.figure))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            theme = current()
            line = theme.line("edge")
            QPainter(self).fillRect(0, self.height() - line, self.width(), line, theme.colour("accent"))


class FigureButton(FigureArea):
    """A sentence with a figure in it, of a type role and tone; it takes as many lines as its width asks."""

    def __init__(self, text: str = "", figure: str = "", role: str = "body", tone: str = "text") -> None:
        super().__init__(figure)
        self._role, self._tone = role, tone
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit = fitted(self, self.heightForWidth)

    def say(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self._fit()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        theme = current()
        words = QFontMetrics(theme.font(self._role))
        lines = words.boundingRect(QRect(0, 0, max(1, width), _NO_END), _WRAPPED, self.text()).height()
        return max(1, round(lines / words.lineSpacing())) * theme.line_height(self._role)

    def sizeHint(self) -> QSize:
        theme = current()
        words = QFontMetrics(theme.font(self._role)).horizontalAdvance(self.text())
        return QSize(words + 2, theme.line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), current().px(96)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        font = QFont(theme.font(self._role))
        # as text buttons do: it stands flush with its surroundings, so it has no ground to light up
        font.setUnderline(self.underMouse())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.colour("text") if self._tone == "text" else theme.ink(self._tone))
        if self.height() <= theme.line_height(self._role):
            # on one line with what stands beside it
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
            return
        leading = (theme.line_height(self._role) - painter.fontMetrics().lineSpacing()) // 2
        painter.drawText(self.rect().translated(QPoint(0, max(0, leading))), _WRAPPED, self.text())
