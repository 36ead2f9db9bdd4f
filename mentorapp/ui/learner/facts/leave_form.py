"""The form of a leave: what kind, from when to when, and whether the course is extended for it."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import LEAVE_KINDS, Enrolment, Leave
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class LeaveForm(Dialog):
    """A new leave of `enrolment`, or `leave` to be put right."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment, leave: Leave | None = None) -> None:
        super().__init__(parent, _("Ret orlov") if leave else _("Ny orlov"))
        self._desk, self._enrolment, self._leave = desk, enrolment, leave
        self.kind = Choice([(key, _(text)) for key, text in LEAVE_KINDS.items()])
        self.first = TextField(_("Fra"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.last = TextField(_("Til og med"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.extends = QCheckBox(_("Forløbet er aftalt forlænget for denne orlov"))
        grid = FieldGrid()
        grid.add(Field(_("Slags"), self.kind, _("Aldrig en diagnose.")), wide=True)
        grid.add(self.first)
        grid.add(self.last)
        self.body.addWidget(grid)
        self.body.addWidget(self.extends)
        if leave is not None:
            self.kind.set_key(leave.kind)
            self.first.line.setText(reading.show_day(leave.first_day))
            self.last.line.setText(reading.show_day(leave.last_day))
            self.extends.setChecked(bool(leave.extends))
        self.set_primary(_("Gem orlov"))
        self.kind.setFocus()

    def submit(self) -> None:
        try:
            first, last = self.first.value(), self.last.value()
        except Unreadable:
            self._to_fault()
            return
        if last < first:
            self.last.set_error(_("Til ligger før fra."))
            self._to_fault()
            return
        old = self._leave
        row = old or Leave(self._enrolment.learner, secrets.token_hex(8), self._enrolment.id, "", first, last)
        extends = self.extends.isChecked() or (False if old and old.extends is not None else None)
        new = replace(row, kind=self.kind.key(), first_day=first, last_day=last, extends=extends)
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Orloven er gemt."))
        self.accept()

    def _to_fault(self) -> None:
        for field in (self.first, self.last):
            if field.error():
                field.line.setFocus()
                return
