"""One learner's week on the first page: its days, and the one click that confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.book import Entry
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current
from mentorapp.ui.today.day_cells import DayCells
from mentorapp.ui.today.week_summary import summary

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.this_week import ThisWeek


class ConfirmRow(QWidget):
    """`confirm_wanted` is one click; `edit_wanted` leads to the days; `back_wanted` takes the confirmation back."""

    confirm_wanted = Signal()
    edit_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedText("", "strong")
        self._line = ElidedText("", "caption", "text_muted")
        self._cells = DayCells()
        self._words = Label("", wrap=True)
        self.confirm = Button(_("Som planlagt"), "soft", "check")
        self.edit = Button(_("Ret"))
        self._done_icon = Icon("check", "ok")
        self._done = Label(_("Bekræftet"), tone="muted")
        self.back = Button(_("Fortryd"), "text")
        self.confirm.clicked.connect(self.confirm_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.back.clicked.connect(self.back_wanted)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._line)
        self._who = QWidget()
        self._who.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        self._buttons = QHBoxLayout()
        for widget in (self._done_icon, self._done, self.back, self.confirm, self.edit):
            self._buttons.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._who)
        self._row.addWidget(self._cells)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(self._buttons)
        measured(self, self._measure)

    def show_week(self, entry: Entry, shown: ThisWeek) -> None:
        """Show a learner's week, which may have been confirmed since."""
        assert shown.week is not None
        self._name.set_text(entry.name)
        self._line.set_text(" · ".join(filter(None, (entry.programme, entry.department or entry.site))))
        self._cells.show_cells(shown.cells)
        self._words.setText(summary(shown.cells))
        confirmed = shown.week.confirmed
        for widget, seen in (
            (self._done_icon, confirmed), (self._done, confirmed), (self.back, confirmed),
            (self.confirm, not confirmed), (self.edit, not confirmed),
        ):  # fmt: skip
            widget.setVisible(seen)
        number = shown.week.monday.isocalendar().week
        about = _("{name}, uge {n}, {what}").format(name=entry.name, n=number, what=self._words.text())
        self.confirm.setAccessibleName(_("{about}: som planlagt").format(about=about))
        self.edit.setAccessibleName(_("{about}: ret dagene").format(about=about))
        self.back.setAccessibleName(_("{about}: fortryd bekræftelsen").format(about=about))

    def _measure(self) -> None:
        theme = current()
        large = theme.scale >= STACKS_FROM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        for widget in (self._cells, self._buttons):
            self._row.setAlignment(widget, Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag.AlignVCenter)
        self._row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._row.setSpacing(theme.px(20) if not large else theme.space("grid"))
        self._buttons.setSpacing(theme.px(10))
        if large:
            self._who.setMinimumWidth(0)
            self._who.setMaximumWidth(16_777_215)
        else:
            self._who.setFixedWidth(theme.px(162))
