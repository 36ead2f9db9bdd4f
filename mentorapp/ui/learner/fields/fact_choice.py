"""A fact chosen from a list where it stands; saved as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field


class FactChoice(Field):
    """Shows a fact by its key; `entered(key)` when another is chosen, None where none is."""

    entered = Signal(object)

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], *, hint: str = "") -> None:
        self.choice = Choice(choices)
        super().__init__(label, self.choice, hint)
        self.choice.currentIndexChanged.connect(lambda _place: self.entered.emit(self.choice.key() or None))

    def set_value(self, key: str | None) -> None:
        """Show what is known now."""
        self.choice.set_key(key)

    def set_read_only(self, read_only: bool) -> None:
        """Show the fact without letting it be chosen."""
        self.choice.setEnabled(not read_only)
