"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

CHECK_MS = 10_000

_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
}  # fmt: skip


class Idle(QObject):
    """`passed` when no window of the program was touched for `minutes()` minutes; 0 never asks.

    It listens to the windows the system gives events to, a few an action, never to the application and all widgets.
    """

    passed = Signal()

    def __init__(self, owner: QObject, minutes: Callable[[], int]) -> None:
        super().__init__(owner)
        self._minutes = minutes
        self.touch()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def touch(self) -> None:
        """Somebody is here now."""
        # the wall clock too: a computer that slept has been left, and its other clock stood still
        self._last = (time.monotonic(), time.time())

    def look(self) -> None:
        """Tell when the time has passed."""
        minutes = self._minutes()
        away = max(time.monotonic() - self._last[0], time.time() - self._last[1])
        if minutes and away >= minutes * 60:
            self.touch()
            self.passed.emit()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            # installed anew it only moves to the front, so a window never calls twice
            window.installEventFilter(self)
            self.touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False
