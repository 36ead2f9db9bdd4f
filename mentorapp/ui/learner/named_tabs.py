"""The tabs of a learner's page by their names, each as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mentorapp.ui.learner.learner_tabs import LearnerTabs

if TYPE_CHECKING:
    from mentorapp.ui.learner.attendance.attendance_tab import AttendanceTab
    from mentorapp.ui.learner.course.course_tab import CourseTab
    from mentorapp.ui.learner.facts.facts_tab import FactsTab
    from mentorapp.ui.learner.meetings.meetings_tab import MeetingsTab
    from mentorapp.ui.learner.notes.notes_tab import NotesTab
    from mentorapp.ui.learner.papers.papers_tab import PapersTab
    from mentorapp.ui.learner.schooling.schooling_tab import SchoolingTab


class NamedTabs:
    """For who knows which tab is wanted; asking for one makes it."""

    _tabs: LearnerTabs

    @property
    def course(self) -> CourseTab:
        """Forløb."""
        return cast("CourseTab", self._tabs.tab("course"))

    @property
    def schooling(self) -> SchoolingTab:
        """Kurser."""
        return cast("SchoolingTab", self._tabs.tab("schooling"))

    @property
    def attendance(self) -> AttendanceTab:
        """Fremmøde."""
        return cast("AttendanceTab", self._tabs.tab("attendance"))

    @property
    def notes(self) -> NotesTab:
        """Noter."""
        return cast("NotesTab", self._tabs.tab("notes"))

    @property
    def meetings(self) -> MeetingsTab:
        """Mål og samtaler."""
        return cast("MeetingsTab", self._tabs.tab("meetings"))

    @property
    def papers(self) -> PapersTab:
        """Papirer."""
        return cast("PapersTab", self._tabs.tab("papers"))

    @property
    def facts(self) -> FactsTab:
        """Oplysninger."""
        return cast("FactsTab", self._tabs.tab("facts"))
