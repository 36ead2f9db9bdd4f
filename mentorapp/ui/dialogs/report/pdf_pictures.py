"""Pages of a PDF as pictures, for screen and printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

POINTS_AN_INCH = 72
SCREEN_DPI = 96
"""Pixels an inch at 100 % zoom, as Qt counts them before the screen's pixel ratio."""

_one_at_a_time = Lock()
"""PDFium must not be called from two threads at once, not even for two documents.

Closing is a call too: whatever was opened is closed under the lock, also when drawing fails. Left to Python's
finalizers it would happen later, and beside another thread's drawing.
"""


class Picture(NamedTuple):
    """A page: its picture, and its size on paper in points."""

    image: QImage
    size: QSizeF


def sizes(pdf: bytes) -> list[QSizeF]:
    """The size of every page in points."""
    with _opened(pdf) as document:
        return [QSizeF(*document.get_page_size(number)) for number in range(len(document))]


def count(pdf: bytes) -> int:
    """How many pages there are."""
    with _opened(pdf) as document:
        return len(document)


def size(pdf: bytes, page: int) -> QSizeF:
    """The size of one page in points."""
    with _opened(pdf) as document:
        return QSizeF(*document.get_page_size(page))


def unreadable() -> type[Exception]:
    """What all of these raise where the PDF is damaged, locked by a password, or none."""
    import pypdfium2

    return pypdfium2.PdfiumError


def picture(pdf: bytes, page: int, pixels_a_point: float, for_print: bool = False) -> Picture:
    """One page, drawn so fine; white where nothing is. May run on any thread."""
    mode = "print" if for_print else None
    with (
        _opened(pdf) as document,
        closing(document[page]) as sheet,
        closing(sheet.render(scale=pixels_a_point, prefer_bgrx=True, optimize_mode=mode)) as bitmap,
    ):
        # copied, for the bitmap's memory ends with the document
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        return Picture(image, QSizeF(*sheet.get_size()))


def pictures(pdf: bytes, pixels_a_point: float) -> list[Picture]:
    """Every page."""
    return [picture(pdf, page, pixels_a_point) for page in range(len(sizes(pdf)))]


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    """The document, for this thread alone."""
    with _one_at_a_time:
        import pypdfium2

        with closing(pypdfium2.PdfDocument(pdf)) as document:
            yield document
