"""Totals of practice from roster or payslip: a row each, to be put right or taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.attendance import SOURCES, PracticePeriod
from mentorapp.domain.change import removal
from mentorapp.i18n import _, day, hours
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.period_form import PeriodForm
from mentorapp.ui.learner.empty_layout import empty
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current


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
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)

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
        empty(self._rows)
        for place, period in enumerate(periods):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(PeriodRow(period, self, may_write))
        if not periods:
            text = _("Ingen perioder. Timer fra vagtplan eller lønseddel kan skrives samlet her.")
            self._rows.addWidget(Label(text, tone="muted", wrap=True))

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


class PeriodRow(QWidget):
    """One period in words with its two buttons."""

    def __init__(self, period: PracticePeriod, panel: PeriodsPanel, may_write: bool) -> None:
        super().__init__()
        span = f"{day(period.first_day)} – {day(period.last_day)}"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(span, "strong", wrap=True))
        words.addWidget(Label(" · ".join(_told(period)), "small", "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret perioden {span}").format(span=span))
        self.delete.setAccessibleName(_("Slet perioden {span}").format(span=span))
        self.edit.clicked.connect(lambda: panel.write(period))
        self.delete.clicked.connect(lambda: panel.delete(period))
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.edit, self.delete):
            if may_write:
                self._row.addWidget(button)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._row.setSpacing(theme.space("control"))


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
