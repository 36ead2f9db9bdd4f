"""The form of a term of Prøve i Dansk: its first day, and the school's own last day to sign up."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp.domain.change import creation, update
from mentorapp.domain.organisation import ExamTerm
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class ExamTermForm(Dialog):
    """A new term, or `term` to be put right."""

    def __init__(self, parent: QWidget | None, desk: Desk, term: ExamTerm | None = None) -> None:
        super().__init__(parent, _("Ret prøvetermin") if term else _("Ny prøvetermin"))
        self._desk, self._old = desk, term
        example = _("dd-mm-åååå")
        counted = _("Tomt felt: 10 uger før første prøvedag (danskogproever.dk).")
        self.first = TextField(_("Første prøvedag"), reading.day, example=example, required=True)
        self.sign_up_by = TextField(_("Skolens frist"), reading.day, example=example, hint=counted)
        grid = FieldGrid()
        grid.add(self.first)
        grid.add(self.sign_up_by)
        self.body.addWidget(grid)
        if term is not None:
            self.first.line.setText(reading.show_day(term.first_day))
            self.sign_up_by.line.setText(reading.show_day(term.sign_up_by))
        self.set_primary(_("Gem prøvetermin"))
        self.first.line.setFocus()

    def submit(self) -> None:
        try:
            first, sign_up_by = self.first.value(), self.sign_up_by.value()
        except Unreadable:
            self._to_fault()
            return
        old = self._old
        others = [term for term in self._desk.session.organisation.exam_terms if old is None or term.id != old.id]
        if any(term.first_day == first for term in others):
            self.first.set_error(_("Terminen er skrevet ind i forvejen."))
        if sign_up_by is not None and sign_up_by > first:
            self.sign_up_by.set_error(_("Fristen ligger efter første prøvedag."))
        if self._to_fault():
            return
        new = replace(old or ExamTerm(secrets.token_hex(8), first), first_day=first, sign_up_by=sign_up_by)
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Prøveterminen er gemt."))
        self.accept()

    def _to_fault(self) -> bool:
        """Go to the first field with a fault; whether there is one."""
        for field in (self.first, self.sign_up_by):
            if field.error():
                field.line.setFocus()
                return True
        return False
