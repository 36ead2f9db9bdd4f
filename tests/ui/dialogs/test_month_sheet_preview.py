"""The month sheet in the window: looked at and saved as paper or spreadsheet, and an unmarked one asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.import_dialog import ImportDialog
from mentorapp.ui.dialogs.report.chosen import SHEET
from mentorapp.ui.dialogs.report_preview import ReportPreview
from tests import builders
from tests.ui.learner.keeping import keep


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    yield window
    QThreadPool.globalInstance().waitForDone(10_000)


def test_the_sheet_goes_out_and_comes_back_unmarked_with_a_question(
    qtbot: QtBot, desk: Desk, window: QMainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = keep(desk.session, builders.maryam(), "Maryam Ahmadi")
    opened = desk.book.open(learner)
    assert opened is not None
    dialog = ReportPreview(window, desk, opened, kind=SHEET)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.running.busy and bool(dialog.pdf), timeout=30_000)
    assert (dialog.windowTitle(), dialog.sheets.choice.currentText()) == ("Månedsark", "november 2026")
    assert dialog.table_button.isVisibleTo(dialog)
    wished: list[str] = []
    path = tmp_path / "ark.xlsx"

    def choose(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        wished.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    # not until it rests: a page that is drawn anew while the dialog goes away is never said to be done
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.save_table()
    assert wished == ["maanedsark-ma-2026-11.xlsx"]
    book = load_workbook(path)
    page = book.worksheets[0]
    page["F8"], page["C15"] = "Syg", "Gik hjem og hvilede sig."
    del book["mentorapp"]
    book.save(path)

    asking = ImportDialog(window, desk, path)
    asking.open()
    qtbot.waitUntil(lambda: not asking.running.busy and asking.message() != "", timeout=30_000)
    assert "Sig, hvilken elev det er" in asking.message()
    assert not asking.primary.isEnabled()
    choice = asking.list.choice.learner
    assert [choice.itemText(place) for place in range(choice.count())] == ["Vælg …", "Maryam Ahmadi, fra 01-09-2025"]
    choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not asking.running.busy and asking.planned is not None, timeout=30_000)
    assert choice.currentText() == "Maryam Ahmadi, fra 01-09-2025"
    shown = [row.cells for row in asking.planned.rows] if asking.planned else []
    assert shown == [
        ("Maryam Ahmadi", "mandag", "02-11-2026", "", "", "Syg", ""),
        ("Maryam Ahmadi", "Notat om uge 45", "", "", "", "", "Gik hjem og hvilede sig."),
    ]
    with qtbot.waitSignal(asking.accepted, timeout=30_000):
        asking.submit()
    case = desk.session.case_file(learner)
    assert case is not None
    assert [row.day for row in case.attendance if row.kind == "practice"] == [date(2026, 11, 2)]
    assert [note.text for note in case.notes] == ["Gik hjem og hvilede sig."]
