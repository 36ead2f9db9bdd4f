"""A choice from a list; the wheel scrolls the page and never changes what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """Choices are (key, text); an empty key stands for what is not known."""

    def __init__(self, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices, keeping the one that is taken where it is among them."""
        key = self.key()
        self.blockSignals(True)
        self.clear()
        for value, text in choices:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)

    def key(self) -> str:
        """Key of the choice taken."""
        return str(self.currentData() or "")

    def set_key(self, key: str | None) -> None:
        """Take a choice without a signal; one that is not offered is added as it was written."""
        self.blockSignals(True)
        if key and self.findData(key) < 0:
            self.addItem(key, key)
        self.setCurrentIndex(max(0, self.findData(key or "")))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
