"""Prøveterminer: the terms of Prøve i Dansk that R30 reminds of; coordinators write them."""

from __future__ import annotations

from mentorapp.alerts.danish import SIGN_UP
from mentorapp.domain.change import removal
from mentorapp.domain.organisation import ExamTerm
from mentorapp.i18n import _, day
from mentorapp.store.database import Changed
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.day_rows import DayRows, Line
from mentorapp.ui.pages.exam_term_form import ExamTermForm
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Panel


class ExamTermsPanel(Panel):
    """The terms by date, and a button for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Prøveterminer"))
        self._desk = desk
        self.new = Button(_("Ny prøvetermin"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self._write(None))
        self.set_aside(self.new)
        told = _(
            "Prøve i Dansk, for alle i organisationen. Ligger ingen tilmeldingsfrist forude her, regner påmindelsen "
            "R30 med terminer i maj–juni og november–december (danskogproever.dk)."
        )
        self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self.list = DayRows(_("Ingen kommende prøveterminer er skrevet ind."), self._write, self.delete)
        self.body.addWidget(self.list)
        desk.book.changed.connect(self._follow)
        self.refresh()

    def _follow(self, changed: Changed) -> None:
        if ExamTerm.TABLE in changed.tables:
            self.refresh()

    def refresh(self) -> None:
        """Show the terms there are."""
        session = self._desk.session
        may_write = session.store.role in BY_TABLE[ExamTerm.TABLE].writers
        self.new.setVisible(may_write)
        terms = sorted(session.organisation.exam_terms, key=lambda term: (term.first_day, term.id))
        self.list.show_lines([_line(term) for term in terms], session.today, may_write)

    def delete(self, term: ExamTerm) -> None:
        """Take a term away; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(term), _("Slet prøvetermin"))
            self._desk.said.emit(_("Prøveterminen er slettet. Ctrl+Z henter den tilbage."))
            self.new.setFocus()

    def _write(self, term: ExamTerm | None) -> None:
        form = ExamTermForm(self, self._desk, term)
        form.exec()
        form.deleteLater()
        if term is None or not self.list.focus_on(term.id):
            self.new.setFocus()


def _line(term: ExamTerm) -> Line:
    if term.sign_up_by is not None:
        below = _("Tilmelding senest {day} · skolens frist").format(day=day(term.sign_up_by))
    else:
        counted = day(term.first_day - SIGN_UP)
        below = _("Tilmelding senest {day} · 10 uger før (danskogproever.dk)").format(day=counted)
    first = day(term.first_day)
    return Line(
        term,
        _("Første prøvedag {day}").format(day=first),
        below,
        _("prøvetermin {day}").format(day=first),
        term.first_day,
    )
