"""A panel of rows that are made anew; the keyboard stays on the row it was on, else on the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.exchange.acting_row import ActingRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Hairline, Panel

Told = TypeVar("Told")

AT_FIRST = 20
"""Rows shown before all are asked for."""


class RowsPanel(Panel):
    """`none` is said where there is no row; without it the panel is hidden then."""

    def __init__(self, title: str, told: str = "", none: str = "") -> None:
        super().__init__(title)
        self._none, self._all = none, False
        self.rows: list[ActingRow] = []
        self._told: list[object] | None = None
        self._lines: list[Hairline] = []
        if told:
            self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.more = Button("", "text", size="small")
        self.more.clicked.connect(self._unfold)
        self.body.addWidget(self.more)

    def show_rows(self, told: Sequence[Told], make: Callable[[Told], ActingRow]) -> None:
        """Show a row for each of `told`, which is all a row says and does; where it is the same, nothing is touched."""
        if self._told == list(told):
            return
        self._told = list(told)
        self._lay_out([make(one) for one in told])

    def _lay_out(self, rows: Sequence[ActingRow]) -> None:
        place = next((at for at, row in enumerate(self.rows) if _has_focus(row)), None)
        empty(self._column)
        self.rows = list(rows)
        shown = self.rows if self._all else self.rows[:AT_FIRST]
        self._lines = [Hairline() for _between in self.rows[1:]]
        for at, row in enumerate(self.rows):
            for widget in (self._lines[at - 1], row) if at else (row,):
                self._column.addWidget(widget)
                widget.setVisible(row in shown)
        if not rows and self._none:
            self._column.addWidget(Label(self._none, tone="muted", wrap=True))
        self.more.setVisible(len(rows) > AT_FIRST and not self._all)
        self.more.setText(_("Vis alle {n}").format(n=len(rows)))
        self.setVisible(bool(rows) or bool(self._none))
        if place is not None and self.rows:
            self.focus_row(min(place, len(self.rows) - 1))

    def focus_row(self, place: int) -> None:
        """Put the keyboard on the first button of a row."""
        for button in self.rows[place].buttons:
            button.setFocus()
            return

    def _unfold(self) -> None:
        self._all = True
        for widget in (*self.rows, *self._lines):
            widget.show()
        self.more.hide()


def _has_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and row.isAncestorOf(focus)
