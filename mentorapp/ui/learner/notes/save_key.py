"""Ctrl+Enter in the text itself: the key that saves must never depend on which window Qt holds for active."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class SaveKey(QObject):
    """Calls `save` for Ctrl+Enter where no shortcut has taken it before."""

    def __init__(self, field: QWidget, save: Callable[[], object]) -> None:
        super().__init__(field)
        self._save = save
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._save()
                return True
        return False
