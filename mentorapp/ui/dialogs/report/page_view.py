"""The pages of a report on the screen, one below the other, at the width of the view or at a chosen size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.report.pdf_pictures import POINTS_AN_INCH, SCREEN_DPI, Picture
from mentorapp.ui.theme import current

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
AROUND = 16
"""Pixels between a page and what is beside it."""

A4 = QSizeF(595, 842)
"""Points; what the first page will most likely be."""

_RESIZED_MS = 120
"""How long the view's size must rest before the pages are drawn anew for it; until then they are stretched."""


class _Page(QWidget):
    """One page: white paper with a hairline round it, also while the theme is dark."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture, zoom: float) -> None:
        """Show a page at a zoom; its picture may be of another, then it is stretched."""
        self._picture = picture
        factor = zoom * SCREEN_DPI / POINTS_AN_INCH
        self.setFixedSize(QSize(round(picture.size.width() * factor), round(picture.size.height() * factor)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture.image)
        painter.setPen(QPen(current().colour("line"), current().line("hair")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageView(QScrollArea):
    """Scrolls through pages by keys and wheel. `wanted(pixels a point)` asks for pictures of another fineness."""

    wanted = Signal(float)
    moved = Signal()
    """Another page, or another zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.fits = True
        self._zoom = 1.0
        self._pictures: list[Picture] = []
        self._pages: list[_Page] = []
        self._said = (0, 0, 0.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Rapportens sider"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sheet = QWidget()
        self._sheet.setProperty("ground", "surface")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        self._column.setSpacing(AROUND)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._resized.timeout.connect(self.ask)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these pages, keeping the place."""
        self._pictures = list(pictures)
        while len(self._pages) > len(pictures):
            gone = self._pages.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self._pages) < len(pictures):
            page = _Page()
            self._pages.append(page)
            self._column.insertWidget(len(self._pages) - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._place()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def page(self) -> int:
        """Number of the page in the middle of the view, from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        # reckoned, not asked: pages just shown have not been laid out yet
        top = 0
        for number, page in enumerate(self._pages, 1):
            top += page.height() + AROUND
            if middle < top:
                return number
        return self.count()

    def zoom(self) -> float:
        """1.0 is the size on paper, by the screen's own measure."""
        return self._zoom

    def fineness(self) -> float:
        """Pixels a point that the pages should be drawn with at this zoom on this screen."""
        zoom = self._zoom if self._pictures else self._fitting(A4)
        return zoom * SCREEN_DPI / POINTS_AN_INCH * self.devicePixelRatioF()

    def fit(self) -> None:
        """Show pages as wide as the view from now on."""
        self.fits = True
        self._place()
        self.ask()

    def show_actual(self) -> None:
        """Show pages at their own size from now on."""
        self.fits, self._zoom = False, 1.0
        self._place()
        self.ask()

    def step(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) zoom."""
        steps = [zoom for zoom in ZOOMS if (zoom - self._zoom) * direction > 0.01]
        if steps:
            self.fits = False
            self._zoom = min(steps) if direction > 0 else max(steps)
            self._place()
            self.ask()

    def ask(self) -> None:
        """Ask for pictures as fine as this zoom needs."""
        if self._pictures:
            self.wanted.emit(self.fineness())

    def _fitting(self, size: QSizeF) -> float:
        # room for the scroll bar whether it is there or not, or the page would jump when it comes
        room = self.width() - 2 * AROUND - current().size("scroll_bar")
        return max(0.2, room / (size.width() * SCREEN_DPI / POINTS_AN_INCH))

    def _place(self) -> None:
        if self._pictures and self.fits:
            self._zoom = self._fitting(self._pictures[0].size)
        for page, picture in zip(self._pages, self._pictures, strict=True):
            page.show_picture(picture, self._zoom)
        self._column.activate()
        self._tell()

    def _tell(self) -> None:
        now = (self.page(), self.count(), self._zoom)
        if now != self._said:
            self._said = now
            self.setAccessibleDescription(_("Side {n} af {of}").format(n=now[0], of=now[1]))
            self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fits and self._pictures:
            self._place()
            self._resized.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resized.start()  # dragged to a screen of another fineness
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(current().px(560), current().px(420))
