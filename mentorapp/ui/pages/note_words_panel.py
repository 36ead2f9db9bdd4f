"""Words the note editor reminds of besides those it knows: one a line, kept on this machine only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPlainTextEdit

from mentorapp.i18n import _
from mentorapp.store import word_lists
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.undo_elsewhere import UndoElsewhere
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.theme import current


class NoteWordsPanel(Panel):
    """Saved when the field is left. The words may be names, so they neither travel nor lie in what can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Ord, der ikke hører til i noter"), _("Gælder kun på denne maskine"))
        self._desk = desk
        self._known = "\n".join(word_lists.load(desk.session.store).own)
        told = _("Ét ord eller navn på hver linje, fx en afdeling. Editoren minder om dem, men afviser intet notat.")
        self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self.field = QPlainTextEdit(self._known)
        self.field.setAccessibleName(_("Egne ord, der ikke hører til i noter"))
        self.field.setAccessibleDescription(told)
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        UndoElsewhere(self.field, self.field.document().isUndoAvailable)
        self.body.addWidget(self.field)
        measured(self, self._measure_field)

    def save(self) -> None:
        """Keep what stands there, where it is something else than before."""
        words = self.field.toPlainText().strip()
        if words == self._known:
            return
        with self._desk.catching():
            word_lists.save_own(self._desk.session.store, words)
            self._known = words
            self._desk.said.emit(_("Ordene er gemt."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def _measure_field(self) -> None:
        self.field.setFixedHeight(current().px(96))
