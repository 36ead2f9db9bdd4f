"""The latest notes, and the way to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.note import Note, leaves
from mentorapp.i18n import _, day
from mentorapp.ui.learner.notes import note_words
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current

SHOWN = 3
LONGEST = 280
"""Letters of a note shown here; the rest is on its own page."""


class LatestNotes(Panel):
    """Up to three notes; `all_wanted` leads to the rest and to writing."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Seneste noter"))
        self._notes: tuple[Note, ...] | None = None
        self.all = Button("", "text", size="small")
        self.all.clicked.connect(self.all_wanted)
        self.set_aside(self.all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show the newest of these notes."""
        if notes == self._notes:
            return
        self._notes = notes
        newest = leaves(notes)
        self.all.setText(_("Alle {n}").format(n=len(newest)) if newest else _("Skriv den første"))
        self.all.updateGeometry()
        empty(self._rows)
        if not newest:
            self._rows.addWidget(Label(_("Ingen noter endnu."), tone="muted", wrap=True))
        for place, note in enumerate(newest[:SHOWN]):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(NoteRow(note))


class NoteRow(QWidget):
    """Date, kind and author over the words; a confidential note shows none."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        author = note.written_by or _("forfatter ikke oplyst")
        self._head = QHBoxLayout()
        self._head.addWidget(Label(day(note.written_on), "label"))
        self._head.addWidget(Label(f"{note_words.kind(note)} · {author}", "caption", "muted", wrap=True), 1)
        secret = note.visibility == "confidential"
        words = _("Fortroligt. Læses under Noter.") if secret else _shortened(note.text)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(Label(words, tone="muted" if secret else "text", wrap=True))
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._column.setSpacing(theme.px(2))
        self._head.setSpacing(theme.px(10))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + " …"
