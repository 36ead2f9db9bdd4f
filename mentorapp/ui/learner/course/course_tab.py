"""Forløb: the weeks first, then what they add up to and mean, then what to do and what was written last."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.i18n import _
from mentorapp.ui.book import Entry, Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.course.alerts_panel import AlertsPanel
from mentorapp.ui.learner.course.latest_notes import LatestNotes
from mentorapp.ui.learner.course.totals_panel import TotalsPanel
from mentorapp.ui.learner.schooling.day_one_notice import DayOneNotice
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.week_strip import OVERHANG
from mentorapp.ui.parts.week_view import WeekView
from mentorapp.ui.theme import current


class CourseTab(TabPage):
    """`tab_wanted(key)` leads to the tab where something missing is written."""

    tab_wanted = Signal(str)
    FIGURE = "reachable"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.weeks = WeekView()
        self.strip = Panel(overhang=OVERHANG)
        self.strip.body.addWidget(self.weeks)
        self.totals, self.alerts, self.notes = TotalsPanel(), AlertsPanel(desk), LatestNotes()
        self.missing = MessageStrip()
        self.missing.pressed.connect(lambda: self.tab_wanted.emit("facts"))
        self.notes.all_wanted.connect(lambda: self.tab_wanted.emit("notes"))
        self._page = QVBoxLayout(self.ground())
        self._page.addWidget(self.missing)
        self.day_one = DayOneNotice()
        for asking in (self.totals, self.alerts, self.day_one):
            asking.figure_wanted.connect(self.figure_wanted)
        self._page.addWidget(self.day_one)
        self._page.addWidget(self.strip)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QVBoxLayout()
        self._side.addWidget(self.alerts)
        self._side.addWidget(self.notes, 1)
        self._below.addWidget(self.totals, 56)
        self._below.addLayout(self._side, 44)
        self._page.addLayout(self._below)
        self._page.addStretch(1)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        gap = theme.space("panel_gap")
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._page.setContentsMargins(*self.margins())
        self._page.setSpacing(gap)
        self._below.setDirection(down if stacked else across)
        self._below.setSpacing(gap if stacked else theme.space("column_gap"))
        self._side.setSpacing(gap)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        ledger = opened.ledger
        self.strip.setVisible(ledger is not None and bool(ledger.weeks))
        self.totals.setVisible(ledger is not None)
        self.missing.setVisible(ledger is None)
        self.day_one.show_case(opened)
        if ledger is None:
            said = _("Skriv startdatoen, så kommer ugerne og kravene af sig selv.")
            self.missing.set_message("info", _("Intet forløb endnu."), said, _("Skriv startdatoen"))
        else:
            if afresh:
                self.weeks.set_weeks((), ledger.today, ledger.start)  # so that the week of today is chosen again
            self.weeks.set_weeks(ledger.weeks, ledger.today, ledger.end or date.max)
            self.totals.show_ledger(ledger)
        self.notes.show_notes(opened.case.notes)
        if afresh:
            self.verticalScrollBar().setValue(0)

    def show_entry(self, entry: Entry | None) -> None:
        """Show what the book says should be done."""
        self.alerts.show_entry(entry)
