"""Vis beregningen: every figure explained in a window, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp.alerts import figures
from mentorapp.alerts.all_alerts import RULES
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.learner import LEARNER_ROW, Learner
from mentorapp.domain.ledger import build
from mentorapp.domain.why.answers import FIGURES
from mentorapp.ui.desk import Desk
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.learners_page import LearnersPage
from mentorapp.ui.why.why_dialog import WhyDialog
from tests import builders
from tests.conftest import TODAY
from tests.ui.learner.keeping import keep

Explain = Callable[..., WhyDialog]


@pytest.fixture
def explain(desk: Desk, qtbot: QtBot) -> Iterator[Explain]:
    """Open the dialog over a bare window: `explain(case, figure)`."""
    ground = QWidget()
    ground.resize(1366, 768)
    ground.show()

    def opened(case: CaseFile, figure: str = "") -> WhyDialog:
        ledger = build(case, TODAY)
        assert ledger is not None
        dialog = WhyDialog(ground, case, ledger, figure)
        dialog.open()
        return dialog

    yield opened
    delete(ground)


def test_a_figure_tells_its_formula_rules_and_rows(explain: Explain) -> None:
    said = explain(builders.amal(), "counted_hours").answer.toPlainText()
    assert "planlagt 658,8, deltaget 555,0, dokumenteret 532,8" in said
    assert "Klokketimer × typens faktor" in said
    assert "IGU-uddannelsesplaner (20-ugers-teksten) – bekræftet" in said
    assert "udledt" in said and "ikke bekræftet" in said
    assert "06-05-2025 – 26-06-2025" in said and "48,10 timer × 2 = 96,20" in said
    assert "3 uger regnet som planlagt" in said  # what was taken for granted stands under every figure


def test_the_arrow_keys_go_through_all_figures(explain: Explain, qtbot: QtBot) -> None:
    dialog = explain(builders.amal(), "programme")
    titles = []
    for _figure in FIGURES:
        titles.append(dialog.answer.toPlainText().splitlines()[0])
        qtbot.keyClick(dialog.figures, Qt.Key.Key_Down)
    assert titles == list(FIGURES.values())


def test_the_answer_is_copied_as_text(explain: Explain) -> None:
    dialog = explain(builders.amal(), "gap_weeks")
    dialog.copy_button.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("Tal\tBagud i uger (gap_weeks): 5,79")
    assert "Sådan\t(769,4" in copied and "Kilde\t" in copied


def test_a_course_named_like_markup_stays_a_name(explain: Explain) -> None:
    case = builders.amal()
    rows = tuple(replace(row, title="<b>Fed</b> & AMU") for row in case.schooling)
    said = explain(replace(case, schooling=rows), "amu_hours").answer.toPlainText()
    assert "<b>Fed</b> & AMU" in said


def test_the_warnings_of_the_first_weeks_are_worked_out(explain: Explain) -> None:
    week = builders.enrolment("02-11-2026", school_minutes_a_week=480)
    dialog = explain(builders.case(week, builders.placement(20, "02-11-2026")), "day_one_school")
    said = dialog.answer.toPlainText()
    assert "94 × 8,0 aftalte timer om ugen med faktor 1 = 752,0 tællende timer = 20,32 skoleuger" in said
    dialog.figures.choose("day_one_practice")
    assert "mindst 25,0 kræves" in dialog.answer.toPlainText()


def test_alerts_rest_on_figures_that_answer() -> None:
    assert figures.FIGURES.keys() <= RULES.keys()
    assert set(figures.FIGURES.values()) <= FIGURES.keys()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with Amal, and somebody who has no course."""
    keep(desk.session, builders.amal(), "Amal Idris Hamid")
    alone = Learner(bytes([7]) * 16, LEARNER_ROW, "Tomas Nyberg")
    desk.session.store.record(creation(alone), "Ny elev")
    window = MainWindow(desk)
    window.show()
    qtbot.waitUntil(lambda: desk.book.complete)
    yield window
    window.hide()
    delete(window)


def why_dialogs(window: MainWindow) -> list[WhyDialog]:
    """Those that are open."""
    return [child for child in window.children() if isValid(child) and isinstance(child, WhyDialog)]


def press(window: MainWindow, qtbot: QtBot) -> str:
    """Ctrl+B where the keyboard is; the figure shown, and the dialog closed again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focus = window.focusWidget() or window
    qtbot.keyClick(focus, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = why_dialogs(window)
    shown = dialog.answer.toPlainText().splitlines()[0]
    dialog.reject()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    return shown


def test_one_key_explains_what_is_in_hand_on_every_page(window: MainWindow, qtbot: QtBot) -> None:
    window.go("learners")
    learners = window.learners
    assert isinstance(learners, LearnersPage)
    learners.table.selectRow(0)
    assert press(window, qtbot) == "Tællende timer"
    amal = b"Amal Idris Hamid"
    for tab, figure in (("course", "Kan nås"), ("schooling", "Tællende timer"), ("attendance", "Arbejdede timer")):
        window.open_learner(amal, tab)
        assert press(window, qtbot) == figure


def test_who_has_no_course_has_no_figures(window: MainWindow, qtbot: QtBot) -> None:
    window.open_learner(bytes([7]) * 16)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert why_dialogs(window) == []
    assert "Tomas Nyberg har intet forløb endnu" in window.notice.text
