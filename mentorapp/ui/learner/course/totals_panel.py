"""Skoletimer: what is required, planned, attended and documented; whether it can be reached; and the averages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _
from mentorapp.sentences import forecast
from mentorapp.ui.learner.course import totals_words as words
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.figure_button import FigureButton
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.parts.totals_bar import TotalsBar
from mentorapp.ui.parts.totals_paint import Totals
from mentorapp.ui.theme import current

TONES = {"ok": "ok", "soon": "warning", "act": "danger", "info": "info"}


class TotalsPanel(Panel):
    """A course under a programme without rules shows its hours and no bar: there is nothing to measure against.

    `figure_wanted(name)` when somebody asks where a figure comes from.
    """

    figure_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Skoletimer"))
        self.bar = TotalsBar()
        self.clock = FigureButton("", "school_hours", "small", "muted")
        self.forecast = MessageStrip()
        self.practice = FigureButton("", "practice_hours_per_week", "small")
        self.total = FigureButton("", "total_hours_per_week", "small")
        self.assumed = FigureButton("", "practice_hours_worked", "caption", "muted")
        self.why = Button(_("Vis beregningen"), "text", key_hint="Ctrl+B", size="small")
        self.why.clicked.connect(lambda: self.figure_wanted.emit("reachable"))
        self.bar.figure_wanted.connect(self.figure_wanted)
        for figure in (self.clock, self.practice, self.total, self.assumed):
            figure.wanted.connect(self.figure_wanted)
        self._averages = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._averages.addWidget(self.practice, 1)
        self._averages.addWidget(self.total, 1)
        self._line = Hairline()
        self._inside = QVBoxLayout()
        for widget in (self.bar, self.clock, self.forecast, self._line):
            self._inside.addWidget(widget)
        self._inside.addLayout(self._averages)
        self._inside.addWidget(self.assumed)
        self._inside.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._inside)
        self.body.addStretch(1)
        measured(self, self._measure_totals)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the figures of a course."""
        figure = ledger.rule_set.figures.get("school_weeks") if ledger.rule_set else None
        self.set_aside(words.source(figure) or _("Ordning uden krav"))
        counted = ledger.counted
        self.bar.setVisible(ledger.required is not None and counted is not None)
        if ledger.required is not None and counted is not None:
            totals = Totals(ledger.required, ledger.expected, counted.attended, counted.documented, counted.planned)
            self.bar.set_totals(totals)
        self.clock.say(words.clock_hours(ledger))
        said = forecast(ledger)
        self.forecast.set_message(TONES[said.level], said.lead, said.rest)
        self.practice.say(words.practice(ledger))
        self.total.say(words.total(ledger))
        self.total.setVisible(bool(self.total.text()))
        self.assumed.say(words.weeks_as_planned(ledger))
        self.assumed.setVisible(bool(self.assumed.text()))

    def _measure_totals(self) -> None:
        theme = current()
        self._inside.setSpacing(theme.px(14))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._averages.setDirection(down if theme.scale >= STACKS_FROM else across)
        self._averages.setSpacing(theme.space("grid"))
