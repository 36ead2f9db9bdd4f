"""Kræver handling: every alert of every learner, most urgent first, and those that were put off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorapp.i18n import _, ngettext
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.alert_list import AlertList
from mentorapp.ui.pages.alert_model import AlertRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.panel import Panel

if TYPE_CHECKING:
    from mentorapp.alerts.alert import Alert
    from mentorapp.alerts.put_off import PutOff

EVEN_WHEN_CLOSED = frozenset({"R51", "R52"})
"""Rules about data we still keep: they are for today however long ago a course ended."""


class AlertsPanel(Panel):
    """What needs doing; opens the learner it is about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Kræver handling"), flush=True)
        self._desk, self._book = desk, desk.book
        self.alerts = AlertList()
        self.alerts.opened.connect(lambda learner: desk.learner_wanted.emit(learner, ""))
        self.alerts.figure_wanted.connect(desk.why_wanted)
        self.alerts.put_off_wanted.connect(self._put_off)
        self.alerts.back_wanted.connect(self._bring_back)
        self.body.addWidget(self.alerts)
        self.put_off = Button("", "text", "clock", size="small")
        self.put_off.setCheckable(True)
        self.put_off.toggled.connect(lambda _on: self.refresh())
        self.foot().addWidget(self.put_off)
        self.foot().addStretch(1)

    def rows(self) -> list[AlertRow]:
        """What is open about courses that run or are being closed, by urgency and name; each thing said once."""
        entries = [entry for entry in self._book.entries.values() if entry.alerts]
        if not entries:
            return []
        from mentorapp.alerts.all_alerts import without_repeats

        return [
            AlertRow(entry.name, alert)
            for entry in entries
            for alert in without_repeats(entry.alerts, (hidden.alert for hidden in entry.put_off))
            if not entry.closed or alert.id in EVEN_WHEN_CLOSED
        ]

    def put_off_rows(self) -> list[AlertRow]:
        """What was put off about courses that run or are being closed."""
        return [
            AlertRow(entry.name, hidden.alert, hidden)
            for entry in self._book.entries.values()
            for hidden in entry.put_off
            if not entry.closed or hidden.alert.id in EVEN_WHEN_CLOSED
        ]

    def refresh(self) -> bool:
        """Read the book again; whether there is anything to show."""
        rows, hidden = self.rows(), self.put_off_rows()
        words = _("Skjul udsatte") if self.put_off.isChecked() else _("{n} udsat – vis")
        self.put_off.setText(words.format(n=len(hidden)))
        self.put_off.updateGeometry()
        self.show_foot(bool(hidden))
        self.alerts.show_alerts([*rows, *hidden] if self.put_off.isChecked() else rows)
        people = len({row.alert.learner for row in rows})
        counted = ngettext("{n} elev", "{n} elever", people).format(n=people)
        # none would be a comfort that nobody has worked out yet
        self.set_aside(counted if self._book.complete else _("Regnes ud …"))
        return bool(rows or hidden)

    def _put_off(self, alert: Alert) -> None:
        from mentorapp.ui.dialogs.put_off_dialog import ask

        ask(self, self._desk, alert)

    def _bring_back(self, hidden: PutOff) -> None:
        from mentorapp.domain.change import removal

        with self._desk.catching():
            self._desk.session.store.record(removal(hidden.mark), _("Påmindelse hentet frem"))
            self._desk.said.emit(_("Påmindelsen er hentet frem igen."))
