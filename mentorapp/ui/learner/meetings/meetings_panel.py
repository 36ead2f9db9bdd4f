"""Møder: those to come and those whose day has passed first, then those that were held or cancelled, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.meeting import Meeting, meeting_order
from mentorapp.i18n import _, ngettext
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.meetings.in_order import in_order
from mentorapp.ui.learner.meetings.meeting_row import MeetingRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current

AT_FIRST = 6
"""Held meetings shown before all are asked for: two years of talks are fifty."""

OVERHANG = 10
"""Pixels of the padding a row reaches into, so that the mark of the open one stands outside the words."""


class MeetingsPanel(Panel):
    """`open_wanted` and `held_wanted` carry a meeting's id."""

    open_wanted = Signal(str)
    held_wanted = Signal(str)
    calendar_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Møder"), overhang=OVERHANG)
        self._desk = desk
        self._shown: object = None
        self._unfolded = False
        self._opened: Opened | None = None
        self._chosen = ""
        self.rows: dict[str, MeetingRow] = {}
        """By id of the meeting, in the order shown."""
        self.new = Button(_("Nyt møde"), icon="plus", size="small")
        self.set_aside(self.new)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(0)
        self.body.addLayout(self._groups)
        self.more = Button("", "text", size="small")
        self.more.clicked.connect(self._unfold)
        self.calendar = Button(_("Gem som kalenderfil"), "text", "calendar-plus", size="small")
        self.calendar.clicked.connect(self.calendar_wanted)
        self.foot().addWidget(self.calendar)
        self.foot().addStretch(1)
        self.foot().addWidget(self.more)

    def show_case(self, opened: Opened, chosen: str, may_write: bool, afresh: bool) -> None:
        """Show the meetings of the newest enrolment; `chosen` is the one that is open."""
        self._opened, self._chosen = opened, chosen
        self._unfolded = self._unfolded and not afresh
        case, today = opened.case, self._desk.session.today
        meetings = own_meetings(opened)
        self.new.setEnabled(case.enrolment is not None)
        self.new.setVisible(may_write)
        self.new.setToolTip("" if case.enrolment else _("Skriv først forløbets startdato."))
        shown = (meetings, case.action_points, case.notes, case.organisation, chosen, may_write, self._unfolded, today)
        if shown == self._shown:
            return
        self._shown = shown
        self._lay_out(meetings, may_write)

    def focus_on(self, meeting: str) -> None:
        """Have the keyboard at a meeting's row, or where one is made."""
        row = self.rows.get(meeting)
        (row.open if row else self.new).setFocus()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        if self._opened is not None:
            self.show_case(self._opened, self._chosen, self.new.isVisibleTo(self), afresh=False)

    def _lay_out(self, meetings: Sequence[Meeting], may_write: bool) -> None:
        empty(self._groups)
        self.rows = {}
        coming = [row for row in meetings if row.is_planned]
        past = [row for row in reversed(meetings) if not row.is_planned]
        seen = past if self._unfolded else [
            row for place, row in enumerate(past) if place < AT_FIRST or row.id == self._chosen
        ]  # fmt: skip
        self._group(_("Kommende"), coming, may_write)
        self._group(_("Afholdt og aflyst"), seen, may_write)
        if not meetings:
            told = _(
                "Her samles samtalerne om eleven. Skriv den første ind: hvornår og hvor, hvem der er med, og hvad I "
                "skal tale om. Bagefter skriver du referatet og det, I aftalte."
            )
            self._groups.addWidget(_Inset(Label(told, tone="muted", wrap=True)))
        rest = len(past) - AT_FIRST
        self.more.setText(
            _("Vis færre") if self._unfolded else ngettext("Vis {n} mere", "Vis {n} flere", rest).format(n=rest)
        )
        self.more.setVisible(rest > 0)
        self.show_foot(bool(meetings))
        in_order(
            self.new, *(button for row in self.rows.values() for button in row.buttons()), self.calendar, self.more
        )

    def _group(self, title: str, meetings: Sequence[Meeting], may_write: bool) -> None:
        assert self._opened is not None
        if not meetings:
            return
        self._groups.addWidget(_Inset(Label(title, "label", "muted"), above=10 if self.rows else 0, below=4))
        for place, meeting in enumerate(meetings):
            if place:
                self._groups.addWidget(Hairline())
            is_open = meeting.id == self._chosen
            row = MeetingRow(meeting, self._opened.case, self._desk.session.today, is_open, may_write)
            row.open_wanted.connect(lambda meeting=meeting: self.open_wanted.emit(meeting.id))
            row.held.clicked.connect(lambda _checked=False, meeting=meeting: self.held_wanted.emit(meeting.id))
            self.rows[meeting.id] = row
            self._groups.addWidget(row, 0, Qt.AlignmentFlag(0))


class _Inset(QWidget):
    """A text flush with the words of the rows; room above and below in pixels at 100 %."""

    def __init__(self, label: Label, above: int = 0, below: int = 0) -> None:
        super().__init__()
        self._above, self._below = above, below
        self._row = QVBoxLayout(self)
        self._row.addWidget(label)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        side = theme.px(OVERHANG)
        self._row.setContentsMargins(side, theme.px(self._above), side, theme.px(self._below))


def own_meetings(opened: Opened) -> tuple[Meeting, ...]:
    """The meetings of the newest enrolment, by day and time."""
    enrolment = opened.case.enrolment
    own = (row for row in opened.case.meetings if enrolment and row.enrolment == enrolment.id)
    return tuple(sorted(own, key=meeting_order))
