"""Tavle as it is looked at: who is on it, the filter, the zoom, the words, the empty page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mentorapp.domain.at_school import AtSchool
from mentorapp.domain.change import creation, removal
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.ui import style
from mentorapp.ui.board.lines import Group
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.board_page import BoardPage
from mentorapp.ui.parts.empty import EmptyPage
from tests.ui.board.conftest import AMAL, PATIENCE, line_of, point, settled

CONTROL = Qt.KeyboardModifier.ControlModifier


def said_lines(page: BoardPage) -> list[str]:
    """The lines as they are read."""
    return [
        f"{line.site} {line.count}" if isinstance(line, Group) else f"- {line.name}" for line in page.board.shown.lines
    ]


def test_learners_stand_by_workplace_and_ended_courses_are_not_there(page: BoardPage) -> None:
    assert said_lines(page) == [
        "Midtjysk Metal A/S 2", "- Daniel Tekle", "- Viktor Melnyk",
        "Plejecenter Fuglsang 2", "- Fatuma Osman", "- Selam Ghebremariam",
        "Plejecenter Lindegården 4", "- Amal Idris Hamid", "- Hevin Mustafa", "- Nataliia Kovalchuk",
        "- Oksana Bondarenko",
        "Plejecenter Søglimt 3", "- Ahmad Rahimi", "- Khaled al-Sayed", "- Maryam Ahmadi",
    ]  # fmt: skip
    assert page.head._subtitle.text() == "11 elever · uge 1, 2026 til uge 51, 2027"


def test_ctrl_3_goes_to_the_board_and_the_window_opens_there_again(page: BoardPage, window: MainWindow, qtbot) -> None:
    window.go("learners")
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert window.stack.currentWidget() is page and page.board.hasFocus()
    window.close()
    assert window.desk.preferences.place == "board"
    again = MainWindow(window.desk)
    assert again.stack.shown == "board"
    QThreadPool.globalInstance().waitForDone(PATIENCE)
    delete(again)


def test_one_workplace_alone(page: BoardPage, qtbot: QtBot) -> None:
    page.board.choose(line_of(page.board, AMAL), page.board.column)
    page.sites.setCurrentIndex(page.sites.findText("Plejecenter Lindegården"))
    assert said_lines(page) == ["Plejecenter Lindegården 4", f"- {AMAL}", "- Hevin Mustafa", "- Nataliia Kovalchuk",
                                "- Oksana Bondarenko"]  # fmt: skip
    entry = page.board.shown.entry(page.board.line)
    assert entry is not None and entry.name == AMAL, "who was chosen stays chosen"
    assert page.board.shown.at_school[date(2026, 12, 7)] == AtSchool(0, 2), "Amal and Hevin; Maryam is elsewhere"
    page.sites.setCurrentIndex(0)
    assert len(page.board.shown.learner_lines) == 11


def test_at_school_is_counted_as_by_hand(page: BoardPage) -> None:
    """From the school plan and the attendance of the sample lists."""
    counted = page.board.shown.at_school
    assert counted[date(2026, 1, 12)] == AtSchool(3, 0), "Oksana and Khaled on AMU, Maryam's Wednesday"
    assert counted[date(2026, 10, 12)] == AtSchool(1, 0), "Hevin; Maryam's Wednesday was closed"
    assert counted[date(2026, 11, 16)] == AtSchool(1, 2), "Daniel; Hevin and Maryam are not confirmed"
    assert counted[date(2026, 12, 7)] == AtSchool(0, 3), "Amal's AMU, Maryam, Hevin's last week of 210 hours"
    assert counted[date(2026, 12, 14)] == AtSchool(0, 2)
    assert date(2026, 7, 20) not in counted
    assert page.board.shown.axis == 5


def test_zoom_shows_fewer_weeks_keeps_the_chosen_one_and_is_remembered(
    page: BoardPage, another: Callable[[], BoardPage], qtbot: QtBot
) -> None:
    board = page.board
    seen: dict[str, int] = {}
    for key in ("two_years", "year", "quarter", "month"):
        qtbot.mouseClick(page.zoom._segments[key], Qt.MouseButton.LeftButton)
        first, last = board.seen()
        seen[key] = (last - first).days // 7 + 1
        assert first <= board.shown.span.monday(board.column) <= last
        assert board.column == board.shown.span.column(date(2026, 11, 22))
    assert (seen["quarter"], seen["month"]) == (13, 5)
    assert 104 <= seen["two_years"] <= 105 and 52 <= seen["year"] <= 56, "as many as fit, and at least the span"
    assert another().board.zoom == "month"


def test_the_wheel_with_ctrl_zooms(page: BoardPage) -> None:
    page.board.zoom_wanted.emit(1)
    assert page.board.zoom == page.zoom.current() == "year"
    page.board.zoom_wanted.emit(-1)
    page.board.zoom_wanted.emit(-1)
    assert page.board.zoom == "two_years"


@pytest.mark.parametrize(
    ("keys", "name", "monday"),
    [
        ([], "Daniel Tekle", date(2026, 11, 16)),
        ([Qt.Key.Key_Right], "Daniel Tekle", date(2026, 11, 23)),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "Fatuma Osman", date(2026, 11, 16)),
        ([Qt.Key.Key_Up], "Daniel Tekle", date(2026, 11, 16)),
        ([Qt.Key.Key_Home], "Daniel Tekle", date(2026, 9, 28)),
        ([Qt.Key.Key_End], "Daniel Tekle", date(2027, 3, 29)),
        ([Qt.Key.Key_End, Qt.Key.Key_T], "Daniel Tekle", date(2026, 11, 16)),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Down], "Viktor Melnyk", date(2026, 11, 16)),
    ],
)
def test_the_keys_walk(page: BoardPage, qtbot: QtBot, keys: list[Qt.Key], name: str, monday: date) -> None:
    for key in keys:
        qtbot.keyClick(page.board, key)
    entry = page.board.shown.entry(page.board.line)
    assert entry is not None and entry.name == name
    assert page.board.shown.span.monday(page.board.column) == monday


def test_the_chosen_week_is_told_in_words(page: BoardPage, qtbot: QtBot) -> None:
    board = page.board
    board.choose(line_of(board, "Hevin Mustafa"), board.column)
    told = "Hevin Mustafa · Uge 47, 16.–20. nov. 2026: 3 dage danskuddannelse · 2 dage praktik (ikke bekræftet)"
    assert page.words.text() == told
    description = board.accessibleDescription()
    assert description.startswith(told) and "Plejecenter Lindegården" in description
    assert "planlagt 5,7 skoleuger" in description
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert board.accessibleDescription() != description
    assert page.words.text().startswith("Hevin Mustafa · Uge 48, 23.–27. nov. 2026: 3 dage danskuddannelse")
    board.choose(line_of(board, AMAL), board.column)
    assert "planlagt 17,0 af 23 uger" in board.accessibleDescription()
    qtbot.keyClick(board, Qt.Key.Key_End, CONTROL)
    assert page.words.text() == "Uge 48, 2026: 2 elever på skole (2 planlagt)"
    interface = QAccessible.queryAccessibleInterface(board)
    assert interface.text(QAccessible.Text.Name) == "Tavle med elever og uger"
    assert interface.text(QAccessible.Text.Description) == board.accessibleDescription()


def test_the_mouse_tells_without_choosing(page: BoardPage, qtbot: QtBot) -> None:
    board = page.board
    amal, october = line_of(board, AMAL), board.shown.span.column(date(2026, 10, 5))
    chosen = board.line, board.column
    qtbot.mouseMove(board.viewport(), point(board, amal, october))
    qtbot.waitUntil(lambda: page.words.text().startswith(f"{AMAL} · Uge 41, 5.–9. okt. 2026: "))
    assert "3 dage AMU (deltaget)" in page.words.text()
    assert board.viewport().toolTip() == page.words.text()
    assert (board.line, board.column) == chosen
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=point(board, amal, october))
    assert (board.line, board.column) == (amal, october)


def test_enter_and_a_name_open_the_learner(page: BoardPage, window: MainWindow, qtbot: QtBot) -> None:
    board = page.board
    board.choose(line_of(board, AMAL), board.column)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.learner and window.learner.head.name.text() == AMAL
    window.go("board")
    name = point(board, line_of(board, "Hevin Mustafa"), board.column)
    name.setX(60)
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert window.learner.head.name.text() == "Hevin Mustafa"


def test_rows_are_painted_again_only_when_they_changed(page: BoardPage, qapp: QApplication, qtbot: QtBot) -> None:
    board = page.board
    board.viewport().repaint()
    qtbot.wait(50)
    painted = board._kept.painted
    board.horizontalScrollBar().setValue(0)
    board.viewport().repaint()
    board.choose(line_of(board, AMAL), board.column)
    board.viewport().repaint()
    assert board._kept.painted <= painted + 2, "the name that is strong now, and the one that was"
    style.apply(qapp, "dark")
    board.viewport().repaint()
    assert board._kept.painted > painted + 11


def test_an_empty_profile_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    window.go("board")
    page = window.stack.page("board")
    assert isinstance(page, BoardPage)
    assert [empty.accessibleName() for empty in page.findChildren(EmptyPage) if empty.isVisible()] == [
        "Her kommer tavlen"
    ]
    assert not page.zoom.isVisible() and not page.sites.isVisible()
    nobody = Learner(bytes(range(16)), LEARNER_ROW, "Sara Haile")
    window.desk.session.store.record(creation(nobody), "Ny elev")
    qtbot.waitUntil(lambda: window.desk.book.complete and page._no_course.isVisible(), timeout=PATIENCE)


def test_a_learner_deleted_elsewhere_leaves_the_board(page: BoardPage, qtbot: QtBot) -> None:
    session = page._desk.session
    case = session.case_file(next(learner for learner, name in session.names() if name == "Daniel Tekle"))
    assert case is not None
    session.store.record(removal(case.learner), "Slet elev")
    qtbot.waitUntil(lambda: len(page.board.shown.learner_lines) == 10, timeout=PATIENCE)
    settled(page, qtbot)
    assert "- Daniel Tekle" not in said_lines(page)
    entry = page.board.shown.entry(page.board.line)
    assert entry is not None and entry.name == "Viktor Melnyk", "the nearest is chosen"
