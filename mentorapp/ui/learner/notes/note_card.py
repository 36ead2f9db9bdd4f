"""One note in the list: when, what and by whom, its words, and its history where it was put right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.note import Note
from mentorapp.i18n import _, day
from mentorapp.ui.learner.notes import note_words
from mentorapp.ui.learner.notes.editor_panel import READER_ICONS
from mentorapp.ui.learner.notes.note_history import NoteHistory
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.theme import current


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """What a card shows: a note's newest version, those before it, and whether another was written beside it."""

    versions: tuple[Note, ...]
    has_twin: bool = False
    minutes: str = ""
    """`Referat: Trepartssamtale 04-12-2026` where it is the minutes of a meeting."""

    @property
    def note(self) -> Note:
        """The version that holds."""
        return self.versions[0]


class NoteCard(QWidget):
    """A confidential note is folded until it is opened; so nobody reads it over a shoulder."""

    correct_wanted = Signal(object)
    delete_wanted = Signal(object)
    compare_wanted = Signal(object)

    def __init__(self, entry: NoteEntry) -> None:
        super().__init__()
        self.entry = entry
        self._marked = False
        note = entry.note
        named = _("{kind} {day}").format(kind=note_words.kind(note), day=day(note.written_on))
        self.setAccessibleName(", ".join(filter(None, (day(note.written_on), note_words.about(note), entry.minutes))))
        self.correct = IconButton(_("Ret {note}").format(note=named), "pencil")
        self.delete = IconButton(_("Slet {note}").format(note=named), "trash-2")
        self.correct.clicked.connect(lambda: self.correct_wanted.emit(self.entry))
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.entry))
        self._head = QHBoxLayout()
        words = QHBoxLayout()
        words.addWidget(Label(day(note.written_on), "strong"))
        words.addWidget(Label(note_words.about(note), "caption", "muted", wrap=True), 1)
        self._words = words
        self._head.addLayout(words, 1)
        for widget in (self.correct, self.delete, Icon(READER_ICONS[note.visibility])):
            self._head.addWidget(widget)
        self.text = Label(note.text, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = Button(_("Fortroligt. Åbn for at læse."), "text", size="small")
        self.open.setAccessibleName(_("Fortroligt. Åbn {note} for at læse.").format(note=named))
        self.open.clicked.connect(lambda: self.unfold(True))
        self._history = NoteHistory(entry.versions)
        self.history = Button(note_words.corrected(entry.versions), "text", size="small")
        self.history.clicked.connect(lambda: self.show_history(not self._history.isVisibleTo(self)))
        self._twin = Label(_("Rettet to steder hver for sig: begge udgaver vises."), "caption", "warning", wrap=True)
        self.compare = Button(_("Vis dem side om side"), "text", size="small")
        self.compare.setAccessibleName(_("Vis de to udgaver af {note} side om side").format(note=named))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.entry))
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self.minutes = Label(entry.minutes, "caption", "muted", wrap=True)
        for part in (self.minutes, self.text, self.open, self._twin, self.compare, self.history, self._history):
            alignment = Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0)
            self._column.addWidget(part, 0, alignment)
        self._column.addWidget(Hairline())
        self.minutes.setVisible(bool(entry.minutes))
        self._twin.setVisible(entry.has_twin)
        self._history.hide()
        self.unfold(note.visibility != "confidential")
        measured(self, self._measure)

    def unfold(self, readable: bool) -> None:
        """Show the words, or only that there are some."""
        moved = self.open.hasFocus()
        self.text.setVisible(readable)
        self.open.setVisible(not readable)
        self.correct.setVisible(readable)
        # a confidential twin is not shown to who has not opened this one
        self.compare.setVisible(readable and self.entry.has_twin)
        self.history.setVisible(readable and len(self.entry.versions) > 1)
        if moved and readable:
            self.correct.setFocus()

    def mark(self, marked: bool) -> None:
        """Show that this is the note that was looked for."""
        self._marked = marked
        self.update()

    def take_focus(self) -> None:
        """Have the keyboard in this card."""
        (self.open if self.open.isVisibleTo(self) else self.correct).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            theme = current()
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.colour("selected"))
            painter.fillRect(0, 0, theme.line("accent_bar"), self.height(), theme.colour("accent"))

    def show_history(self, shown: bool) -> None:
        """Unfold every version, or fold them again."""
        self._history.setVisible(shown)
        self.history.setText(_("Skjul tidligere udgaver") if shown else note_words.corrected(self.entry.versions))
        self.history.updateGeometry()

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        self._column.setSpacing(theme.px(4))
        self._head.setSpacing(theme.px(4))
        self._words.setSpacing(theme.px(8))
