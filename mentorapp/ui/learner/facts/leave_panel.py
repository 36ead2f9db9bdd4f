"""Leave taken from the course: a row each, to be put right or taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.change import removal
from mentorapp.domain.enrolment import LEAVE_KINDS, Leave
from mentorapp.i18n import _, day
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.empty_layout import empty
from mentorapp.ui.learner.facts.leave_form import LeaveForm
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current


class LeavePanel(Panel):
    """The leaves in order, and a button for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Orlov"))
        self._desk = desk
        self._opened: Opened | None = None
        self._leaves: tuple[Leave, ...] | None = None
        self.new = Button(_("Ny orlov"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self._write(None))
        self.set_aside(self.new)
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show the leaves of the newest enrolment."""
        enrolment = opened.case.enrolment
        self._opened = opened
        may_write = self._desk.session.store.role in BY_TABLE[Leave.TABLE].writers
        self.new.setEnabled(enrolment is not None and may_write)
        self.new.setToolTip("" if enrolment else _("Skriv først forløbets startdato."))
        own = [leave for leave in opened.case.leaves if enrolment and leave.enrolment == enrolment.id]
        leaves = tuple(sorted(own, key=lambda leave: (leave.first_day, leave.id)))
        if leaves == self._leaves and not afresh:
            return
        self._leaves = leaves
        empty(self._rows)
        for place, leave in enumerate(leaves):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(LeaveRow(leave, self, may_write))
        if not leaves:
            self._rows.addWidget(Label(_("Ingen orlov er skrevet ind."), tone="muted", wrap=True))

    def edit(self, leave: Leave) -> None:
        """Put a leave right."""
        self._write(leave)

    def delete(self, leave: Leave) -> None:
        """Take a leave away; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(leave), _("Slet orlov"))
            self._desk.said.emit(_("Orloven er slettet. Ctrl+Z henter den tilbage."))
            self.new.setFocus()

    def _write(self, leave: Leave | None) -> None:
        enrolment = self._opened.case.enrolment if self._opened else None
        if enrolment is not None:
            form = LeaveForm(self, self._desk, enrolment, leave)
            form.exec()
            form.deleteLater()


class LeaveRow(QWidget):
    """One leave in words with its two buttons."""

    def __init__(self, leave: Leave, panel: LeavePanel, may_write: bool) -> None:
        super().__init__()
        kind = _(LEAVE_KINDS.get(leave.kind, leave.kind))
        period = f"{day(leave.first_day)} – {day(leave.last_day)}"
        said = _("forlænger forløbet") if leave.extends else _("forlænger ikke")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(kind, "strong", wrap=True))
        words.addWidget(Label(f"{period} · {said}", "small", "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret {kind}, {period}").format(kind=kind, period=period))
        self.delete.setAccessibleName(_("Slet {kind}, {period}").format(kind=kind, period=period))
        self.edit.clicked.connect(lambda: panel.edit(leave))
        self.delete.clicked.connect(lambda: panel.delete(leave))
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.edit, self.delete):
            button.setVisible(may_write)
            self._row.addWidget(button)
        measured(self, self._measure)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))
