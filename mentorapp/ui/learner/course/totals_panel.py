"""Skoletimer: what is required, planned, attended and documented; whether it can be reached; and the averages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _
from mentorapp.sentences import forecast
from mentorapp.ui.learner.course import totals_words as words
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.parts.totals_bar import Totals, TotalsBar
from mentorapp.ui.theme import current

TONES = {"ok": "ok", "soon": "warning", "act": "danger", "info": "info"}


class TotalsPanel(Panel):
    """A course under a programme without rules shows its hours and no bar: there is nothing to measure against."""

    def __init__(self) -> None:
        super().__init__(_("Skoletimer"))
        self.bar = TotalsBar()
        self.clock = Label("", "small", "muted", wrap=True)
        self.forecast = MessageStrip()
        self.practice, self.total = Label("", "small", wrap=True), Label("", "small", wrap=True)
        self.assumed = Label("", "caption", "muted", wrap=True)
        self.reckoning = Label("", "caption", "muted", wrap=True)
        self.reckoning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unfold = Button(_("Vis beregningen"), "text", size="small")
        self.unfold.clicked.connect(lambda: self.show_reckoning(not self.reckoning.isVisibleTo(self)))
        self._averages = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._averages.addWidget(self.practice, 1)
        self._averages.addWidget(self.total, 1)
        self._line = Hairline()
        self._inside = QVBoxLayout()
        for widget in (self.bar, self.clock, self.forecast, self._line):
            self._inside.addWidget(widget)
        self._inside.addLayout(self._averages)
        self._inside.addWidget(self.assumed)
        self._inside.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(self.reckoning)
        self.body.addLayout(self._inside)
        self.body.addStretch(1)
        self.show_reckoning(False)
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
        self.clock.setText(words.clock_hours(ledger))
        said = forecast(ledger)
        self.forecast.set_message(TONES[said.level], said.lead, said.rest)
        self.practice.setText(words.practice(ledger))
        self.total.setText(words.total(ledger))
        self.assumed.setText(words.weeks_as_planned(ledger))
        self.assumed.setVisible(bool(self.assumed.text()))
        self.reckoning.setText("\n".join(words.reckoning(ledger)))

    def show_reckoning(self, shown: bool) -> None:
        """Unfold where the figures come from, or fold it again."""
        self.reckoning.setVisible(shown)
        self.unfold.setText(_("Skjul beregningen") if shown else _("Vis beregningen"))
        self.unfold.updateGeometry()

    def _measure_totals(self) -> None:
        theme = current()
        self._inside.setSpacing(theme.px(14))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._averages.setDirection(down if theme.scale >= STACKS_FROM else across)
        self._averages.setSpacing(theme.space("grid"))
