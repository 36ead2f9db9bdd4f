"""A paper as pictures for the screen. It was made by somebody else: whatever it claims to be, the memory it takes
is bounded before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from mentorapp.domain.document import Document
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.dialogs.report import pdf_pictures
from mentorapp.ui.dialogs.report.pdf_pictures import POINTS_AN_INCH, SCREEN_DPI, Picture

MOST_PAGES = 40
"""Pages that are shown; the rest stands in a copy."""

MOST_DRAWN = 48_000_000
"""Pixels of all pages together: 192 MB. A page that would be larger is drawn coarser."""

MOST_DECODED = 50_000_000
"""Pixels of a picture that is opened at all: more than telephones take, and 200 MB."""

LONGEST_SIDE = 4_096
"""Pixels of a picture, or of a page, once it is shown."""

_LEAST = QSizeF(8, 8)
"""Points of the smallest page: a page without width has no zoom."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pictures, and how many pages there are in all."""

    pictures: list[Picture]
    pages: int


def pictures(paper: Document, content: bytes, pixels_a_point: float) -> Shown:
    """A PDF's first pages, or the one picture; `UserError` where it cannot be shown. May run on any thread."""
    if paper.media == "pdf":
        return _pages(paper.name, content, pixels_a_point)
    return Shown([_picture(paper, content)], 1)


def _pages(name: str, pdf: bytes, pixels_a_point: float) -> Shown:
    try:
        pages = pdf_pictures.count(pdf)
        shown = min(pages, MOST_PAGES)
        drawn = []
        for page in range(shown):
            size = pdf_pictures.size(pdf, page).expandedTo(_LEAST)
            finest = min(
                sqrt(MOST_DRAWN / shown / (size.width() * size.height())),
                LONGEST_SIDE / max(size.width(), size.height()),
            )
            image, _size = pdf_pictures.picture(pdf, page, min(pixels_a_point, finest))
            drawn.append(Picture(image, size))
    except pdf_pictures.unreadable() as fault:
        raise UserError(
            _(
                "{name} kan ikke vises: den er beskadiget eller låst med en adgangskode. "
                "Papiret er urørt. Gem en kopi, og åbn den i et andet program."
            ).format(name=name)
        ) from fault
    if not drawn:
        raise UserError(_("Der er ingen sider i {name}. Papiret er urørt.").format(name=name))
    return Shown(drawn, pages)


def _picture(paper: Document, content: bytes) -> Picture:
    device = QBuffer()
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    # by the medium alone: no other decoder is to be reached by a file
    reader = QImageReader(device, paper.media.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_DECODED:
        raise UserError(
            _(
                "{name} er for stor at vise: {width} × {height} billedpunkter. "
                "Papiret er urørt. Gem en kopi, og åbn den i et andet program."
            ).format(name=paper.name, width=size.width(), height=size.height())
        )
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read() if size.isValid() else QImage()
    if image.isNull():
        raise UserError(
            _(
                "{name} kan ikke vises: billedet er beskadiget. "
                "Papiret er urørt. Gem en kopi, og åbn den i et andet program."
            ).format(name=paper.name)
        )
    points = QSizeF(image.size()) * (POINTS_AN_INCH / SCREEN_DPI)
    return Picture(_on_paper(image), points.expandedTo(_LEAST))


def _on_paper(image: QImage) -> QImage:
    """White where nothing is, whatever lies below."""
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
