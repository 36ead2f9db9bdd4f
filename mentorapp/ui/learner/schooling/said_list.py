"""Sentences of a plan, one a line, each with the sign of how it weighs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.planning_sentences import Said
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

SIGNS = {
    "ok": ("circle-check", "ok"),
    "info": ("info", "text_muted"),
    "soon": ("triangle-alert", "warning"),
    "act": ("octagon-alert", "danger"),
}
"""Icon and its tone by the weight of a sentence: colour never stands alone."""


class SaidLine(QWidget):
    """One sentence beside its sign."""

    def __init__(self, said: Said, first: bool) -> None:
        super().__init__()
        icon, tone = SIGNS[said.level]
        self._icon = Icon(icon, tone, "icon_small")
        self._words = Label(said.text, "strong" if first else "body", wrap=True)
        self._sign = QVBoxLayout()
        self._sign.addWidget(self._icon)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        measured(self, self._measure)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("grid"))
        # In the middle of the first line of words.
        self._sign.setContentsMargins(0, max(0, (theme.line_height("body") - theme.size("icon_small")) // 2), 0, 0)


class SaidList(QWidget):
    """The first sentence is the answer and stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[Said, ...] | None = None
        self._lines = QVBoxLayout(self)
        measured(self, self._measure)

    def show_said(self, said: Sequence[Said]) -> None:
        """Say these, in their order."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        empty(self._lines)
        for place, one in enumerate(said):
            self._lines.addWidget(SaidLine(one, first=not place))

    def texts(self) -> list[str]:
        """The sentences shown."""
        return [one.text for one in self._said or ()]

    def _measure(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(current().px(5))
