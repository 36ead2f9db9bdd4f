"""What a course in a form would do, said while it is typed; and free weeks for one that fell out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.course_days import course_days
from mentorapp.domain.planning import Effect, effect
from mentorapp.domain.room_left import free_weeks
from mentorapp.domain.schooling import Schooling
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.i18n import _, hours
from mentorapp.planning_sentences import effect as effect_said
from mentorapp.planning_sentences import week_list
from mentorapp.ui.book import Opened
from mentorapp.ui.learner.schooling.said_list import SaidList
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

RESTS_MS = 150
"""How long typing must rest: two ledgers are made for every answer."""

MOST_RUNS = 3
"""So many runs of free weeks are offered."""


class PlanEffect(QWidget):
    """Give it the row as it is typed with `follow`; `weeks_chosen` when free weeks are taken (first and last day)."""

    weeks_chosen = Signal(object, object)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened = opened
        self._row: Schooling | None = None
        self.told: Effect | None = None
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._show)
        self._title = Label(_("Hvad planen giver"), "label", "muted")
        self.said = SaidList()
        self.find_button = Button(_("Find ledige uger"), icon="search", size="small")
        self.find_button.clicked.connect(self.find_weeks)
        self.found = Label("", "body", wrap=True)
        self._offers = QVBoxLayout()
        self._column = QVBoxLayout(self)
        none = _("Skriv fra, til, ugedage og tid; så står her, hvad kurset gør ved planen.")
        self._none = Label(none, "small", "muted", wrap=True)
        for widget in (self._title, self._none, self.said):
            self._column.addWidget(widget)
        self._column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.found)
        self._column.addLayout(self._offers)
        self._column.addStretch(1)
        self.found.hide()
        measured(self, self._measure)

    def follow(self, row: Schooling | None) -> None:
        """The row as it is typed now; None where it cannot be understood yet."""
        if row != self._row:
            self._row = row
            self._rest.start()

    def settle(self) -> None:
        """Say it now, without waiting for typing to rest."""
        self._rest.stop()
        self._show()

    def find_weeks(self) -> None:
        """Say which whole weeks are free, nearest first, as many as the course needs."""
        told = self._without()
        empty(self._offers)
        self.found.show()
        if told is None:
            self.found.setText(_("Skriv først, hvor mange timer kurset er."))
            return
        minutes, mondays = told
        if not mondays:
            self.found.setText(_("Der er ingen hele uger uden orlov, ferie eller andre kurser."))
            return
        text = _("Ledige uger til {hours} timer: {weeks}.")
        if len(mondays) * FULL_WEEK < minutes:
            text = _("Der er ikke ledige uger nok til {hours} timer; de eneste er {weeks}.")
        self.found.setText(text.format(hours=hours(minutes), weeks=week_list(mondays)))
        for run in _runs(mondays)[:MOST_RUNS]:
            offer = Button(
                _("Læg kurset i {weeks}").format(weeks=week_list(run)), "text", "calendar-plus", size="small"
            )
            offer.clicked.connect(lambda _on=False, run=run: self._choose(run))
            self._offers.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, run: Sequence[date]) -> None:
        self.weeks_chosen.emit(run[0], run[-1] + timedelta(days=4))
        empty(self._offers)
        self.found.hide()

    def _without(self) -> tuple[int, tuple[date, ...]] | None:
        """Minutes of the course and the weeks free for it, as if it were cancelled; None where it has no hours."""
        row, ledger = self._row, self._opened.ledger
        if row is None or ledger is None:
            return None
        minutes = row.planned_minutes
        if minutes is None:
            closed = PUBLIC_HOLIDAYS | self._opened.case.organisation.closing_days
            minutes = sum(day.minutes for day in row.sessions(closed)) if (row.session_minutes or 0) > 0 else 0
        if not minutes and ledger.required is not None and ledger.forecast is not None:
            minutes = ledger.required - ledger.forecast
        told = effect(self._opened.case, [replace(row, cancelled=True)], ledger.today, ledger)
        if minutes <= 0 or told is None:
            return None
        others = tuple(one for one in self._opened.case.schooling if one.id != row.id)
        case = replace(self._opened.case, schooling=others)
        return minutes, free_weeks(course_days(case, told.after), minutes)

    def _show(self) -> None:
        row, ledger = self._row, self._opened.ledger
        self.told = None
        if row is not None and ledger is not None and (row.first_day or row.planned_minutes or row.cancelled):
            self.told = effect(self._opened.case, [row], ledger.today, ledger)
        if self.told is None:
            self.said.show_said([])
        else:
            self.said.show_said(effect_said(self.told, self._opened.case))
        self._none.setVisible(self.told is None)
        self.updateGeometry()

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._offers.setSpacing(theme.px(2))


def _runs(mondays: Sequence[date]) -> list[list[date]]:
    """Weeks that follow each other, together: one course can lie in them."""
    runs: list[list[date]] = []
    for monday in mondays:
        if runs and (monday - runs[-1][-1]).days == 7:
            runs[-1].append(monday)
        else:
            runs.append([monday])
    return runs
