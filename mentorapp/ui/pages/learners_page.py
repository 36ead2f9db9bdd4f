"""Elever: every learner in a row with strip, hours and state; searched, filtered and sorted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mentorapp.i18n import _, ngettext
from mentorapp.ui import shortcuts
from mentorapp.ui.book import Entry
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.learner_columns import columns
from mentorapp.ui.pages.learner_filters import NoMatch, no_learners, refill
from mentorapp.ui.pages.learner_table import STATUS, LearnerTable
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.page_head import PageHead
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.save_menu import SaveMenu
from mentorapp.ui.parts.search_field import SearchField
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.status_words import needs_action_now
from mentorapp.ui.table_model import ROW, TableModel
from mentorapp.ui.theme import current
from mentorapp.ui.when_seen import WhenSeen

LARGE_TEXT = 1.5
"""From this text scale on the filters do not fit in one row of a small screen."""


class LearnersPage(QWidget):
    """The learners and what can be asked of them as a list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._book = desk, desk.book
        self.head = PageHead(_("Elever"))
        self.search = SearchField(_("Find elev, sted eller mentor"), "/")
        self._new = Button(_("Ny elev"), "primary", "plus")
        self._new.clicked.connect(desk.learner_form_wanted)
        self.head.add_right(self._new)
        choices = [("current", _("I gang")), ("ended", _("Afsluttet")), ("all", _("Alle"))]
        self.period = Segmented(choices, _("Hvilke elever"))
        self.sites, self.mentors = QComboBox(), QComboBox()
        self.sites.setAccessibleName(_("Praktiksted"))
        self.mentors.setAccessibleName(_("Mentor"))
        for combo in (self.sites, self.mentors):
            combo.setMinimumContentsLength(15)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._import = Button(_("Importér liste"), icon="download")
        self._import.clicked.connect(lambda: desk.ask_import())
        self.keep = SaveMenu(self.save_table, self.save_calendar)
        self.model = TableModel(columns(), sort_column=STATUS)
        self.table = LearnerTable(self.model, self._book, desk.preferences)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        self._none = NoMatch(self._clear_filters)
        self._empty: QWidget | None = None
        self._lay_out()
        # typing is answered when it pauses for a moment: a thousand rows need not be sorted for every letter
        self._typed = QTimer(self, singleShot=True, interval=60)
        self._typed.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.period.chosen.connect(lambda _key: self._fill())
        self.sites.currentIndexChanged.connect(lambda _n: self._fill())
        self.mentors.currentIndexChanged.connect(lambda _n: self._fill())
        self._book.listed.connect(self._fill)
        shortcuts.bind(self, "filter", self._to_search, inside=True)
        shortcuts.bind(self, "table_out", self.save_table, inside=True)
        self._later = WhenSeen(self, self._follow)
        self._book.updated.connect(self._later.ask)
        self._fill()

    def _lay_out(self) -> None:
        self._filters = QHBoxLayout()
        self._more_filters = QHBoxLayout()
        self._large: bool | None = None
        self._panel = Panel(flush=True)
        self._panel.body.addWidget(self.table)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addLayout(self._filters)
        self._column.addLayout(self._more_filters)
        self._column.addWidget(self._panel, 1)
        self._column.addWidget(self._none, 1)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(stack, 1)
        measured(self, self._measure)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by a key is in the table. As the page's proxy Tab would go past all that comes before it."""
        self.table.setFocus(event.reason())

    def _measure(self) -> None:
        theme = current()
        side = theme.space("page")
        self._column.setContentsMargins(side, theme.px(16), side, side)
        self._column.setSpacing(theme.space("panel_gap"))
        self._filters.setSpacing(theme.space("control"))
        self._more_filters.setSpacing(theme.space("control"))
        self._arrange(theme.scale >= LARGE_TEXT)
        self.table.measure()

    def _arrange(self, large: bool) -> None:
        """At large text the filters take two rows, and the search comes down to them from the head."""
        if large == self._large:
            return
        self._large = large
        for row in (self._filters, self._more_filters):
            while row.takeAt(0):
                pass
        second = self._more_filters if large else self._filters
        self._filters.addWidget(self.period)
        if large:
            self._filters.addWidget(self.search, 1)
        else:
            self.head.add_right(self.search)
            self.head.add_right(self._new)
        second.addWidget(self.sites)
        second.addWidget(self.mentors)
        second.addStretch(1)
        second.addWidget(self._import)
        (self._filters if large else second).addWidget(self.keep)

    def entries(self) -> list[Entry]:
        """The learners that match what is searched and chosen."""
        words = self.search.text().casefold().split()
        site, mentor = self.sites.currentData(), self.mentors.currentData()
        period, today = self.period.current(), self._desk.session.today
        found = []
        for entry in self._book.entries.values():
            if period != "all" and (period == "ended") != has_ended(entry, today):
                continue
            if (site and entry.site != site) or (mentor and entry.mentor != mentor):
                continue
            if words:
                said = f"{entry.name} {entry.site} {entry.department} {entry.mentor} {entry.programme}".casefold()
                if not all(word in said for word in words):
                    continue
            found.append(entry)
        return found

    def _fill(self) -> None:
        self._show(self.entries(), afresh=True)

    def _follow(self) -> None:
        if self._book.complete or len(self._book.entries) <= 100:
            self._show(self.entries(), afresh=False)
        else:
            # while a long list is being worked out, rows keep their place and only fill up
            known = self._book.entries
            self.model.rows = [known.get(row.learner, row) for row in self.model.rows]
            self.table.viewport().update()

    def _show(self, entries: list[Entry], afresh: bool) -> None:
        everybody = self._book.entries.values()
        if not everybody and self._empty is None:
            self._empty = no_learners(self._desk)
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._content if everybody or self._empty is None else self._empty)
        self.search.setVisible(bool(everybody))
        self._new.setVisible(bool(everybody))
        (self.model.set_rows if afresh else self.model.update_rows)(entries)
        self._panel.setVisible(bool(entries))
        self._none.setVisible(not entries)
        today = self._desk.session.today
        ended = sum(has_ended(entry, today) for entry in everybody)
        running = len(everybody) - ended
        self.period.set_text("current", _("I gang {n}").format(n=running))
        self.period.set_text("ended", _("Afsluttet {n}").format(n=ended))
        self.period.set_text("all", _("Alle {n}").format(n=len(everybody)))
        urgent = sum(needs_action_now(entry) for entry in everybody)
        said = ngettext("{n} i gang", "{n} i gang", running).format(n=running)
        if urgent:
            said += " · " + ngettext("{n} kræver handling nu", "{n} kræver handling nu", urgent).format(n=urgent)
        self.head.set_subtitle(said if everybody else _("Ingen endnu"))
        refill(self.sites, _("Alle praktiksteder"), {entry.site for entry in everybody})
        refill(self.mentors, _("Alle mentorer"), {entry.mentor for entry in everybody})

    def show_site(self, name: str) -> None:
        """Show the learners of one workplace, whether their course runs or has ended."""
        self._clear_filters()
        self.sites.setCurrentIndex(max(0, self.sites.findData(name)))

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear_filters(self) -> None:
        self.search.clear()
        self.sites.setCurrentIndex(0)
        self.mentors.setCurrentIndex(0)
        self.period.set_current("all")
        self._fill()

    def save_table(self) -> None:
        """Save the rows shown as a spreadsheet."""
        from mentorapp.ui import sheet_out
        from mentorapp.ui.pages.learner_sheet import parts

        sheet_out.save(self, self._desk, self.table, parts(), _("Elever"), "elever")

    def save_calendar(self) -> None:
        """Save the schooling of the learners shown as a calendar file."""
        from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog

        CalendarDialog(self, self._desk, [row.learner for row in self.model.rows]).open()

    def in_hand(self) -> tuple[bytes | None, str]:
        """The learner of the chosen row, and the figure that the list is most about."""
        row = self.table.currentIndex().data(ROW)
        return (row.learner if row else None), "counted_hours"

    def _open(self, index: QModelIndex) -> None:
        self._desk.learner_wanted.emit(index.data(ROW).learner, "")


def has_ended(entry: Entry, today: date) -> bool:
    """Whether the course is over; before the figures are there nobody has ended."""
    return entry.end is not None and entry.end < today
