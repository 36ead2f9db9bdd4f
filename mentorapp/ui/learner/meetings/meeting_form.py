"""The form of a new meeting: what kind, when and where; the rest is written where the meeting then stands."""

from __future__ import annotations

import secrets

from PySide6.QtWidgets import QWidget

from mentorapp.domain.change import creation
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.meeting import DAY_MINUTES, MEETING_KINDS, Meeting
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

USUALLY = {
    "follow_up": ("learner", "mentor"),
    "three_party": ("learner", "mentor", "coordinator"),
    "expectations": ("learner", "mentor", "coordinator"),
    "midway": ("learner", "mentor", "coordinator"),
    "final": ("learner", "mentor", "coordinator"),
    "handover": ("mentor",),
}
"""Who takes part in a meeting of a kind until somebody says otherwise."""


class MeetingForm(Dialog):
    """`made` is the id of the meeting once it is saved."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment) -> None:
        told = _("Deltagere og dagsorden skrives bagefter, hvor mødet står.")
        super().__init__(parent, _("Nyt møde"), told)
        self._desk, self._enrolment = desk, enrolment
        self.made = ""
        self.kind = Choice([(key, _(text)) for key, text in MEETING_KINDS.items()])
        self.day = TextField(_("Dag"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.starts_at = TextField(_("Klokken"), reading.clock_minute, example=_("fx 13:30"))
        self.minutes = TextField(_("Minutter"), reading.length, example=_("fx 45"))
        self.place = TextField(_("Hvor"))
        self._fields = (self.day, self.starts_at, self.minutes, self.place)
        grid = FieldGrid()
        grid.add(Field(_("Slags møde"), self.kind), wide=True)
        for field in self._fields:
            grid.add(field, wide=field in (self.day, self.place))
        self.body.addWidget(grid)
        self.set_primary(_("Gem møde"), "calendar-plus")
        self.kind.setFocus()

    def submit(self) -> None:
        try:
            on, starts_at, minutes, place = [field.value() for field in self._fields]
        except Unreadable:
            next(field for field in self._fields if field.error()).line.setFocus()
            return
        if (starts_at or 0) + (minutes or 0) > DAY_MINUTES:
            self.minutes.set_error(_("Mødet ville vare til over midnat. Ret klokken eller minutterne."))
            self.minutes.line.setFocus()
            return
        kind, enrolment = self.kind.key(), self._enrolment
        meeting = Meeting(
            enrolment.learner,
            secrets.token_hex(8),
            enrolment.id,
            kind,
            on,
            starts_at,
            minutes,
            place,
            USUALLY.get(kind, ()),
        )
        try:
            self._desk.session.store.record(creation(meeting), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self.made = meeting.id
        self._desk.said.emit(_("Mødet er gemt."))
        self.accept()
