"""Two texts of one note side by side, and one made of both where somebody wishes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.note import Note
from mentorapp.i18n import _
from mentorapp.store import twin_notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.notes.moments import written
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class TwinsDialog(Dialog):
    """Nothing is changed until one of the two buttons is pressed; both can be undone."""

    def __init__(self, parent: QWidget, desk: Desk, one: Note, other: Note, notes: tuple[Note, ...]) -> None:
        super().__init__(
            parent, _("To udgaver af samme notat"), _("De er skrevet hver for sig. Begge er gemt."), width=860
        )
        self._desk, self._one, self._other, self._notes = desk, one, other, notes
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for note in (one, other):
            self._columns.addLayout(self._column_of(note), 1)
        self.field = QPlainTextEdit(one.text if other.text in one.text else f"{one.text}\n\n{other.text}")
        self.field.setTabChangesFocus(True)
        self._field = Field(_("Samlet tekst"), self.field, grows=True)
        texts = QWidget()
        texts.setLayout(self._columns)
        texts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(texts)
        self.body.addWidget(self._field, 1)
        self.both = Button(_("Behold begge som to notater"), icon="copy")
        self.both.clicked.connect(self.keep_both)
        self.add_button(self.both)
        self.set_primary(_("Saml til én"), "check")
        self.set_safe(_("Ctrl+Z fortryder begge dele."))
        self.field.textChanged.connect(lambda: self._field.set_error(""))
        self.field.setFocus()
        measured(self, self._measure_twins)

    def _column_of(self, note: Note) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(current().px(4))
        column.addWidget(Label(note.written_by or _("forfatter ikke oplyst"), "strong", wrap=True))
        column.addWidget(Label(written(note), "caption", "muted", wrap=True))
        text = Label(note.text, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        column.addStretch(1)
        return column

    def submit(self) -> None:
        text = self.field.toPlainText()
        if not text.strip():
            self._field.set_error(_("Noten er tom. Skriv et par ord, før den gemmes."))
            return
        store, one, other, notes = self._desk.session.store, self._one, self._other, self._notes
        self.run(
            _("Samler notatet"),
            lambda: twin_notes.merge(store, one, other, text, notes),
            lambda _note: self._done(_("De to udgaver er samlet. Ctrl+Z skiller dem igen.")),
        )

    def keep_both(self) -> None:
        """Make two notes of the two texts."""
        store, one, other, notes = self._desk.session.store, self._one, self._other, self._notes
        self.run(
            _("Deler notatet"),
            lambda: twin_notes.keep_both(store, one, other, notes),
            lambda _note: self._done(_("De to udgaver er nu hver sit notat.")),
        )

    def _done(self, said: str) -> None:
        self.accept()
        self._desk.said.emit(said)

    def _measure_twins(self) -> None:
        theme = current()
        stacked = theme.scale >= STACKS_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if stacked else across)
        self._columns.setSpacing(theme.space("column_gap"))
        self.field.setMinimumHeight(theme.px(120))
