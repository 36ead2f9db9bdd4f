"""Lukkedage: the days on which there is no teaching, or a workplace is closed; coordinators write them."""

from __future__ import annotations

from mentorapp.domain.change import removal
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.placement import Site
from mentorapp.i18n import _, day
from mentorapp.store import queries
from mentorapp.store.database import Changed
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.closing_day_form import ClosingDayForm, place_name
from mentorapp.ui.pages.day_rows import DayRows, Line
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Panel

SHOWN = frozenset({ClosingDay.TABLE, Site.TABLE})


class ClosingDaysPanel(Panel):
    """The closing days by date, and a button for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Lukkedage"))
        self._desk = desk
        self.new = Button(_("Ny lukkedag"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self._write(None))
        self.set_aside(self.new)
        told = _(
            "Gælder for alle i organisationen. Helligdage kender programmet selv. På en lukkedag er der ingen planlagt "
            "undervisning eller, hvor et sted er valgt, ingen praktik på stedet."
        )
        self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self.list = DayRows(_("Ingen kommende lukkedage er skrevet ind."), self._write, self.delete)
        self.body.addWidget(self.list)
        desk.book.changed.connect(self._follow)
        self.refresh()

    def _follow(self, changed: Changed) -> None:
        if SHOWN & changed.tables:
            self.refresh()

    def refresh(self) -> None:
        """Show the closing days there are."""
        session = self._desk.session
        may_write = session.store.role in BY_TABLE[ClosingDay.TABLE].writers
        self.new.setVisible(may_write)
        rows = sorted(
            queries.closing_days(session.store), key=lambda row: (row.first_day, row.last_day or row.first_day)
        )
        self.list.show_lines([self._line(row) for row in rows], session.today, may_write)

    def delete(self, row: ClosingDay) -> None:
        """Take a closing day away; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(row), _("Slet lukkedag"))
            self._desk.said.emit(_("Lukkedagen er slettet. Ctrl+Z henter den tilbage."))
            self.new.setFocus()

    def _line(self, row: ClosingDay) -> Line:
        last = row.last_day or row.first_day
        period = day(row.first_day) if last == row.first_day else f"{day(row.first_day)} – {day(last)}"
        place = place_name(self._desk.session.organisation, row.site)
        return Line(
            row,
            period,
            " · ".join(filter(None, (row.name, place))),
            _("lukkedag {period}, {place}").format(period=period, place=row.name or place),
            last,
        )

    def _write(self, row: ClosingDay | None) -> None:
        form = ClosingDayForm(self, self._desk, row)
        form.exec()
        form.deleteLater()
        if row is None or not self.list.focus_on(row.id):
            self.new.setFocus()
