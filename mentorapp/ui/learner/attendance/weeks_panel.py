"""The weeks of practice: those that wait for somebody to confirm them, and those that are settled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import week_key
from mentorapp.domain.change import Change
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.practice_weeks import PracticeWeek, month_of_week
from mentorapp.domain.week_confirmation import CannotConfirm, confirm_month, confirm_week, take_back
from mentorapp.i18n import _, month, ngettext
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.week_form import WeekForm
from mentorapp.ui.learner.attendance.week_row import WeekRow
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current

AT_ONCE = 8
"""So many weeks are shown; the rest when they are asked for."""


class WeeksPanel(Panel):
    """`is_open` chooses which weeks: those to confirm, or those that are settled."""

    def __init__(self, desk: Desk, is_open: bool) -> None:
        super().__init__(_("Uger at bekræfte") if is_open else _("Bekræftede uger"))
        self._desk, self._is_open = desk, is_open
        self._opened: Opened | None = None
        self._days: CourseDays | None = None
        self._weeks: tuple[PracticeWeek, ...] | None = None
        self._shown = AT_ONCE
        self.months = Choice()
        self.months.setAccessibleName(_("Måned"))
        self.whole_month = Button(_("Bekræft hele måneden"), size="small")
        self.whole_month.clicked.connect(self.confirm_month)
        self._month = QWidget()
        self._month_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._month)
        self._month_row.addWidget(self.months)
        self._month_row.addWidget(self.whole_month)
        self._month_row.addStretch(1)
        self.none = Label("", tone="muted", wrap=True)
        if is_open:
            # where the weeks wait is where somebody wonders how a mentor without the program confirms them
            self.sheet = Button(_("Lav månedsark …"), icon="file-spreadsheet", size="small")
            self.sheet.clicked.connect(self._make_sheet)
            self.set_aside(self.sheet)
        self._rows = QVBoxLayout()
        self.more = Button(_("Vis flere"), "text", size="small")
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self.none)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._month)
        measured(self, self._measure_weeks)

    def rows(self) -> list[WeekRow]:
        """The weeks shown, newest first."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, WeekRow)]

    def show_weeks(
        self, opened: Opened, days: CourseDays | None, weeks: tuple[PracticeWeek, ...], afresh: bool
    ) -> None:
        """Show those of `weeks`, of the newest enrolment, that belong here."""
        self._opened, self._days = opened, days
        today = days.ledger.today if days else None
        shown = tuple(
            week
            for week in weeks
            if today is not None and (week.is_open(today) if self._is_open else _is_settled(week))
        )
        if afresh:
            self._shown = AT_ONCE
        if shown != self._weeks or afresh:
            self._weeks = shown
            self._show()
        self.setVisible(self._is_open or bool(shown))

    def confirm(self, week: PracticeWeek) -> None:
        """The plan becomes practice done."""
        days, key = self._days, week_key(week.monday)
        if days is not None:
            said = _("Uge {n} er bekræftet som planlagt. Ctrl+Z fortryder.").format(n=week.monday.isocalendar().week)
            self._record(lambda: confirm_week(days, key, {}, self._name(), "mentor"), key, said)

    def confirm_month(self) -> None:
        """The plan of every open week of the chosen month becomes practice done, in one action."""
        days, key = self._days, self.months.key()
        if days is not None and key:
            count = sum(month_of_week(week.monday) == key for week in self._weeks or ())
            said = ngettext(
                "{n} uge er bekræftet som planlagt. Ctrl+Z fortryder.",
                "{n} uger er bekræftet som planlagt. Ctrl+Z fortryder.",
                count,
            )
            self._record(lambda: confirm_month(days, key, {}, self._name(), "mentor"), key, said.format(n=count))

    def edit(self, week: PracticeWeek) -> None:
        """Write what differed, by day."""
        if self._days is not None:
            form = WeekForm(self, self._desk, self._days, week)
            form.exec()
            form.deleteLater()

    def reopen(self, week: PracticeWeek) -> None:
        """Take the confirmation back; what was written of the days stays."""
        days, key = self._days, week_key(week.monday)
        if days is not None:
            said = _("Uge {n} er ikke længere bekræftet.").format(n=week.monday.isocalendar().week)
            with self._desk.catching():
                self._desk.session.store.record(
                    take_back(days, week), _("Bekræftelse ophævet: {span}").format(span=key)
                )
                self._desk.said.emit(said)

    def _make_sheet(self) -> None:
        if self._opened is not None:
            self._desk.sheet_wanted.emit(self._opened.case.learner.learner)

    def _record(self, changes: Callable[[], list[Change]], span: str, said: str) -> None:
        try:
            made = changes()
        except CannotConfirm as fault:
            self._desk.failed.emit(fault.sentence.said(_))
            return
        with self._desk.catching():
            self._desk.session.store.record(made, _("Praktik bekræftet: {span}").format(span=span))
            self._desk.said.emit(said)

    def _name(self) -> str | None:
        return self._desk.session.store.local("name")

    def _show_more(self) -> None:
        self._shown += 5 * AT_ONCE
        self._show()

    def _show(self) -> None:
        weeks = self._weeks or ()
        empty(self._rows)
        for place, week in enumerate(weeks[: self._shown]):
            if place:
                self._rows.addWidget(Hairline())
            row = WeekRow(week, self._is_open)
            row.confirm_wanted.connect(lambda week=week: self.confirm(week))
            row.edit_wanted.connect(lambda week=week: self.edit(week))
            row.open_wanted.connect(lambda week=week: self.reopen(week))
            self._rows.addWidget(row)
        self.more.setVisible(len(weeks) > self._shown)
        self.none.setVisible(not weeks)
        self.none.setText(self._nothing())
        self._offer_months(weeks)

    def _nothing(self) -> str:
        if self._opened is None or self._opened.ledger is None:
            return _("Skriv først forløbets startdato under Oplysninger.")
        if not self._opened.ledger.practice_known:
            return _("Praktiktimerne er ikke oplyst. Skriv dem under Oplysninger; så er der uger at bekræfte.")
        return _("Ingen uger venter. En uge kan bekræftes fra sin sidste arbejdsdag.")

    def _offer_months(self, weeks: tuple[PracticeWeek, ...]) -> None:
        """The months with open weeks; a whole month at once is the coordinator's."""
        keys = list(dict.fromkeys(month_of_week(week.monday) for week in weeks))
        self.months.set_choices([(key, f"{month(int(key[5:]))} {key[:4]}") for key in keys])
        self._month.setVisible(self._is_open and bool(keys) and self._desk.session.store.role == COORDINATOR)

    def _measure_weeks(self) -> None:
        theme = current()
        self._rows.setSpacing(0)
        large = theme.scale >= STACKS_FROM
        self._month_row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        for control in (self.months, self.whole_month):
            self._month_row.setAlignment(control, Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag(0))
        self._month_row.setContentsMargins(0, theme.px(8), 0, 0)
        self._month_row.setSpacing(theme.space("grid"))


def _is_settled(week: PracticeWeek) -> bool:
    """A week in a period is settled too, and told there."""
    return not week.in_period and (week.confirmed or (week.said_by_day and bool(week.by_day)))
