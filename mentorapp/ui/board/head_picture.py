"""The head of the board: years, months, today's flag, and what the figures at the right are."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from mentorapp.i18n import _, short_month, weeks
from mentorapp.ui.board.board_layout import HEAD_ABOVE, BoardLayout
from mentorapp.ui.board.row_picture import CENTRE, RIGHT, SIDE, write
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.theme import Theme, tokens


class Seen(NamedTuple):
    """A month that is seen: where it begins, in pixels from the left edge of the board, or the edge of the weeks."""

    x: int
    month: int
    year: int
    begins: bool
    """Whether it begins in sight."""


def months_seen(layout: BoardLayout, scrolled: int) -> list[Seen]:
    """The months in sight; the first may have begun before."""
    grid = layout.grid
    first = bisect_right(layout.months, scrolled / layout.measure.pitch, key=lambda month: month.column) - 1
    found: list[Seen] = []
    for month in layout.months[max(first, 0) :]:
        x = grid.left() + layout.x(month.column) - scrolled
        if x >= grid.left() + grid.width():
            break
        found.append(Seen(max(x, grid.left()), month.month, month.year, x >= grid.left()))
    return found


def quarter_lines(layout: BoardLayout, scrolled: int) -> list[int]:
    """Where quarters begin: lines so faint that they only lead the eye, from the head through all rows."""
    return [month.x - 1 for month in months_seen(layout, scrolled) if month.begins and month.month in (1, 4, 7, 10)]


def today_line(layout: BoardLayout, shown: Shown, scrolled: int) -> QRect | None:
    """Today's line from the head to the foot; None where today is out of sight."""
    grid, width = layout.grid, layout.px(tokens()["line"]["today"])
    x = grid.left() + layout.after(shown.today) - scrolled - width
    top = layout.px(HEAD_ABOVE)
    inside = grid.left() <= x <= grid.left() + grid.width() - width
    return QRect(x, top, width, layout.height - top) if inside else None


def paint_head(painter: QPainter, layout: BoardLayout, shown: Shown, scrolled: int, theme: Theme) -> None:
    """Everything above the rows."""
    _paint_heading(painter, layout, shown, theme)
    grid, bands = layout.grid, tokens()["strip"]["bands"]
    painter.setClipRect(0, 0, grid.left() + grid.width(), grid.top())
    top = layout.px(HEAD_ABOVE)
    foot = top + layout.px(bands["year"]) + layout.px(bands["month"])
    seen = months_seen(layout, scrolled)
    flag = _flag(layout, shown, scrolled, theme)
    line = today_line(layout, shown, scrolled)
    for month in seen:
        if month.begins:
            _paint_tick(painter, layout, month, top, foot, theme)
    year_font = theme.font("label", 600, layout.ratio)
    years = [month for place, month in enumerate(seen) if place == 0 or (month.month == 1 and month.begins)]
    for place, month in enumerate(years):
        words = str(month.year)
        area = QRect(
            month.x + layout.px(4), top, QFontMetrics(year_font).horizontalAdvance(words), layout.px(bands["year"])
        )
        later = years[place + 1].x if place + 1 < len(years) else grid.left() + grid.width()
        if area.right() + layout.px(4) < later and (flag is None or not area.intersects(flag)):
            write(painter, area, words, year_font, theme, "text")
    axis = theme.font("axis", None, layout.ratio)
    for place, month in enumerate(seen):
        words = short_month(month.month)
        wide = QFontMetrics(axis).horizontalAdvance(words)
        area = QRect(month.x + layout.px(4), top + layout.px(bands["year"]), wide, layout.px(bands["month"]))
        later = seen[place + 1].x if place + 1 < len(seen) else grid.left() + grid.width()
        crossed = line is not None and line.left() <= area.right() + 1 and area.left() - 1 <= line.right()
        if area.right() + layout.px(2) < later and not crossed:
            write(painter, area, words, axis, theme, "text_muted")
    if flag is not None and line is not None:
        painter.fillRect(line.adjusted(-layout.px(1), 0, layout.px(1), 0), theme.colour("surface_raised"))
        painter.fillRect(line, theme.colour("today"))
        painter.fillRect(flag, theme.colour("today"))
        bold = theme.font("axis", 600, layout.ratio)
        write(painter, flag, _flag_words(shown), bold, theme, "surface_raised", CENTRE)


def heading(shown: Shown) -> tuple[str, str]:
    """What stands over the figures at the right, in two lines."""
    if shown.required is None:
        return _("Planlagt"), _("skoleuger")
    return _("Planlagt"), _("af {n} uger").format(n=weeks(shown.required, 0))


def _paint_heading(painter: QPainter, layout: BoardLayout, shown: Shown, theme: Theme) -> None:
    font = theme.font("caption", None, layout.ratio)
    bands, top = tokens()["strip"]["bands"], layout.px(HEAD_ABOVE)
    left, width = layout.width - layout.values, layout.values - layout.px(SIDE)
    upper, lower = heading(shown)
    write(painter, QRect(left, top, width, layout.px(bands["year"])), upper, font, theme, "text_muted", RIGHT)
    below = QRect(left, top + layout.px(bands["year"]), width, layout.px(bands["month"]))
    write(painter, below, lower, font, theme, "text_muted", RIGHT)


def _paint_tick(painter: QPainter, layout: BoardLayout, month: Seen, top: int, foot: int, theme: Theme) -> None:
    ticks = tokens()["strip"]["tick"]
    high, colour = layout.px(ticks["month"]), "line"
    if month.month == 1:
        high, colour = foot - top, "line_strong"
    elif month.month in (4, 7, 10):
        high, colour = layout.px(ticks["quarter"]), "line_strong"
    painter.fillRect(month.x - 1, foot - high, layout.px(1), high, theme.colour(colour))


def _flag_words(shown: Shown) -> str:
    return _("I dag · uge {n}").format(n=shown.today.isocalendar().week)


def _flag(layout: BoardLayout, shown: Shown, scrolled: int, theme: Theme) -> QRect | None:
    """The flag at the left of the line, over what has been; at the right where there is no room."""
    line = today_line(layout, shown, scrolled)
    if line is None:
        return None
    words = QFontMetrics(theme.font("axis", 600, layout.ratio)).horizontalAdvance(_flag_words(shown))
    wide, high = words + layout.px(10), layout.px(15)
    left = QRect(line.right() + 1 - wide, line.top(), wide, high)
    return left if left.left() >= layout.grid.left() else QRect(line.left(), line.top(), wide, high)
