"""One grant of mentor support, or the hours of one day, in words with two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class SupportRow(QWidget):
    """A strong line, up to two muted ones below it, and Ret and Slet for those who may write."""

    def __init__(self, title: str, first: str, second: str, may_write: bool) -> None:
        super().__init__()
        self.words = [line for line in (title, first, second) if line]
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, "strong", wrap=True))
        for line in self.words[1:]:
            column.addWidget(Label(line, "small", "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret mentorstøtte, {what}").format(what=title))
        self.delete.setAccessibleName(_("Slet mentorstøtte, {what}").format(what=title))
        self._row = QHBoxLayout(self)
        self._row.addLayout(column, 1)
        for button in (self.edit, self.delete):
            self._row.addWidget(button)
            if not may_write:
                button.hide()
        measured(self, self._measure)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))
