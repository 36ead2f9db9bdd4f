"""Python's collector of cycles, kept to the window's thread.

Left to itself it runs on whichever thread happens to allocate, and there it destroys the widgets and timers of pages
that are gone. Qt goes on ringing a timer that was destroyed on another thread than its own, and the program crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOKED_AFTER_MS = 1_000
ENOUGH = 2_000
"""Objects made and not let go of since the last look; below this nothing is collected, so a window at rest stays so."""

OLDER_EVERY, OLDEST_EVERY = 10, 100
"""Rounds of the young between those of the older generations, which take longer the more there is."""


class Garbage(QObject):
    """Collects on the thread of `owner`, and nowhere else as long as it lives."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self._rounds = 0
        self._look = QTimer(self, interval=LOOKED_AFTER_MS)
        self._look.timeout.connect(self.collect)
        self._look.start()

    def collect(self) -> None:
        """Collect if there is enough."""
        if gc.get_count()[0] >= ENOUGH:
            self._rounds += 1
            gc.collect(0 if self._rounds % OLDER_EVERY else 1 if self._rounds % OLDEST_EVERY else 2)
