"""A fact edited where it stands: read and saved on leaving the field or by Enter; a fault keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.learner.fields.completion import offer
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.reading import Read, line, show_text
from mentorapp.ui.learner.fields.undo_elsewhere import UndoElsewhere


class FactField(Field):
    """Shows a fact; `entered(value)` when another one was typed and understood. Esc brings the known one back."""

    entered = Signal(object)

    def __init__(
        self,
        label: str,
        read: Read = line,
        show: Callable[[Any], str] = show_text,
        *,
        example: str = "",
        hint: str = "",
        required: bool = False,
    ) -> None:
        self.line = QLineEdit()
        missing = _("ikke oplyst")
        self.line.setPlaceholderText(f"{missing} ({example})" if example else missing)
        self._read, self._show, self._required = read, show, required
        self._value: Any = None
        self._shown = ""
        super().__init__(label, self.line, hint, required)
        self.line.editingFinished.connect(self.finish)
        self.line.installEventFilter(self)
        UndoElsewhere(self.line, self.is_edited)

    def value(self) -> Any:
        """The fact that is known."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show what is known now; what is being typed stays."""
        typing = self.is_edited()
        self._value, self._shown = value, self._show(value)
        # reminded of only where it is missing
        self._must.setVisible(self._required and value is None)
        if not typing:
            self.restore()

    def restore(self) -> None:
        """Show what is known instead of what was typed."""
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)  # a long text shows its beginning
        self.set_error("")

    def is_edited(self) -> bool:
        """Whether something stands in the field that has not been saved."""
        return self.line.text() != self._shown

    def set_read_only(self, read_only: bool) -> None:
        """Show the fact without letting it be edited."""
        self.line.setReadOnly(read_only)

    def offer(self, names: Iterable[str | None]) -> None:
        """Complete from these names; taking one is as good as leaving the field."""
        first = self.line.completer() is None
        offer(self.line, names)
        if first:
            self.line.completer().activated.connect(lambda _text: self.finish(), Qt.ConnectionType.QueuedConnection)

    def finish(self) -> None:
        """Read what stands there, and tell of it where it is something else than what is known."""
        if self.line.isReadOnly() or not self.is_edited():
            self.set_error("")
            return
        try:
            value = self._read(self.line.text())
            if value is None and self._required:
                raise Unreadable(_("Feltet skal udfyldes. Det, der stod før, gælder stadig."))
        except Unreadable as fault:
            self.set_error(str(fault))
            return
        self.set_error("")
        if value == self._value:
            self.restore()
        else:
            self.entered.emit(value)

    def saved(self) -> None:
        """What was typed has been saved: show it as it is known from now on."""
        self.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed == Qt.Key.Key_Escape and self.is_edited():
            self.restore()
            return True
        return super().eventFilter(watched, event)
