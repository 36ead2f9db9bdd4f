"""Fremmøde: weeks of practice to confirm, what is settled, totals of periods, and what the school said."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.domain.course_days import course_days
from mentorapp.domain.practice_weeks import practice_weeks
from mentorapp.i18n import _
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.periods_panel import PeriodsPanel
from mentorapp.ui.learner.attendance.school_panel import SchoolPanel
from mentorapp.ui.learner.attendance.weeks_panel import WeeksPanel
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.parts.button import Button
from mentorapp.ui.theme import current


class AttendanceTab(TabPage):
    """Practice at the left, which is confirmed here; the school's word at the right, which is not."""

    FIGURE = "practice_hours_worked"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.open, self.settled = WeeksPanel(desk, is_open=True), WeeksPanel(desk, is_open=False)
        self.periods, self.school = PeriodsPanel(desk), SchoolPanel(desk)
        self.why = Button(_("Vis beregningen"), "text", key_hint="Ctrl+B", size="small")
        self.why.clicked.connect(lambda: self.figure_wanted.emit(self.FIGURE))
        foot = self.open.foot()  # beside its heading the month sheet has its button
        foot.addWidget(self.why)
        foot.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground())
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        for side, panels, share in zip(
            self._sides, ((self.open, self.settled), (self.periods, self.school)), (56, 44), strict=True
        ):
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        gap = theme.space("panel_gap")
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self._columns.setContentsMargins(*self.margins())
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))
        for side in self._sides:
            side.setSpacing(gap)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        days = course_days(opened.case, opened.ledger) if opened.ledger else None
        weeks = practice_weeks(days) if days else ()
        self.open.show_foot(opened.ledger is not None)
        for practice in (self.open, self.settled):
            practice.show_weeks(opened, days, weeks, afresh)
        self.periods.show_case(opened, afresh)
        self.school.show_case(opened, afresh)
        if afresh:
            self.verticalScrollBar().setValue(0)
