"""The tabs of a learner's page, each made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk

if TYPE_CHECKING:
    from mentorapp.ui.learner.tab_page import TabPage

KEYS = ("course", "schooling", "attendance", "notes", "meetings", "papers", "facts")
"""Keys of the tabs, in their order."""


class LearnerTabs(QStackedWidget):
    """Shows one tab and tells all that have been made about the learner. `figure_wanted(name)` asks why."""

    figure_wanted = Signal(str)

    minutes_wanted = Signal(str)
    """Write the minutes of a meeting (what the note is about)."""
    note_wanted = Signal(str)
    """Read a note (id)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, TabPage] = {}
        self._opened: Opened | None = None
        self._behind: set[str] = set()
        """Tabs that still show the learner of before: each is told when it is turned to."""

    def tab(self, key: str) -> TabPage:
        """A tab by its key, showing the learner."""
        if key not in self._made:
            made = self._made[key] = self._make(key)
            made.figure_wanted.connect(self.figure_wanted)
            self.addWidget(made)
            if self._opened is not None:
                made.show_case(self._opened, afresh=True)
        elif key in self._behind and self._opened is not None:
            self._behind.discard(key)
            self._made[key].show_case(self._opened, afresh=True)
        return self._made[key]

    def showing(self) -> list[TabPage]:
        """The tabs that show the learner; what they hold is what is to be saved."""
        return [tab for key, tab in self._made.items() if key not in self._behind]

    def showing_tab(self, key: str) -> TabPage | None:
        """A tab if it shows the learner."""
        return None if key in self._behind else self._made.get(key)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show a learner. Another one is shown in each tab when it is turned to: only one of them is seen."""
        self._opened = opened
        if afresh:
            self._behind = set(self._made)
            return
        for tab in self.showing():
            tab.show_case(opened, afresh=False)

    def let_go(self) -> None:
        """The learner is gone."""
        self._opened = None
        for tab in self._made.values():
            tab.let_go()

    def _make(self, key: str) -> TabPage:
        if key == "course":
            from mentorapp.ui.learner.course.course_tab import CourseTab

            return CourseTab(self._desk)
        if key == "schooling":
            from mentorapp.ui.learner.schooling.schooling_tab import SchoolingTab

            return SchoolingTab(self._desk)
        if key == "attendance":
            from mentorapp.ui.learner.attendance.attendance_tab import AttendanceTab

            return AttendanceTab(self._desk)
        if key == "notes":
            from mentorapp.ui.learner.notes.notes_tab import NotesTab

            return NotesTab(self._desk)
        if key == "meetings":
            from mentorapp.ui.learner.meetings.meetings_tab import MeetingsTab

            tab = MeetingsTab(self._desk)
            tab.minutes_wanted.connect(self.minutes_wanted)
            tab.note_wanted.connect(self.note_wanted)
            return tab
        if key == "papers":
            from mentorapp.ui.learner.papers.papers_tab import PapersTab

            return PapersTab(self._desk)
        from mentorapp.ui.learner.facts.facts_tab import FactsTab

        return FactsTab(self._desk)
