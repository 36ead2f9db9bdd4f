"""Papirer: the learner's documents. They are read, shown and copied without leaving plain text on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from mentorapp.domain.document import Document
from mentorapp.errors import UserError
from mentorapp.i18n import _, ngettext
from mentorapp.store import document_files, documents
from mentorapp.store.document_files import Added
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.dialogs.frame.running import Running
from mentorapp.ui.learner.papers import copies, our_files, paper_view
from mentorapp.ui.learner.papers.papers_panel import PapersPanel
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current

WIDEST = 1_040
"""Pixels of the list at 100 %: what stands at the right of a row still belongs to its name."""

MOST_NAMED = 5
"""Files that could not be added, named with their reasons; hundreds may be dropped by mistake."""


class PapersTab(TabPage):
    """Files may be dropped anywhere on it; those of our own making are left to the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._learner = b""
        self._may_write = False
        self.list = PapersPanel()
        self.fault = MessageStrip("danger")
        self.fault.hide()
        self.running = Running()
        self._column = QVBoxLayout(self.ground())
        for part in (self.fault, self.list, self.running):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.list.new.clicked.connect(self.ask)
        self.list.show_wanted.connect(self.show_paper)
        self.list.copy_wanted.connect(self.save_copy)
        self.list.delete_wanted.connect(self.delete)
        self.list.name_wanted.connect(self.rename)
        # a scroll area hears of drags through its viewport
        self.viewport().setAcceptDrops(True)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        self._column.setContentsMargins(*self.margins())
        self._column.setSpacing(theme.space("panel_gap"))
        for part in (self.fault, self.list, self.running):
            part.setMaximumWidth(theme.px(WIDEST))

    def show_case(self, opened: Opened, afresh: bool) -> None:
        store, self._learner = self._desk.session.store, opened.case.learner.learner
        if afresh:
            self.list.let_go()
            self.fault.hide()
        self._may_write = documents.may_write(store, self._learner)
        here = documents.arrived(store, self._learner)
        self.list.show_papers(documents.of(store, self._learner), here, self._may_write)

    def leave(self) -> None:
        self.list.finish()

    def let_go(self) -> None:
        self._learner = b""
        self.list.let_go()

    def ask(self) -> None:
        """Ask which files to add."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        endings = " ".join(f"*{one}" for suffixes in document_files.SUFFIXES.values() for one in suffixes)
        kinds = ";;".join((_("Papirer ({endings})").format(endings=endings), _("Alle filer (*)")))
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Tilføj papir"), folder, kinds)
        if chosen:
            self.add([Path(one) for one in chosen])

    def add(self, paths: Sequence[Path]) -> None:
        """Add files as papers; those that cannot be are named, and the others are added all the same.

        A file of ours, or a letter with one in it, is given to the window instead.
        """
        if self.running.busy:
            return
        session, learner = self._desk.session, self._learner
        store, today = session.store, session.today

        def work() -> tuple[Added, list[Path]]:
            ours = [path for path in paths if our_files.is_ours(path)]
            return document_files.add_files(store, learner, [one for one in paths if one not in ours], today), ours

        self.fault.hide()
        self.running.start(_("Tilføjer …"), work, lambda done: self._added(learner, *done), self._fail)

    def show_paper(self, paper: Document) -> None:
        """Show a paper in the window."""
        paper_view.PaperView(self, self._desk, paper).exec()

    def save_copy(self, paper: Document) -> None:
        """Ask where, and save a copy there; a fault is said in place."""
        path = copies.ask(self, paper)
        if path is None or self.running.busy:
            return
        store = self._desk.session.store
        self.fault.hide()
        self.running.start(
            _("Gemmer …"),
            lambda: file_out.write(path, paper_view.read(store, paper)),
            lambda _none: self._desk.said.emit(file_out.saved(path)),
            self._fail,
        )

    def rename(self, paper: Document, name: str) -> None:
        """Call a paper something else; where that cannot be, the field says so and keeps what was typed."""
        try:
            documents.rename(self._desk.session.store, paper, name)
        except UserError as fault:
            self.list.rows[paper.id].refuse(str(fault))
            return
        self.list.rows[paper.id].saved()
        self._desk.said.emit(_("Papiret hedder nu »{name}«. Ctrl+Z fortryder.").format(name=name))

    def delete(self, paper: Document) -> None:
        """Take a paper away; it can be brought back."""
        order = list(self.list.rows)
        try:
            documents.take_away(self._desk.session.store, paper)
        except UserError as fault:
            self._fail(fault)
            return
        self.fault.hide()
        self._desk.said.emit(_("»{name}« er slettet. Ctrl+Z henter det tilbage.").format(name=paper.name))
        self.list.focus_near(order, paper.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _files(event)
        # what is left to the window goes on to it
        event.setAccepted(self._may_write and bool(paths) and not any(map(our_files.is_plainly_ours, paths)))

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(_files(event))

    def _added(self, learner: bytes, added: Added, ours: Sequence[Path]) -> None:
        if added.documents:
            many = ngettext("{n} papir er tilføjet.", "{n} papirer er tilføjet.", len(added.documents))
            self._desk.said.emit(f"{many.format(n=len(added.documents))} {_('Ctrl+Z fortryder.')}")
        if added.refused and learner == self._learner:
            lead = ngettext("{n} fil er ikke tilføjet.", "{n} filer er ikke tilføjet.", len(added.refused))
            more = len(added.refused) - MOST_NAMED
            rest = [ngettext("Og {n} til.", "Og {n} til.", more).format(n=more)] if more > 0 else []
            self._complain(lead.format(n=len(added.refused)), " ".join([*added.refused[:MOST_NAMED], *rest]))
        for path in ours:
            self._desk.file_wanted.emit(path)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        lead, stop, rest = str(error).partition(". ")
        self._complain(lead + stop.strip(), rest)

    def _complain(self, lead: str, sentences: str) -> None:
        self.fault.set_message("danger", lead, sentences)
        self.fault.show()
        self.verticalScrollBar().setValue(0)


def _files(event: QDropEvent) -> list[Path]:
    """The files that are dragged; folders and links elsewhere are none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
