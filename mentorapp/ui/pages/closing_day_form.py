"""The form of a closing day: from when to when, what it is called, and what is closed."""

from __future__ import annotations

import secrets
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp.domain.case_file import Organisation
from mentorapp.domain.change import creation, update
from mentorapp.domain.organisation import ClosingDay
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


class ClosingDayForm(Dialog):
    """A new closing day, or `row` to be put right."""

    def __init__(self, parent: QWidget | None, desk: Desk, row: ClosingDay | None = None) -> None:
        super().__init__(parent, _("Ret lukkedag") if row else _("Ny lukkedag"))
        self._desk, self._old = desk, row
        example = _("dd-mm-åååå")
        self.first = TextField(_("Fra"), reading.day, example=example, required=True)
        self.last = TextField(_("Til og med"), reading.day, example=example, hint=_("Tomt felt: kun den ene dag."))
        self.name = TextField(_("Navn"), example=_("fx Efterårsferie"))
        organisation = desk.session.organisation
        sites = sorted(organisation.site_names.items(), key=lambda site: (site[1].casefold(), site[0]))
        choices = [("", place_name(organisation, None)), *sites]
        if row is not None and row.site is not None and row.site not in organisation.sites:
            choices.append((row.site, place_name(organisation, row.site)))
        self.site = Choice(choices)
        grid = FieldGrid()
        grid.add(self.first)
        grid.add(self.last)
        grid.add(self.name)
        grid.add(Field(_("Sted"), self.site))
        self.body.addWidget(grid)
        if row is not None:
            self.first.line.setText(reading.show_day(row.first_day))
            self.last.line.setText(reading.show_day(row.last_day))
            self.name.line.setText(reading.show_text(row.name))
            self.site.set_key(row.site)
        self.set_primary(_("Gem lukkedag"))
        self.first.line.setFocus()

    def submit(self) -> None:
        try:
            first, last, name = self.first.value(), self.last.value(), self.name.value()
        except Unreadable:
            self._to_fault()
            return
        if last is not None and last < first:
            self.last.set_error(_("Til ligger før fra."))
            self._to_fault()
            return
        old = self._old
        row = old or ClosingDay(secrets.token_hex(8), first)
        new = replace(row, first_day=first, last_day=last, name=name, site=self.site.key() or None)
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Lukkedagen er gemt."))
        self.accept()

    def _to_fault(self) -> None:
        for field in (self.first, self.last, self.name):
            if field.error():
                field.line.setFocus()
                return


def place_name(organisation: Organisation, site: str | None) -> str:
    """What is closed, in words."""
    if site is None:
        return _("Undervisning overalt")
    return organisation.site_names.get(site) or _("Et sted, der er slettet")
