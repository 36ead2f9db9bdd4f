"""What tests of the window use: a desk on an empty profile, with the program's own look applied."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.preferences import Preferences


@pytest.fixture(autouse=True)
def let_go(qapp: QApplication) -> Iterator[list[Desk]]:
    """Nothing a test has shown outlives it: a window that stays is styled anew by every test that follows.

    Desks that are put into the list go with the windows. Qt holds what is connected to them, and so all pages.
    As in the program, no thread but this one collects what is gone; here it does so between the tests.
    """
    desks: list[Desk] = []
    gc.disable()
    before = set(qapp.topLevelWidgets())
    yield desks
    QThreadPool.globalInstance().waitForDone(10_000)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in qapp.topLevelWidgets():
        if window not in before and isValid(window) and window.parent() is None:
            delete(window)
    for desk in desks:
        delete(desk.book)
        delete(desk)
    gc.enable()


@pytest.fixture
def desk(session: Session, tmp_path: Path, qapp: QApplication, let_go: list[Desk]) -> Iterator[Desk]:
    """What every page and dialog is given. Tasks end before the store closes."""
    style.apply(qapp, "light")
    desk = Desk(session, Preferences(tmp_path))
    let_go.append(desk)
    yield desk
    QThreadPool.globalInstance().waitForDone(10_000)
