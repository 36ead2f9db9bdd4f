"""The form of something agreed at a meeting: what, who and by when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp import meeting_sentences
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, update
from mentorapp.domain.meeting import PARTIES, ActionPoint, Meeting
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.completion import offer
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class ActionForm(Dialog):
    """Something new agreed at one of `meetings`, the one of id `at` unless another is chosen; or `point` put right."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        case: CaseFile,
        meetings: Sequence[Meeting],
        at: str,
        point: ActionPoint | None = None,
    ) -> None:
        super().__init__(parent, _("Ret aftale") if point else _("Ny aftale"))
        self._desk, self._point = desk, point
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self.what = TextField(_("Hvad er aftalt"), required=True)
        self.who = TextField(_("Hvem gør det"))
        self.due = TextField(_("Senest"), reading.day, example=_("dd-mm-åååå"))
        self.meeting = Choice([(row.id, meeting_sentences.named(row)) for row in reversed(meetings)])
        self.meeting.set_key(point.meeting if point else at)
        self._fields = (self.what, self.who, self.due)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field, wide=field is self.what)
        grid.add(Field(_("Aftalt ved"), self.meeting), wide=True)
        self.body.addWidget(grid)
        staff = [person.name for person in case.organisation.people.values()]
        offer(self.who.line, [case.learner.name, *(_(words) for words in PARTIES.values()), *staff])
        if point is not None:
            self.what.line.setText(point.what)
            self.who.line.setText(reading.show_text(point.who))
            self.due.line.setText(reading.show_day(point.due))
        self.set_primary(_("Gem aftale"))
        self.what.line.setFocus()

    def submit(self) -> None:
        try:
            what, who, due = [field.value() for field in self._fields]
        except Unreadable:
            next(field for field in self._fields if field.error()).line.setFocus()
            return
        meeting, old = self._meetings[self.meeting.key()], self._point
        row = old or ActionPoint(meeting.learner, secrets.token_hex(8), meeting.enrolment, meeting.id, what)
        new = replace(row, meeting=meeting.id, what=what, who=who, due=due)
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Aftalen er gemt."))
        self.accept()
