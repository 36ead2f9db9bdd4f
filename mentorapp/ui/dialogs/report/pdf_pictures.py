"""Pages of a PDF as pictures, for screen and printer."""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_AN_INCH = 72
SCREEN_DPI = 96
"""Pixels an inch at 100 % zoom, as Qt counts them before the screen's pixel ratio."""

_one_at_a_time = Lock()
"""PDFium must not be called from two threads at once."""


class Picture(NamedTuple):
    """A page: its picture, and its size on paper in points."""

    image: QImage
    size: QSizeF


def sizes(pdf: bytes) -> list[QSizeF]:
    """The size of every page in points."""
    with _one_at_a_time:
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        try:
            return [QSizeF(*document.get_page_size(number)) for number in range(len(document))]
        finally:
            document.close()


def picture(pdf: bytes, page: int, pixels_a_point: float, for_print: bool = False) -> Picture:
    """One page, drawn so fine; white where nothing is. May run on any thread."""
    with _one_at_a_time:
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            size = QSizeF(*sheet.get_size())
            bitmap = sheet.render(scale=pixels_a_point, prefer_bgrx=True, optimize_mode="print" if for_print else None)
            # copied, for the bitmap's memory ends with the document
            image = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
            bitmap.close()
            sheet.close()
            return Picture(image, size)
        finally:
            document.close()


def pictures(pdf: bytes, pixels_a_point: float) -> list[Picture]:
    """Every page."""
    return [picture(pdf, page, pixels_a_point) for page in range(len(sizes(pdf)))]
