"""I dag: "Hvem har brug for mig?": the week to confirm, what needs doing, meetings, and who is at school."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, long_day, weekday
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.safety_strip import SafetyStrip
from mentorapp.ui.theme import current
from mentorapp.ui.today.alerts_panel import AlertsPanel
from mentorapp.ui.today.at_school_panel import AtSchoolPanel
from mentorapp.ui.today.confirm_panel import ConfirmPanel
from mentorapp.ui.today.exchange_strip import ExchangeStrip
from mentorapp.ui.today.meetings_panel import MeetingsPanel
from mentorapp.ui.when_seen import WhenSeen

STACKS_FROM = 1.5
"""Text scale from which the side column stands below the main column."""

WIDE = 1600
"""Pixels of the window from which the side column is wider."""


class TodayPage(QWidget):
    """What today asks of who sits here; every line leads to the learner it is about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._book = desk, desk.book
        self.head = PageHead(_("Hvem har brug for mig?"))
        note = Button(_("Nyt notat"), "primary", "pencil", "Ctrl+N")
        note.clicked.connect(lambda: desk.note_wanted.emit(None))
        self.head.add_right(note)
        self._note = note
        self.confirm = ConfirmPanel(desk)
        self.panel = AlertsPanel(desk)
        self.alerts, self.put_off = self.panel.alerts, self.panel.put_off
        self.meetings, self.school = MeetingsPanel(), AtSchoolPanel()
        self.meetings.opened.connect(lambda learner, row: desk.row_wanted.emit(learner, "meetings", row))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._work())
        self._others: dict[str, EmptyPage] = {}
        self._page = QVBoxLayout(self)
        self._page.setSpacing(0)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.head)
        self._page.addWidget(SafetyStrip(desk))
        self.exchange = ExchangeStrip(desk)
        self._page.addWidget(self.exchange)
        self._page.addWidget(holder, 1)
        self._begun = False
        self._later = WhenSeen(self, self.refresh)
        self._book.listed.connect(self._later.ask)
        self._book.updated.connect(self._later.ask)
        measured(self, self._measure)
        self.refresh()

    def _work(self) -> QScrollArea:
        """The panels; they scroll as a whole where large text needs more than the window has."""
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._main, self._side = QVBoxLayout(), QVBoxLayout()
        self._main.addWidget(self.confirm)
        self._main.addWidget(self.panel, 1)
        self._side.addWidget(self.meetings)
        self._side.addWidget(self.school)
        self._side.addStretch(1)
        self._columns.addLayout(self._main, 1)
        self._columns.addLayout(self._side)
        return self._area

    def _measure(self) -> None:
        theme = current()
        side, gap = theme.space("page"), theme.space("panel_gap")
        stacked = theme.scale >= STACKS_FROM
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(side, gap, side, side)
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))
        self._main.setSpacing(gap)
        self._side.setSpacing(gap)
        self.alerts.setMinimumHeight(theme.px(240))
        self.alerts.scheduleDelayedItemsLayout()
        for panel in (self.meetings, self.school):
            if stacked:
                panel.setMinimumWidth(0)
                panel.setMaximumWidth(16_777_215)
            else:
                panel.setFixedWidth(theme.size("side_wide" if self.width() >= WIDE else "side"))

    def in_hand(self) -> tuple[bytes | None, str]:
        """The learner of the week or the alert that has the keyboard, and the figure it rests on."""
        learner = self.confirm.in_hand()
        return (learner, "practice_hours_worked") if learner else self.alerts.in_hand()

    def setFocus(self) -> None:  # type: ignore[override]
        """The keyboard begins at the first week that waits, else in the alerts."""
        waiting = [row for row in self.confirm.rows() if not row.confirm.isHidden()]
        if waiting and not self.confirm.isHidden():
            waiting[0].confirm.setFocus()
        else:
            self.alerts.setFocus()

    def _begin(self) -> None:
        """The first weeks come after the first paint: the keyboard goes to them if nobody has used it since."""
        if not self._begun and self.confirm.rows():
            self._begun = True
            # asked of the window, which may not be in front yet
            if self.window().focusWidget() in (None, self.alerts) and not self.alerts.currentIndex().isValid():
                self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.confirm.order_anew()
        self._later.ask()
        self.exchange.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Read the book again."""
        today = self._desk.session.today
        week = _("{weekday} {date} · uge {week}").format(
            weekday=weekday(today.isoweekday()), date=long_day(today), week=today.isocalendar().week
        )
        self.head.set_subtitle(week[:1].upper() + week[1:])
        entries = list(self._book.entries.values())
        self._note.setVisible(bool(entries))
        self.confirm.show_entries(entries)
        self.meetings.show_entries(entries, today)
        self.school.show_entries(entries, today)
        self._begin()
        shown = (self.meetings.has_lines(), self.school.has_lines(), not self.confirm.isHidden())
        something = self.panel.refresh() or any(shown)
        if something or (entries and not self._book.complete):
            self._stack.setCurrentWidget(self._area)
        else:
            self._show_other("quiet" if entries else "empty")

    def _show_other(self, which: str) -> None:
        """Show a page without work, made when it is first needed."""
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
