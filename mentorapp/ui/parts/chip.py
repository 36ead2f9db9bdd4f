"""Chips: a state in a word with its icon. A state is not clickable and never a filter."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.ui import icons
from mentorapp.ui.theme import Theme, current

ICONS = {"ok": "circle-check", "info": "info", "warning": "triangle-alert", "danger": "octagon-alert"}
"""The icon of each tone: colour never stands alone. A neutral chip has words only."""


class State(NamedTuple):
    """What a chip says: words, and a tone from `ICONS` or `neutral`."""

    text: str
    tone: str


def _text_left(state: State, theme: Theme) -> int:
    return theme.px(7) + theme.size("icon_small") + theme.px(4) if state.tone in ICONS else theme.px(8)


def chip_size(state: State, theme: Theme) -> QSize:
    """Room for a chip in a row."""
    words = QFontMetrics(theme.font("label")).horizontalAdvance(state.text)
    return QSize(_text_left(state, theme) + words + theme.px(9), theme.size("chip"))


def paint_chip(painter: QPainter, room: QRect, state: State, theme: Theme) -> None:
    """Paint a chip at the left of `room`, centred in height; words that do not fit end in an ellipsis."""
    size = chip_size(state, theme)
    width = min(size.width(), room.width())
    chip = QRect(room.left(), room.top() + (room.height() - size.height()) // 2, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.soft(state.tone))
    painter.drawRoundedRect(chip, theme.radius("chip"), theme.radius("chip"))
    ink = theme.ink(state.tone)
    if state.tone in ICONS:
        side = theme.size("icon_small")
        icons.paint(painter, chip.left() + theme.px(7), chip.center().y() + 1 - side // 2, side, ICONS[state.tone], ink)
    painter.setPen(ink)
    painter.setFont(theme.font("label"))
    words = chip.adjusted(_text_left(state, theme), 0, -theme.px(4), 0)
    fitting = painter.fontMetrics().elidedText(state.text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()


class Chip(QWidget):
    """A state chip as a widget, 22 high."""

    def __init__(self, text: str = "", tone: str = "neutral") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(State(text, tone))

    def set_state(self, state: State) -> None:
        """Say something else; without text the chip takes no room."""
        self._state = state
        self.setAccessibleName(state.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._state, current()) if self._state.text else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state.text:
            paint_chip(QPainter(self), self.rect(), self._state, current())


class CountChip(QWidget):
    """How many of something there are, over an import or a preview, 30 high: "9 nye elever"."""

    def __init__(self, count: int, text: str, tone: str = "neutral") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._count, self._text, self._tone = str(count), text, tone
        self.setAccessibleName(f"{count} {text}")

    def _widths(self, theme: Theme) -> tuple[int, int]:
        count = QFontMetrics(theme.font("strong")).horizontalAdvance(self._count)
        return count, QFontMetrics(theme.font("small")).horizontalAdvance(self._text)

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(sum(self._widths(theme)) + theme.px(10 + 7 + 12), theme.size("count_chip"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        count, words = self._widths(theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft(self._tone))
        painter.drawRoundedRect(self.rect(), theme.radius("chip"), theme.radius("chip"))
        x = theme.px(10)
        self._write(painter, x, count, self._count, theme.font("strong"), theme.ink(self._tone))
        x += count + theme.px(7)
        self._write(painter, x, words, self._text, theme.font("small"), theme.colour("text"))

    def _write(self, painter: QPainter, x: int, width: int, text: str, font: QFont, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(QRect(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
