"""Oplysninger: every fact of the learner in panels, two columns where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.course_facts import CourseFacts
from mentorapp.ui.learner.facts.erase_panel import ErasePanel
from mentorapp.ui.learner.facts.fact_panel import FactPanel
from mentorapp.ui.learner.facts.follow_panel import FollowPanel
from mentorapp.ui.learner.facts.learner_facts import LearnerFacts
from mentorapp.ui.learner.facts.leave_panel import LeavePanel
from mentorapp.ui.learner.facts.placement_facts import PlacementFacts
from mentorapp.ui.learner.facts.private_facts import PrivateFacts
from mentorapp.ui.learner.facts.steps_panel import StepsPanel
from mentorapp.ui.learner.facts.support_panel import SupportPanel
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.theme import current


class FactsTab(TabPage):
    """The person and the steps to be done at the left, the course at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.learner, self.private = LearnerFacts(desk), PrivateFacts(desk)
        self.course, self.placement, self.leave_panel = CourseFacts(desk), PlacementFacts(desk), LeavePanel(desk)
        self.steps, self.support = StepsPanel(desk), SupportPanel(desk)
        self.follow, self.erase = FollowPanel(desk), ErasePanel(desk)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground())
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        for side, panels in zip(
            self._sides,
            (
                (self.learner, self.private, self.follow, self.steps),
                (self.course, self.placement, self.leave_panel, self.support, self.erase),
            ),
            strict=True,
        ):
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            self._columns.addLayout(side, 1)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        gap = theme.space("panel_gap")
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self._columns.setContentsMargins(*self.margins())
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))
        for column in self._sides:
            column.setSpacing(gap)

    def panels(self) -> list[FactPanel]:
        """The panels with fields, in reading order."""
        return [self.learner, self.private, self.course, self.placement]

    def show_case(self, opened: Opened, afresh: bool) -> None:
        for panel in self.panels():
            panel.show_case(opened, afresh)
        for rows in (self.leave_panel, self.steps, self.support, self.follow, self.erase):
            rows.show_case(opened, afresh)

    def leave(self) -> None:
        for panel in self.panels():
            panel.finish()
        self.steps.finish()

    def let_go(self) -> None:
        for panel in self.panels():
            panel.let_go()
        self.steps.let_go()
