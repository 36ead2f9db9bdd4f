"""What the school said: shown with who said so, and never confirmed here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.attendance import SOURCES, Attendance
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _, day, hours, weekday
from mentorapp.sentences import school_type
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance import week_words as words
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.theme import current

AT_ONCE = 12


class SchoolPanel(Panel):
    """Newest first: days from lists and printouts, then the totals of courses."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Skolens fremmøde"))
        self._said: tuple[tuple[str, str], ...] | None = None
        self._shown = AT_ONCE
        text = _("Kun skolen siger, hvem der var der: importér dens liste, eller skriv kursets timer under Kurser.")
        self._why = Label(text, "small", "muted", wrap=True)
        self.bring = Button(_("Importér liste"), icon="download", size="small")
        self.bring.clicked.connect(lambda: desk.ask_import())
        self.set_aside(self.bring)
        self._rows = QVBoxLayout()
        self.more = Button(_("Vis flere"), "text", size="small")
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self._why)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._may_import = desk.session.store.role == "coordinator"
        self.bring.setVisible(self._may_import)
        measured(self, self._measure_rows)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show what the school said of the newest enrolment."""
        said = tuple(_told(opened))
        if afresh:
            self._shown = AT_ONCE
        if said != self._said or afresh:
            self._said = said
            self._show()

    def lines(self) -> list[str]:
        """What is said, a line each."""
        return [f"{what}: {told}" for what, told in (self._said or ())[: self._shown]]

    def _show_more(self) -> None:
        self._shown += 5 * AT_ONCE
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        said = self._said or ()
        for what, told in said[: self._shown]:
            row = QVBoxLayout()
            row.setSpacing(0)
            line = Label(what, "strong", wrap=True)
            self._rows.addWidget(line)
            self._rows.addWidget(Label(told, "small", "muted", wrap=True))
        if not said:
            self._rows.addWidget(Label(_("Skolen har ikke sagt noget endnu."), tone="muted", wrap=True))
        self.more.setVisible(len(said) > self._shown)

    def _measure_rows(self) -> None:
        self._rows.setSpacing(current().px(3))


def _told(opened: Opened) -> list[tuple[str, str]]:
    case, ledger = opened.case, opened.ledger
    if case.enrolment is None or ledger is None:
        return []
    own = case.only(case.enrolment.id)
    courses = {row.id: row for row in own.schooling}
    dated = sorted((e for e in own.attendance if e.kind == "school"), key=lambda e: (e.day, e.id), reverse=True)
    totals = [row for row in own.schooling if row.attended_minutes is not None]
    totals.sort(key=lambda row: (row.last_day or row.first_day or ledger.start, row.id), reverse=True)
    return [*(_day(entry, courses) for entry in dated), *(_total(row) for row in totals)]


def _day(entry: Attendance, courses: dict[str, Schooling]) -> tuple[str, str]:
    row = courses.get(entry.schooling or "")
    what = _name(row) if row else _("uden kursus")
    if entry.status == "present":
        told = _("{n} timer").format(n=hours(entry.minutes)) if entry.minutes is not None else _("timer ikke oplyst")
    else:
        told = words.status(entry.status)
    source = _(SOURCES[entry.source]) if entry.source in SOURCES else entry.source
    on = f"{weekday(entry.day.isoweekday())[:3]} {day(entry.day)}"
    return f"{on} · {told}", " · ".join((what, source or _("kilde ikke oplyst")))


def _total(row: Schooling) -> tuple[str, str]:
    first, last = row.first_day, row.last_day
    span = f"{day(first)} – {day(last)}" if first and last else _("uden datoer")
    told = _("{n} timer i alt").format(n=hours(row.attended_minutes or 0))
    return f"{span} · {told}", " · ".join((_name(row), _("kursets samlede timer")))


def _name(row: Schooling) -> str:
    return row.title or school_type(row.type)
