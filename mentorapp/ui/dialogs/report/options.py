"""What goes into a report: which notes, and the next steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentorapp.domain import note as notes
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.note import Note
from mentorapp.i18n import _
from mentorapp.ui.dialogs.report.note_list import NoteList
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

STEPS = 5
LONGEST_STEP = 200
_RESTS_MS = 350
"""How long the options must rest before the report is made anew."""


class Options(QWidget):
    """`changed` once the options have rested for a moment."""

    changed = Signal()

    def __init__(self, case: CaseFile) -> None:
        super().__init__()
        self._rest = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._rest.timeout.connect(self.changed)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(_("Noter i rapporten"), "label", "muted"))
        self.notes = NoteList(notes.leaves(case.notes))
        if self.notes.count():
            self.notes.itemChanged.connect(lambda _item: self._rest.start())
            self._column.addWidget(self.notes, 1)
        else:
            self._column.addWidget(Label(_("Der er ingen noter om eleven endnu."), "small", "muted", wrap=True))
            self.notes.hide()
        self._next = Label(_("Næste skridt"), "label", "muted")
        self._column.addWidget(self._next)
        self.steps = [QLineEdit() for _number in range(STEPS)]
        for number, line in enumerate(self.steps, 1):
            line.setAccessibleName(_("Næste skridt {n}").format(n=number))
            line.setMaxLength(LONGEST_STEP)
            line.textEdited.connect(lambda _text: self._rest.start())
            self._column.addWidget(line)
        self.steps[0].setPlaceholderText(_("fx To skoledage om ugen fra januar"))
        if not self.notes.count():
            self._column.addStretch(1)
        measured(self, self._measure)

    def chosen_notes(self) -> tuple[Note, ...]:
        """The notes to include, newest first."""
        return self.notes.taken()

    def next_steps(self) -> tuple[str, ...]:
        """The lines that have been filled in."""
        return tuple(text for line in self.steps if (text := " ".join(line.text().split())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter ends a step and goes to the next; it must not reach the dialog and ask where to save
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._column.setContentsMargins(ring, 0, ring, ring)
        self._column.setSpacing(theme.px(6))
        self._next.setContentsMargins(0, theme.px(10), 0, 0)
