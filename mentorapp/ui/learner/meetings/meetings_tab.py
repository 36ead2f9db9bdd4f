"""Mål og samtaler: the meetings at the left; the open one, and what was agreed, at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from mentorapp.domain.change import removal
from mentorapp.domain.meeting import Meeting, note_about
from mentorapp.i18n import _
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.meetings.actions_panel import ActionsPanel
from mentorapp.ui.learner.meetings.cancel_form import CancelForm
from mentorapp.ui.learner.meetings.meeting_facts import MeetingFacts
from mentorapp.ui.learner.meetings.meeting_form import MeetingForm
from mentorapp.ui.learner.meetings.meeting_minutes import minutes_of
from mentorapp.ui.learner.meetings.meetings_panel import MeetingsPanel, own_meetings
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.parts.label import Label
from mentorapp.ui.theme import current


class MeetingsTab(TabPage):
    """One meeting is always open where there are any: the one chosen, else the next, else the newest."""

    minutes_wanted = Signal(str)
    """Write the minutes of a meeting (what the note is about)."""
    note_wanted = Signal(str)
    """Read a note (id)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: Opened | None = None
        self.list, self.facts, self.points = MeetingsPanel(desk), MeetingFacts(desk), ActionsPanel(desk)
        told = _("Mål får deres plads her. Skriv dem så længe som en note af slagsen »Aftale«.")
        self.goals = Label(told, "small", "muted", wrap=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground())
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        for side, panels in zip(self._sides, ((self.list, self.goals), (self.facts, self.points)), strict=True):
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            self._columns.addLayout(side, 1)
        self.list.new.clicked.connect(self.write)
        self.list.open_wanted.connect(self.choose)
        self.list.held_wanted.connect(self._hold_row)
        self.list.calendar_wanted.connect(self._save_calendar)
        buttons = self.facts.buttons
        buttons.held.clicked.connect(self.hold)
        buttons.cancel.clicked.connect(self.cancel)
        buttons.back.clicked.connect(self.plan_again)
        buttons.write.clicked.connect(self._write_minutes)
        buttons.read.clicked.connect(self._read_minutes)
        buttons.delete.clicked.connect(self.delete)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        gap = theme.space("panel_gap")
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if stacked else across)
        self._columns.setContentsMargins(*self.margins())
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))
        for side in self._sides:
            side.setSpacing(gap)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        self._opened = opened
        known = own_meetings(opened)
        if afresh or self.facts.chosen not in {meeting.id for meeting in known}:
            afresh_facts, self.facts.chosen = True, self._first(known)
        else:
            afresh_facts = False
        self.facts.show_case(opened, afresh or afresh_facts)
        self._show_lists(afresh)
        if afresh:
            self.verticalScrollBar().setValue(0)

    def choose(self, meeting: str) -> None:
        """Open a meeting; one that is not there changes nothing."""
        if self._opened is None or meeting not in {row.id for row in own_meetings(self._opened)}:
            return
        if self.facts.choose(meeting):
            self._show_lists(afresh=False)
            self.list.focus_on(meeting)
            self.ensureWidgetVisible(self.facts, 0, 0)

    def write(self) -> None:
        """Write a new meeting, and go on with what is to be talked about."""
        enrolment = self._opened.case.enrolment if self._opened else None
        if enrolment is None or not self.facts.settle():
            return
        form = MeetingForm(self, self._desk, enrolment)
        form.exec()
        made = form.made
        form.deleteLater()
        if made:
            self.choose(made)
            self.facts.agenda.words.setFocus()

    def hold(self) -> None:
        """The meeting was held; what follows is its minutes."""
        if self.facts.set_outcome("held", None, _("Møde afholdt"), _("Mødet er afholdt. Ctrl+Z fortryder.")):
            buttons = self.facts.buttons
            (buttons.write if buttons.write.isVisibleTo(self) else buttons.read).setFocus()

    def cancel(self) -> None:
        """Ask why, and keep the meeting as cancelled."""
        meeting = self.facts.meeting
        if meeting is None:
            return
        form = CancelForm(self, meeting)
        accepted, reason = form.exec(), form.reason.line.text().strip() or None
        form.deleteLater()
        if accepted:
            told = _("Mødet er aflyst. Ctrl+Z fortryder.")
            if self.facts.set_outcome("cancelled", reason, _("Møde aflyst"), told):
                self.facts.buttons.back.setFocus()

    def plan_again(self) -> None:
        """The meeting is as planned again, neither held nor cancelled."""
        if self.facts.set_outcome(None, None, _("Møde planlagt igen"), _("Mødet er planlagt igen.")):
            self.list.focus_on(self.facts.chosen)

    def delete(self) -> None:
        """Take the meeting away with what was agreed at it; one undo brings all back. Its minutes stay as notes."""
        meeting, opened = self.facts.meeting, self._opened
        if meeting is None or opened is None:
            return
        agreed = [point for point in opened.case.action_points if point.meeting == meeting.id]
        changes = [change for noun in (meeting, *agreed) for change in removal(noun)]
        with self._desk.catching():
            self._desk.session.store.record(changes, _("Slet møde"))
            self._desk.said.emit(
                _("Mødet er slettet. Ctrl+Z henter det tilbage. Står det i en kalender, så aflys det i stedet.")
            )
            self.list.focus_on(self.facts.chosen)

    def leave(self) -> None:
        self.facts.finish()

    def let_go(self) -> None:
        self._opened = None
        self.facts.let_go()

    def _first(self, meetings: tuple[Meeting, ...]) -> str:
        waiting = [meeting for meeting in meetings if meeting.is_planned]
        return (waiting or list(reversed(meetings)))[0].id if meetings else ""

    def _show_lists(self, afresh: bool) -> None:
        if self._opened is not None:
            may_write = self._desk.session.store.role in BY_TABLE[Meeting.TABLE].writers
            self.list.show_case(self._opened, self.facts.chosen, may_write, afresh)
            self.points.show_case(self._opened, self.facts.chosen, may_write, afresh)

    def _hold_row(self, meeting: str) -> None:
        self.choose(meeting)
        if self.facts.chosen == meeting:
            self.hold()

    def _write_minutes(self) -> None:
        meeting = self.facts.meeting
        if meeting is None or not self.facts.settle():
            return
        if not meeting.is_held:
            self.hold()
        self.minutes_wanted.emit(note_about(meeting))

    def _read_minutes(self) -> None:
        meeting = self.facts.meeting
        if meeting is not None and self._opened is not None and self.facts.settle():
            written = minutes_of(meeting, self._opened.case.notes)
            if written:
                self.note_wanted.emit(written[0].id)

    def _save_calendar(self) -> None:
        from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog

        if self._opened is not None and self.facts.settle():
            CalendarDialog(self, self._desk, [self._opened.case.learner.learner]).open()
