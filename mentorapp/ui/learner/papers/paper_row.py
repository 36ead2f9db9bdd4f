"""One paper in the list: what it is called, what it is and who added it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.document import MEDIA, Document
from mentorapp.i18n import _
from mentorapp.store.documents import LONGEST_NAME
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.papers import paper_words
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class PaperRow(QWidget):
    """Its name becomes a field while it is written anew; `renamed(name)` when another one was typed."""

    renamed = Signal(object)

    def __init__(self, paper: Document) -> None:
        super().__init__()
        self.paper = paper
        self.name = Label(paper.name, "strong", wrap=True)
        self.about = Label("", "small", "muted", wrap=True)
        self.field = FactField(_("Navn på papiret"), required=True)
        self.field.line.setMaxLength(LONGEST_NAME)
        self.field.hide_label()
        self.field.hide()
        self.field.entered.connect(self.renamed)
        # after the field has read what stands there
        self.field.line.editingFinished.connect(self._fold)
        self.field.line.installEventFilter(self)
        self.show_here = Button(_("Vis"), "text", "eye", size="small")
        self.copy = Button(_("Gem en kopi …"), "text", "download", size="small")
        self.rename = Button(_("Omdøb"), "text", "pencil", size="small")
        self.delete = Button(_("Slet"), "text", "trash-2", size="small")
        self.rename.clicked.connect(self.begin)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.name, self.field, self.about):
            words.addWidget(part)
        self._buttons = QHBoxLayout()
        for button in self.buttons():
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        measured(self, self._measure)

    def buttons(self) -> tuple[Button, ...]:
        """From the left."""
        return self.show_here, self.copy, self.rename, self.delete

    def show_paper(self, paper: Document, here: bool, may_write: bool) -> None:
        """Show the paper as it is now; a name that is being typed stays."""
        self.paper = paper
        self.name.setText(paper.name)
        self.about.setText(paper_words.about(paper, here))
        self.setAccessibleName(f"{paper.name}, {self.about.text()}")
        self.field.set_value(paper.name)
        shown = {
            self.show_here: here and paper.media in paper_words.SHOWN_HERE,
            self.copy: here and paper.media in MEDIA,
            self.rename: may_write,
            self.delete: may_write,
        }
        for button, wanted in shown.items():
            button.setVisible(wanted)
            button.setAccessibleName(f"{button.text().rstrip(' …')}: {paper.name}")
        if not may_write:
            self.field.restore()
        self._fold()

    def begin(self) -> None:
        """Write the name anew; what stands before its ending is chosen."""
        self.name.hide()
        self.field.show()
        stem = self.paper.name.rpartition(".")[0] or self.paper.name
        self.field.line.setFocus()
        self.field.line.setSelection(0, len(stem))

    def finish(self) -> None:
        """Save a name that is being typed."""
        if self.field.isVisibleTo(self):
            self.field.finish()
            self._fold()

    def saved(self) -> None:
        """The name that was typed is the paper's."""
        self.field.saved()
        self._fold()

    def refuse(self, sentence: str) -> None:
        """Say why the name was not kept; what was typed stays."""
        self.field.set_error(sentence)

    def take_focus(self) -> None:
        """Have the keyboard in this row."""
        first = next((button for button in self.buttons() if button.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _fold(self) -> None:
        """Show the name instead of its field, once nothing in it is unsaved."""
        if self.field.isHidden() or self.field.is_edited() or self.field.error():
            return
        had_keys = self.field.line.hasFocus()
        self.name.show()
        if had_keys:
            self.rename.setFocus()
        self.field.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.field.restore()
            self._fold()
            return True
        return False

    def _measure(self) -> None:
        theme = current()
        stacked = theme.scale >= STACKS_FROM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._row.setSpacing(theme.space("grid"))
        # the ring around the field takes nothing from the words below it
        self.field.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(6))
        self._buttons.setSpacing(theme.space("control"))
