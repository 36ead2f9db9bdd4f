"""The history of a note, unfolded under it: every version with its time and author."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.note import Note
from mentorapp.i18n import _
from mentorapp.ui.learner.notes import note_words
from mentorapp.ui.learner.notes.moments import written
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class NoteHistory(QWidget):
    """Versions newest first, beside a line that says they are of one note."""

    def __init__(self, versions: Sequence[Note]) -> None:
        super().__init__()
        self.setAccessibleName(_("Tidligere udgaver"))
        self._column = QVBoxLayout(self)
        for place, version in enumerate(versions):
            self._column.addWidget(Label(self._head(version, len(versions) - place), "label", "muted", wrap=True))
            text = Label(version.text, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(text)
        measured(self, self._measure)

    def _head(self, version: Note, number: int) -> str:
        author = version.written_by or _("forfatter ikke oplyst")
        return _("Udgave {n} · {when} · {kind} · {author}").format(
            n=number, when=written(version), kind=note_words.kind(version), author=author
        )

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.space("control") + theme.line("accent_bar"), theme.px(4), 0, theme.px(4))
        self._column.setSpacing(theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        QPainter(self).fillRect(0, 0, theme.line("accent_bar"), self.height(), theme.colour("line"))
