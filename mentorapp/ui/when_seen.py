"""Calls a page back soon after something changed, once for many changes, and only while the page can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

GATHERED_MS = 120
"""Changes this close together are shown at once: a thousand learners are worked out in forty batches."""


class WhenSeen(QObject):
    """`ask` for a refresh as often as you like; a hidden page is refreshed when it is shown."""

    def __init__(self, page: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._refresh, self._asked = page, refresh, False
        self._timer = QTimer(self, singleShot=True, interval=GATHERED_MS)
        self._timer.timeout.connect(self._now)
        page.installEventFilter(self)

    def ask(self, *_told: object) -> None:
        """Refresh soon. Connect signals to this itself, not to a lambda: a lambda outlives the page."""
        self._asked = True
        if self._page.isVisible() and not self._timer.isActive():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._asked:
            self._now()
        return False

    def _now(self) -> None:
        self._timer.stop()
        self._asked = False
        self._refresh()
