"""I dag: "Hvem har brug for mig?", every alert of every learner, most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, long_day, ngettext, weekday
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.alert_list import AlertList
from mentorapp.ui.pages.alert_model import AlertRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen

if TYPE_CHECKING:
    from mentorapp.alerts.alert import Alert
    from mentorapp.alerts.put_off import PutOff


EVEN_WHEN_CLOSED = frozenset({"R51", "R52"})
"""Rules about data we still keep: they are for today however long ago a course ended."""


class TodayPage(QWidget):
    """What needs doing; opens the learner it is about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._book = desk, desk.book
        self.head = PageHead(_("Hvem har brug for mig?"))
        note = Button(_("Nyt notat"), "primary", "pencil", "Ctrl+N")
        note.clicked.connect(lambda: desk.note_wanted.emit(None))
        self.head.add_right(note)
        self._note = note
        self.alerts = AlertList()
        self.alerts.opened.connect(lambda learner: desk.learner_wanted.emit(learner, ""))
        self._panel = Panel(_("Kræver handling"), flush=True)
        self._panel.body.addWidget(self.alerts)
        self.alerts.put_off_wanted.connect(self._put_off)
        self.alerts.back_wanted.connect(self._bring_back)
        self.put_off = Button("", "text", "clock", size="small")
        self.put_off.setCheckable(True)
        self.put_off.toggled.connect(lambda _on: self.refresh())
        self._panel.foot().addWidget(self.put_off)
        self._panel.foot().addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._panel)
        self._others: dict[str, EmptyPage] = {}
        self._page = QVBoxLayout(self)
        self._page.setSpacing(0)
        self._page.addWidget(self.head)
        self._page.addWidget(holder, 1)
        self._holder = holder
        self._later = WhenSeen(self, self.refresh)
        self._book.listed.connect(self._later.ask)
        self._book.updated.connect(self._later.ask)
        self.setFocusProxy(self.alerts)
        measured(self, self._measure)
        self.refresh()

    def _measure(self) -> None:
        theme = current()
        self._page.setContentsMargins(0, 0, 0, 0)
        side = theme.space("page")
        self._holder.setContentsMargins(side, theme.px(16), side, side)
        self._stack.setContentsMargins(side, theme.px(16), side, side)
        self.alerts.scheduleDelayedItemsLayout()

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

    def refresh(self) -> None:
        """Read the book again."""
        today = self._desk.session.today
        week = _("{weekday} {date} · uge {week}").format(
            weekday=weekday(today.isoweekday()), date=long_day(today), week=today.isocalendar().week
        )
        self.head.set_subtitle(week[:1].upper() + week[1:])
        rows, hidden = self.rows(), self.put_off_rows()
        words = _("Skjul udsatte") if self.put_off.isChecked() else _("{n} udsat – vis")
        self.put_off.setText(words.format(n=len(hidden)))
        self.put_off.updateGeometry()
        self._panel.show_foot(bool(hidden))
        self.alerts.show_alerts([*rows, *hidden] if self.put_off.isChecked() else rows)
        people = len({row.alert.learner for row in rows})
        self._panel.set_aside(ngettext("{n} elev", "{n} elever", people).format(n=people))
        self._note.setVisible(bool(self._book.entries))
        if rows or hidden or (self._book.entries and not self._book.complete):
            self._stack.setCurrentWidget(self._panel)
        else:
            self._show_other("quiet" if self._book.entries else "empty")

    def _put_off(self, alert: Alert) -> None:
        from mentorapp.ui.dialogs.put_off_dialog import ask

        ask(self, self._desk, alert)

    def _bring_back(self, hidden: PutOff) -> None:
        from mentorapp.domain.change import removal

        with self._desk.catching():
            self._desk.session.store.record(removal(hidden.mark), _("Påmindelse hentet frem"))
            self._desk.said.emit(_("Påmindelsen er hentet frem igen."))

    def _show_other(self, which: str) -> None:
        """Show a page without alerts, made when it is first needed."""
        if which not in self._others:
            self._others[which] = all_well(self._desk) if which == "quiet" else nobody_yet(self._desk)
            self._stack.addWidget(self._others[which])
        self._stack.setCurrentWidget(self._others[which])


def all_well(desk: Desk) -> EmptyPage:
    """Nobody needs anything."""
    return EmptyPage(
        _("Alle er på sporet"),
        _("Ingen er bagud, ingen beviser mangler, og ingen opholdskort udløber snart."),
        [WayOn(_("Se elever"), "users", "Ctrl+2", lambda: desk.place_wanted.emit("learners"))],
    )


def nobody_yet(desk: Desk) -> EmptyPage:
    """There are no learners yet: how to begin."""
    return EmptyPage(
        _("Her står det, der skal gøres"),
        _("Når der er elever, viser siden hver morgen, hvem der er bagud, hvad der mangler, og hvad der udløber."),
        [
            WayOn(_("Importér liste"), "download", _("Excel eller CSV"), lambda: desk.ask_import()),
            WayOn(_("Ny elev"), "plus", "Ctrl+Shift+N", desk.learner_form_wanted.emit),
        ],
    )
