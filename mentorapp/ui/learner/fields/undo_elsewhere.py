"""Lets Ctrl+Z through to the window where a field has nothing of its own to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class UndoElsewhere(QObject):
    """Qt's fields keep Ctrl+Z to themselves even when it does nothing; here it takes back the last save instead."""

    def __init__(self, field: QWidget, has_own: Callable[[], bool]) -> None:
        super().__init__(field)
        self._has_own = has_own
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo) or self._has_own():
            return False
        event.ignore()
        return True
