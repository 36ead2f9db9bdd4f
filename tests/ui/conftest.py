"""What tests of the window use: a desk on an empty profile, with the program's own look applied."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.preferences import Preferences


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program, no thread but this one collects pages that are gone; here it does so between the tests."""
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone(10_000)
    gc.enable()


@pytest.fixture
def desk(session: Session, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """What every page and dialog is given. Tasks end before the store closes."""
    style.apply(qapp, "light")
    yield Desk(session, Preferences(tmp_path))
    QThreadPool.globalInstance().waitForDone(10_000)
