"""Pictures of one row: a stretch of its weeks, its name, its figure."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from mentorapp.i18n import weeks
from mentorapp.ui import icons
from mentorapp.ui.board.board_layout import BoardLayout
from mentorapp.ui.board.kept_pixmaps import KeptPixmaps
from mentorapp.ui.board.learner_weeks import LearnerWeeks
from mentorapp.ui.board.lines import Group
from mentorapp.ui.book import Entry
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.week_cell import paint_column
from mentorapp.ui.status_words import TONES
from mentorapp.ui.theme import Theme

ICON_LEFT, NAME_LEFT, SIDE = 15, 37, 16
"""Pixels from the left edge to the icon and the name, and beside the figures, at 100 %."""

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
LEFT, RIGHT, CENTRE = (
    int(_LINE | side)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
)
"""One line of text, made once: joining Qt's flags takes longer than drawing a short word."""


def weeks_picture(
    kept: KeptPixmaps, layout: BoardLayout, theme: Theme, row: LearnerWeeks, tile: int, may_paint: bool = True
) -> QPixmap | None:
    """The weeks of the columns `tile` x `tile_weeks` and on, without any ground; None if that needs painting."""
    key = ("weeks", id(row.weeks), tile, layout.span.first, layout.measure, layout.row, theme)
    if not may_paint and key not in kept:
        return None
    width = layout.x(min(layout.tile_weeks, layout.span.weeks))

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, layout.base, width, layout.px(1), theme.colour("line"))
        # painted where it lies on the board, so that patterns run on from one picture to the next
        painter.translate(-tile * width, 0)
        offset = layout.span.column(row.weeks[0].monday) if row.weeks else 0
        first = max(tile * layout.tile_weeks, offset)
        last = min((tile + 1) * layout.tile_weeks, offset + len(row.weeks), layout.span.weeks)
        for column in range(first, last):
            week = row.weeks[column - offset]
            if week.extended:
                painter.fillRect(layout.x(column), 0, layout.measure.pitch, layout.row, theme.colour("extension"))
                painter.fillRect(
                    layout.x(column), layout.base, layout.measure.pitch, layout.px(1), theme.colour("line")
                )
            paint_column(painter, layout.x(column), layout.base, week.segments, layout.measure, theme)

    return kept.get(key, width, layout.row, paint, row.weeks)


def name_picture(kept: KeptPixmaps, layout: BoardLayout, theme: Theme, entry: Entry, chosen: bool) -> QPixmap:
    """The learner's name, after the icon of the status where something is to be done."""
    tone = TONES[entry.status.severity] if entry.status else ""
    shown = tone if tone in ("danger", "warning") else ""
    key = ("name", entry.name, shown, chosen, layout.names, layout.row, theme, layout.ratio)

    def paint(painter: QPainter) -> None:
        if shown:
            side = layout.px(14)
            picture = icons.pixmap(ICONS[shown], theme.ink(shown), side)
            painter.drawPixmap(layout.px(ICON_LEFT), (layout.row - side) // 2, picture)
        font = name_font(layout, theme, chosen)
        left = layout.px(NAME_LEFT)
        room = layout.names - left - layout.px(8)
        fitting = QFontMetrics(font).elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
        write(painter, QRect(left, 0, room, layout.row), fitting, font, theme, "text")

    return kept.get(key, layout.names, layout.row, paint)


def group_picture(kept: KeptPixmaps, layout: BoardLayout, theme: Theme, group: Group, text: str, high: int) -> QPixmap:
    """A workplace and its count; it may reach over the weeks, where nothing stands in its line."""
    key = ("group", text, group.count, layout.width, high, theme, layout.ratio)
    font = theme.font("label", None, layout.ratio)
    left = layout.px(SIDE)
    room = min(layout.width - left - layout.px(60), QFontMetrics(font).horizontalAdvance(text) + 1)

    def paint(painter: QPainter) -> None:
        count = str(group.count)
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        left = layout.px(SIDE)
        write(painter, QRect(left, 0, room, high), fitting, font, theme, "text_muted")
        left += QFontMetrics(font).horizontalAdvance(fitting) + layout.px(8)
        light = theme.font("caption", None, layout.ratio)
        write(painter, QRect(left, 0, layout.px(50), high), count, light, theme, "text_muted")

    return kept.get(key, left + room + layout.px(60), high, paint)


def value_picture(
    kept: KeptPixmaps, layout: BoardLayout, theme: Theme, row: LearnerWeeks, common: int | None
) -> QPixmap:
    """The school weeks today's plan gives; muted where the scheme asks none."""
    key = ("value", row.planned, row.required, common, layout.values, layout.row, theme, layout.ratio)

    def paint(painter: QPainter) -> None:
        text, of = value_words(row, common)
        right = layout.values - layout.px(SIDE)
        if of:
            light = theme.font("caption", None, layout.ratio)
            write(painter, QRect(0, 0, right, layout.row), of, light, theme, "text_muted", RIGHT)
            right -= QFontMetrics(light).horizontalAdvance(of) + layout.px(3)
        asked = row.required is not None
        font = theme.font("strong" if asked else "body", None, layout.ratio)
        write(painter, QRect(0, 0, right, layout.row), text, font, theme, "text" if asked else "text_muted", RIGHT)

    return kept.get(key, layout.values, layout.row, paint)


def value_words(row: LearnerWeeks, common: int | None) -> tuple[str, str]:
    """The figure, and what it is out of where that differs between learners: `17,0`, `/ 23`."""
    if row.planned is None:
        return "", ""
    of = f"/ {weeks(row.required, 0)}" if row.required is not None and row.required != common else ""
    return weeks(row.planned), of


def name_font(layout: BoardLayout, theme: Theme, chosen: bool) -> QFont:
    """Names are smaller in low rows."""
    return theme.font("small" if layout.compact else "body", 600 if chosen else None, layout.ratio)


def write(
    painter: QPainter,
    area: QRect,
    text: str,
    font: QFont,
    theme: Theme,
    ink: str,
    side: int = LEFT,
) -> None:
    """One line of text in device pixels."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(area, side, text)
