"""The steps of the learner's programme: a row each, with the day it was done on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.change import creation, update
from mentorapp.domain.step import Step, step_key
from mentorapp.domain.step_dates import CourseStep, course_steps
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.step_row import StepRow
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.panel import Hairline, Panel


class StepsPanel(Panel):
    """What is to be done once in the course, by its day. Hidden where the programme names nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Trin"))
        self._desk = desk
        self._opened: Opened | None = None
        self.rows: dict[str, StepRow] = {}
        """By the key of the step."""
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show the steps of the newest course; `afresh` forgets what was typed, for it was about someone else."""
        self._opened = opened
        today = self._desk.session.today
        end = opened.ledger.end_extended if opened.ledger else None
        steps = [step for step in course_steps(opened.case, end, today) if step.is_of_this_course]
        self.setVisible(bool(steps) and Step.TABLE not in opened.case.withheld)
        if afresh or list(self.rows) != [step.key for step in steps]:
            self._lay_out(steps, opened)
        may_write = self._desk.session.store.role in BY_TABLE[Step.TABLE].writers
        for step in steps:
            self.rows[step.key].show_step(step, today, may_write)
        done = sum(step.is_done(today) for step in steps)
        self.set_title(_("Trin"), _("{done} af {all} udført").format(done=done, all=len(steps)))

    def save(self, step: CourseStep, done_on: date | None) -> None:
        """Save the day a step was done on; None takes the step back. A refusal is said below the field."""
        assert self._opened is not None
        case = self._opened.case
        row = self.rows[step.key]
        label = _("{fact}, {name}").format(fact=_(step.step.name), name=case.learner.name)
        enrolment = case.enrolment
        assert enrolment is not None
        known = next((one for one in case.steps if one.enrolment == enrolment.id and one.step == step.key), None)
        key = step_key(enrolment.id, step.key)
        after = replace(known or Step(case.learner.learner, key, enrolment.id, step.key), done_on=done_on)
        try:
            # taken back, the row stays without a day: the same row is written again when the step is ticked anew
            self._desk.session.store.record(update(known, after) if known else creation(after), label)
        except UserError as fault:
            row.day.set_error(str(fault))
            return
        row.day.saved()
        said = _("{fact} er gemt.") if done_on else _("{fact} er ikke længere udført.")
        self._desk.said.emit(said.format(fact=_(step.step.name)))

    def finish(self) -> None:
        """Save what stands in a field that has not been left yet."""
        for row in list(self.rows.values()):
            row.day.finish()

    def let_go(self) -> None:
        """Forget what is typed: the learner is gone."""
        self._opened = None
        for row in self.rows.values():
            row.day.restore()

    def _lay_out(self, steps: list[CourseStep], opened: Opened) -> None:
        empty(self._lines)
        self.rows = {}
        sites = opened.case.organisation.site_names
        for step in steps:
            if self.rows:
                self._lines.addWidget(Hairline())
            site = sites.get(step.placement.site or "", "") if step.placement else ""
            row = StepRow(step, site)
            row.day.entered.connect(lambda value, row=row: self.save(row.step, value))
            row.today.clicked.connect(lambda _checked=False, row=row: self._done_today(row))
            self.rows[step.key] = row
            self._lines.addWidget(row)

    def _done_today(self, row: StepRow) -> None:
        row.day.restore()  # whatever was begun in the field gives way
        row.day.line.setFocus()  # the button goes when the day is there
        self.save(row.step, self._desk.session.today)
