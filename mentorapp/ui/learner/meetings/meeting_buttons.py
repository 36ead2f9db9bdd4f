"""What can be done with a meeting as a whole: it was held, it is cancelled, its minutes, or away with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorapp import meeting_sentences
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.meeting import Meeting
from mentorapp.i18n import _
from mentorapp.ui.learner.meetings.meeting_minutes import minutes_of
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class MeetingButtons(QWidget):
    """Only what can be done now is shown; each button names the meeting to who listens."""

    def __init__(self) -> None:
        super().__init__()
        self.held = Button(_("Afholdt"), "soft", "check")
        self.write = Button(_("Skriv referat"), "soft", "square-pen")
        self.read = Button(_("Læs referat"), icon="file-text")
        self.cancel = Button(_("Aflys …"))
        self.back = Button("")
        self.delete = Button(_("Slet"), "text")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for button in self.all():
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.insertStretch(self._row.count() - 1, 1)
        measured(self, self._measure)

    def all(self) -> tuple[Button, ...]:
        """Every button, in reading order."""
        return self.held, self.write, self.read, self.cancel, self.back, self.delete

    def show_meeting(self, meeting: Meeting, case: CaseFile, today: date, may_write: bool) -> None:
        """Offer what fits the meeting as it is."""
        named, noted = meeting_sentences.named(meeting), bool(minutes_of(meeting, case.notes))
        happened = meeting.day <= today
        self.back.setText(_("Ikke afholdt") if meeting.is_held else _("Planlæg igen"))
        self.back.updateGeometry()
        shown = {
            self.held: meeting.is_planned and happened,
            self.write: not noted and (meeting.is_held or (meeting.is_planned and happened)),
            self.read: noted,
            self.cancel: meeting.is_planned,
            self.back: not meeting.is_planned,
            self.delete: True,
        }
        for button, wanted in shown.items():
            button.setVisible(wanted and (may_write or button is self.read))
            button.setAccessibleName(f"{button.text().rstrip(' …')}: {named}")

    def _measure(self) -> None:
        theme = current()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if theme.scale >= STACKS_FROM else across)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("control"))
