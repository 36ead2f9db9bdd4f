"""A scroll area whose weeks and lines move under a head, a foot and a column of names that stay."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mentorapp.ui.board.board_layout import BoardLayout
from mentorapp.ui.board.head_picture import heading
from mentorapp.ui.board.lines import Group
from mentorapp.ui.board.row_picture import NAME_LEFT, SIDE
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.board.zoom import PAST, WEEKS, opening_monday
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.week_cell import whole
from mentorapp.ui.theme import Theme, current

NAMES, VALUES = (150, 230), 84
"""Least and greatest width of the names, least of the figures, at 100 %."""

NAMES_SHARE = 0.38
"""Share of the board's width the names may take, whatever the size of text."""


class ScrollingBoard(QAbstractScrollArea):
    """Keeps the layout, and the date at the left edge when anything of it changes. Scrolls by device pixels."""

    seen_changed = Signal()
    """Other weeks are in sight."""
    zoom_wanted = Signal(int)
    """Ctrl and the wheel: +1 for a closer look."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown
        self.zoom = "two_years"
        self._left = float(opening_monday(self.zoom, shown.today).toordinal())
        self._laid_out: tuple[object, BoardLayout] | None = None
        self._settling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        # every pixel is painted here, so nothing below needs to be
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        corner = QWidget()
        corner.setProperty("ground", "clear")
        self.setCornerWidget(corner)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        measured(self, self._settle)

    # Layout

    @property
    def layout_now(self) -> BoardLayout:
        """The geometry of what is shown, at the size, text scale and screen of now."""
        theme, ratio = current(), self.devicePixelRatioF()
        size = self.viewport().size()
        # the lines by identity: they hold whole entries, and this is asked several times a frame
        lines, span = id(self.shown.lines), self.shown.span
        key = (theme, ratio, size.width(), size.height(), self.zoom, lines, span, self.shown.required)
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = key, self._lay_out(theme, ratio, round(size.width() * ratio), round(size.height() * ratio))
        return self._laid_out[1]

    def _lay_out(self, theme: Theme, ratio: float, width: int, height: int) -> BoardLayout:
        unit = theme.scale * ratio
        bold = QFontMetrics(theme.font("strong", None, ratio))
        names = [bold.horizontalAdvance(line.name) for line in self.shown.lines if not isinstance(line, Group)]
        least, most = (whole(edge, unit) for edge in NAMES)
        wished = max([least, *names]) + whole(NAME_LEFT + 12, unit) if names else least
        caption = QFontMetrics(theme.font("caption", None, ratio))
        words = max(caption.horizontalAdvance(text) for text in heading(self.shown))
        return BoardLayout(
            width, height, theme.scale, ratio, self.zoom, self.shown.span, self.shown.lines,
            min(max(wished, least), most, max(least // 2, int(width * NAMES_SHARE))),
            max(whole(VALUES, unit), words + whole(SIDE + 12, unit)),
        )  # fmt: skip

    def _settle(self) -> None:
        """Fit the scroll bars to the layout and bring the date that was at the left edge back there."""
        layout = self.layout_now
        self._settling = True
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, layout.rows_height - layout.grid.height()))
        down.setPageStep(max(1, layout.grid.height() - layout.row))
        down.setSingleStep(layout.row)
        across.setRange(0, max(0, layout.weeks_width - layout.grid.width()))
        across.setPageStep(layout.grid.width())
        across.setSingleStep(layout.measure.pitch)
        across.setValue(round((self._left - layout.span.first.toordinal()) / 7 * layout.measure.pitch))
        self._settling = False
        self.viewport().update()
        self.seen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    # Scrolling

    @property
    def across(self) -> int:
        """How far the weeks are scrolled, in device pixels."""
        return self.horizontalScrollBar().value()

    @property
    def down(self) -> int:
        """How far the lines are scrolled, in device pixels."""
        return self.verticalScrollBar().value()

    def _scrolled(self, value: int) -> None:
        if not self._settling:
            layout = self.layout_now
            self._left = layout.span.first.toordinal() + value / layout.measure.pitch * 7
            self.seen_changed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def seen(self) -> tuple[date, date]:
        """The Mondays of the first and the last week that are whole in sight."""
        layout = self.layout_now
        pitch = layout.measure.pitch
        first = -(-self.across // pitch)
        last = min((self.across + layout.grid.width()) // pitch, layout.span.weeks) - 1
        return layout.span.monday(first), layout.span.monday(max(first, last))

    def set_zoom(self, zoom: str, column: int) -> None:
        """Show more or fewer weeks; the week of `column` stays where it is if it is in sight, else goes to today's."""
        layout = self.layout_now
        where = (layout.x(column) - self.across) / layout.grid.width()
        share = where if 0 <= where < 1 else PAST
        # a cell near the right edge stays whole
        share = min(share, 1 - 1 / WEEKS[zoom])
        self.zoom = zoom
        wide = self.layout_now
        before = int(share * wide.grid.width() / wide.measure.pitch)
        self._left = float(layout.span.monday(column - before).toordinal())
        self._settle()

    def bring_to(self, day: date) -> None:
        """Scroll so that `day` stands where today stands when the board opens."""
        layout = self.layout_now
        before = int(PAST * layout.grid.width() / layout.measure.pitch)
        self.horizontalScrollBar().setValue(layout.x(layout.span.column(day) - before))

    def bring_into_sight(self, line: int, column: int) -> None:
        """Scroll as little as shows a cell."""
        layout, grid = self.layout_now, self.layout_now.grid
        room = layout.px(4)
        left, right = layout.x(column) - room, layout.x(column + 1) + room
        pitch = layout.measure.pitch
        if not self.across <= left <= right <= self.across + grid.width():
            # by whole weeks, so that no cell is cut at the left
            behind = -(-(right - grid.width()) // pitch) * pitch
            self.horizontalScrollBar().setValue(min(max(self.across, behind), layout.x(column)))
        if line < len(self.shown.lines):
            # the workplace over its first learner comes along
            above = line - 1 if line and isinstance(self.shown.lines[line - 1], Group) else line
            bar = self.verticalScrollBar()
            bar.setValue(min(max(self.down, layout.tops[line + 1] - grid.height() + room), layout.tops[above]))

    def wheelEvent(self, event: QWheelEvent) -> None:
        held, turned = event.modifiers(), event.angleDelta()
        if held & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.zoom_wanted.emit(1 if turned.y() > 0 else -1)
            event.accept()
        elif held & Qt.KeyboardModifier.ShiftModifier and not turned.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned.y() * 3 * bar.singleStep() // 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def logical(self, area: QRect) -> QRect:
        """An area in device pixels in those of widgets."""
        ratio = self.devicePixelRatioF()
        left, top, width, height = (
            round(length / ratio) for length in (area.left(), area.top(), area.width(), area.height())
        )
        return QRect(left, top, width, height)
