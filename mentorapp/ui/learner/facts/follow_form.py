"""The form of who follows a learner: which person, from when, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from mentorapp.domain.access import Access
from mentorapp.domain.case_file import Organisation
from mentorapp.domain.change import creation, update
from mentorapp.domain.learner import Learner
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.exchange import following
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField

TAIL_WEEKS = 6
"""Weeks the earlier mentor may still read after the last day, where nothing else is agreed: our own choice, no law."""


class FollowForm(Dialog):
    """`row`: what is to be put right; None: somebody more."""

    def __init__(self, parent: QWidget | None, desk: Desk, learner: Learner, row: Access | None = None) -> None:
        title = _("Hvem følger {name}") if row is None else _("Ret, hvem der følger {name}")
        super().__init__(parent, title.format(name=learner.name))
        self._desk, self._learner, self._old = desk, learner, row
        self.person = Choice(people(desk.session.organisation))
        self.person.setEnabled(row is None)
        example = _("dd-mm-åååå")
        self.first = TextField(_("Følger fra"), reading.day, example=example, required=True)
        self.last = TextField(
            _("Til og med"),
            reading.day,
            example=example,
            hint=_("Tomt felt: indtil videre. Derefter kan der kun læses."),
        )
        self.remove_on = TextField(
            _("Kopien fjernes"), reading.day, example=example,
            hint=_("Tomt felt: {n} uger efter den sidste dag.").format(n=TAIL_WEEKS),
        )  # fmt: skip
        grid = FieldGrid()
        told = _("Eleven kommer med i den næste fil til vedkommende.")
        grid.add(Field(_("Person"), self.person, told), wide=True)
        grid.add(self.first)
        grid.add(self.last)
        grid.add(self.remove_on)
        self.body.addWidget(grid)
        self.first.line.setText(reading.show_day(row.first_day if row else desk.session.today))
        if row is not None:
            self.person.set_key(row.id)
            self.last.line.setText(reading.show_day(row.last_day))
            self.remove_on.line.setText(reading.show_day(row.remove_on))
        self.set_primary(_("Gem"))
        self.person.setFocus()

    def submit(self) -> None:
        if not self.person.key():
            self.complain(_("Vælg en person. Intet er ændret. Mangler vedkommende, så invitér under Udveksling."))
            return
        try:
            first, last, remove_on = self.first.value(), self.last.value(), self.remove_on.value()
        except Unreadable:
            return
        if last is not None and last < first:
            self.last.set_error(_("Til ligger før fra."))
            self.last.line.setFocus()
            return
        if last is None:
            remove_on = None
        elif remove_on is None or remove_on < last:
            remove_on = last + timedelta(weeks=TAIL_WEEKS)
        store, learner = self._desk.session.store, self._learner.learner
        person = self.person.key()
        old = self._old or next((one for one in following.of_learner(store, learner) if one.id == person), None)
        new = Access(learner, person, first, last, remove_on)
        changes = update(old, replace(new, id=old.id)) if old else creation(new)
        try:
            store.record(changes, _("Hvem følger"))
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Gemt. Det gælder fra den næste fil."))
        self.accept()


def people(organisation: Organisation, without: str = "") -> list[tuple[str, str]]:
    """The staff to choose among, mentors first; the empty choice first of all."""
    known = [person for person in organisation.people.values() if person.id != without]
    known.sort(key=lambda person: (person.role not in (None, "mentor"), person.name.casefold(), person.id))
    sites = organisation.sites
    shown = []
    for person in known:
        site = sites.get(person.site or "")
        shown.append((person.id, f"{person.name} ({site.name})" if site else person.name))
    return [("", _("vælg")), *shown]
