"""Painting of a whole strip: everything but the ring in one picture, and the ring around the chosen week."""

from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen, QPixmap

from mentorapp.ui.parts.week_bands import Bands
from mentorapp.ui.parts.week_cell import paint_column
from mentorapp.ui.parts.week_layout import WeekLayout
from mentorapp.ui.theme import Theme, tokens


def draw_weeks(layout: WeekLayout, theme: Theme, today: date, agreed_end: date) -> QPixmap:
    """The strip without its ring. Kept by the widget, for the ring moves with the mouse and the rest does not."""
    pixmap = QPixmap(max(1, layout.width), layout.height)
    pixmap.fill(theme.colour("surface_raised"))
    painter = QPainter(pixmap)
    for number, row in enumerate(layout.rows):
        bands = Bands(painter, layout, number, theme, today, agreed_end)
        bands.paint_ground()
        base = layout.top(number) + layout.base
        for index in row:
            paint_column(painter, layout.x(index), base, layout.weeks[index].segments, layout.measure, theme)
        bands.paint_bands()
    painter.end()
    pixmap.setDevicePixelRatio(layout.ratio)
    return pixmap


def paint_chosen(painter: QPainter, layout: WeekLayout, index: int, theme: Theme, live: bool) -> None:
    """The ring around a week with ground inside it, over its neighbours; in focus colour while `live`."""
    values, row, week = tokens()["strip"]["chosen"], layout.row_of(index), layout.weeks[index]
    top, off, width = layout.top(row), layout.px(values["off"]), layout.px(values["ring"])
    high = layout.seal_bottom - layout.cell_top
    column = QRect(layout.x(index), top + layout.cell_top, layout.measure.cell, high)
    painter.save()
    ground = theme.colour("extension" if week.extended else "surface_raised")
    painter.fillRect(column.adjusted(-off, -off, off, off), ground)
    paint_column(painter, column.x(), top + layout.base, week.segments, layout.measure, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus" if live else "line_strong"), width))
    middle = off + width / 2
    radius = layout.px(3)
    painter.drawRoundedRect(QRectF(column).adjusted(-middle, -middle, middle, middle), radius, radius)
    painter.restore()
