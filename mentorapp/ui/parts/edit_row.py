"""A row of something that was written down, in words, with Ret and Slet for those who may."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.theme import current


class EditRow(QWidget):
    """A strong line and muted ones below it. `edit` and `delete` are its buttons; `spoken` names the row in theirs."""

    def __init__(self, title: str, below: Sequence[str], spoken: str, may_write: bool) -> None:
        super().__init__()
        self.words = [title, *filter(None, below)]
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, "strong", wrap=True))
        for line in self.words[1:]:
            column.addWidget(Label(line, "small", "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret {row}").format(row=spoken))
        self.delete.setAccessibleName(_("Slet {row}").format(row=spoken))
        self._row = QHBoxLayout(self)
        self._row.addLayout(column, 1)
        for button in (self.edit, self.delete):
            if not may_write:
                button.hide()
            self._row.addWidget(button)
        measured(self, self._measure)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))


class EditRows(QWidget):
    """Rows under each other with a hairline between them; where there are none, a sentence says so."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        measured(self, self._measure)

    def show_rows(self, rows: Sequence[EditRow], none: str = "") -> None:
        """Show these rows instead of those before."""
        empty(self._column)
        for place, row in enumerate(rows):
            if place:
                self._column.addWidget(Hairline())
            self._column.addWidget(row)
        if not rows and none:
            self._column.addWidget(Label(none, tone="muted", wrap=True))

    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("grid"))
