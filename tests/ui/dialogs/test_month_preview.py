"""The monthly statement in the window: which month, whether it was handed in, and what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.report.chosen import MONTH
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
    # a page still being drawn for a dialog that is taken down would end the run
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk, window: QMainWindow) -> Iterator[ReportPreview]:
    learner = keep(desk.session, builders.maryam(), "Maryam Ahmadi")
    opened = desk.book.open(learner)
    assert opened is not None
    dialog = ReportPreview(window, desk, opened, kind=MONTH)
    dialog.open()
    settled(qtbot, dialog)
    yield dialog
    QThreadPool.globalInstance().waitForDone(10_000)


def settled(qtbot: QtBot, dialog: ReportPreview) -> None:
    qtbot.waitUntil(lambda: not dialog.running.busy and bool(dialog.pdf), timeout=30_000)


def words(pdf: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_newest_month_with_school_is_shown(preview: ReportPreview, tmp_path: Path) -> None:
    assert preview.windowTitle() == "Månedsopgørelse"
    assert preview.months.choice.currentText() == "november 2026"
    assert "November 2026" in words(preview.pdf, tmp_path)


def test_another_month_is_another_statement(qtbot: QtBot, preview: ReportPreview, tmp_path: Path) -> None:
    before = preview.pdf
    preview.months.choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: preview.pdf != before and not preview.running.busy, timeout=30_000)
    assert "Oktober 2026" in words(preview.pdf, tmp_path)


def test_a_month_is_marked_as_handed_in_and_back(desk: Desk, preview: ReportPreview) -> None:
    assert "måneder med skole er ikke indsendt: november 2026, oktober 2026" in preview.months.waiting.text()
    count = int(preview.months.waiting.text().split()[0])
    preview.months.mark.click()
    case = desk.session.case_file(preview._opened.case.learner.learner)
    assert case is not None
    assert [(one.month, one.handed_in_on) for one in case.month_claims] == [("2026-11", desk.session.today)]
    assert preview.months.state.text() == "Ansøgningen er indsendt 22-11-2026."
    assert preview.months.choice.currentText() == "november 2026 · indsendt"
    assert preview.months.waiting.text().startswith(str(count - 1))
    preview.months.mark.click()
    case = desk.session.case_file(preview._opened.case.learner.learner)
    assert case is not None and case.month_claims == ()


def test_a_mentor_cannot_mark_it(qtbot: QtBot, desk: Desk, preview: ReportPreview) -> None:
    desk.session.store.set_local("role", "mentor")
    preview.months._say()
    assert not preview.months.mark.isVisible()


def test_the_file_has_initials_and_the_month(
    preview: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, wished: str, _kind: str) -> tuple[str, str]:
        asked.append(Path(wished).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    preview.submit()
    assert asked == ["maanedsopgoerelse-ma-2026-11.pdf"]


def test_from_one_report_to_the_other(qtbot: QtBot, preview: ReportPreview, tmp_path: Path) -> None:
    before = preview.pdf
    preview.kind.set_current("progress")
    preview.kind.chosen.emit("progress")
    qtbot.waitUntil(lambda: preview.pdf != before and not preview.running.busy, timeout=30_000)
    assert preview.windowTitle() == "Statusrapport"
    assert preview.options.isVisible() and not preview.months.isVisible()
    assert "Forløbets uger" in words(preview.pdf, tmp_path)
