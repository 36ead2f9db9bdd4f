"""A step of the first start: it asks one thing and says whether the answer will do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class Step(QWidget):
    """One step. `changed` when its words may read differently."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        measured(self, self._measure)

    def title(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """The same in a few words more."""
        raise NotImplementedError

    def safe(self) -> str:
        """What cannot go wrong here."""
        raise NotImplementedError

    def onward(self) -> str:
        """What the primary button does."""
        return _("Fortsæt")

    def icon(self) -> str:
        """The icon of the primary button."""
        return "arrow-right"

    def first(self) -> QWidget:
        """The control that gets the keyboard."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether the answer will do; what is wrong is said at its field, which gets the keyboard."""
        return True

    def _measure(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().px(16))
