"""Offers what is still readable in damaged data, learner by learner, to be taken along onto the backup."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.store.rescue.readable import Readable
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

MOST_LINES = 8


class RescueOffer(QWidget):
    """A box, on until somebody takes it off, above the lines of what was found; hidden where nothing was."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox(_("Tag det med, der stadig kan læses og er nyere end kopien"))
        self._found = Label("", "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addWidget(self._found)
        self.hide()
        measured(self, self._measure)

    @property
    def wanted(self) -> bool:
        """Whether it shall be taken along."""
        return not self.isHidden() and self.box.isChecked()

    def show_found(self, readable: Readable | None) -> None:
        """Say what was found; nothing, and there is nothing to choose."""
        lines = readable.in_words() if readable else []
        more = len(lines) - MOST_LINES
        if more > 0:
            lines = [*lines[:MOST_LINES], ngettext("og {n} til", "og {n} til", more).format(n=more)]
        self._found.setText("\n".join(lines))
        self.box.setChecked(bool(lines))
        self.setVisible(bool(lines))

    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4))
