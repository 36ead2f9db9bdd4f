"""The window on the sample lists, gone to the board."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp.cli.import_list import import_file
from mentorapp.domain.schooling import Schooling
from mentorapp.paths import RESOURCES
from mentorapp.ui import style
from mentorapp.ui.board.board import Board
from mentorapp.ui.desk import Desk
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.board_page import BoardPage

PATIENCE = 10_000
"""Milliseconds a slow machine may take for one step."""

LISTS = ("elevliste.xlsx", "fremmoede.csv", "praktiktimer.csv")
AMAL = "Amal Idris Hamid"


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window on an empty profile."""
    desk.preferences.theme = "light"
    window = MainWindow(desk)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    yield window
    if isValid(window):
        window.close()
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        delete(window)
    style.apply(qapp, "light")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> BoardPage:
    """The board of the sample lists, every row read."""
    for name in LISTS:
        import_file(window.desk.session, RESOURCES / "sample" / name)
    qtbot.waitUntil(lambda: window.desk.book.complete, timeout=PATIENCE)
    window.go("board")
    page = window.stack.page("board")
    assert isinstance(page, BoardPage)
    settled(page, qtbot)
    return page


def settled(page: BoardPage, qtbot: QtBot) -> None:
    """Wait until the board shows what the store holds."""

    def rests() -> bool:
        shown = page.board.shown
        everybody = [entry.learner for place in shown.learner_lines if (entry := shown.entry(place))]
        fresh = all(shown.rows.get(learner) is page.reader.known.get(learner) for learner in everybody)
        return (
            page._desk.book.complete and page.reader.complete and fresh and not page._later._asked
            and not page.reader._old.intersection(everybody)
        )  # fmt: skip

    qtbot.waitUntil(rests, timeout=PATIENCE)


def line_of(board: Board, name: str) -> int:
    """The line of a learner."""
    shown = board.shown
    return next(place for place in shown.learner_lines if (entry := shown.entry(place)) and entry.name == name)


def course_of(page: BoardPage, name: str, title: str) -> Schooling:
    """A course as the store holds it now."""
    session = page._desk.session
    learner = next(learner for learner, known in session.names() if known == name)
    case = session.case_file(learner)
    assert case is not None
    return next(row for row in case.schooling if row.title == title)


def point(board: Board, line: int, column: int, height: float = 0.5) -> QPoint:
    """The middle of a cell in pixels of the board, so far up from its base line."""
    layout = board.layout_now
    x = layout.grid.left() + layout.x(column) - board.across + layout.measure.cell // 2
    y = layout.grid.top() + layout.tops[line] - board.down + layout.base - int(layout.measure.height * height)
    return QPoint(x, y)


@pytest.fixture
def another(window: MainWindow) -> Iterator[Callable[[], BoardPage]]:
    """Make a board of its own on the same profile; what nothing holds would be garbage while it still reads."""
    pages: list[BoardPage] = []

    def make() -> BoardPage:
        pages.append(BoardPage(window.desk))
        return pages[-1]

    yield make
    QThreadPool.globalInstance().waitForDone(PATIENCE)
    for page in pages:
        delete(page)


@pytest.fixture
def said(window: MainWindow) -> list[str]:
    """Every sentence the window was asked to say, and every fault."""
    sentences: list[str] = []
    window.desk.said.connect(sentences.append)
    window.desk.failed.connect(sentences.append)
    return sentences


Show = Callable[..., BoardPage]
