"""Totals of practice in a period, as on a duty roster or a payslip."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from mentorapp.domain.attendance import SOURCES, PracticePeriod
from mentorapp.domain.calendar import monday_of_week
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, update
from mentorapp.errors import UserError
from mentorapp.i18n import _, ngettext
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField

OFFERED = ("duty_roster", "payslip", "mentor")


class PeriodForm(Dialog):
    """A new period of the newest enrolment of `case`, or `period` to be put right."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, case: CaseFile, period: PracticePeriod | None = None
    ) -> None:
        super().__init__(
            parent,
            _("Ret periode") if period else _("Ny periode"),
            _("Periodens timer gælder i stedet for de bekræftede uger, der ligger i den."),
            width=600,
        )
        self._desk, self._case, self._period = desk, case, period
        example, none = _("fx 112 eller 7,4"), _("Tom: ingen.")
        self.first = TextField(_("Fra"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.last = TextField(_("Til og med"), reading.day, example=_("dd-mm-åååå"), required=True)
        self.worked = TextField(_("Arbejdede timer"), reading.hours_of_course, example=example, required=True)
        self.holiday = TextField(_("Betalt ferie, timer"), reading.hours_of_course, hint=none)
        self.sick = TextField(_("Betalt sygdom, timer"), reading.hours_of_course, hint=none)
        self.other = TextField(_("Andet betalt fravær, timer"), reading.hours_of_course, hint=none)
        self.source = Choice([(key, _(SOURCES[key])) for key in OFFERED])
        self._fields = (self.first, self.last, self.worked, self.holiday, self.sick, self.other)
        grid = FieldGrid()
        for field in self._fields:
            grid.add(field)
        grid.add(Field(_("Kilde"), self.source), wide=True)
        self.body.addWidget(grid)
        if period is not None:
            self._fill(period)
        for field in (self.first, self.last):
            field.line.textChanged.connect(lambda _text: self._weeks_follow())
        self._weeks_follow()
        self.set_primary(_("Gem periode"))
        self.first.line.setFocus()

    def _fill(self, period: PracticePeriod) -> None:
        self.first.line.setText(reading.show_day(period.first_day))
        self.last.line.setText(reading.show_day(period.last_day))
        self.worked.line.setText(reading.show_hours(period.worked_minutes))
        self.holiday.line.setText(reading.show_hours(period.paid_holiday_minutes or None))
        self.sick.line.setText(reading.show_hours(period.paid_sickness_minutes or None))
        self.other.line.setText(reading.show_hours(period.other_paid_minutes or None))
        self.source.set_key(period.source)

    def _weeks_follow(self) -> None:
        """Say how many confirmed weeks the period takes the place of, and what it overlaps."""
        try:
            first, last = self.first.peek(), self.last.peek()
        except Unreadable:
            first = last = None
        self.last.set_hint(self._replaced(first, last) if first and last and first <= last else "")

    def _replaced(self, first: date, last: date) -> str:
        enrolment, period = self._case.enrolment, self._period
        own = self._case.only(enrolment.id) if enrolment else self._case
        if any(
            other.first_day <= last and other.last_day >= first
            for other in own.practice_periods
            if period is None or other.id != period.id
        ):
            return _("Overlapper en anden periode; begge regnes helt med.")
        count = sum(1 for mark in own.week_marks if _overlaps(mark.week, first, last))
        text = ngettext("{n} bekræftet uge erstattes.", "{n} bekræftede uger erstattes.", count)
        return text.format(n=count) if count else ""

    def submit(self) -> None:
        read = {}
        for field in self._fields:
            try:
                read[field] = field.value()
            except Unreadable:
                continue
        if len(read) == len(self._fields) and read[self.last] < read[self.first]:
            self.last.set_error(_("Til ligger før fra."))
        elif len(read) == len(self._fields) and read[self.first] > self._desk.session.today:
            self.first.set_error(_("Perioden er ikke begyndt endnu."))
        faulty = [field for field in self._fields if field.error()]
        if faulty:
            faulty[0].line.setFocus()
            return
        enrolment = self._case.enrolment
        assert enrolment is not None
        old = self._period
        row = old or PracticePeriod(
            enrolment.learner, secrets.token_hex(8), enrolment.id, read[self.first], read[self.last]
        )
        new = replace(
            row,
            first_day=read[self.first],
            last_day=read[self.last],
            worked_minutes=read[self.worked],
            paid_holiday_minutes=read[self.holiday] or 0,
            paid_sickness_minutes=read[self.sick] or 0,
            other_paid_minutes=read[self.other] or 0,
            source=self.source.key() or None,
        )
        try:
            self._desk.session.store.record(update(old, new) if old else creation(new), self.windowTitle())
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Perioden er gemt."))
        self.accept()


def _overlaps(week: str, first: date, last: date) -> bool:
    try:
        monday = monday_of_week(week)
    except ValueError:
        return False
    return monday <= last and monday + timedelta(days=6) >= first
