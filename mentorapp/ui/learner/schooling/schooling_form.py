"""The form of a course: what it is, when it is held, and what the school said about it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QVBoxLayout, QWidget

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.schooling import RESULTS, SCHOOL_TYPES, Schooling
from mentorapp.errors import UserError
from mentorapp.i18n import _, hours, ngettext
from mentorapp.lists.cells.text import Unreadable
from mentorapp.sentences import school_type
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.completion import offer
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.learner.schooling.known_names import KnownNames, known_names
from mentorapp.ui.learner.schooling.plan_effect import PlanEffect
from mentorapp.ui.learner.schooling.weekday_boxes import WeekdayBoxes
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

OTHER = "other"

WHOLE_DAY = ("08:00", "15:24")
"""A day of 7,4 hours."""


class SchoolingForm(Dialog):
    """A new course of `enrolment`, or `row` to be put right; `saved_id` is its id once it is saved."""

    def __init__(self, parent: QWidget | None, desk: Desk, enrolment: Enrolment, row: Schooling | None = None) -> None:
        super().__init__(parent, _("Ret kursus") if row else _("Nyt kursus"), width=1000)
        self._desk, self._enrolment, self._row = desk, enrolment, row
        self.saved_id = ""
        self._make_fields()
        self._lay_out_fields()
        if row is not None:
            self._fill(row)
        self._other_follows()
        self._pattern_follows()
        for field in (self.first, self.last, self.starts, self.ends, self.planned):
            field.line.textChanged.connect(lambda _text: self._pattern_follows())
        self.weekdays.changed.connect(self._pattern_follows)
        self.kind.currentIndexChanged.connect(lambda _place: self._other_follows())
        self.kind.currentIndexChanged.connect(lambda _place: self._pattern_follows())
        self.cancelled.toggled.connect(lambda _on: self._pattern_follows())
        self.set_primary(_("Gem kursus"))
        store = desk.session.store
        desk.run(self, lambda: known_names(store), self._offer)
        self.kind.setFocus()

    def _make_fields(self) -> None:
        day, hours = _("dd-mm-åååå"), _("fx 37 eller 7,4")
        self.kind = Choice([*((key, school_type(key)) for key in SCHOOL_TYPES), (OTHER, _("Andet, tæller ikke"))])
        self.other = TextField(_("Hvad er det?"), example=_("fx Sprogcafé"), required=True)
        self.name = TextField(_("Titel"), example=_("fx Personer med demens"))
        self.provider = TextField(_("Udbyder"), example=_("fx Social- og Sundhedsskolen"))
        self.first = TextField(_("Fra"), reading.day, example=day)
        self.last = TextField(_("Til og med"), reading.day, example=day)
        self.weekdays = WeekdayBoxes()
        self.starts = TextField(_("Begynder kl."), reading.clock, example="08:00")
        self.ends = TextField(_("Slutter kl."), reading.clock, example="15:24")
        self.planned = TextField(_("Planlagte timer"), reading.hours_of_course, example=hours)
        self.attended = TextField(
            _("Deltagne timer"), reading.hours_of_course, hint=_("Som skolen siger. Tom: summen af de enkelte dage.")
        )
        self.proof = TextField(_("Bevis modtaget"), reading.day, example=day)
        self.outcome = Choice([("", _("ikke oplyst")), *((key, _(text)) for key, text in RESULTS.items())])
        self.cancelled = QCheckBox(_("Aflyst: kurset bliver ikke til noget"))

    def _lay_out_fields(self) -> None:
        grid = FieldGrid()
        grid.add(Field(_("Type"), self.kind))
        grid.add(self.other)
        grid.add(self.name, wide=True)
        grid.add(self.provider, wide=True)
        grid.add(self.first)
        grid.add(self.last)
        grid.add(Field(_("Ugedage"), self.weekdays), wide=True)
        grid.add(self.starts)
        grid.add(self.ends)
        grid.add(self.planned)
        grid.add(self.attended)
        grid.add(self.proof)
        grid.add(Field(_("Resultat"), self.outcome))
        self._fields_column = QVBoxLayout()
        self._fields_column.addWidget(grid)
        self._fields_column.addWidget(self.cancelled)
        self._fields_column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(self._fields_column, 6)
        self.body.addLayout(self._columns)
        opened = self._desk.book.open(self._enrolment.learner)
        self.plan = PlanEffect(opened) if opened is not None else None
        if self.plan is not None:
            self.plan.weeks_chosen.connect(self._lay_into)
            self._columns.addWidget(self.plan, 4)
        measured(self, self._stand)

    def _stand(self) -> None:
        """What the plan gives stands beside the fields, so that it is seen while they are typed; below large text."""
        theme = current()
        beside = theme.scale < STACKS_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else down)
        self._columns.setSpacing(theme.space("dialog") if beside else theme.space("control"))
        self._fields_column.setSpacing(theme.space("control"))

    def _lay_into(self, first: date, last: date) -> None:
        """Move the course into free weeks: whole days, unless it has clock times already."""
        self.first.line.setText(reading.show_day(first))
        self.last.line.setText(reading.show_day(last))
        self.weekdays.set_days((1, 2, 3, 4, 5))
        if not self.starts.line.text().strip() and not self.ends.line.text().strip():
            self.starts.line.setText(WHOLE_DAY[0])
            self.ends.line.setText(WHOLE_DAY[1])
        self.cancelled.setChecked(False)
        self._pattern_follows()

    def _fill(self, row: Schooling) -> None:
        self.kind.set_key(row.type if row.type in SCHOOL_TYPES else OTHER)
        self.other.line.setText("" if row.type in SCHOOL_TYPES else row.type)
        self.name.line.setText(row.title or "")
        self.provider.line.setText(row.provider or "")
        self.first.line.setText(reading.show_day(row.first_day))
        self.last.line.setText(reading.show_day(row.last_day))
        self.weekdays.set_days(row.weekdays)
        self.starts.line.setText(row.starts_at or "")
        self.ends.line.setText(row.ends_at or "")
        self.planned.line.setText(reading.show_hours(row.planned_minutes))
        self.attended.line.setText(reading.show_hours(row.attended_minutes))
        self.proof.line.setText(reading.show_day(row.proof_on))
        self.outcome.set_key(row.result)
        self.cancelled.setChecked(bool(row.cancelled))

    def _offer(self, names: KnownNames) -> None:
        offer(self.name.line, names.titles)
        offer(self.provider.line, names.providers)

    def _other_follows(self) -> None:
        self.other.setVisible(self.kind.key() == OTHER)

    def _pattern_follows(self) -> None:
        """Say what the weekly pattern gives while it is typed; faults are told when the form is sent."""
        try:
            row = self._read(quietly=True)
        except Unreadable:
            row = None
        if self.plan is not None:
            whole = row is not None and row.type and self._fault(row) is None
            self.plan.follow(row if whole else None)
        closed = PUBLIC_HOLIDAYS | self._desk.session.organisation.closing_days
        sessions = list(row.sessions(closed)) if row and (row.session_minutes or 0) > 0 else []
        if not sessions:
            self.planned.set_hint(_("Tom: efter ugedage og klokkeslæt."))
            return
        given = hours(sum(session.minutes for session in sessions))
        times = ngettext("{n} gang", "{n} gange", len(sessions)).format(n=len(sessions))
        text = (
            _("Mønsteret giver {hours} timer ({times} uden helligdage); de skrevne gælder.")
            if self.planned.line.text().strip()
            else _("Tom: efter mønsteret, {hours} timer ({times} uden helligdage).")
        )
        self.planned.set_hint(text.format(hours=given, times=times))

    def _fields(self) -> list[TextField]:
        others = [self.other] if self.kind.key() == OTHER else []
        return [*others, self.name, self.provider, self.first, self.last, self.starts, self.ends,
                self.planned, self.attended, self.proof]  # fmt: skip

    def _read(self, quietly: bool = False) -> Schooling:
        """The row as it is written here; `Unreadable` where a field cannot be understood."""
        read = {field: field.peek() if quietly else field.value() for field in self._fields()}
        row = self._row or Schooling(self._enrolment.learner, secrets.token_hex(8), self._enrolment.id, "")
        key = self.kind.key()
        return replace(
            row,
            type=(read[self.other] or "") if key == OTHER else key,
            title=read[self.name],
            provider=read[self.provider],
            first_day=read[self.first],
            last_day=read[self.last],
            weekdays=self.weekdays.days(),
            starts_at=read[self.starts],
            ends_at=read[self.ends],
            planned_minutes=read[self.planned],
            attended_minutes=read[self.attended],
            proof_on=read[self.proof],
            result=self.outcome.key() or None,
            cancelled=True if self.cancelled.isChecked() else (None if row.cancelled is None else False),
        )

    def _fault(self, row: Schooling) -> tuple[TextField, str] | None:
        """The first thing that cannot be, and where it stands."""
        if row.first_day and row.last_day and row.last_day < row.first_day:
            return self.last, _("Til ligger før fra.")
        if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
            return self.ends, _("Slutter før det begynder.")
        if bool(row.starts_at) != bool(row.ends_at):
            return (self.ends if row.starts_at else self.starts), _("Skriv begge klokkeslæt eller ingen.")
        if row.proof_on and row.proof_on > self._desk.session.today:
            return self.proof, _("Datoen ligger ude i fremtiden. Lad feltet være tomt, til beviset er modtaget.")
        return None

    def submit(self) -> None:
        faulty: list[TextField] = []
        for field in self._fields():
            try:
                field.value()
            except Unreadable:
                faulty.append(field)
        if not faulty and (fault := self._fault(self._read())):
            fault[0].set_error(fault[1])
            faulty = [fault[0]]
        if faulty:
            faulty[0].line.setFocus()
            return
        row = self._read()
        label = _("Kursus: {title}").format(title=row.title or school_type(row.type))
        try:
            self._desk.session.store.record(update(self._row, row) if self._row else creation(row), label)
        except UserError as fault:
            self.complain(str(fault))
            return
        self.saved_id = row.id
        self._desk.said.emit(_("Kurset er gemt."))
        self.accept()
