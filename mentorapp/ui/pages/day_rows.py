"""Rows of the organisation's own days, each with its two buttons; those long past are folded away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.learner.empty_layout import empty
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.theme import current

FOLDED_AFTER = timedelta(days=365)
"""How long a past day is of use: planning looks forward, and the ledger of a running course a year back."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one row: when in bold, and the rest below; `spoken` names it where there is only a button."""

    noun: Any
    title: str
    below: str
    spoken: str
    last_day: date


class DayRows(QWidget):
    """Shows lines in the order given and tells which is to be put right or taken away."""

    def __init__(self, none: str, edit: Callable[[Any], None], delete: Callable[[Any], None]) -> None:
        """`none` is said where there is no row."""
        super().__init__()
        self._none, self._edit, self._delete = none, edit, delete
        self.rows: dict[str, DayRow] = {}
        self._count = 0
        self.earlier = Button("", "text", size="small")
        self._past = QWidget()
        self._past.hide()
        self.earlier.clicked.connect(lambda: self._unfold(self._past.isHidden()))
        self._above, self._below = QVBoxLayout(), QVBoxLayout(self._past)
        fold = QHBoxLayout()
        fold.addWidget(self.earlier)
        fold.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._above)
        self._column.addLayout(fold)
        self._column.addWidget(self._past)
        measured(self, self._measure)

    def show_lines(self, lines: Sequence[Line], today: date, may_write: bool) -> None:
        """Show these rows; what was unfolded stays so."""
        empty(self._above)
        empty(self._below)
        past = [line for line in lines if line.last_day < today - FOLDED_AFTER]
        recent = [line for line in lines if line not in past]
        self.rows = {line.noun.id: DayRow(line, self._edit, self._delete, may_write) for line in lines}
        for column, some in ((self._above, recent), (self._below, past)):
            for place, line in enumerate(some):
                if place:
                    column.addWidget(Hairline())
                column.addWidget(self.rows[line.noun.id])
        if not recent:
            self._above.addWidget(Label(self._none, tone="muted", wrap=True))
        self._count = len(past)
        self.earlier.setVisible(bool(past))
        self._unfold(bool(past) and not self._past.isHidden())

    def focus_on(self, row: str) -> bool:
        """Give the focus back to a row that was worked on; whether it is there and not folded away."""
        found = self.rows.get(row)
        if found is None or (self._past.isHidden() and self._past.isAncestorOf(found)):
            return False
        found.edit.setFocus()
        return True

    def _unfold(self, shown: bool) -> None:
        self._past.setVisible(shown)
        text = _("Skjul tidligere ({n})") if shown else _("Vis tidligere ({n})")
        self.earlier.setText(text.format(n=self._count))
        self.earlier.updateGeometry()

    def _measure(self) -> None:
        gap = current().space("grid")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        for column in (self._above, self._below):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap)


class DayRow(QWidget):
    """One row in words, with its two buttons for those who may write."""

    def __init__(self, line: Line, edit: Callable[[Any], None], delete: Callable[[Any], None], may_write: bool) -> None:
        super().__init__()
        self.line = line
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(line.title, "strong", wrap=True))
        words.addWidget(Label(line.below, "small", "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret {row}").format(row=line.spoken))
        self.delete.setAccessibleName(_("Slet {row}").format(row=line.spoken))
        self.edit.clicked.connect(lambda: edit(line.noun))
        self.delete.clicked.connect(lambda: delete(line.noun))
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.edit, self.delete):
            if not may_write:
                button.hide()
            self._row.addWidget(button)
        measured(self, self._measure)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))
