"""One meeting in the list: what, when, where and with whom, what it led to, and the buttons that lead on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp import meeting_sentences
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.meeting import Meeting
from mentorapp.i18n import _, ngettext
from mentorapp.ui.learner.meetings.meeting_minutes import minutes_of
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class MeetingRow(QWidget):
    """The row that is open is marked; a click anywhere on a row opens it, as its button does."""

    open_wanted = Signal()

    def __init__(self, meeting: Meeting, case: CaseFile, today: date, is_open: bool, may_write: bool) -> None:
        super().__init__()
        self.meeting, self._is_open = meeting, is_open
        where = " · ".join(filter(None, (meeting_sentences.when(meeting), meeting.place)))
        self.words = [
            meeting_sentences.kind(meeting), where, meeting_sentences.who(meeting, case.organisation),
            _became(meeting, case, today),
        ]  # fmt: skip
        words = QVBoxLayout()
        words.setSpacing(0)
        for place, line in enumerate(self.words):
            if line:
                warns = place == 3 and meeting.is_overdue(today)
                tone = "warning" if warns else "text" if place == 0 else "muted"
                words.addWidget(Label(line, "strong" if place == 0 else "small", tone, wrap=True))
        named = meeting_sentences.named(meeting)
        self.held = Button(_("Afholdt"), icon="check", size="small")
        self.held.setAccessibleName(_("Afholdt: {meeting}").format(meeting=named))
        if not (may_write and meeting.is_planned and meeting.day <= today):
            self.held.hide()
        self.open = Button(_("Åbn"), "text", size="small")
        self.open.setAccessibleName(_("Åbn {meeting}").format(meeting=named))
        self.open.clicked.connect(self.open_wanted)
        self.setAccessibleName(", ".join(filter(None, (*self.words, _("vises") if is_open else ""))))
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.held, self.open):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        measured(self, self._measure)

    def buttons(self) -> tuple[Button, ...]:
        """From the left."""
        return self.held, self.open

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.open_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_open:
            theme = current()
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.colour("selected"))
            painter.fillRect(0, 0, theme.line("accent_bar"), self.height(), theme.colour("accent"))

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.px(10), theme.px(8), theme.px(8), theme.px(8))
        self._row.setSpacing(theme.space("grid"))


def _became(meeting: Meeting, case: CaseFile, today: date) -> str:
    """What became of it, and what it led to."""
    if meeting.outcome == "cancelled":
        return _("Aflyst: {reason}").format(reason=meeting.reason) if meeting.reason else _("Aflyst")
    if meeting.is_overdue(today):
        return _("Dagen er gået. Skriv, om det blev holdt.")
    points = [point for point in case.action_points if point.meeting == meeting.id]
    said = []
    if points:
        still_open = sum(point.done_on is None for point in points)
        many = ngettext("{n} aftale", "{n} aftaler", len(points)).format(n=len(points))
        said.append(_("{points}, {n} åben").format(points=many, n=still_open) if still_open else many)
    if minutes_of(meeting, case.notes):
        said.append(_("referat skrevet"))
    elif meeting.is_held:
        said.append(_("intet referat"))
    return " · ".join(said)
