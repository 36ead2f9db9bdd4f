"""A report on paper: asks which printer, and draws the pages as finely as a printer needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.dialogs.report import pdf_pictures
from mentorapp.ui.dialogs.report.pdf_pictures import POINTS_AN_INCH

LEAST_DPI, MOST_DPI = 300, 400
"""Below 300 the patterns of the weeks run together; above 400 a page takes 100 MB and looks no better."""


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer the user chose, or None; a `UserError` where the computer has none."""
    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            _(
                "Der er ingen printer på denne computer. Rapporten er uændret. "
                "Gem den som PDF, og print den fra en anden computer."
            )
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def prepare(printer: QPrinter) -> None:
    """A4 upright to the edge of the paper: the report has its margins itself."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(_("Statusrapport"))  # shown in the queue of a shared printer: nobody's name


def page_numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, as the print dialog left it."""
    numbers = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        numbers = numbers[printer.fromPage() - 1 : printer.toPage()]
    return numbers[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else numbers


def print_pages(pdf: bytes, printer: QPrinter, numbers: Sequence[int]) -> None:
    """Draw these pages of `pdf` (from 0) on the printer; may run on any thread."""
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            _("Printeren svarer ikke. Rapporten er uændret. Se efter, om printeren er tændt, eller gem som PDF.")
        )
    try:
        for place, number in enumerate(numbers):
            if place and not printer.newPage():
                raise UserError(
                    _("Printeren gik i stå ved side {n}. Rapporten er uændret. Print resten igen.").format(n=number + 1)
                )
            dpi = max(LEAST_DPI, min(printer.resolution(), MOST_DPI))
            picture = pdf_pictures.picture(pdf, number, dpi / POINTS_AN_INCH, for_print=True)
            scale = printer.resolution() / POINTS_AN_INCH
            painter.drawImage(QRectF(0, 0, picture.size.width() * scale, picture.size.height() * scale), picture.image)
    finally:
        painter.end()
