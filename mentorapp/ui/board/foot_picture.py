"""The foot of the board: how many learners are at school each week, and the numbers of the weeks."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from mentorapp.i18n import _
from mentorapp.ui.board.board_layout import FOOT_ABOVE, FOOT_BARS, BoardLayout
from mentorapp.ui.board.row_picture import CENTRE, LEFT, NAME_LEFT, RIGHT, write
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.parts.week_cell import whole
from mentorapp.ui.parts.week_words import days_in_words
from mentorapp.ui.theme import Theme, tokens


def bars_base(layout: BoardLayout) -> int:
    """Where the bars stand, from the top of the foot."""
    return layout.px(FOOT_ABOVE) + layout.px(FOOT_BARS)


def paint_foot(painter: QPainter, layout: BoardLayout, shown: Shown, theme: Theme, chosen: bool) -> None:
    """What stays: the ground, the words, the line the bars stand on. The painter counts from the top of the foot."""
    painter.fillRect(0, 0, layout.width, layout.px(1), theme.colour("line"))
    if chosen:
        painter.fillRect(0, layout.px(1), layout.width, layout.foot, theme.colour("selected"))
        painter.fillRect(0, layout.px(1), layout.px(3), layout.foot, theme.colour("accent"))
    _paint_words(painter, layout, shown, theme)
    grid = layout.grid
    painter.fillRect(grid.left(), bars_base(layout), grid.width(), layout.px(1), theme.colour("line_strong"))


def paint_bars(painter: QPainter, layout: BoardLayout, shown: Shown, theme: Theme, tile: int) -> None:
    """Bars and numbers of the columns `tile` x `tile_weeks` and on."""
    first = tile * layout.tile_weeks
    last = min(first + layout.tile_weeks, layout.span.weeks)
    painter.translate(-layout.x(first), 0)
    for column in range(first, last):
        _paint_bar(painter, layout, shown, column, theme)
    # one more to either side: a number may be wider than its column
    _write_numbers(painter, layout, range(max(0, first - 1), min(last + 1, layout.span.weeks)), theme)


def _paint_words(painter: QPainter, layout: BoardLayout, shown: Shown, theme: Theme) -> None:
    left, line = layout.px(NAME_LEFT), layout.px(18)
    top = layout.px(FOOT_ABOVE)
    room = layout.names - left - layout.px(24)
    strong, light = theme.font("strong", None, layout.ratio), theme.font("caption", None, layout.ratio)
    write(painter, QRect(left, top, room, line), _("På skole"), strong, theme, "text")
    fitting = QFontMetrics(light).elidedText(_("elever pr. uge"), Qt.TextElideMode.ElideRight, room)
    write(painter, QRect(left, top + line, room, line), fitting, light, theme, "text_muted")
    axis = theme.font("axis", None, layout.ratio)
    right = QRect(0, top - layout.px(6), layout.names - layout.px(5), layout.px(12))
    write(painter, right, str(shown.axis), axis, theme, "text_muted", RIGHT)


def _paint_bar(painter: QPainter, layout: BoardLayout, shown: Shown, column: int, theme: Theme) -> None:
    count = shown.at_school.get(layout.span.monday(column))
    if count is None:
        return
    x, base, hair = layout.x(column), bars_base(layout), layout.px(1)
    full = layout.px(FOOT_BARS)
    done = whole(full * count.done / shown.axis, 1)
    high = max(whole(full * count.total / shown.axis, 1), done + (2 * hair if count.planned else 0))
    if count.planned:
        area = QRect(x, base - high, layout.measure.cell, high - done)
        painter.fillRect(area, theme.colour("total_planned_edge"))
        below = 0 if done else -hair
        painter.fillRect(area.adjusted(hair, hair, -hair, below), theme.colour("total_planned"))
    if done:
        painter.fillRect(x, base - done, layout.measure.cell, done, theme.colour("total_attended"))


def _write_numbers(painter: QPainter, layout: BoardLayout, columns: range, theme: Theme) -> None:
    """Every 4th, every 2nd or each week by the room there is, in wide columns with the days."""
    rule, pitch = tokens()["strip"]["numbers"], layout.measure.pitch
    step = 1 if pitch >= layout.px(rule["each_from"]) else 2 if pitch >= layout.px(rule["second_from"]) else 4
    font = theme.font("axis", None, layout.ratio)
    room = pitch // max(1, QFontMetrics(font).averageCharWidth())
    top = bars_base(layout) + layout.px(tokens()["strip"]["bands"]["axis_gap"])
    for column in columns:
        monday = layout.span.monday(column)
        number = monday.isocalendar().week
        if step == 1 or (number % step == 1 and number != 53):
            text = _week_words(monday, room)
            area = QRect(layout.x(column), top, layout.measure.cell, layout.px(14))
            # a number wider than its column stands over its middle; more words begin at its edge
            write(painter, area, text, font, theme, "text_muted", CENTRE if len(text) <= 2 else LEFT)


def _week_words(monday: date, room: int) -> str:
    number = monday.isocalendar().week
    full = _("Uge {number}, {days}").format(number=number, days=days_in_words(monday, monday + timedelta(days=4)))
    short = _("Uge {n}").format(n=number)
    return next((text for text in (full, short) if len(text) + 2 <= room), str(number))
