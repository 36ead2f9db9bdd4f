"""A line to type in, in a form: read when the form is, its fault said beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.reading import Read, line


class TextField(Field):
    """A label and a line. `example` stands in the empty line."""

    def __init__(
        self, label: str, read: Read = line, *, example: str = "", hint: str = "", required: bool = False
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        self._read, self._required = read, required
        super().__init__(label, self.line, hint, required)
        self.line.textEdited.connect(lambda _text: self.set_error(""))

    def peek(self) -> Any:
        """What is written, understood, without saying what is wrong; raises `Unreadable`."""
        return self._read(self.line.text())

    def value(self) -> Any:
        """What is written, understood; raises `Unreadable` and says it beside the field."""
        self.set_error("")
        try:
            value = self._read(self.line.text())
            if value is None and self._required:
                raise Unreadable(_("Skal udfyldes."))
        except Unreadable as fault:
            self.set_error(str(fault))
            raise
        return value
