"""Lists taken along from the window: what is shown is what stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mentorapp.errors import UserError
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog
from mentorapp.ui.main_window import MainWindow
from tests import builders
from tests.ui.learner.keeping import keep

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    for case, name in ((builders.amal(), "Amal Idris Hamid"), (builders.maryam(), "Maryam Ahmadi")):
        keep(desk.session, case, name)
    window = MainWindow(desk)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: desk.book.complete, timeout=10_000)
    yield window
    if isValid(window):
        window.close()
        QThreadPool.globalInstance().waitForDone(10_000)
        delete(window)


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))


def days(row: tuple[object, ...]) -> list[date]:
    """The real dates in a row as it was read."""
    return [value.date() for value in row if isinstance(value, datetime)]


def test_the_learners_shown_go_into_a_spreadsheet(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen(monkeypatch, tmp_path / "elever")
    window.go("learners")
    window.learners.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    window.learners.table.setColumnHidden(2, True)
    qtbot.keyClick(window.learners.table, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "elever.xlsx er gemt" in window.notice.text)
    rows = list(load_workbook(tmp_path / "elever.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0] == (
        "Elev", "Ordning", "Praktiksted", "Afdeling", "Skoletimer deltaget", "Skoletimer dokumenteret",
        "Skoletimer krævet", "Status", "Mentor",
    )  # fmt: skip
    assert [row[0] for row in rows[1:]] == ["Maryam Ahmadi", "Amal Idris Hamid"]
    assert rows[2][2:7] == ("Plejecenter Lindegården", "Afd. Øst", 555, 532.8, 851)
    # a column that is shown again is written again, and what is filtered away is not
    window.learners.table.setColumnHidden(2, False)
    window.learners.search.setText("maryam")
    qtbot.waitUntil(lambda: window.learners.model.rowCount() == 1)
    (tmp_path / "elever.xlsx").unlink()
    window.learners.save_table()
    qtbot.waitUntil((tmp_path / "elever.xlsx").exists)
    rows = list(load_workbook(tmp_path / "elever.xlsx").worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 2 and date(2025, 9, 1) in days(rows[1])


def test_the_courses_shown_go_into_a_spreadsheet(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen(monkeypatch, tmp_path / "kurser.xlsx")
    amal = next(learner for learner, name in window.desk.session.names() if "Amal" in name)
    window.open_learner(amal, "schooling")
    table = window.learner.schooling.table
    qtbot.waitUntil(table.isVisible)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil((tmp_path / "kurser.xlsx").exists)
    head, first, *_rest = load_workbook(tmp_path / "kurser.xlsx").worksheets[0].iter_rows(values_only=True)
    said = dict(zip(head, first, strict=True))
    assert (said["Kursus"], said["Fra kl."], said["Timer planlagt"]) == (
        "Praktisk hjælp til ældre", "08:00", 111
    )  # fmt: skip
    assert days(first) == [date(2025, 3, 10), date(2025, 3, 28), date(2025, 4, 10)]


def test_the_calendar_has_initials_until_names_are_ticked(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "skole.ics"
    chosen(monkeypatch, path)
    window.go("learners")
    for named, start in ((False, "M.A.: "), (True, "Maryam Ahmadi: ")):
        window.learners.keep.menu_of_ways().actions()[1].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CalendarDialog) and not dialog.named.isChecked()
        dialog.named.setChecked(named)
        dialog.submit()
        qtbot.waitUntil(path.exists)
        said = [str(event["SUMMARY"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
        assert any(title.startswith(start) for title in said) and (b"Maryam" in path.read_bytes()) == named
        path.unlink()


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_left(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen(monkeypatch, tmp_path / "findes ikke" / "elever.xlsx")
    window.go("learners")
    window.learners.save_table()
    qtbot.waitUntil(lambda: "elever.xlsx kan ikke gemmes" in window.notice.text)
    with pytest.raises(UserError, match="kan ikke gemmes"):
        file_out.write(tmp_path, b"")
    assert not list(tmp_path.parent.glob("*.del"))


def test_no_place_chosen_saves_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    before = set(tmp_path.iterdir())
    window.go("learners")
    window.learners.save_table()
    QThreadPool.globalInstance().waitForDone(1_000)
    assert set(tmp_path.iterdir()) == before
