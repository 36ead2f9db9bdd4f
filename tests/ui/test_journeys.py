"""The whole path of a coordinator in a real window, from an empty profile to a printed report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import polib
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp import i18n
from mentorapp.cli.import_list import import_file
from mentorapp.domain.change import removal
from mentorapp.domain.week import Week
from mentorapp.paths import RESOURCES
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.import_dialog import ImportDialog
from mentorapp.ui.dialogs.report_preview import ReportPreview
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.schooling.schooling_form import SchoolingForm
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.alert_model import AlertRow
from mentorapp.ui.pages.settings_page import SettingsPage
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.parts.empty import EmptyPage
from mentorapp.ui.parts.figure_button import FigureArea
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.table_model import ROW
from mentorapp.ui.theme import current
from mentorapp.ui.why.why_dialog import WhyDialog

SAMPLE = RESOURCES / "sample"
LISTS = ("elevliste.xlsx", "fremmoede.csv", "praktiktimer.csv")
CONTROL = Qt.KeyboardModifier.ControlModifier
AMAL = "Amal Idris Hamid"
PATIENCE = 10_000
"""Milliseconds a slow machine may take for one step."""

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window on an empty profile, light and Danish whatever the test chooses."""
    desk.preferences.theme = "light"
    window = MainWindow(desk)
    window.show()
    in_front(window, qtbot)
    yield window
    if isValid(window):
        window.close()
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        qapp.removeEventFilter(window)
        delete(window)
    style.apply(qapp, "light")


@pytest.fixture
def filled(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the sample lists in it."""
    for name in LISTS:
        import_file(window.desk.session, SAMPLE / name)
    worked_out(window, qtbot)
    return window


def in_dialog(kind: type[D], open_it: Callable[[], object], act: Callable[[D], None]) -> None:
    """Open a modal dialog and act in it while it is open; left open, it is closed."""
    met: list[bool] = []

    def inside() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            act(dialog)
            met.append(True)
        finally:
            if not is_closed(dialog):
                dialog.reject()

    QTimer.singleShot(0, inside)
    open_it()
    assert met, "the dialog did not open, or its test failed"


def in_front(window: MainWindow, qtbot: QtBot) -> None:
    """Bring the window forward, so that it gets the keys; offscreen nobody else does."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)


def is_closed(dialog: QDialog) -> bool:
    """Whether the dialog is gone; Qt destroys it soon after it was closed."""
    return not isValid(dialog) or not dialog.isVisible()


def importing(qtbot: QtBot) -> Callable[[ImportDialog], None]:
    """Wait for the preview and press the primary button."""

    def act(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=PATIENCE)
        assert dialog.planned is not None and dialog.planned.importable == 33 and not dialog.planned.refused
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: is_closed(dialog), timeout=PATIENCE)

    return act


def worked_out(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until every learner has figures."""
    book = window.desk.book

    def known() -> bool:
        return len(book.entries) == len(window.desk.session.names()) and all(
            entry.known for entry in book.entries.values()
        )

    qtbot.waitUntil(known, timeout=PATIENCE)


def named(window: MainWindow, name: str) -> bytes:
    return next(learner for learner, known in window.desk.session.names() if known == name)


def settings(window: MainWindow) -> SettingsPage:
    page = window.stack.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def shows_nobody(window: MainWindow) -> bool:
    """Whether the learners page says what to do when there is nobody in it."""
    page = window.learners
    return any(empty.isVisible() for empty in page.findChildren(EmptyPage)) and not page.search.isVisible()


def english(folder: Path, words: dict[str, str]) -> None:
    """Compile a small catalogue; the test needs no translation but these."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.extend(polib.POEntry(msgid=danish, msgstr=word) for danish, word in words.items())
    place = folder / "en" / "LC_MESSAGES"
    place.mkdir(parents=True)
    catalogue.save_as_mofile(str(place / "mentorapp.mo"))


def test_from_an_empty_profile_to_a_saved_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    # Nobody yet: the page says what to do next, and Ctrl+O does it.
    window.go("learners")
    assert shows_nobody(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(SAMPLE / "elevliste.xlsx"), ""))
    in_dialog(ImportDialog, lambda: qtbot.keyClick(window, Qt.Key.Key_O, CONTROL), importing(qtbot))
    assert window.notice.text == "Importeret: 33 nye."
    in_front(window, qtbot)
    worked_out(window, qtbot)

    # Elever: eleven are running, the search finds one, and Enter opens her.
    qtbot.waitUntil(lambda: window.learners.model.rowCount() == 11, timeout=PATIENCE)
    assert window.learners.period._segments["current"].text() == "I gang 11"
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Slash)
    assert window.learners.search.hasFocus()
    qtbot.keyClicks(window.learners.search, "lindegården amal")
    qtbot.waitUntil(lambda: window.learners.model.rowCount() == 1)
    table = window.learners.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    page = window.learner
    assert window.stack.currentWidget() is page and page.head.name.text() == AMAL

    # The strip has her two years, and the keyboard stands on the week of today.
    strip = page.course.weeks.strip
    weeks: list[Week] = list(strip._weeks)
    assert len(weeks) == 105
    assert (weeks[0].monday, weeks[-1].monday) == (date(2025, 1, 27), date(2027, 1, 25))
    chosen = strip.chosen()
    assert strip.hasFocus() and chosen is not None and chosen.monday == date(2026, 11, 16)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    after = strip.chosen()
    assert after is not None and after.monday == date(2026, 11, 23)

    # A note, saved by Ctrl+Enter, is listed; Ctrl+Z takes it back and says so.
    qtbot.keyClick(strip, Qt.Key.Key_N, CONTROL)
    words = page.notes.editor.words
    qtbot.waitUntil(words.hasFocus)
    qtbot.keyClicks(words, "Bankede selv på og ventede.")
    qtbot.keyClick(words, Qt.Key.Key_Return, CONTROL)
    listed = page.notes.list.cards
    qtbot.waitUntil(lambda: [card.text.text() for card in listed()] == ["Bankede selv på og ventede."])
    assert words.toPlainText() == ""
    qtbot.keyClick(words, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: listed() == [])
    qtbot.waitUntil(lambda: window.notice.isVisible() and window.notice.text.startswith("Fortrudt: "))
    assert words.toPlainText() == "Bankede selv på og ventede.", "the words are still there, as a draft"
    qtbot.keyClick(words, Qt.Key.Key_Return, CONTROL)
    assert len(page.notes.list.cards()) == 1, "and can be saved again"

    # Holding Ctrl says where the places are, and letting go hides it.
    qtbot.keyPress(window, Qt.Key.Key_Control)
    assert window.rail.hints() == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"]
    window._application.focusWindowChanged.emit(None)
    assert window.rail.hints() == ["", "", "", "", ""], "the release went to a dialog"
    qtbot.keyPress(window, Qt.Key.Key_Control)
    qtbot.keyRelease(window, Qt.Key.Key_Control)
    assert window.rail.hints() == ["", "", "", "", ""]

    # Dark, then English: everything said is said anew.
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    qtbot.mouseClick(settings(window).theme._segments["dark"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current().name == "dark")
    english(tmp_path / "english", {"Elever": "Learners", "Indstillinger": "Settings", "I gang {n}": "Running {n}"})
    monkeypatch.setattr(i18n, "TRANSLATIONS", tmp_path / "english")
    qtbot.mouseClick(settings(window).language._segments["en"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: i18n.language() == "en")
    assert window.rail._items["learners"].text() == "Learners"
    assert window.stack.currentWidget() is settings(window)
    worked_out(window, qtbot)
    qtbot.waitUntil(lambda: window.learners.period._segments["current"].text() == "Running 11")
    assert current().name == "dark"
    qtbot.mouseClick(settings(window).language._segments["da"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.rail._items["learners"].text() == "Elever")

    # The report: previewed, saved, and hers.
    paper = tmp_path / "rapport.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(paper), ""))

    def save(dialog: ReportPreview) -> None:
        qtbot.waitUntil(lambda: bool(dialog.pdf), timeout=PATIENCE)
        assert dialog.view.count() >= 1 and dialog.message() == ""
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: is_closed(dialog), timeout=PATIENCE)

    window.open_learner(named(window, AMAL))
    in_dialog(ReportPreview, lambda: window.learner.head.print_button.click(), save)
    assert "rapport.pdf" in window.notice.text
    assert AMAL in PdfReader(paper).pages[0].extract_text()

    # Closing keeps what was chosen and what was written.
    assert window.close()
    assert desk.preferences.theme == "dark" and desk.preferences.state("geometry") is not None


def test_today_lists_what_to_do_and_leads_to_the_learner(filled: MainWindow, qtbot: QtBot) -> None:
    filled.go("today")
    page = filled.stack.page("today")
    assert isinstance(page, TodayPage) and filled.stack.currentWidget() is page
    alerts = page.alerts

    def behind() -> int | None:
        """The row that says how far Amal is behind."""
        for number in range(alerts.rows.rowCount()):
            row = alerts.rows.index(number).data(ROW)
            if isinstance(row, AlertRow) and row.name == AMAL and row.alert.id == "R10":
                return number
        return None

    qtbot.waitUntil(lambda: behind() is not None)
    alerts.setFocus()
    alerts.setCurrentIndex(alerts.rows.index(behind() or 0))
    qtbot.keyClick(alerts, Qt.Key.Key_Return)
    assert filled.stack.currentWidget() is filled.learner and filled.learner.head.name.text() == AMAL
    assert filled.learner.head.state.accessibleName() == "Bagud 5,8 uger"


def test_a_learner_deleted_elsewhere_leads_back_with_a_sentence(filled: MainWindow, qtbot: QtBot) -> None:
    amal = named(filled, AMAL)
    filled.open_learner(amal, "facts")
    case = filled.desk.session.case_file(amal)
    assert case is not None
    filled.desk.session.store.record(removal(case.learner), "Slet elev")
    qtbot.waitUntil(lambda: filled.stack.currentWidget() is filled.learners)
    assert filled.notice.isVisible() and filled.notice.text == f"{AMAL} er ikke længere på listen."
    worked_out(filled, qtbot)
    qtbot.waitUntil(lambda: filled.learners.model.rowCount() == 10)


def test_a_learner_gone_before_the_click_is_said(filled: MainWindow, qtbot: QtBot) -> None:
    filled.go("today")
    filled.open_learner(bytes(16))
    qtbot.waitUntil(lambda: filled.stack.currentWidget() is filled.learners)
    assert filled.notice.text == "Eleven er ikke længere på listen."


def says(window: MainWindow, text: str) -> bool:
    """Whether the line over the foot of the page says just that."""
    return bool(window.notice.text == text)


def test_every_import_is_undone_as_one(filled: MainWindow, qtbot: QtBot) -> None:
    filled.go("learners")
    for name in reversed(LISTS):
        qtbot.keyClick(filled, Qt.Key.Key_Z, CONTROL)
        qtbot.waitUntil(partial(says, filled, f"Fortrudt: Import af {name}"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not filled.desk.book.entries, timeout=PATIENCE)
    assert shows_nobody(filled)
    qtbot.keyClick(filled, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: filled.notice.text == "Der er ikke mere at fortryde.")


def test_a_file_dropped_on_the_window_opens_the_import(window: MainWindow, qtbot: QtBot) -> None:
    things = QMimeData()
    things.setUrls([QUrl.fromLocalFile(str(SAMPLE / "skoleplan.csv"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, things, buttons, keys)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, things, buttons, keys)

    def look(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=PATIENCE)
        assert dialog.planned is not None and dialog.planned.refused == 20, "nobody in the list is known yet"
        assert not dialog.primary.isEnabled()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(ImportDialog, lambda: QApplication.sendEvent(window, dropped), look)
    assert window.desk.session.names() == []


def test_a_dropped_picture_is_not_taken(window: MainWindow) -> None:
    things = QMimeData()
    things.setUrls([QUrl.fromLocalFile("/billeder/have.png")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, things, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert not entering.isAccepted()


def test_a_learners_page_from_a_fact_to_an_explained_figure(filled: MainWindow, qtbot: QtBot) -> None:
    amal = next(learner for learner, name in filled.desk.session.names() if name == AMAL)
    filled.open_learner(amal, "facts")
    page = filled.learner
    municipality = page.facts.course.fields["municipality"]
    assert isinstance(municipality, FactField)
    municipality.line.setFocus()
    municipality.line.setText("Ikast-Brande")
    qtbot.keyClick(municipality.line, Qt.Key.Key_Return)
    filled.open_learner(amal, "attendance")
    waiting = len(page.attendance.open.rows())
    page.attendance.open.rows()[0].confirm.click()
    assert len(page.attendance.open.rows()) == waiting - 1
    filled.open_learner(amal, "schooling")

    def plan(form: SchoolingForm) -> None:
        form.name.line.setText("Demens og livskvalitet")
        form.first.line.setText("4-1-2027")
        form.last.line.setText("8-1-2027")
        form.planned.line.setText("37")
        assert form.plan is not None
        form.plan.settle()
        assert any("Planen giver 18,0 af 23 uger" in said for said in form.plan.said.texts())
        form.submit()

    in_dialog(SchoolingForm, page.schooling.new.click, plan)
    filled.open_learner(amal, "course")
    planned = page.course.totals.bar.findChildren(FigureArea)[-1]
    assert planned.accessibleName().startswith("Planlagt i alt 695,8 t")

    planned.click()
    answer = QApplication.activeModalWidget()
    assert isinstance(answer, WhyDialog) and "Demens og livskvalitet" in answer.answer.toPlainText()
    qtbot.keyClick(answer, Qt.Key.Key_Escape)
    assert is_closed(answer)
    case = filled.desk.session.case_file(amal)
    assert case is not None and case.enrolment is not None and case.enrolment.municipality == "Ikast-Brande"


def test_the_window_opens_as_it_was_left(filled: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    filled.resize(1200, 700)
    filled.go("learners")
    filled.learners.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    filled.learners.table.horizontalHeader().resizeSection(0, 300)
    filled.close()
    desk.preferences = Preferences(tmp_path)
    again = MainWindow(desk)
    again.show()
    # the screen of these tests is narrower than the window may be
    assert again.stack.shown == "learners" and again.height() == 700
    assert again.learners.table.columnWidth(0) == 300
    names = [row.name for row in again.learners.model.rows]
    assert names == sorted(names, key=str.casefold, reverse=True)
    again.close()
    delete(again)
