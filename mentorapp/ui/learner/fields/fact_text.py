"""A fact of several lines: kept as a draft while it is typed, saved on leaving the field or after a long silence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.undo_elsewhere import UndoElsewhere
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

DRAFT_PAUSE = 400
"""Milliseconds without a letter after which `typed` tells of the words."""
SAVE_PAUSE = 60_000
"""Milliseconds without a letter after which they are saved."""


class FactText(Field):
    """Shows a text; `entered(value)` when another one is to be saved, `typed(text)` on every pause before that."""

    entered = Signal(object)
    typed = Signal(str)

    def __init__(self, label: str, *, example: str = "", hint: str = "", lines: int = 5) -> None:
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)  # Tab leads on, as in every other field
        self.words.setPlaceholderText(example)
        self._lines, self._shown = lines, ""
        super().__init__(label, self.words, hint)
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._pause.timeout.connect(lambda: self.typed.emit(self.words.toPlainText()))
        self._silence = QTimer(self, singleShot=True, interval=SAVE_PAUSE)
        self._silence.timeout.connect(self.finish)
        self.words.textChanged.connect(self._touched)
        self.words.installEventFilter(self)
        UndoElsewhere(self.words, lambda: self.words.document().isUndoAvailable())
        measured(self, self._measure_words)

    def set_value(self, value: str | None) -> None:
        """Show what is known now; what is being typed stays."""
        typing = self.is_edited()
        self._shown = value or ""
        if not typing:
            self.restore()

    def restore(self) -> None:
        """Show what is known instead of what was typed."""
        self._stop()
        if self.is_edited():
            self.type(self._shown)
            self._stop()
        self.set_error("")

    def type(self, text: str) -> None:
        """Have `text` in the field as if it had been typed: a draft that was fetched."""
        self.words.setPlainText(text)

    def is_edited(self) -> bool:
        """Whether something stands in the field that has not been saved."""
        return self.words.toPlainText().strip() != self._shown.strip()

    def set_read_only(self, read_only: bool) -> None:
        """Show the fact without letting it be edited."""
        self.words.setReadOnly(read_only)

    def finish(self) -> None:
        """Tell of what stands there, where it is something else than what is known."""
        self._stop()
        if not self.words.isReadOnly() and self.is_edited():
            self.entered.emit(self.words.toPlainText().strip() or None)

    def saved(self) -> None:
        """What was typed has been saved; it stays as it stands, with the cursor in it."""
        self._stop()
        self.set_error("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.finish()
        return super().eventFilter(watched, event)

    def _touched(self) -> None:
        self.set_error("")
        if self.is_edited():
            self._pause.start()
            self._silence.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._silence.stop()

    def _measure_words(self) -> None:
        theme = current()
        # a longer text scrolls: the field must not push what stands below it out of sight
        self.words.setFixedHeight(self._lines * theme.line_height("body") + theme.px(20))
