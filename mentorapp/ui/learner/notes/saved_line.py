"""The line that says where the words are: as a draft, as a note, or not saved and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

ICONS = {"ok": "check", "info": "history", "danger": "triangle-alert", "warning": "triangle-alert"}


class SavedLine(QWidget):
    """An icon and a few words."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("check", "ok", "icon_small")
        self._words = Label("", "caption", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self.say("", "")
        measured(self, self._measure)

    def say(self, tone: str, text: str) -> None:
        """`ok` saved, `info` good to know, `warning`, `danger` not saved; an empty tone has no icon."""
        self._icon.setVisible(tone in ICONS)
        if tone in ICONS:
            self._icon.set_icon(ICONS[tone], tone)
        self._words.set_tone(tone if tone in ("danger", "warning") else "muted")
        self._words.setText(text)
        self.setAccessibleName(text)

    def _measure(self) -> None:
        theme = current()
        large = theme.scale >= STACKS_FROM
        self._row.setSpacing(theme.px(6))
        self._words.setWordWrap(large)
        side = Qt.AlignmentFlag.AlignRight if large else Qt.AlignmentFlag.AlignLeft
        self._words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._words.setMinimumWidth(theme.px(200) if large else 0)

    def text(self) -> str:
        """What it says."""
        return self._words.text()
