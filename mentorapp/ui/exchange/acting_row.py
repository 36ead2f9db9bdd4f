"""A row of a panel: words at the left, and what can be done about them at the right, or below at large text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import Chip, State
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

STACKS_FROM = 1.5


class ActingRow(QWidget):
    """A strong line, muted lines, chips, and buttons. `below`: the buttons stand under the words at any text size."""

    def __init__(
        self,
        title: str,
        lines: Sequence[str] = (),
        chips: Sequence[State] = (),
        buttons: Sequence[Button] = (),
        below: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.buttons = list(buttons)
        self._below = below
        self.setAccessibleName(" · ".join([title, *lines, *(chip.text for chip in chips)]))
        self._words = QVBoxLayout()
        self._words.addWidget(Label(title, "strong", wrap=True))
        for line in filter(None, lines):
            self._words.addWidget(Label(line, "small", "muted", wrap=True))
        if chips:
            self._chips = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            for chip in chips:
                self._chips.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignLeft)
            self._chips.addStretch(1)
            self._words.addLayout(self._chips)
        self._buttons = QHBoxLayout()
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._buttons)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        stacked = theme.scale >= STACKS_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked or self._below else across)
        self._row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        self._row.setSpacing(theme.space("grid"))
        self._words.setSpacing(theme.px(2))
        self._buttons.setSpacing(theme.space("grid"))
        if hasattr(self, "_chips"):
            self._chips.setDirection(down if stacked else across)
            self._chips.setSpacing(theme.px(6))
