"""The form of a new learner: a name, and as much of the course as is known, saved in one."""

from __future__ import annotations

import secrets
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mentorapp.domain.change import Change, creation
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.domain.placement import Placement
from mentorapp.domain.programme import find
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable, fold
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.facts.rule_set_words import rule_set_in_brief
from mentorapp.ui.learner.facts.workplace import mentor_named, mentor_names, site_named, site_names, site_trouble
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.completion import offer
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class LearnerForm(Dialog):
    """Only the name must be known; the rest can be written later under Oplysninger."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, _("Ny elev"), _("Resten kan skrives senere under Oplysninger."))
        self._desk = desk
        self.learner: bytes | None = None
        organisation = desk.session.organisation
        self.name = TextField(_("Navn"), reading.person, required=True)
        self.programme = TextField(_("Ordning"))
        self.start = TextField(_("Startdato"), reading.day, example=_("dd-mm-åååå"))
        self.site = TextField(_("Praktiksted"))
        self.mentor = TextField(_("Mentor"), reading.person)
        self.hours = TextField(_("Praktiktimer om ugen"), reading.hours_a_week, example=_("fx 28"))
        self._fields = (self.name, self.programme, self.start, self.hours, self.site, self.mentor)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field, wide=field in (self.name, self.programme))
        self.body.addWidget(grid)
        programmes = organisation.programmes
        with_rules = [programme.name for programme in programmes if programme.rule_sets]
        self.programme.line.setText(with_rules[0] if with_rules else "")
        offer(self.programme.line, [programme.name for programme in programmes])
        offer(self.site.line, site_names(organisation))
        offer(self.mentor.line, mentor_names(organisation))
        self._known = {fold(name) for _learner, name in desk.session.names()}
        self.name.line.textChanged.connect(lambda _text: self._name_follows())
        for field in (self.start, self.programme):
            field.line.textChanged.connect(lambda _text: self._rules_follow())
        self.set_primary(_("Opret elev"), "user-plus")
        self.name.line.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, desk: Desk) -> bytes | None:
        """Show the form; the id of the learner that was made, None where none was."""
        form = cls(parent, desk)
        made = form.learner if form.exec() == QDialog.DialogCode.Accepted else None
        form.deleteLater()
        return made

    def _name_follows(self) -> None:
        known = fold(self.name.line.text()) in self._known
        self.name.set_hint(_("Der er allerede en elev med det navn.") if known else "")

    def _rules_follow(self) -> None:
        """Say which rules the start date chooses, as soon as it is one."""
        try:
            enrolment = self._enrolment(b"", self.programme.peek(), self.start.peek())
        except Unreadable:
            enrolment = None
        programme = find(self._desk.session.programmes, enrolment.programme) if enrolment else None
        self.start.set_hint(rule_set_in_brief(enrolment, programme) if enrolment else "")

    def _enrolment(self, learner: bytes, programme: str | None, start: Any) -> Enrolment | None:
        if not programme or start is None:
            return None
        known = find(self._desk.session.programmes, programme)
        rule_set = known.rule_set_on(start) if known else None
        key = known.key if known else programme
        return Enrolment(learner, secrets.token_hex(8), key, start, rule_set=rule_set.key if rule_set else None)

    def _changes(self, learner: bytes, read: dict[TextField, Any]) -> list[Change]:
        changes = creation(Learner(learner, LEARNER_ROW, read[self.name]))
        enrolment = self._enrolment(learner, read[self.programme], read[self.start])
        if enrolment is None:
            return changes
        changes += creation(enrolment)
        if not self._has_placement(read):
            return changes
        organisation = self._desk.session.organisation
        site, new_site = site_named(organisation, read[self.site])
        mentor, new_mentor = mentor_named(organisation, read[self.mentor], site)
        placement = Placement(
            learner,
            secrets.token_hex(8),
            enrolment.id,
            site=site,
            mentor=mentor,
            first_day=enrolment.start,
            minutes_a_week=read[self.hours],
        )
        return changes + new_site + new_mentor + creation(placement)

    def _has_placement(self, read: dict[TextField, Any]) -> bool:
        return any(read[field] is not None for field in (self.site, self.mentor, self.hours))

    def submit(self) -> None:
        read: dict[TextField, Any] = {}
        for field in self._fields:
            try:
                read[field] = field.value()
            except Unreadable:
                continue
        if len(read) == len(self._fields) and self._has_placement(read):
            if read[self.start] is None:
                self.start.set_error(_("Skriv startdatoen, så praktikken hører til et forløb."))
            elif not read[self.programme]:
                self.programme.set_error(_("Skriv ordningen, så praktikken hører til et forløb."))
        trouble = site_trouble(self._desk.session.organisation, read.get(self.site))
        if trouble:
            self.site.set_error(trouble)
        faulty = [field for field in self._fields if field.error()]
        if faulty:
            faulty[0].line.setFocus()
            return
        learner = secrets.token_bytes(16)
        label = _("Ny elev: {name}").format(name=read[self.name])
        try:
            self._desk.session.store.record(self._changes(learner, read), label)
        except UserError as fault:
            self.complain(str(fault))
            return
        self.learner = learner
        self._desk.said.emit(_("{name} er oprettet.").format(name=read[self.name]))
        self.accept()
