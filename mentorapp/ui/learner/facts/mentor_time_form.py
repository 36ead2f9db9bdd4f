"""The form of hours of mentor support: on which day, how many, and what they were spent on."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.mentor_support import MentorTime
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class MentorTimeForm(Dialog):
    """New hours in `enrolment`, given today unless another day is written, or `time` to be put right."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment, time: MentorTime | None = None):
        super().__init__(parent, _("Ret mentortimer") if time else _("Nye mentortimer"))
        self._desk, self._enrolment, self._time = desk, enrolment, time
        self.day = TextField(_("Dag"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.hours = TextField(_("Timer"), reading.hours_a_day, example=_("fx 1,5"), required=True)
        self.what = TextField(_("Hvad tiden gik med"), hint=_("Mentorstøtte, ikke almindelige opgaver."))
        self._fields = (self.day, self.hours, self.what)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field, wide=field is self.what)
        self.body.addWidget(grid)
        self.day.line.setText(reading.show_day(time.day if time else desk.session.today))
        if time is not None:
            self.hours.line.setText(reading.show_hours(time.minutes))
            self.what.line.setText(reading.show_text(time.what))
        self.set_primary(_("Gem mentortimer"))
        self.hours.line.setFocus()

    def submit(self) -> None:
        try:
            on, minutes, what = [field.value() for field in self._fields]
        except Unreadable:
            self._to_fault()
            return
        if on > self._desk.session.today:
            self.day.set_error(_("Dagen ligger i fremtiden. Skriv timerne, når de er givet."))
        if minutes == 0:
            self.hours.set_error(_("Skriv mere end nul timer."))
        if self.day.error() or self.hours.error():
            self._to_fault()
            return
        old = self._time
        row = old or MentorTime(self._enrolment.learner, secrets.token_hex(8), self._enrolment.id, on, minutes)
        new = replace(row, day=on, minutes=minutes, what=what)
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Mentortimerne er gemt."))
        self.accept()

    def _to_fault(self) -> None:
        next(field for field in self._fields if field.error()).line.setFocus()
