"""A frame of the board while it is scrolled: 60 learners x 104 weeks from kept pictures, and what making them costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.change import creation
from mentorapp.domain.schooling import Schooling
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.board.board import Board
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.board_page import BoardPage
from mentorapp.ui.preferences import Preferences
from tests.bench.many import KEY, fill

AIM_MS = 8.0
LEARNERS = 60
ROUNDS = 4
PLANNER = (7).to_bytes(16, "big")


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> BoardPage:
    profile = Profile(tmp_path / "profil")
    fill(profile.folder, LEARNERS)
    store = Store(profile.folder, KEY, lambda: 1_795_305_600_000)
    block = Schooling(
        PLANNER, "s3", "e", "amu", first_day=date(2027, 2, 1), last_day=date(2027, 2, 26), planned_minutes=148 * 60
    )
    store.record(creation(block), "Kursus")
    session = Session(profile, store, lambda: date(2026, 11, 22))
    style.apply(qapp, "light")
    desk = Desk(session, Preferences(tmp_path))
    made = BoardPage(desk)
    qtbot.addWidget(made, before_close_func=lambda _page: session.close())
    made.resize(1728, 1080)
    made.show()
    desk.book.load()
    qtbot.waitUntil(lambda: desk.book.complete, timeout=30_000)
    qtbot.waitUntil(lambda: len(made.reader.known) == LEARNERS and made.reader.complete, timeout=30_000)
    qtbot.wait(200)
    return made


def frame_ms(board: Board) -> float:
    begun = time.perf_counter()
    board.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def scrolled_ms(board: Board, steps: list[int], down: bool) -> list[float]:
    """Milliseconds of the frame after each step of the scroll bar: the best of some rounds, all pictures made."""
    bar = board.verticalScrollBar() if down else board.horizontalScrollBar()
    best = [float("inf")] * len(steps)
    for _round in range(ROUNDS):
        for place, step in enumerate(steps):
            bar.setValue(step)
            best[place] = min(best[place], frame_ms(board))
    return best


def copying_ms(board: Board) -> float:
    """A bare frame: one picture of the same size copied to the same widget's kind of surface."""
    size = board.viewport().size()
    picture, ground = QPixmap(size), QPixmap(size)
    picture.fill("#808080")
    best = float("inf")
    for _ in range(50):
        begun = time.perf_counter()
        painter = QPainter(ground)
        painter.drawPixmap(QPoint(0, 0), picture)
        painter.end()
        best = min(best, (time.perf_counter() - begun) * 1000)
    return best


@pytest.mark.parametrize("size", [(1728, 1080), (1174, 1700)], ids=["1920x1080", "all 60 rows"])
def test_a_frame_while_scrolling(page: BoardPage, size: tuple[int, int], report: Callable[[str], None]) -> None:
    page.resize(*size)
    board = page.board
    QApplication.processEvents()
    board._forget_pictures()
    first, begun = frame_ms(board), time.perf_counter()
    while True:
        painted = board._kept.painted
        board.viewport().repaint()
        if board._kept.painted == painted:
            break
    whole = first + (time.perf_counter() - begun) * 1000
    down = scrolled_ms(board, list(range(0, max(2, board.verticalScrollBar().maximum()), 7)), down=True)
    across = scrolled_ms(board, list(range(0, board.horizontalScrollBar().maximum(), 5)), down=False)
    painted = board._kept.painted
    scrolled_ms(board, list(range(0, max(2, board.verticalScrollBar().maximum()), 7)), down=True)
    assert board._kept.painted == painted, "no row is drawn again by scrolling"
    bare = copying_ms(board)
    middle = statistics.median([*down, *across])
    layout = board.layout_now
    lines = sum(top < layout.grid.height() for top in layout.tops)
    report(
        f"board {size[0]}x{size[1]}, {lines} lines x {layout.grid.width() // layout.measure.pitch} weeks: "
        f"frame down {statistics.median(down):.1f}, across {statistics.median(across):.1f}, "
        f"worst {max(*down, *across):.1f} ms (aim {AIM_MS:.0f}); {middle / bare:.1f} x copying a picture of its size; "
        f"after another zoom {first:.0f} ms, all rows {whole:.0f} ms"
    )


def test_a_row_that_changed(page: BoardPage, report: Callable[[str], None]) -> None:
    """Moving a course by a week: the ledger anew, one row and the learners at school drawn again."""
    board = page.board
    (course,) = page.reader.known[PLANNER].movable
    assert course.first_day is not None
    line = next(
        place
        for place in board.shown.learner_lines
        if board.shown.entry(place).learner == course.learner  # type: ignore[union-attr]
    )
    board.choose(line, board.shown.span.column(course.first_day))
    frame_ms(board)
    assert board.pick_up(course)
    took = []
    for weeks in range(1, 11):
        painted, begun = board._kept.painted, time.perf_counter()
        board.move_to(weeks)
        board.viewport().repaint()
        took.append((time.perf_counter() - begun) * 1000)
        assert board._kept.painted - painted <= 4, "only the row that is moved"
    board.put_back()
    report(f"board: a course moved by a week to the painted frame {statistics.median(took):.1f} ms")
