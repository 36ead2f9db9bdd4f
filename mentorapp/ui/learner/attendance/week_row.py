"""One week of practice: what was planned, what differed, and the buttons that settle it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.practice_weeks import PracticeWeek
from mentorapp.i18n import _
from mentorapp.ui.learner.attendance import week_words as words
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import Chip
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class WeekRow(QWidget):
    """`confirm_wanted` is one click; `edit_wanted` leads to the days; `open_wanted` makes it open again."""

    confirm_wanted = Signal()
    edit_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, week: PracticeWeek, is_open: bool) -> None:
        super().__init__()
        self.week = week
        name, span = words.name(week), words.span(week)
        differed = words.by_day(week.by_day)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(Label(name, "strong"))
        self._words.addWidget(Label(" · ".join(filter(None, (span, words.planned(week), differed))), "small", "muted",
                                    wrap=True))  # fmt: skip
        self.confirm = Button(_("Som planlagt"), "soft", "check", size="small")
        self.edit = Button(_("Afvigelser …") if is_open else _("Ret"), "text", size="small")
        self.reopen = Button(_("Ophæv"), "text", size="small")
        self.confirm.setAccessibleName(_("{week}, {span}: som planlagt").format(week=name, span=span))
        self.edit.setAccessibleName(_("{week}, {span}: ret dagene").format(week=name, span=span))
        self.reopen.setAccessibleName(_("{week}, {span}: ophæv bekræftelsen").format(week=name, span=span))
        self.confirm.clicked.connect(self.confirm_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.reopen.clicked.connect(self.open_wanted)
        self.chip = Chip(*words.settled(week)) if not is_open else None
        self._buttons = QHBoxLayout()
        if self.chip is not None:
            self._buttons.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        for button, shown in (
            (self.edit, True),
            (self.reopen, not is_open and week.confirmed),
            (self.confirm, is_open),
        ):
            if shown:
                self._buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._buttons)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        large = theme.scale >= STACKS_FROM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag(0))
        self._row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._row.setSpacing(theme.space("grid"))
        self._buttons.setSpacing(theme.space("control"))
