"""Two offices with a window on one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.preferences import Preferences
from tests.ui.exchange.two_offices import TwoOffices

Open = Callable[[Session], MainWindow]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoOffices]:
    two = TwoOffices(tmp_path)
    yield two
    QThreadPool.globalInstance().waitForDone(10_000)
    two.close()


@pytest.fixture
def window_on(two: TwoOffices, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Makes the window of one of the two."""
    style.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_window(session: Session) -> MainWindow:
        window = MainWindow(Desk(session, Preferences(tmp_path)))
        made.append(window)
        window.show()
        return window

    yield open_window
    for window in made:
        if isValid(window):
            window.close()
            QThreadPool.globalInstance().waitForDone(10_000)
            # what a save on another thread still has to tell must find nobody any more
            for gone in (window, window.desk.book, window.desk):
                delete(gone)
