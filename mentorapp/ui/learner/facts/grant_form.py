"""The form of a grant of mentor support: from when to when, how many hours, and what for."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.mentor_support import MentorGrant
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class GrantForm(Dialog):
    """A new grant in `enrolment`, or `grant` to be put right."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment, grant: MentorGrant | None = None):
        super().__init__(parent, _("Ret mentorstøtte") if grant else _("Ny mentorstøtte"))
        self._desk, self._enrolment, self._grant = desk, enrolment, grant
        self.first = TextField(_("Bevilget fra"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.last = TextField(_("Til og med"), reading.day, example=_("dd-mm-åååå"))
        self.a_week = TextField(_("Timer om ugen"), reading.hours_a_week, example=_("fx 4"))
        self.in_all = TextField(_("Timer i alt"), reading.hours_of_course, example=_("fx 60"))
        self.purpose = TextField(_("Formål"), hint=_("Aldrig en diagnose."))
        self._fields = (self.first, self.last, self.a_week, self.in_all, self.purpose)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field, wide=field is self.purpose)
        self.body.addWidget(grid)
        if grant is not None:
            self.first.line.setText(reading.show_day(grant.first_day))
            self.last.line.setText(reading.show_day(grant.last_day))
            self.a_week.line.setText(reading.show_hours(grant.minutes_a_week))
            self.in_all.line.setText(reading.show_hours(grant.minutes_in_all))
            self.purpose.line.setText(reading.show_text(grant.purpose))
        self.set_primary(_("Gem mentorstøtte"))
        self.first.line.setFocus()

    def submit(self) -> None:
        try:
            first, last, a_week, in_all, purpose = [field.value() for field in self._fields]
        except Unreadable:
            self._to_fault()
            return
        if last is not None and last < first:
            self.last.set_error(_("Til ligger før fra."))
            self._to_fault()
            return
        old = self._grant
        row = old or MentorGrant(self._enrolment.learner, secrets.token_hex(8), self._enrolment.id, first)
        new = replace(
            row, first_day=first, last_day=last, minutes_a_week=a_week, minutes_in_all=in_all, purpose=purpose
        )
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Mentorstøtten er gemt."))
        self.accept()

    def _to_fault(self) -> None:
        next(field for field in self._fields if field.error()).line.setFocus()
