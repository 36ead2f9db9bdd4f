"""Leave taken from the course: a row each, to be put right or taken away."""

from __future__ import annotations

from mentorapp.domain.change import removal
from mentorapp.domain.enrolment import LEAVE_KINDS, Leave
from mentorapp.i18n import _, day
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.leave_form import LeaveForm
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.edit_row import EditRow, EditRows
from mentorapp.ui.parts.panel import Panel


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
        self.rows = EditRows()
        self.body.addWidget(self.rows)

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
        self.rows.show_rows([self._row(leave, may_write) for leave in leaves], _("Ingen orlov er skrevet ind."))

    def _row(self, leave: Leave, may_write: bool) -> EditRow:
        kind = _(LEAVE_KINDS.get(leave.kind, leave.kind))
        period = f"{day(leave.first_day)} – {day(leave.last_day)}"
        said = _("forlænger forløbet") if leave.extends else _("forlænger ikke")
        row = EditRow(kind, [f"{period} · {said}"], f"{kind}, {period}", may_write)
        row.edit.clicked.connect(lambda: self._write(leave))
        row.delete.clicked.connect(lambda: self.delete(leave))
        return row

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
