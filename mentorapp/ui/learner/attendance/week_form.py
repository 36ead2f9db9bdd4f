"""What differed in a week of practice, by day; the rest was as planned."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.calendar import week_key
from mentorapp.domain.course_days import CourseDays
from mentorapp.domain.practice_weeks import PracticeWeek
from mentorapp.domain.week_confirmation import DEVIATIONS, CannotConfirm, Deviation, confirm_week
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, hours, weekday
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.attendance import week_words as words
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.button import Button

AS_PLANNED, OTHER_HOURS = "planned", "present"
SATURDAY = 5


class DayFields:
    """The two fields of one day: what it was, and the hours where they were others."""

    def __init__(self, on: date, minutes: int, written: Attendance | None) -> None:
        self.on = on
        plan = _("{n} timer planlagt").format(n=hours(minutes)) if minutes else _("ingen timer planlagt")
        absent = [(key, words.status(key)) for key in DEVIATIONS if key != OTHER_HOURS]
        self.kind = Choice([(AS_PLANNED, _("som planlagt")), (OTHER_HOURS, _("andet timetal")), *absent])
        self.field = Field(f"{weekday(on.isoweekday()).capitalize()} {day(on)}", self.kind, plan)
        self.hours = TextField(_("Timer {day}").format(day=weekday(on.isoweekday())), reading.hours_a_day,
                               example=_("fx 5 eller 7,4"))  # fmt: skip
        # A status that is no deviation here (a closed workplace) is shown as it was written and left alone.
        self._before = written.status if written else AS_PLANNED
        self.kind.set_key(
            self._before if written is None or written.status in DEVIATIONS else words.status(self._before)
        )
        if written is not None and written.status == OTHER_HOURS:
            self.hours.line.setText(reading.show_hours(minutes if written.minutes is None else written.minutes))
        self.kind.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()

    def said(self) -> dict[date, Deviation | None]:
        """What is to be written of the day; nothing where it is as before. Raises `Unreadable`."""
        key = self.kind.key()
        if key == AS_PLANNED:
            return {} if self._before == AS_PLANNED else {self.on: None}
        if key == OTHER_HOURS:
            return {self.on: Deviation(key, self.hours.value())}
        return {self.on: Deviation(key)} if key in DEVIATIONS else {}

    def _follow(self) -> None:
        other = self.kind.key() == OTHER_HOURS
        self.hours.setEnabled(other)
        if not other:
            self.hours.line.clear()
            self.hours.set_error("")


class WeekForm(Dialog):
    """Saving it confirms the week."""

    def __init__(self, parent: QWidget | None, desk: Desk, days: CourseDays, week: PracticeWeek) -> None:
        title = _("{week}: hvad gik anderledes?").format(week=words.name(week))
        super().__init__(
            parent, title, _("Dage, der ikke er rettet, regnes som planlagt. Aldrig en diagnose."), width=600
        )
        self._desk, self._days, self._week = desk, days, week
        written = {entry.day: entry for entry in week.by_day}
        self.days: list[DayFields] = []
        grid, weekend, more = FieldGrid(), FieldGrid(), False
        for number, minutes in enumerate(week.minutes):
            on = week.monday + timedelta(days=number)
            if not days.dates.start <= on <= min(days.dates.last_day or days.last, days.ledger.today):
                continue
            fields = DayFields(on, minutes, written.get(on))
            self.days.append(fields)
            # Most weeks have no work at the weekend; its fields wait until they are asked for.
            where = weekend if number >= SATURDAY and not minutes and on not in written else grid
            where.add(fields.field)
            where.add(fields.hours)
            more = more or where is weekend
        self.weekend = Button(_("Arbejde i weekenden"), "text", "plus", size="small")
        self.weekend.clicked.connect(lambda: self._unfold(weekend))
        self.body.addWidget(grid)
        self.body.addWidget(weekend)
        self.body.addWidget(self.weekend, 0, Qt.AlignmentFlag.AlignLeft)
        weekend.hide()
        self.weekend.setVisible(more)
        self.set_primary(_("Bekræft ugen"))
        self.set_safe(_("Skolens timer bekræftes ikke her."))
        if self.days:
            self.days[0].kind.setFocus()

    def _unfold(self, weekend: QWidget) -> None:
        weekend.show()
        self.weekend.hide()
        self.days[-1].kind.setFocus()

    def submit(self) -> None:
        deviations: dict[date, Deviation | None] = {}
        for fields in self.days:
            try:
                deviations |= fields.said()
            except Unreadable:
                fields.hours.line.setFocus()
                return
        store, key = self._desk.session.store, week_key(self._week.monday)
        try:
            changes = confirm_week(self._days, key, deviations, store.local("name"), "mentor")
            store.record(changes, _("Praktik bekræftet: {span}").format(span=key))
        except CannotConfirm as fault:
            self.complain(fault.sentence.said(_))
            return
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("{week} er bekræftet.").format(week=words.name(self._week)))
        self.accept()
