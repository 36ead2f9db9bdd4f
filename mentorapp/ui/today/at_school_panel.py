"""På skole: who is taught today and in the days ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.i18n import _, weekday
from mentorapp.ui.book import Entry
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.week_cell import paint_cell
from mentorapp.ui.theme import current

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.this_week import Teaching

AT_MOST = 8
"""Lines that are shown; more are counted."""


class AtSchoolPanel(Panel):
    """Learners by day of teaching, today first."""

    def __init__(self) -> None:
        super().__init__(_("På skole"))
        self._shown: list[tuple[Entry, Teaching]] | None = None
        self._today: date | None = None
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        measured(self, self._measure_grid)

    def words(self) -> list[str]:
        """Everything it says, line by line."""
        return [label.text() for label in self.findChildren(Label) if label.text() and label is not self._title]

    def has_lines(self) -> bool:
        """Whether anybody is at school."""
        return bool(self._shown)

    def show_entries(self, entries: Iterable[Entry], today: date) -> None:
        """Show the teaching of `entries` from `today` on."""
        lines = [(entry, taught) for entry in entries if entry.this_week for taught in entry.this_week.teaching]
        lines.sort(key=lambda line: (line[1].day, line[0].name.casefold()))
        if (lines, today) == (self._shown, self._today):
            return
        self._shown, self._today = lines, today
        empty(self._grid)
        row = 0
        if not lines or lines[0][1].day != today:
            self._put(row, _("I dag"), Label(_("ingen")))
            row += 1
        for on, taught in groupby(lines[:AT_MOST], key=lambda line: line[1].day):
            for place, (entry, lesson) in enumerate(taught):
                self._put(row, self._day(on, today) if place == 0 else "", _Line(entry, lesson))
                row += 1
        left = len(lines) - AT_MOST
        if left > 0:
            self._put(row, "", Label(_("og {n} til").format(n=left), tone="muted"))
        elif not lines:
            self._put(row, "", Label(_("Heller ingen de næste syv dage."), "small", "muted", wrap=True))

    def _put(self, row: int, on: str, what: QWidget) -> None:
        self._grid.addWidget(Label(on, "small", "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(what, row, 1)

    @staticmethod
    def _day(on: date, today: date) -> str:
        return _("I dag") if on == today else weekday(on.isoweekday()).capitalize()

    def _measure_grid(self) -> None:
        theme = current()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnMinimumWidth(0, theme.px(64))


class _Line(QWidget):
    """A learner at school: a cell of the kind, the name, the course."""

    def __init__(self, entry: Entry, taught: Teaching) -> None:
        super().__init__()
        from mentorapp.sentences import school_type

        course = ", ".join(filter(None, (taught.title or school_type(taught.type), taught.provider)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(entry.name, "strong", wrap=True))
        words.addWidget(Label(course, "caption", "muted", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_Swatch(taught.kind))
        row.addLayout(words, 1)


class _Swatch(QWidget):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        side = current().px(12)
        return QSize(side, side + current().px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        side = theme.px(12)
        paint_cell(QPainter(self), QRect(0, theme.px(4), side, side), self._kind, "planned", theme)
