"""Handing a learner over to another mentor: both accesses in one action, and the earlier copy's day of removal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorapp.domain.access import Access
from mentorapp.domain.change import Change, creation, update
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.exchange import following
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.facts.follow_form import TAIL_WEEKS, people
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.label import Label

LONGEST_TAIL = 52


class HandOverForm(Dialog):
    """The new mentor follows from today, so that both can read while the hand-over is talked through."""

    def __init__(self, parent: QWidget | None, desk: Desk, opened: Opened, old: Access) -> None:
        self._desk, self._opened, self._old = desk, opened, old
        person = desk.session.organisation.people.get(old.id)
        self._name = person.name if person else old.id
        super().__init__(
            parent,
            _("Overdrag {name}").format(name=opened.case.learner.name),
            _("Fra {name} til en anden mentor.").format(name=self._name),
        )
        self.to = Choice(people(desk.session.organisation, without=old.id))
        self.last = TextField(
            _("Sidste dag for {name}").format(name=self._name.split(" ")[0]), reading.day, required=True,
            example=_("dd-mm-åååå"), hint=_("Derefter kan {name} kun læse.").format(name=self._name.split(" ")[0]),
        )  # fmt: skip
        self.tail = TextField(
            _("Kan læse i så mange uger"), _weeks, required=True,
            hint=_("Derefter fjernes kopien. {n} uger er vores forslag, ikke et lovkrav.").format(n=TAIL_WEEKS),
        )  # fmt: skip
        self.last.line.setText(reading.show_day(desk.session.today))
        self.tail.line.setText(str(TAIL_WEEKS))
        self.last.line.textChanged.connect(lambda _text: self._tell())
        self.tail.line.textChanged.connect(lambda _text: self._tell())
        grid = FieldGrid()
        grid.add(Field(_("Til"), self.to, _("Mangler vedkommende, så invitér under Udveksling.")), wide=True)
        grid.add(self.last)
        grid.add(self.tail)
        self.body.addWidget(grid)
        self.placement = QCheckBox(_("Skriv den nye som mentor på praktikpladsen"))
        placement = opened.case.placement(desk.session.today)
        self.placement.setVisible(placement is not None and placement.mentor == old.id)
        self.placement.setChecked(placement is not None and placement.mentor == old.id)
        self.body.addWidget(self.placement)
        self.told = Label("", "small", "muted", wrap=True)
        self.body.addWidget(self.told)
        self.set_primary(_("Overdrag"), "arrow-left-right")
        self.set_safe(_("Ctrl+Z fortryder, til filen er sendt."))
        self._tell()
        self.to.setFocus()

    def submit(self) -> None:
        if not self.to.key():
            self.complain(_("Vælg, hvem der overtager. Intet er ændret."))
            self.to.setFocus()
            return
        try:
            last, tail = self.last.value(), self.tail.value()
        except Unreadable:
            return
        if last < self._old.first_day:
            self.last.set_error(_("Den sidste dag ligger før den første."))
            self.last.line.setFocus()
            return
        ended = replace(self._old, last_day=last, remove_on=last + timedelta(weeks=tail))
        try:
            self._desk.session.store.record(
                [*update(self._old, ended), *self._given(), *self._moved()], _("Overdragelse")
            )
        except UserError as fault:
            self.complain(str(fault))
            return
        told = _("Overdraget. Send en fil til begge, så gælder det også hos dem.")
        self._desk.said.emit(told)
        self.accept()

    def _given(self) -> list[Change]:
        """The new mentor's access; whoever followed before follows again."""
        learner, person, today = self._opened.case.learner.learner, self.to.key(), self._desk.session.today
        had = next((one for one in following.of_learner(self._desk.session.store, learner) if one.id == person), None)
        if had is None:
            return creation(Access(learner, person, today))
        return update(had, Access(learner, person, min(had.first_day, today)))

    def _moved(self) -> list[Change]:
        placement: Any = self._opened.case.placement(self._desk.session.today)
        if placement is None or not self.placement.isChecked():
            return []
        return update(placement, replace(placement, mentor=self.to.key()))

    def _tell(self) -> None:
        """Say what happens on the earlier mentor's machine, and when."""
        try:
            last, tail = self.last.peek(), self.tail.peek()
        except Unreadable:
            last = tail = None
        if last is None or tail is None:
            self.told.setText("")
            return
        self.told.setText(
            _(
                "Hos {name}: kan rettes til og med {last}, kan kun læses til {gone}, og fjernes så fra maskinen. "
                "Det, der ikke er sendt, bliver tilbudt sendt først, og en kvittering kommer hertil."
            ).format(name=self._name, last=day(last), gone=day(last + timedelta(weeks=tail)))
        )


def _weeks(written: str) -> int | None:
    text = written.strip()
    if not text:
        return None
    if not text.isdecimal() or int(text) > LONGEST_TAIL:
        raise Unreadable(_("Skriv et antal uger, højst {n}.").format(n=LONGEST_TAIL))
    return int(text)
