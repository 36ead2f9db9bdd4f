"""One step of a course: what it is, by when, and the day it was done on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.programme_parts import WHO
from mentorapp.domain.step_dates import CourseStep
from mentorapp.i18n import _, day
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class StepRow(QWidget):
    """Words at the left, the day and a button for today at the right; `site` names the workplace of the step."""

    def __init__(self, step: CourseStep, site: str) -> None:
        super().__init__()
        self.step, self._site = step, site
        self._due = Label("", "small", "muted", wrap=True)
        self.day = FactField(_("Udført den"), reading.day, reading.show_day)
        self.day.hide_label()
        self.day.line.setPlaceholderText(_("dd-mm-åååå"))
        self.today = Button(_("I dag"), "soft", size="small")
        # the fields stand under each other, with the button or without
        policy = self.today.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.today.setSizePolicy(policy)
        self.day.row.addWidget(self.today)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(Label(_(step.step.name), "strong", wrap=True))
        self._words.addWidget(self._due)
        self._words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        measured(self, self._measure)

    def show_step(self, step: CourseStep, today: date, may_write: bool) -> None:
        """Show what is known of the step now; what is being typed stays."""
        self.step = step
        self._due.setText(" · ".join(filter(None, (self._site, self._by_when(step, today), self._who(step)))))
        self._due.setVisible(bool(self._due.text()))
        name = ", ".join(filter(None, (_(step.step.name), self._site)))
        self.today.setAccessibleName(_("{step}: udført i dag").format(step=name))
        # in the name, for the description is what is wrong with the field
        by_when = self._by_when(step, today)
        self.day.line.setAccessibleName(_("{step}: udført den").format(step=f"{name}, {by_when}" if by_when else name))
        self.day.set_value(step.done_on)
        self.day.set_read_only(not may_write)
        self.today.setVisible(may_write and step.done_on is None)

    @staticmethod
    def _by_when(step: CourseStep, today: date) -> str:
        if step.done_on is not None and step.done_on > today:
            return _("aftalt, ikke udført endnu")
        if step.due is None:
            return ""
        said = _("skulle være udført {day}") if step.is_overdue(today) else _("senest {day}")
        return said.format(day=day(step.due))

    @staticmethod
    def _who(step: CourseStep) -> str:
        return _(WHO[step.step.who]) if step.step.who else ""

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("grid"))
        # as wide in every row, whatever is said below the line
        self.day.setFixedWidth(theme.px(124) + theme.space("control") + self.today.sizeHint().width())
