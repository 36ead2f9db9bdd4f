"""I dag: "Hvem har brug for mig?", every alert of every learner, most urgent first."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, long_day, ngettext, weekday
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.alert_list import AlertList, AlertRow
from mentorapp.ui.pages.learners_page import has_ended
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen


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
        """Every alert about a running course, in the order of urgency and name."""
        today = self._desk.session.today
        return [
            AlertRow(entry.name, alert)
            for entry in self._book.entries.values()
            if not has_ended(entry, today)
            for alert in entry.alerts
        ]

    def refresh(self) -> None:
        """Read the book again."""
        today = self._desk.session.today
        week = _("{weekday} {date} · uge {week}").format(
            weekday=weekday(today.isoweekday()), date=long_day(today), week=today.isocalendar().week
        )
        self.head.set_subtitle(week[:1].upper() + week[1:])
        rows = self.rows()
        self.alerts.show_alerts(rows)
        people = len({row.alert.learner for row in rows})
        self._panel.set_aside(ngettext("{n} elev", "{n} elever", people).format(n=people))
        self._note.setVisible(bool(self._book.entries))
        if rows or (self._book.entries and not self._book.complete):
            self._stack.setCurrentWidget(self._panel)
        else:
            self._show_other("quiet" if self._book.entries else "empty")

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
