"""A choice of one among a few ways, each said in a few words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.ui.focus_ring import OWN_RING
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class Way(NamedTuple):
    """A key, the words of the choice, and what it means."""

    key: str
    text: str
    meaning: str


class _Card(QWidget):
    """One way: a radio button over its meaning, in a frame that shows which is taken; all of it can be pressed."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.radio = QRadioButton(way.text)
        self.radio.setAccessibleDescription(way.meaning)
        self.radio.toggled.connect(self.update)
        self.radio.setProperty(OWN_RING, True)  # the ring goes round the whole card
        self.radio.installEventFilter(self)
        self._meaning = Label(way.meaning, "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.radio)
        self._column.addWidget(self._meaning)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        measured(self, self._measure)

    def say(self, meaning: str) -> None:
        """Change what the way means."""
        self._meaning.setText(meaning)
        self.radio.setAccessibleDescription(meaning)

    def _measure(self) -> None:
        theme = current()
        side = theme.px(14)
        self._column.setContentsMargins(side, theme.px(8), side, theme.px(11))
        self._column.setSpacing(0)
        self._meaning.setContentsMargins(theme.px(24), 0, 0, 0)
        self.radio.setFont(theme.font("strong"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, taken = current(), self.radio.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if taken else "line_strong"), theme.line("edge")))
        painter.setBrush(theme.colour("accent_soft" if taken else "surface_raised"))
        half = theme.line("edge") / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, theme.radius("control"), theme.radius("control"))
        if self.radio.hasFocus():
            inside = theme.px(3) + theme.line("focus") / 2
            painter.setPen(QPen(theme.colour("focus"), theme.line("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inside, inside, -inside, -inside),
                theme.radius("control"),
                theme.radius("control"),
            )


class WayChoice(QWidget):
    """Ways under one another, the first one taken; `chosen(key)` when the user takes another one."""

    chosen = Signal(str)

    def __init__(self, name: str, ways: Sequence[Way]) -> None:
        """`name` is what is being chosen, for reading aloud."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cards = {way.key: _Card(way) for way in ways}
        self._column = QVBoxLayout(self)
        for key, card in self._cards.items():
            self._group.addButton(card.radio)
            card.radio.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._column.addWidget(card)
        next(iter(self._cards.values())).radio.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        measured(self, self._measure)

    def key(self) -> str:
        """Key of the way taken."""
        return next(key for key, card in self._cards.items() if card.radio.isChecked())

    def take(self, key: str) -> None:
        """Take a way as the user would."""
        self._cards[key].radio.setChecked(True)
        self.chosen.emit(key)

    def offer(self, key: str, offered: bool, meaning: str = "") -> None:
        """Offer a way or not; where it was taken, the first one offered is taken instead."""
        card = self._cards[key]
        card.setVisible(offered)
        if meaning:
            card.say(meaning)
        if not offered and card.radio.isChecked():
            self.take(next(key for key, other in self._cards.items() if other.isVisibleTo(self)))

    def radio(self, key: str) -> QRadioButton:
        """The button of a way."""
        return self._cards[key].radio

    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("grid"))
