"""Noter: the note being written beside those there are."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from mentorapp import meeting_sentences
from mentorapp.domain.change import removal
from mentorapp.domain.note import Note
from mentorapp.i18n import _
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.notes.note_card import NoteEntry
from mentorapp.ui.learner.notes.note_editor import NoteEditor
from mentorapp.ui.learner.notes.note_list import NoteList
from mentorapp.ui.learner.tab_page import TabPage
from mentorapp.ui.theme import current


class NotesTab(TabPage):
    """Editor at the left, list at the right; the list below where the text is large."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._notes: tuple[Note, ...] = ()
        self.editor, self.list = NoteEditor(desk), NoteList()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground())
        self._columns.addWidget(self.editor, 54)
        self._columns.addWidget(self.list, 46)
        self.list.correct_wanted.connect(lambda entry: self.editor.correct(entry.note))
        self.list.delete_wanted.connect(self.delete)
        self.list.compare_wanted.connect(self.compare)
        self.follow_measure()

    def measure(self, stacked: bool) -> None:
        theme = current()
        gap = theme.space("panel_gap")
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if stacked else across)
        self._columns.setContentsMargins(*self.margins())
        self._columns.setSpacing(gap if stacked else theme.space("column_gap"))

    def show_case(self, opened: Opened, afresh: bool) -> None:
        self.editor.show_case(opened, afresh)
        self._notes = opened.case.notes
        self.list.show_notes(opened.case.notes, afresh, meeting_sentences.titles(opened.case.meetings))

    def leave(self) -> None:
        if not self.editor.leave():
            self._desk.failed.emit(self.editor.error())

    def delete(self, entry: NoteEntry) -> None:
        """Take a note away with every version of it; one action, so that one undo brings all of it back."""
        with self._desk.catching():
            changes = [change for version in entry.versions for change in removal(version)]
            # said before, so that the editor does not take its own words for a note that was undone
            self.editor.forget(entry.note)
            self._desk.session.store.record(changes, _("Slet notat"), "note")
            self._desk.said.emit(_("Notatet er slettet. Ctrl+Z henter det tilbage."))

    def compare(self, entry: NoteEntry, other: NoteEntry) -> None:
        """Show two texts of one note side by side; what is being typed is saved first, for it may be one of them."""
        from mentorapp.ui.learner.notes.twins_dialog import TwinsDialog

        self.leave()
        TwinsDialog(self, self._desk, entry.note, other.note, self._notes).open()

    def let_go(self) -> None:
        self.editor.let_go()
