"""The page as a whole: who it is about, what follows a save, and a learner that goes away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, removal, update
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.store import notes
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.parts.figure_button import FigureButton
from tests.conftest import TODAY

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def test_the_head_says_who_where_and_when(show: Show, amal: bytes) -> None:
    head = show(amal).head
    assert head.name.text() == "Amal Idris Hamid"
    assert head.facts.text().split("  ·  ") == [
        "IGU, 23 skoleuger",
        "Plejecenter Lindegården, Afd. Øst",
        "mentor Birthe Sørensen",
        "01-02-2025 – 31-01-2027",
        "uge 95 af 105",
    ]
    assert head.state.accessibleName() == "Bagud 5,8 uger"


def test_a_name_of_two_hundred_letters_leaves_the_page_its_width(show: Show, desk: Desk, amal: bytes) -> None:
    page = show(amal)
    opened = desk.book.open(amal)
    assert opened is not None
    name = "Ali " * 10 + "X" * 160
    width = page.head.minimumSizeHint().width()
    desk.session.store.record(update(opened.case.learner, replace(opened.case.learner, name=name)), "Navn")
    assert page.head.name.accessibleName() == name and page.head.name.toolTip() == name
    assert page.head.minimumSizeHint().width() <= max(width, 900)


def test_what_is_not_known_is_said(show: Show, desk: Desk) -> None:
    learner = bytes([7]) * 16
    desk.session.store.record(creation(Learner(learner, LEARNER_ROW, "Tomas Nyberg")), "Ny elev")
    page = show(learner)
    assert page.head.facts.text() == "intet forløb endnu"
    assert page.course.missing.isVisible()
    assert not page.course.totals.isVisible() and not page.course.strip.isVisible()
    assert not page.schooling.new.isEnabled()


def test_the_buttons_lead_on(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal)
    with qtbot.waitSignal(desk.report_wanted) as printed:
        page.head.print_button.click()
    assert printed.args == [amal]
    statement = page.head.print_menu.actions()[1]
    assert statement.text() == "Månedsopgørelse"
    with qtbot.waitSignal(desk.statement_wanted) as stated:
        statement.trigger()
    assert stated.args == [amal]
    with qtbot.waitSignal(desk.place_wanted) as back:
        page.head.back_button.click()
    assert back.args == ["learners"]
    page.head.note_button.click()
    assert page.tabs.currentIndex() == KEYS.index("notes") and page.notes.editor.words.hasFocus()


def test_a_save_elsewhere_is_seen_and_leaves_typing_alone(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "facts")
    field = page.facts.learner.fields["phone"]
    assert isinstance(field, FactField)
    phone = field.line
    phone.setFocus()
    qtbot.keyClicks(phone, "99")
    typed = phone.text()
    before = case(amal).learner
    desk.session.store.record(update(before, replace(before, name="Amal Idris")), "Navn")
    assert page.head.name.text() == "Amal Idris"
    assert phone.text() == typed != before.phone
    assert phone.hasFocus()


def test_a_note_from_elsewhere_leaves_the_editor_alone(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal, "notes")
    words = page.notes.editor.words
    qtbot.keyClicks(words, "Halvt skrevet")
    notes.add(desk.session.store, amal, "Fra en anden", TODAY)
    assert words.toPlainText() == "Halvt skrevet" and words.hasFocus()
    assert [card.text.text() for card in page.notes.list.cards()] == ["Fra en anden"]
    assert page.tabs.tabData(KEYS.index("notes")) == "1"


def test_a_learner_that_goes_away_is_said_and_left(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    page = show(amal, "notes")
    qtbot.keyClicks(page.notes.editor.words, "Ikke færdig")
    with qtbot.waitSignal(desk.place_wanted) as went:
        desk.session.store.record(removal(case(amal).learner), "Slet elev")
    assert went.args == ["learners"]
    assert said == ["Amal Idris Hamid er ikke længere på listen."]
    page.flush()
    assert desk.session.case_file(amal) is None
    desk.session.store.undo()
    page.show_learner(amal, "notes")
    assert page.notes.editor.words.toPlainText() == "Ikke færdig"
    assert case(amal).notes == ()


def test_nobody_by_that_id_leads_to_the_list(
    desk: Desk, qtbot: QtBot, said: list[str], held: Callable[[QWidget], None]
) -> None:
    page = LearnerPage(desk)
    held(page)
    with qtbot.waitSignal(desk.place_wanted) as went:
        page.show_learner(bytes(16))
    assert went.args == ["learners"] and said and page.learner is None


def test_ctrl_n_on_the_page_writes_a_note(show: Show, amal: bytes, qtbot: QtBot) -> None:
    page = show(amal)
    qtbot.keyClick(page.course.weeks.strip, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.notes.editor.words.hasFocus()


def test_no_part_is_shown_as_a_window_of_its_own(show: Show, amal: bytes, windows: list[str]) -> None:
    for tab in ("course", "schooling", "attendance", "notes", "meetings", "facts"):
        show(amal, tab)
    assert set(windows) == {"LearnerPage"}


@pytest.mark.parametrize("tab", ["course", "schooling", "attendance", "notes", "meetings", "facts"])
def test_nothing_is_wider_than_the_page_at_double_text(
    show: Show, amal: bytes, qapp: QApplication, qtbot: QtBot, tab: str
) -> None:
    page = show(amal, tab)
    page.resize(980, 768)
    try:
        style.apply(qapp, "light", 2.0)
        qtbot.wait(1)
        area = page._tabs.tab(tab)
        content = area.widget()
        assert content is not None and content.width() <= area.viewport().width()
        for button in area.findChildren(QAbstractButton):
            if isinstance(button, FigureButton):  # a sentence: it takes more lines
                assert button.height() >= button.heightForWidth(button.width()), button.text()
            elif button.isVisibleTo(area) and button.text():
                assert button.width() >= button.sizeHint().width(), button.text()
        assert page.head.facts.height() >= page.head.facts.heightForWidth(page.head.facts.width())
    finally:
        style.apply(qapp, "light", 1.0)
