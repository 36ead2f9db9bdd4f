"""The form of a new placement: where practice goes on, and from when; the one before ends the day before."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.placement import Placement
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.facts.workplace import (
    mentor_named,
    mentor_names,
    overlap,
    site_named,
    site_names,
    site_trouble,
)
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.completion import offer
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField


class PlacementForm(Dialog):
    """A new placement of `enrolment`, after `before` where there is one."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment, before: Placement | None) -> None:
        super().__init__(parent, _("Nyt praktiksted"), _("Det tidligere sted bliver stående i forløbet."))
        self._desk, self._enrolment, self._before = desk, enrolment, before
        organisation = desk.session.organisation
        self.site = TextField(_("Praktiksted"), required=True)
        self.first = TextField(_("Fra"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.hours = TextField(_("Praktiktimer om ugen"), reading.hours_a_week, example=_("fx 28"))
        self.department = TextField(_("Afdeling"))
        self.mentor = TextField(_("Mentor"), reading.person)
        self._fields = (self.site, self.first, self.hours, self.department, self.mentor)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field, wide=field is self.site)
        self.body.addWidget(grid)
        self.ends = QCheckBox(_("Det nuværende sted slutter dagen før"))
        self.ends.setChecked(True)
        self.body.addWidget(self.ends)
        self.paid = QCheckBox(_("Lønnede timer ved siden af praktikken"))
        # they go on beside the place there is
        self.paid.toggled.connect(lambda paid: self.ends.setChecked(not paid))
        self.body.addWidget(self.paid)
        if before is None:
            self.ends.hide()
            self.paid.hide()
        offer(self.site.line, site_names(organisation))
        offer(self.mentor.line, mentor_names(organisation))
        self.set_primary(_("Gem praktiksted"))
        self.site.line.setFocus()

    def submit(self) -> None:
        for field in self._fields:
            try:
                field.value()
            except Unreadable:
                continue
        before, first = self._before, None if self.first.error() else self.first.peek()
        if first and before and before.first_day and first <= before.first_day:
            self.first.set_error(
                _("Skal ligge efter det nuværende sted, der begyndte {day}.").format(day=day(before.first_day))
            )
        organisation = self._desk.session.organisation
        if not self.site.error() and (trouble := site_trouble(organisation, self.site.peek())):
            self.site.set_error(trouble)
        made = Placement(
            self._enrolment.learner,
            secrets.token_hex(8),
            self._enrolment.id,
            first_day=first,
            paid=self.paid.isChecked() or None,
        )
        ended: list[Change] = []
        if before is not None and first is not None and self.ends.isChecked():
            ended = update(before, replace(before, last_day=first - timedelta(days=1)))
        if not self.first.error():
            self.first.set_error(self._overlap(made, bool(ended)))
        faulty = [field for field in self._fields if field.error()]
        if faulty:
            faulty[0].line.setFocus()
            return
        site, new_site = site_named(organisation, self.site.value())
        mentor, new_mentor = mentor_named(organisation, self.mentor.value(), site)
        made = replace(
            made, site=site, department=self.department.value(), mentor=mentor, minutes_a_week=self.hours.value()
        )
        changes = [*new_site, *new_mentor, *creation(made), *ended]
        try:
            self._desk.session.store.record(changes, self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Praktikstedet er gemt."))
        self.accept()

    def _overlap(self, made: Placement, ends: bool) -> str:
        """What is wrong with the days of the new place beside the others of the course."""
        opened = self._desk.book.open(made.learner)
        if opened is None:
            return ""
        others = (row for row in opened.case.placements if not (ends and row == self._before))
        return overlap(replace(opened.case, placements=tuple(others)), made)
