"""How many things wait on the page of exchange: what both wrote, and what was set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorapp.store.session import Session
from mentorapp.ui.desk import Desk
from mentorapp.ui.tasks import Task

if TYPE_CHECKING:
    from mentorapp.ui.main_window import MainWindow

GATHERED_MS = 500
"""Saves this close together are counted once; the start paints first."""


class ExchangeCount(QObject):
    """Counts in the background after every save, and when a file was made or read; the rail shows it."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._timer = QTimer(self, singleShot=True, interval=GATHERED_MS)
        self._timer.timeout.connect(self._count)
        desk.book.changed.connect(self._ask)
        desk.exchange_changed.connect(self._ask)
        self._timer.start()

    def _ask(self, *_told: object) -> None:
        self._timer.start()

    def _count(self) -> None:
        session = self._desk.session
        Task(self, lambda: waiting(session), self._show, self._desk.fail)

    def _show(self, count: int) -> None:
        self._window.rail.set_count("exchange", count)


def waiting(session: Session) -> int:
    """Conflicts and what was set aside."""
    from mentorapp.store.exchange import conflicts, held

    return len(conflicts.unsettled(session.store)) + len(held.waiting(session.store))
