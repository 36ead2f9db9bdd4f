"""What is known from the first day: that the agreed pattern cannot reach the goal, or practice will be too short."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.course_days import course_days
from mentorapp.domain.day_one import SAID_UNTIL, practice_short, school_short
from mentorapp.i18n import _
from mentorapp.planning_sentences import practice_short as practice_said
from mentorapp.planning_sentences import school_short as school_said
from mentorapp.ui.book import Opened
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current


class DayOneNotice(QWidget):
    """Two messages at most; takes no room where there is nothing to say. `figure_wanted(name)` asks why."""

    figure_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.school, self.practice = MessageStrip("danger"), MessageStrip("danger")
        self.school.pressed.connect(lambda: self.figure_wanted.emit("day_one_school"))
        self.practice.pressed.connect(lambda: self.figure_wanted.emit("day_one_practice"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.school)
        self._column.addWidget(self.practice)
        self.hide()
        measured(self, self._measure)

    def show_case(self, opened: Opened) -> None:
        """Say what is known of a course."""
        ledger = opened.ledger
        # Later than that nothing is said, so nothing is worked out.
        days = course_days(opened.case, ledger) if ledger and ledger.elapsed_weeks <= SAID_UNTIL else None
        school = school_short(days) if days else None
        practice = practice_short(days) if days else None
        self.school.setVisible(school is not None)
        self.practice.setVisible(practice is not None)
        if school is not None:
            lead = _("Den aftalte skole når ikke målet.")
            self.school.set_message("danger", lead, school_said(school).text, _("Vis beregningen"))
        if practice is not None:
            lead = _("Praktikken bliver for kort.")
            self.practice.set_message("danger", lead, practice_said(practice).text, _("Vis beregningen"))
        self.setVisible(school is not None or practice is not None)

    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("grid"))
