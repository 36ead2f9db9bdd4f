"""The progress report before it leaves the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from mentorapp.domain.change import creation
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.learner import LEARNER_ROW, Learner, LearnerPrivate
from mentorapp.store import documents, notes
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.report import printing
from mentorapp.ui.dialogs.report.kinds import file_name
from mentorapp.ui.dialogs.report.note_list import NOTE
from mentorapp.ui.dialogs.report_preview import ReportPreview

LEARNER = b"maryam-ahmadi-16"
TODAY = date(2026, 11, 22)


@pytest.fixture
def learner(desk: Desk) -> bytes:
    """A learner with five team notes and a confidential one that is the newest but one."""
    store = desk.session.store
    store.record(
        creation(Learner(LEARNER, LEARNER_ROW, "Maryam Ahmadi"))
        + creation(Enrolment(LEARNER, "e", "igu", date(2025, 9, 1))),
        "Elev",
    )
    for number in range(1, 7):
        visibility = "confidential" if number == 5 else "team"
        notes.add(store, LEARNER, f"Notat nummer {number}.", date(2026, 11, number), visibility=visibility)
    return LEARNER


@pytest.fixture
def window(qtbot, desk: Desk) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    yield window


@pytest.fixture
def preview(qtbot, desk: Desk, window: QMainWindow, learner: bytes) -> ReportPreview:
    opened = desk.book.open(learner)
    assert opened is not None
    dialog = ReportPreview(window, desk, opened)
    dialog.open()
    settled(qtbot, dialog)
    return dialog


def settled(qtbot, dialog: ReportPreview) -> None:
    qtbot.waitUntil(lambda: not dialog.running.busy and bool(dialog.pdf), timeout=30_000)


def text(pdf: bytes, tmp_path: Path) -> str:
    path = tmp_path / "read.pdf"
    path.write_bytes(pdf)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_first_page_is_in_sight_and_not_blank(qtbot, preview: ReportPreview) -> None:
    assert preview.bar.text().startswith("Side 1 af ")
    page = preview.view._pages[0]
    qtbot.waitUntil(page.isVisible)
    picture = page.grab().toImage()
    assert abs(picture.height() / picture.width() - 842 / 595) < 0.01
    dark = sum(picture.pixelColor(x, y).lightness() < 100 for x in range(0, 500, 3) for y in range(0, 500, 3))
    assert dark > 100
    assert picture.pixelColor(picture.width() - 10, 20).lightness() > 250, "the margin is white paper"


def test_the_newest_team_notes_are_in_it_and_a_confidential_one_only_when_checked(
    qtbot, preview: ReportPreview, tmp_path: Path
) -> None:
    read = text(preview.pdf, tmp_path)
    assert [f"Notat nummer {number}." in read for number in range(1, 7)] == [False, False, True, True, False, True]
    items = [preview.options.notes.item(row) for row in range(6)]
    assert [item.data(NOTE).text for item in items][:2] == ["Notat nummer 6.", "Notat nummer 5."], "newest first"
    assert "fortroligt" in items[1].text() and "fortroligt" not in items[0].text()
    before = preview.pdf
    items[1].setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: preview.pdf != before, timeout=30_000)
    assert "Notat nummer 5." in text(preview.pdf, tmp_path)


def test_a_click_anywhere_in_a_row_checks_it(qtbot, preview: ReportPreview) -> None:
    listed = preview.options.notes
    item = listed.item(1)
    where = listed.visualItemRect(item).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert item.checkState() == Qt.CheckState.Checked
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert item.checkState() == Qt.CheckState.Unchecked
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert item.checkState() == Qt.CheckState.Checked


def test_next_steps_are_printed_once_the_typing_rests(qtbot, preview: ReportPreview, tmp_path: Path) -> None:
    made = []
    preview.options.changed.connect(lambda: made.append(1))
    before = preview.pdf
    qtbot.keyClicks(preview.options.steps[0], "To skoledage om ugen")
    qtbot.keyClicks(preview.options.steps[2], "Øver fagord")
    qtbot.waitUntil(lambda: preview.pdf != before, timeout=30_000)
    assert made == [1], "not at every key"
    read = text(preview.pdf, tmp_path)
    assert "To skoledage om ugen" in read and "Øver fagord" in read


def test_enter_in_a_next_step_saves_nothing(qtbot, preview: ReportPreview, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def choose(*arguments: object) -> tuple[str, str]:
        asked.append(arguments)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    preview.activateWindow()
    preview.options.steps[0].setFocus()
    qtbot.keyClick(preview.options.steps[0], Qt.Key.Key_Return)
    assert preview.isVisible() and not asked
    assert preview.focusWidget() is preview.options.steps[1]
    qtbot.keyClick(preview.primary, Qt.Key.Key_Return)
    assert asked, "but on the button it does"


def test_saving_writes_the_pdf_that_is_shown(
    qtbot, desk: Desk, preview: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def choose(_parent: object, _title: str, wished: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(wished).name)
        return str(tmp_path / "rapport"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(desk.said) as said:
        preview.primary.click()
    assert asked == ["statusrapport-ma-22-11-2026.pdf"]
    assert said.args == ["Rapporten er gemt som rapport.pdf."]
    assert (tmp_path / "rapport.pdf").read_bytes() == preview.pdf
    assert not preview.isVisible()


def test_it_is_kept_with_the_learner_without_name_birth_date_and_confidential_notes(
    qtbot, desk: Desk, preview: ReportPreview, tmp_path: Path
) -> None:
    store = desk.session.store
    store.record(creation(LearnerPrivate(LEARNER, LEARNER_ROW, birth_date=date(1990, 5, 17))), "Elev")
    opened = desk.book.open(LEARNER)
    assert opened is not None
    preview._opened = opened
    preview.options.notes.item(1).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: "Notat nummer 5." in text(preview.pdf, tmp_path), timeout=30_000)
    assert "17-05-1990" in text(preview.pdf, tmp_path)
    preview.keep_button.click()
    qtbot.waitUntil(lambda: "Gemt under Papirer" in preview.message(), timeout=30_000)
    (paper,) = documents.of(store, LEARNER)
    assert paper.name == "Statusrapport 22-11-2026.pdf" and not preview.keep_button.isEnabled()
    content = documents.content(store, paper)
    assert content is not None
    read = text(content, tmp_path)
    assert "Notat nummer 6." in read and "Notat nummer 5." not in read and "1990" not in read


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(
    qtbot, preview: ReportPreview, tmp_path: Path
) -> None:
    (tmp_path / "findes.pdf").mkdir()
    preview.save_to(tmp_path / "findes.pdf")
    qtbot.waitUntil(lambda: bool(preview.message()))
    assert preview.message().startswith("findes.pdf ") and preview.isVisible()
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["findes.pdf"]


def test_the_file_name_names_nobody() -> None:
    assert file_name("Maryam Ahmadi", TODAY) == "statusrapport-ma-22-11-2026.pdf"
    assert file_name("Åse (ny) al-Sayed", TODAY) == "statusrapport-åa-22-11-2026.pdf"
    assert file_name("?", TODAY) == "statusrapport-22-11-2026.pdf"


def test_without_a_printer_it_says_so_and_points_at_saving(
    preview: ReportPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    preview.print_button.click()
    assert "ingen printer" in preview.message()
    assert preview.focusWidget() is preview.primary


def test_printing_sends_every_page(
    qtbot, preview: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printing.prepare(printer)
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, _pages: printer)
    preview.print_button.click()
    qtbot.waitUntil(lambda: "sendt til printeren" in preview._safe.text(), timeout=60_000)
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == preview.view.count()


def test_large_text_puts_the_options_above_the_pages(qtbot, qapp: QApplication, preview: ReportPreview) -> None:
    assert preview.options.x() < preview.view.x() and preview.options.width() < 400
    style.apply(qapp, "light", 2.0)
    qtbot.waitUntil(lambda: preview.view.y() > preview.options.y() + preview.options.height())
    assert preview.rect().contains(preview.primary.geometry())
    style.apply(qapp, "light")


def test_a_learner_who_is_gone_opens_nothing(desk: Desk, window: QMainWindow) -> None:
    ReportPreview.show_for(window, desk, b"x" * 16)  # or it would wait here for the dialog to be closed
    assert not window.findChildren(ReportPreview)
