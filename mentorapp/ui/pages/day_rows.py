"""Rows of the organisation's own days, each with its two buttons; those long past are folded away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.edit_row import EditRow, EditRows
from mentorapp.ui.parts.measured import measured
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
        self.rows: dict[str, EditRow] = {}
        self._count = 0
        self.earlier = Button("", "text", size="small")
        self._recent, self._past = EditRows(), EditRows()
        self._past.hide()
        self.earlier.clicked.connect(lambda: self._unfold(self._past.isHidden()))
        fold = QHBoxLayout()
        fold.addWidget(self.earlier)
        fold.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._recent)
        self._column.addLayout(fold)
        self._column.addWidget(self._past)
        measured(self, self._measure)

    def show_lines(self, lines: Sequence[Line], today: date, may_write: bool) -> None:
        """Show these rows; what was unfolded stays so."""
        past = [line for line in lines if line.last_day < today - FOLDED_AFTER]
        recent = [line for line in lines if line not in past]
        self.rows = {line.noun.id: self._row(line, may_write) for line in lines}
        self._recent.show_rows([self.rows[line.noun.id] for line in recent], self._none)
        self._past.show_rows([self.rows[line.noun.id] for line in past])
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

    def _row(self, line: Line, may_write: bool) -> EditRow:
        row = EditRow(line.title, [line.below], line.spoken, may_write)
        row.edit.clicked.connect(lambda: self._edit(line.noun))
        row.delete.clicked.connect(lambda: self._delete(line.noun))
        return row

    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("grid"))
