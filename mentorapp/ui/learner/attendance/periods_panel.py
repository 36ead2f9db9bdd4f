"""Totals of practice from roster or payslip: a row each, to be put right or taken away."""

from __future__ import annotations

from mentorapp.domain.attendance import SOURCES, PracticePeriod
from mentorapp.domain.change import removal
from mentorapp.i18n import _, day, hours
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.period_form import PeriodForm
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.edit_row import EditRow, EditRows
from mentorapp.ui.parts.panel import Panel


class PeriodsPanel(Panel):
    """The periods, newest first; who may not write them sees them all the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Samlede timer for en periode"))
        self._desk = desk
        self._opened: Opened | None = None
        self._periods: tuple[PracticePeriod, ...] | None = None
        self.new = Button(_("Ny periode"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self.write(None))
        self.set_aside(self.new)
        self.rows = EditRows()
        self.body.addWidget(self.rows)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show the periods of the newest enrolment."""
        enrolment = opened.case.enrolment
        self._opened = opened
        may_write = self._desk.session.store.role in BY_TABLE[PracticePeriod.TABLE].writers
        self.new.setVisible(may_write)
        self.new.setEnabled(enrolment is not None)
        own = [period for period in opened.case.practice_periods if enrolment and period.enrolment == enrolment.id]
        periods = tuple(sorted(own, key=lambda period: (period.first_day, period.id), reverse=True))
        if periods == self._periods and not afresh:
            return
        self._periods = periods
        none = _("Ingen perioder. Timer fra vagtplan eller lønseddel kan skrives samlet her.")
        self.rows.show_rows([self._row(period, may_write) for period in periods], none)

    def _row(self, period: PracticePeriod, may_write: bool) -> EditRow:
        span = f"{day(period.first_day)} – {day(period.last_day)}"
        row = EditRow(span, [" · ".join(_told(period))], _("perioden {span}").format(span=span), may_write)
        row.edit.clicked.connect(lambda: self.write(period))
        row.delete.clicked.connect(lambda: self.delete(period))
        return row

    def write(self, period: PracticePeriod | None) -> None:
        """Write a new period, or put one right."""
        if self._opened is not None and self._opened.case.enrolment is not None:
            form = PeriodForm(self, self._desk, self._opened.case, period)
            form.exec()
            form.deleteLater()

    def delete(self, period: PracticePeriod) -> None:
        """Take a period away; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(period), _("Slet periode"))
            self._desk.said.emit(_("Perioden er slettet. Ctrl+Z henter den tilbage."))
            self.new.setFocus()


def _told(period: PracticePeriod) -> list[str]:
    said = [_("{n} timer arbejdet").format(n=hours(period.worked_minutes))]
    for minutes, text in (
        (period.paid_holiday_minutes, _("{n} betalt ferie")),
        (period.paid_sickness_minutes, _("{n} betalt sygdom")),
        (period.other_paid_minutes, _("{n} andet betalt")),
    ):
        if minutes:
            said.append(text.format(n=hours(minutes)))
    source = _(SOURCES[period.source]) if period.source in SOURCES else period.source
    return [*said, source or _("kilde ikke oplyst")]
