"""Pages of a PDF on screen and on a printer."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.internal.bases import ObjectTracker
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen import canvas

from mentorapp.errors import UserError
from mentorapp.ui import style
from mentorapp.ui.dialogs.report import pdf_pictures, printing
from mentorapp.ui.dialogs.report.page_view import PageView
from mentorapp.ui.dialogs.report.preview_bar import PreviewBar


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    style.apply(qapp, "light")


def pdf(pages: int = 3) -> bytes:
    """A4 pages with a black bar and its number each, one lower than the other."""
    made = io.BytesIO()
    paper = canvas.Canvas(made, pagesize=(595, 842))
    for page in range(pages):
        paper.rect(100, 700 - 100 * page, 300, 50, fill=1)
        paper.drawString(100, 600 - 100 * page, f"Side {page + 1}")
        paper.showPage()
    paper.save()
    return made.getvalue()


def dark(image: QImage) -> int:
    """Dark pixels in a coarse grid."""
    return sum(
        image.pixelColor(x, y).lightness() < 60 for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)
    )


def test_a_page_becomes_a_picture_of_the_asked_fineness() -> None:
    picture = pdf_pictures.picture(pdf(), 1, 2.0)
    assert (picture.image.width(), picture.image.height()) == (1190, 1684)
    assert picture.image.pixelColor(500, 2 * (842 - 625)).lightness() < 20, "the bar of the second page"
    assert picture.image.pixelColor(500, 2 * (842 - 725)).lightness() > 250, "and not of the first"


def test_pages_are_drawn_from_several_threads_at_once() -> None:
    papers = [pdf(count) for count in (1, 2, 3)]
    alone = [pdf_pictures.pictures(paper, 1.0) for paper in papers]
    with ThreadPoolExecutor(6) as threads:
        for place, drawn in enumerate(threads.map(lambda paper: pdf_pictures.pictures(paper, 1.0), papers * 20)):
            assert drawn == alone[place % 3]


def test_what_is_no_pdf_leaves_nothing_open_and_no_one_waiting() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pdf_pictures.sizes(b"no pdf")
    with pytest.raises(pypdfium2.PdfiumError):
        pdf_pictures.picture(pdf(1), 7, 1.0)
    with pytest.raises(ValueError, match="exceeds"):
        pdf_pictures.picture(pdf(1), 0, 0.0)
    assert not any(ObjectTracker.values()), "left to finalizers, it would be closed beside another thread's drawing"
    assert len(pdf_pictures.sizes(pdf(2))) == 2


def test_the_view_says_which_page_is_in_sight_and_keys_scroll(qtbot) -> None:
    view = PageView()
    bar = PreviewBar(view)
    qtbot.addWidget(view)
    qtbot.addWidget(bar)
    view.resize(600, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pictures(pdf_pictures.pictures(pdf(), view.fineness()))
    assert bar.text() == "Side 1 af 3"
    qtbot.waitUntil(lambda: dark(view.viewport().grab().toImage()) > 50)
    view.setFocus()
    for _press in range(2):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.text() == "Side 2 af 3"
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert bar.text() == "Side 3 af 3"


def test_pages_fit_the_width_until_another_size_is_chosen(qtbot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pictures(pdf_pictures.pictures(pdf(1), view.fineness()))
    fitting = view.zoom()
    assert view.horizontalScrollBar().maximum() == 0
    with qtbot.waitSignal(view.wanted) as asked:
        view.resize(900, 500)
    assert view.zoom() > fitting and asked.args == [view.fineness()]
    with qtbot.waitSignal(view.wanted):
        view.step(1)
    chosen = view.zoom()
    view.resize(600, 500)
    assert view.zoom() == chosen and view.horizontalScrollBar().maximum() > 0
    view.fit()
    assert view.zoom() == fitting


def test_every_page_is_printed_where_it_stands_on_paper(tmp_path: Path, qtbot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printing.prepare(printer)
    assert printer.resolution() >= printing.LEAST_DPI
    printing.print_pages(pdf(), printer, printing.page_numbers(printer, 3))
    printed = (tmp_path / "paper.pdf").read_bytes()
    assert len(pdf_pictures.sizes(printed)) == 3
    for page in range(3):
        before, after = (pdf_pictures.picture(data, page, 1.0).image for data in (pdf(), printed))
        assert abs(dark(before) - dark(after)) < dark(before) // 10
        assert after.pixelColor(250, 842 - 725 + 100 * page).lightness() < 60


def test_only_the_chosen_pages_are_printed() -> None:
    printer = QPrinter()
    assert printing.page_numbers(printer, 3) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert printing.page_numbers(printer, 3) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.page_numbers(printer, 3) == [2, 1]


def test_without_a_printer_saving_is_offered(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(UserError, match=r"ingen printer.*Gem den som PDF"):
        printing.ask_printer(parent, 2)
