"""The list of papers, newest first; where there are none, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.document import Document
from mentorapp.i18n import _
from mentorapp.ui.learner.meetings.in_order import in_order
from mentorapp.ui.learner.papers.paper_row import PaperRow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current


class PapersPanel(Panel):
    """Signals carry the paper. A row stays as long as its paper does, so that a name being typed is not lost."""

    show_wanted = Signal(object)
    copy_wanted = Signal(object)
    delete_wanted = Signal(object)
    name_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Papirer"))
        self.rows: dict[str, PaperRow] = {}
        """By id of the paper, in the order shown."""
        self.new = Button(_("Tilføj papir …"), icon="plus", size="small")
        self.set_aside(self.new)
        self.none = Label("", tone="muted", wrap=True)
        self.body.addWidget(self.none)
        self._lines = QVBoxLayout()
        self._hairlines: list[Hairline] = []
        self.body.addLayout(self._lines)
        told = _("Papirerne ligger krypteret. En kopi, du gemmer uden for programmet, er ikke krypteret.")
        self.safe = Label(told, "small", "muted", wrap=True)
        self.foot().addWidget(self.safe, 1)
        measured(self, self._measure_lines)

    def show_papers(self, papers: Sequence[Document], here: frozenset[str], may_write: bool) -> None:
        """Show these papers; `here` are the hashes whose content has come."""
        self.new.setVisible(may_write)
        self.none.setVisible(not papers)
        self.none.setText(
            _(
                "Her samles elevens papirer: kursusbeviser, aftaler, breve og billeder. Træk filer hertil, eller tryk "
                "på »Tilføj papir …«. Det kan være PDF, billeder (PNG og JPEG), Word, Excel og tekst, højst 5 MB hver."
            )
            if may_write
            else _("Der er ingen papirer om eleven.")
        )
        self.show_foot(bool(papers))
        self._keep_rows(papers)
        for paper in papers:
            self.rows[paper.id].show_paper(paper, paper.sha256 in here, may_write)
        in_order(self.new, *(part for row in self.rows.values() for part in (row.field.line, *row.buttons())))

    def focus_near(self, order: Sequence[str], gone: str) -> None:
        """Have the keyboard at the row that took the place of one that is gone."""
        place = order.index(gone) if gone in order else 0
        near = next((one for one in (*order[place:], *reversed(order[:place])) if one in self.rows), None)
        if near is None:
            self.new.setFocus()
        else:
            self.rows[near].take_focus()

    def finish(self) -> None:
        """Save a name that is being typed."""
        for row in list(self.rows.values()):
            row.finish()

    def let_go(self) -> None:
        """Forget the papers, and what is typed about them."""
        self._keep_rows(())

    def _keep_rows(self, papers: Sequence[Document]) -> None:
        wanted = [paper.id for paper in papers]
        if wanted == list(self.rows):
            return
        before, self.rows = self.rows, {}
        while self._lines.takeAt(0) is not None:
            pass
        for line in self._hairlines:
            line.hide()
            line.deleteLater()
        self._hairlines = []
        for paper in papers:
            if self.rows:
                self._hairlines.append(Hairline())
                self._lines.addWidget(self._hairlines[-1])
            row = self.rows[paper.id] = before.pop(paper.id) if paper.id in before else self._make(paper)
            self._lines.addWidget(row)
        for row in before.values():
            row.field.line.blockSignals(True)  # what is typed about a paper that is gone is not saved
            row.hide()
            row.deleteLater()

    def _make(self, paper: Document) -> PaperRow:
        row = PaperRow(paper)
        row.show_here.clicked.connect(lambda: self.show_wanted.emit(row.paper))
        row.copy.clicked.connect(lambda: self.copy_wanted.emit(row.paper))
        row.delete.clicked.connect(lambda: self.delete_wanted.emit(row.paper))
        row.renamed.connect(lambda name: self.name_wanted.emit(row.paper, name))
        return row

    def _measure_lines(self) -> None:
        self._lines.setSpacing(current().space("half"))
