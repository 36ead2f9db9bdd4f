"""A planned course is moved on the board: what it does is said first, and a drop is one change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Leave
from mentorapp.domain.schooling import Schooling
from mentorapp.store.roles import MENTOR
from mentorapp.ui.board.board import Board
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.board_page import BoardPage
from tests.ui.board.conftest import AMAL, PATIENCE, course_of, line_of, point, settled

CONTROL = Qt.KeyboardModifier.ControlModifier
COURSE = "Medvirken til rehabilitering"
OLD, LATER = (date(2026, 12, 7), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 1, 15))


@pytest.fixture
def board(page: BoardPage) -> Board:
    """Amal's week 50 is chosen: the first of her planned AMU."""
    choose(page.board, AMAL, OLD[0])
    return page.board


def choose(board: Board, name: str, day: date) -> None:
    board.choose(line_of(board, name), board.shown.span.column(day))


def days(page: BoardPage) -> tuple[date | None, date | None]:
    row = course_of(page, AMAL, COURSE)
    return row.first_day, row.last_day


def add(page: BoardPage, qtbot: QtBot, *nouns: object) -> None:
    page._desk.session.store.record([change for noun in nouns for change in creation(noun)], "Mere")
    settled(page, qtbot)


def test_by_keyboard_with_the_effect_said_and_one_undo(
    page: BoardPage, board: Board, window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    assert page.hint.text().startswith(f"AMU {COURSE}, uge 50–51, 2026: Ctrl+← → eller musen flytter")
    for _press in range(4):
        qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert board.note.isVisible()
    assert board.note.words() == [
        f"AMU {COURSE}",
        "fra uge 50–51, 2026 til uge 1–2, 2027",
        "Planlagt skole 17,0 af 23 uger, uændret.",
        "Enter gemmer · Esc lægger tilbage",
    ]
    assert board.accessibleDescription() == board.note.accessibleName() == page.words.text()
    assert "til uge 1–2, 2027. Planlagt skole 17,0" in board.accessibleDescription()
    assert days(page) == OLD, "nothing is saved before it is dropped"
    assert board.shown.at_school[date(2027, 1, 4)].planned == 2, "the count below follows: Amal and Maryam"

    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert days(page) == LATER
    assert said == [f"AMU {COURSE} er flyttet til uge 1–2, 2027. Ctrl+Z flytter tilbage."]
    assert board.hand is None and not board.note.isVisible()
    settled(page, qtbot)
    assert board.shown.week(board.line, board.shown.span.column(LATER[0])).segments[0].kind == "amu"  # type: ignore[union-attr]

    qtbot.keyClick(board, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: days(page) == OLD, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.notice.text == f"Fortrudt: Flyt kursus: AMU {COURSE}", timeout=PATIENCE)
    settled(page, qtbot)
    assert board.shown.week(board.line, board.shown.span.column(OLD[0])).segments[0].kind == "amu"  # type: ignore[union-attr]


def test_a_pattern_loses_its_public_holidays_and_the_total_says_so(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    """The sample's hours are stated; without them the pattern counts, and Christmas takes days of 7,4 hours."""
    row = course_of(page, AMAL, COURSE)
    page._desk.session.store.record(update(row, replace(row, planned_minutes=None)), "Uden timetal")
    settled(page, qtbot)
    choose(board, AMAL, OLD[0])
    for _press in range(3):
        qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert "fra uge 50–51, 2026 til uge 53, 2026 – uge 1, 2027" in board.note.words()
    assert "Planlagt skole 17,0 → 16,8 af 23 uger." in board.note.words()
    assert "1 helligdag tages ud af kurset." in board.note.words()


def test_escape_and_leaving_put_it_back(page: BoardPage, board: Board, window: MainWindow, qtbot: QtBot) -> None:
    def pick_up() -> None:
        choose(board, AMAL, OLD[0])
        qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
        assert board.hand is not None and board.hand.weeks == 1

    pick_up()
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.hand is None and not board.note.isVisible()
    assert board.shown.span.monday(board.column) == OLD[0]
    pick_up()
    page.sites.setFocus()
    assert board.hand is None
    board.setFocus()
    pick_up()
    window.go("learners")
    assert board.hand is None
    window.go("board")
    pick_up()
    qtbot.keyClick(board, Qt.Key.Key_Left)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert days(page) == OLD and board.hand is None, "back at its old place there is nothing to save"
    assert page._desk.session.store.undo().kind == "import"  # type: ignore[union-attr]


def test_it_cannot_go_before_tomorrow(board: Board, qtbot: QtBot) -> None:
    for _press in range(6):
        qtbot.keyClick(board, Qt.Key.Key_Left, CONTROL)
    assert board.hand is not None and board.hand.days[0] == date(2026, 11, 23), "today is Sunday the 22nd"


def test_collisions_are_said(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    amu = course_of(page, AMAL, COURSE)
    leave = Leave(amu.learner, "barsel", amu.enrolment, "parental", date(2026, 12, 29), date(2026, 12, 31))
    module = Schooling(
        amu.learner, "modul", amu.enrolment, "danskuddannelse", "DU2 modul 6",
        first_day=date(2027, 1, 4), last_day=date(2027, 1, 8), weekdays=(1, 3), starts_at="08:30", ends_at="12:12",
    )  # fmt: skip
    add(page, qtbot, leave, module)
    choose(board, AMAL, OLD[0])
    for _press in range(3):
        qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert board.note.words()[3:-1] == [
        "3 dage falder i barsel.",
        "2 dage falder sammen med Danskuddannelse DU2 modul 6.",
        "1 helligdag tages ud af kurset.",
    ]
    for _press in range(5):
        qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert board.note.words()[3:-1] == ["10 dage ligger uden for forløbet."], "she ends on 31 January 2027"
    assert "10 dage ligger uden for forløbet." in board.accessibleDescription()


def test_by_mouse(page: BoardPage, board: Board, said: list[str], qtbot: QtBot) -> None:
    view, line = board.viewport(), board.line
    first = board.shown.span.column(OLD[0])
    begin, end = point(board, line, first + 1), point(board, line, first + 5)
    qtbot.mouseMove(view, begin)
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.OpenHandCursor)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(view, begin + QPoint(2, 0))
    qtbot.mouseMove(view, end)
    qtbot.waitUntil(lambda: board.hand is not None and board.hand.weeks == 4)
    assert board.note.isVisible() and "fra uge 50–51, 2026 til uge 1–2, 2027" in board.note.words()
    assert board.note.words()[-1] == "Slip for at gemme · Esc lægger tilbage"
    assert days(page) == OLD
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert days(page) == LATER and len(said) == 1
    settled(page, qtbot)
    assert board.hand is None


def test_escape_while_dragging(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    view, line = board.viewport(), board.line
    first = board.shown.span.column(OLD[0])
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=point(board, line, first))
    qtbot.mouseMove(view, point(board, line, first + 6))
    qtbot.waitUntil(lambda: board.hand is not None)
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.hand is None
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point(board, line, first + 6))
    assert days(page) == OLD


def test_beyond_the_edge_the_board_goes_on(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.zoom._segments["quarter"], Qt.MouseButton.LeftButton)
    board.setFocus()
    choose(board, AMAL, OLD[0])
    view, before = board.viewport(), board.across
    start = point(board, board.line, board.column)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, QPoint(board.layout_now.width - 4, start.y()))
    qtbot.waitUntil(lambda: board.across > before + 2 * board.layout_now.measure.pitch, timeout=PATIENCE)
    assert board.hand is not None and board.hand.weeks > 4
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert not board._beyond.isActive()


def test_a_short_drag_is_a_click(board: Board, page: BoardPage, qtbot: QtBot) -> None:
    view, place = board.viewport(), point(board, board.line, board.column)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(view, place + QPoint(3, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place + QPoint(3, 0))
    assert board.hand is None and days(page) == OLD


def test_two_courses_in_a_week(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    amu = course_of(page, AMAL, COURSE)
    module = Schooling(
        amu.learner, "modul", amu.enrolment, "danskuddannelse", "DU2 modul 6",
        first_day=date(2026, 12, 1), last_day=date(2026, 12, 22), weekdays=(2,), starts_at="17:00", ends_at="20:00",
    )  # fmt: skip
    add(page, qtbot, module)
    choose(board, AMAL, OLD[0])
    assert page.hint.text().startswith(f"AMU {COURSE}"), "the block, which is what one takes hold of"
    assert "Ctrl+↓ næste kursus" in page.hint.text()
    qtbot.keyClick(board, Qt.Key.Key_Down, CONTROL)
    assert page.hint.text().startswith("Danskuddannelse DU2 modul 6, uge 49–52, 2026")
    qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert board.hand is not None and board.hand.moved.title == "DU2 modul 6"
    qtbot.keyClick(board, Qt.Key.Key_Escape)


def test_the_mouse_takes_the_kind_it_points_at(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    """Thursdays of a long module on the base line, Tuesdays of a short one above it, practice on top."""
    amu = course_of(page, AMAL, COURSE)
    long = Schooling(
        amu.learner, "lang", amu.enrolment, "danskuddannelse", "DU2 modul 6",
        first_day=date(2026, 11, 23), last_day=date(2027, 1, 21), weekdays=(4,), starts_at="08:00", ends_at="15:24",
    )  # fmt: skip
    short = replace(long, id="kort", type="fvu", title="FVU-start", last_day=date(2026, 12, 4), weekdays=(2,))
    add(page, qtbot, long, short)
    column = board.shown.span.column(date(2026, 11, 30))
    found = {height: board._course_at(board.line, column, point(board, board.line, column, height).y())
             for height in (0.1, 0.3, 0.8)}  # fmt: skip
    assert {height: course and course.id for height, course in found.items()} == {0.1: "lang", 0.3: "kort", 0.8: "kort"}


@pytest.mark.parametrize(("name", "day"), [("Maryam Ahmadi", date(2026, 12, 2)), (AMAL, date(2026, 10, 5))])
def test_what_has_begun_stays(board: Board, page: BoardPage, qtbot: QtBot, name: str, day: date) -> None:
    choose(board, name, day)
    qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    assert board.hand is None and page.hint.text() == "Enter åbner eleven"


def test_a_mentor_looks_but_does_not_move(page: BoardPage, another: Callable[[], BoardPage]) -> None:
    page._desk.session.store.set_local("role", MENTOR)
    board = another().board
    assert not board.may_move
    assert not board.pick_up(course_of(page, AMAL, COURSE))


def test_a_course_changed_meanwhile_is_put_back(page: BoardPage, board: Board, qtbot: QtBot) -> None:
    qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    row = course_of(page, AMAL, COURSE)
    page._desk.session.store.record(update(row, replace(row, cancelled=True)), "Aflyst")
    qtbot.waitUntil(lambda: board.hand is None, timeout=PATIENCE)
    settled(page, qtbot)
    assert not board.note.isVisible() and board.courses() == ()


def test_a_refused_save_is_said_and_keeps_the_old_place(
    page: BoardPage, board: Board, said: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClick(board, Qt.Key.Key_Right, CONTROL)
    page._desk.session.store.set_local("role", MENTOR)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert len(said) == 1 and said[0].startswith("Det kan kun gennemførselsvejlederen rette.")
    assert days(page) == OLD and board.hand is None
