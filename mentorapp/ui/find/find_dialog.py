"""Ctrl+F: a field over the window; what is found stands under it while one types, and Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.frame.card import Card
from mentorapp.ui.find.answer_list import ROW, AnswerList
from mentorapp.ui.find.answers import Action, Answer, answers
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.search_field import SearchField
from mentorapp.ui.tasks import Task
from mentorapp.ui.theme import current

PAGE = 8
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class FindDialog(Card):
    """Typing never waits: one search runs at a time, and the newest question is asked next."""

    found = Signal(object)
    """Where to go: an `Answer`, when the dialog is closed."""

    def __init__(self, parent: QWidget, desk: Desk, actions: Sequence[Action]) -> None:
        super().__init__(parent, 640, 520)
        self.setWindowTitle(_("Find"))
        self._desk, self._actions = desk, actions
        self._asking, self._next = False, ""
        self.answered: str | None = None
        """The question whose answers are shown."""
        self.field = SearchField(_("Find elev, note, kursus, møde, sted eller handling"), "Esc", width=560)
        self.list = AnswerList()
        self.none = Label("", tone="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.none)
        self._column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._go(index.data(ROW)))
        self.list.activated.connect(lambda index: self._go(index.data(ROW)))
        self.field.setFocus()
        self._ask("")
        measured(self, self._measure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in STEPS:
                self.list.step(STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _ask(self, written: str) -> None:
        self._next = written
        if self._asking:
            return
        self._asking = True
        store, entries, actions = self._desk.session.store, list(self._desk.book.entries.values()), self._actions
        Task(self, lambda: answers(store, entries, actions, written), lambda f: self._show(written, f), self._fail)

    def _show(self, written: str, found: list[Answer]) -> None:
        self._asking = False
        if self._next != written:
            self._ask(self._next)
            return
        self.answered = written
        self.list.show_answers(found)
        self._say("" if found else _("Intet passer til »{words}«. Prøv med færre ord.").format(words=written.strip()))

    def _fail(self, error: Exception) -> None:
        self._asking = False
        if not isinstance(error, UserError):
            raise error
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.none.setText(sentence)
        self.none.setVisible(bool(sentence))
        self.list.setVisible(not sentence)

    def _enter(self) -> None:
        # the answers shown may be those of an earlier letter
        if self.answered == self.field.text():
            self._go(self.list.chosen())

    def _go(self, answer: object) -> None:
        if isinstance(answer, Answer):
            self.accept()
            self.found.emit(answer)

    def _measure(self) -> None:
        theme = current()
        side = theme.px(16)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space("control"))
