"""I dag: what is open, said once; what is put off, below; and nothing of courses long over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mentorapp.alerts import put_off
from mentorapp.alerts.put_off import PutOff
from mentorapp.domain.change import creation
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.alert_model import AlertRow, GroupHead
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.parts.label import Label
from mentorapp.ui.table_model import ROW
from tests import builders
from tests.builders import day
from tests.conftest import TODAY
from tests.ui.learner.keeping import keep


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[TodayPage]:
    for make, name in ((builders.amal, "Amal Idris Hamid"), (builders.rahel, "Rahel Tesfay")):
        keep(desk.session, make(), name)
    desk.book.load()
    qtbot.waitUntil(lambda: desk.book.complete)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    yield page


def heads(page: TodayPage) -> list[str]:
    return [row.text for row in page.alerts.rows.rows if isinstance(row, GroupHead)]


def ids(page: TodayPage) -> list[str]:
    return [row.alert.id for row in page.alerts.rows.rows if isinstance(row, AlertRow)]


def choose(page: TodayPage, rule: str) -> AlertRow:
    place = next(n for n, row in enumerate(page.alerts.rows.rows) if isinstance(row, AlertRow) and row.alert.id == rule)
    page.alerts.setCurrentIndex(page.alerts.rows.index(place))
    row = page.alerts.currentIndex().data(ROW)
    assert isinstance(row, AlertRow)
    return row


def put_away(page: TodayPage, desk: Desk, rule: str, qtbot: QtBot) -> None:
    alert = choose(page, rule).alert
    desk.session.store.record(creation(put_off.mark(alert, day("29-11-2026"), "Aftalt", TODAY)), "Udsat")
    qtbot.waitUntil(lambda: rule not in ids(page))


def test_each_thing_is_said_once_and_old_courses_are_left_out(page: TodayPage) -> None:
    assert ids(page) == ["R25", "R09", "R10", "R26", "R43", "R44", "R28", "R06"]
    assert heads(page) == ["Handl nu", "Denne uge", "Godt at vide"]


def test_nobody_is_counted_before_the_figures_are_there(desk: Desk, qtbot: QtBot) -> None:
    keep(desk.session, builders.amal(), "Amal Idris Hamid")
    desk.book.load()
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()

    def told() -> list[str]:
        return [label.text() for label in page.panel.findChildren(Label)]

    assert "Regnes ud …" in told() and "0 elever" not in told()
    qtbot.waitUntil(lambda: "1 elev" in told())


def test_what_is_put_off_stands_in_a_group_of_its_own_when_asked_for(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    assert not page.put_off.isVisible()
    put_away(page, desk, "R10", qtbot)
    assert page.put_off.isVisible() and page.put_off.text() == "1 udsat – vis"
    page.put_off.click()
    assert heads(page)[-1] == "Udsat" and ids(page)[-1] == "R10"
    last = page.alerts.rows.index(page.alerts.rows.rowCount() - 1)
    assert "Udsat til 29-11-2026: Aftalt" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.put_off.text() == "Skjul udsatte"
    desk.session.store.undo()
    qtbot.waitUntil(lambda: not page.put_off.isVisible())
    assert "R10" in ids(page)


def test_delete_and_the_words_at_the_right_put_off_and_bring_back(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    wanted: list[object] = []
    page.alerts.put_off_wanted.disconnect()
    page.alerts.put_off_wanted.connect(wanted.append)
    opened: list[object] = []
    page.alerts.opened.connect(opened.append)
    alert = choose(page, "R09").alert
    page.alerts.setFocus()
    qtbot.keyClick(page.alerts, Qt.Key.Key_Delete)
    index = page.alerts.currentIndex()
    rect = page.alerts.visualRect(index)
    words = page.alerts._delegate.later_rect(rect, index.data(ROW))
    qtbot.mouseClick(page.alerts.viewport(), Qt.MouseButton.LeftButton, pos=words.center())
    assert wanted == [alert, alert] and not opened
    qtbot.mouseClick(page.alerts.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 12))
    assert opened == [alert.learner] and len(wanted) == 2


def test_the_menu_of_a_row_says_what_can_be_done(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, "R09")
    menu = page.alerts.menu_of(page.alerts.currentIndex())
    assert [action.text() for action in menu.actions()] == ["Se forløb", "Vis beregningen", "Udsæt …"]
    put_away(page, desk, "R09", qtbot)
    page.put_off.click()
    hidden = choose(page, "R09").hidden
    assert isinstance(hidden, PutOff)
    menu = page.alerts.menu_of(page.alerts.currentIndex())
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: not page.put_off.isVisible())
    assert "R09" in ids(page)


def test_the_page_stays_where_everything_is_put_off(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    everything = ids(page)
    for rule in everything:
        put_away(page, desk, rule, qtbot)
    # what the graver ones said does not come back in the words of the milder ones
    assert ids(page) == []
    assert page.put_off.isVisible() and page.put_off.text() == f"{len(everything)} udsat – vis"
