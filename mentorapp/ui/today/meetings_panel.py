"""Møder: this week's meetings, those nobody has answered for, and what was agreed and is due; each leads on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, day
from mentorapp.ui.book import Entry
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.meeting import ActionPoint, Meeting

AT_MOST = 6
"""Lines shown before all are asked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: whom it is about, what it says, and the meeting it leads to."""

    on: date
    learner: bytes
    name: str
    what: str
    when: str
    meeting: str
    late: bool
    icon: str


class MeetingsPanel(Panel):
    """Hidden where nothing is planned or due. `opened(learner, meeting)` when a line is pressed."""

    opened = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Møder"))
        self._lines: list[Line] = []
        self._unfolded = False
        self.rows: list[MeetingLine] = []
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self.more = Button("", "text", size="small")
        self.more.clicked.connect(self._turn)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def has_lines(self) -> bool:
        """Whether anything is planned or due."""
        return bool(self._lines)

    def show_entries(self, entries: Iterable[Entry], today: date) -> None:
        """Show what `entries` have agreed, the oldest day first."""
        lines: list[Line] = []
        for entry in entries:
            if entry.agreed is not None and not entry.closed:
                lines += [_of_meeting(entry, meeting, today) for meeting in entry.agreed.meetings]
                lines += [_of_point(entry, point, today) for point in entry.agreed.points]
        lines.sort(key=lambda line: (line.on, line.name.casefold(), line.what))
        self.setVisible(bool(lines))
        if lines != self._lines:
            self._lines = lines
            self._lay_out()

    def _lay_out(self) -> None:
        focused = next((row.line for row in self.rows if row.open.hasFocus()), None)
        empty(self._rows)
        self.rows = [MeetingLine(line) for line in (self._lines if self._unfolded else self._lines[:AT_MOST])]
        for place, row in enumerate(self.rows):
            if place:
                self._rows.addWidget(Hairline())
            row.opened.connect(lambda line=row.line: self.opened.emit(line.learner, line.meeting))
            self._rows.addWidget(row)
            if row.line == focused:
                row.open.setFocus()
        self.more.setVisible(len(self._lines) > AT_MOST)
        self.more.setText(_("Vis færre") if self._unfolded else _("Vis alle {n}").format(n=len(self._lines)))

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._lay_out()


class MeetingLine(QWidget):
    """A click anywhere on it does what its button does."""

    opened = Signal()

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(line.name, "strong", wrap=True))
        words.addWidget(Label(line.what, "small", "text", wrap=True))
        words.addWidget(Label(line.when, "caption", "warning" if line.late else "muted", wrap=True))
        self.open = IconButton(
            _("Åbn {name}: {what}, {when}").format(name=line.name, what=line.what, when=line.when), "chevron-right"
        )
        self.open.clicked.connect(self.opened)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(line.icon, "text_muted", "icon"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.open)
        measured(self, self._measure)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))


def _of_meeting(entry: Entry, meeting: Meeting, today: date) -> Line:
    from mentorapp import meeting_sentences

    late = meeting.is_overdue(today)
    soon = meeting_sentences.how_soon(meeting.day, today)
    told = _("{day}: blev det holdt?").format(day=day(meeting.day)) if late else soon[:1].upper() + soon[1:]
    when = " ".join(filter(None, (told, "" if late else meeting_sentences.time(meeting))))
    where = "" if late else meeting.place
    what = meeting_sentences.kind(meeting)
    return Line(
        meeting.day, entry.learner, entry.name, what, " · ".join(filter(None, (when, where))), meeting.id, late, "users"
    )


def _of_point(entry: Entry, point: ActionPoint, today: date) -> Line:
    from mentorapp import meeting_sentences

    assert point.due is not None
    late = point.is_overdue(today)
    by = _("skulle være gjort {day}") if late else _("senest {day}")
    on = day(point.due) if late else meeting_sentences.how_soon(point.due, today)
    said = " · ".join(filter(None, (by.format(day=on), point.who)))
    return Line(
        point.due, entry.learner, entry.name, point.what, said[:1].upper() + said[1:], point.meeting, late,
        "square-check",
    )  # fmt: skip
