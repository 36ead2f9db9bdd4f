"""I dag: the week confirmed by one click, the days that differed, and who is at school."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.week_form import WeekForm
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.today.confirm_row import ConfirmRow
from tests import builders
from tests.builders import enrolment, placement, schooling
from tests.ui.learner.keeping import keep

NAMES = ("Anna Holm", "Bo Bek", "Cilla Dam", "Dorte Eng")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[TodayPage]:
    danish = schooling("danskuddannelse", "01-10-2026", "30-11-2026", "man 08:30-13:30", title="DU2 modul 4")
    for name in NAMES:
        rows = (placement(28, "07-09-2026"), *([danish] if name == "Anna Holm" else []))
        keep(desk.session, builders.case(enrolment("07-09-2026"), *rows), name)
    keep(desk.session, builders.yusuf(), "Yusuf Abdi Warsame")
    desk.book.load()
    qtbot.waitUntil(lambda: desk.book.complete)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    yield page


@pytest.fixture
def said(desk: Desk) -> list[str]:
    sentences: list[str] = []
    desk.said.connect(sentences.append)
    return sentences


def names(page: TodayPage) -> list[str]:
    return [row._name.text() for row in page.confirm.rows()]


def waits(row: ConfirmRow) -> bool:
    return row.confirm.isVisible()


def test_the_weeks_of_running_courses_stand_first_by_name_and_the_rest_unfolds(page: TodayPage) -> None:
    assert names(page) == list(NAMES[:3]) and page.confirm.more.text() == "Vis alle 4"
    page.confirm.more.click()
    assert names(page) == list(NAMES)
    assert page.confirm._title.text() == "Bekræft uge 47" and page.confirm._note.text() == "0 af 4"


def test_one_click_confirms_and_the_keyboard_goes_on(page: TodayPage, qtbot: QtBot, said: list[str]) -> None:
    page.setFocus()
    first, second = page.confirm.rows()[:2]
    assert first.confirm.hasFocus()
    assert first.confirm.accessibleName() == "Anna Holm, uge 47, 1 dag dansk · 4 dage praktik: som planlagt"
    qtbot.keyClick(first.confirm, Qt.Key.Key_Space)
    assert second.confirm.hasFocus()
    assert said[-1] == "Anna Holm, uge 47, er bekræftet som planlagt. Ctrl+Z fortryder."
    qtbot.waitUntil(lambda: not waits(first))
    assert first.back.isVisible() and page.confirm._note.text() == "1 af 4"
    assert names(page) == list(NAMES[:3]), "a row keeps its place while it is looked at"
    page.hide()
    page.show()
    assert names(page) == ["Bo Bek", "Cilla Dam", "Dorte Eng"], "those that wait stand first the next time"


def test_a_confirmation_is_taken_back_by_its_button_and_by_undo(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    row = page.confirm.rows()[0]
    row.confirm.click()
    qtbot.waitUntil(lambda: not waits(row))
    row.back.click()
    qtbot.waitUntil(lambda: waits(row))
    row.confirm.click()
    qtbot.waitUntil(lambda: not waits(row))
    desk.session.store.undo()
    qtbot.waitUntil(lambda: waits(row))


def test_what_differed_is_written_by_day(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    row = page.confirm.rows()[1]

    def answer() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, WeekForm)
        form.days[2].kind.set_key("sick")
        form.submit()

    QTimer.singleShot(0, answer)
    row.edit.click()
    qtbot.waitUntil(lambda: row._words.text() == "4 dage praktik · 1 sygedag")
    assert not waits(row)


def test_who_is_at_school_is_told_by_day(page: TodayPage) -> None:
    # Sunday 22 November: nobody today, Anna on Monday the 23rd
    assert page.school.words() == ["I dag", "ingen", "Mandag", "Anna Holm", "DU2 modul 4"]
