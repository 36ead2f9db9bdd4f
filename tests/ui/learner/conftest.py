"""A learner's page as the window shows it, and the learners of the sample lists behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp.domain.case_file import CaseFile
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from tests import builders
from tests.ui.learner.keeping import keep


@pytest.fixture
def amal(desk: Desk) -> bytes:
    """Amal, behind her plan."""
    return keep(desk.session, builders.amal(), "Amal Idris Hamid")


@pytest.fixture
def maryam(desk: Desk) -> bytes:
    """Maryam, ahead of hers."""
    return keep(desk.session, builders.maryam(), "Maryam Ahmadi")


@pytest.fixture
def hevin(desk: Desk) -> bytes:
    """Hevin, in a scheme without rules."""
    return keep(desk.session, builders.hevin(), "Hevin Mustafa")


@pytest.fixture
def held() -> Iterator[Callable[[QWidget], None]]:
    """Keep a window until the test is over, and let Qt destroy it then.

    A window that nothing holds is garbage to Python, which empties it while Qt still shows it.
    """
    windows: list[QWidget] = []

    yield windows.append
    for window in reversed(windows):
        if isValid(window):
            window.hide()
            delete(window)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot, held: Callable[[QWidget], None]) -> Callable[..., LearnerPage]:
    """Open a page of its own on a learner: `show(learner, "notes")`."""

    def shown(learner: bytes, tab: str = "") -> LearnerPage:
        page = LearnerPage(desk)
        held(page)
        page.resize(1174, 768)
        page.show()
        desk.book.load()
        page.show_learner(learner, tab)
        qtbot.waitUntil(lambda: desk.book.complete)
        return page

    return shown


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """Every sentence the page says, and every fault."""
    sentences: list[str] = []
    desk.said.connect(sentences.append)
    desk.failed.connect(sentences.append)
    return sentences


@pytest.fixture
def case(desk: Desk) -> Callable[[bytes], CaseFile]:
    """What the store holds of a learner now."""

    def read(learner: bytes) -> CaseFile:
        found = desk.session.case_file(learner)
        assert found is not None
        return found

    return read


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[list[str]]:
    """Names of the classes shown as windows: a part shown before it has a parent would flash on the screen."""
    watch = Windows()
    qapp.installEventFilter(watch)
    yield watch.shown
    qapp.removeEventFilter(watch)
