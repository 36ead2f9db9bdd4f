"""Paints one frame of the board from kept pictures; only what moves with the keyboard is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mentorapp.i18n import _
from mentorapp.ui.board import row_picture
from mentorapp.ui.board.board_layout import BoardLayout
from mentorapp.ui.board.foot_picture import bars_base, paint_bars, paint_foot
from mentorapp.ui.board.head_picture import paint_head, quarter_lines, today_line
from mentorapp.ui.board.kept_pixmaps import KeptPixmaps
from mentorapp.ui.board.lines import Group
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.book import Entry
from mentorapp.ui.parts.week_cell import paint_column
from mentorapp.ui.theme import Theme, tokens


@dataclass(frozen=True)
class Frame:
    """One frame. The painter counts device pixels from the corner of the board."""

    painter: QPainter
    kept: KeptPixmaps
    edges: KeptPixmaps
    """Head and foot, which are others whenever the weeks are scrolled."""
    layout: BoardLayout
    shown: Shown
    theme: Theme
    across: int
    """How far the weeks are scrolled."""
    down: int
    """How far the lines are."""
    line: int
    """The chosen line; as many as there are lines for the row of learners at school."""
    column: int
    live: bool
    """Whether the keyboard is here."""
    in_time: Callable[[], bool] = lambda: True
    """Whether there is time to paint a row that was not painted before; else it is left out of this frame."""
    unfinished: list[bytes] = field(default_factory=list)
    """Whose weeks were left out."""

    def paint(self) -> None:
        """The whole board."""
        self.painter.fillRect(0, 0, self.layout.width, self.layout.height, self.theme.colour("surface_raised"))
        self._paint_rows()
        self._paint_head_and_foot()
        if self.line == len(self.shown.lines) and self.shown.hand is None:
            self._paint_chosen_bar()

    # Rows

    def _paint_rows(self) -> None:
        painter, layout, grid = self.painter, self.layout, self.layout.grid
        painter.setClipRect(0, grid.top(), layout.width, grid.height())
        for x in quarter_lines(layout, self.across):
            painter.fillRect(x, grid.top(), layout.px(1), grid.height(), self.theme.colour("line"))
        for place in range(*layout.lines_between(self.down, self.down + grid.height())):
            line, top = self.shown.lines[place], grid.top() + layout.tops[place] - self.down
            if isinstance(line, Group):
                high = layout.tops[place + 1] - layout.tops[place]
                text = line.site or _("Uden praktiksted")
                picture = row_picture.group_picture(self.kept, layout, self.theme, line, text, high)
                painter.drawPixmap(0, top, picture)
            else:
                self._paint_row(line, top, place == self.line)
        today = today_line(layout, self.shown, self.across)
        if today is not None:
            painter.fillRect(today.adjusted(-layout.px(1), 0, layout.px(1), 0), self.theme.colour("surface_raised"))
            painter.fillRect(today, self.theme.colour("today"))
        self._paint_moving()
        self._paint_chosen()
        painter.setClipping(False)

    def _paint_row(self, entry: Entry, top: int, chosen: bool) -> None:
        painter, layout, theme = self.painter, self.layout, self.theme
        if chosen:
            painter.fillRect(0, top, layout.width, layout.row, theme.colour("selected"))
            painter.fillRect(0, top, layout.px(tokens()["line"]["accent_bar"]), layout.row, theme.colour("accent"))
        row = self.shown.row(entry.learner)
        if row is not None:
            for tile, left, cut, width in self.tiles:
                picture = row_picture.weeks_picture(self.kept, layout, theme, row, tile, self.in_time())
                if picture is None:
                    self.unfinished.append(entry.learner)
                else:
                    painter.drawPixmap(left, top, picture, cut, 0, width, layout.row)
            value = row_picture.value_picture(self.kept, layout, theme, row, self.shown.required)
            painter.drawPixmap(layout.width - layout.values, top, value)
        painter.drawPixmap(0, top, row_picture.name_picture(self.kept, layout, theme, entry, chosen))

    @cached_property
    def tiles(self) -> list[tuple[int, int, int, int]]:
        """The pictures that make up a row as it is seen: number, left edge, and what is cut and shown of each."""
        layout, grid = self.layout, self.layout.grid
        wide = layout.x(layout.tile_weeks)
        found: list[tuple[int, int, int, int]] = []
        for tile in range(self.across // wide, min(self.across + grid.width() - 1, layout.weeks_width - 1) // wide + 1):
            left = tile * wide - self.across
            cut = max(0, -left)
            width = min(wide - cut, grid.width() - left - cut, layout.weeks_width - tile * wide - cut)
            found.append((tile, grid.left() + left + cut, cut, width))
        return found

    # What is chosen and what is moved

    def _top(self, line: int) -> int:
        return self.layout.grid.top() + self.layout.tops[line] - self.down

    def _clip_to_weeks(self) -> None:
        reach, grid = self.layout.px(4), self.layout.grid
        self.painter.setClipRect(grid.adjusted(-reach, 0, reach, 0))

    def _paint_chosen(self) -> None:
        layout, theme = self.layout, self.theme
        if self.shown.hand is not None or self.shown.entry(self.line) is None:
            return
        values = tokens()["strip"]["chosen"]
        off, ring = layout.px(values["off"]), layout.px(values["ring"])
        cells = self._cells(self.line, self.column, self.column)
        week = self.shown.week(self.line, self.column)
        self.painter.save()
        self._clip_to_weeks()
        ground = "extension" if week is not None and week.extended else "surface_raised"
        self.painter.fillRect(cells.adjusted(-off, -off, off, off), theme.colour(ground))
        if week is not None:
            paint_column(
                self.painter, cells.left(), self._top(self.line) + layout.base, week.segments, layout.measure, theme
            )
        self._ring(cells, off + ring / 2, ring, "focus" if self.live else "line_strong")
        self.painter.restore()

    def _paint_moving(self) -> None:
        """The old place in a dashed frame, the new one in the ring; the cells are those of the course as moved."""
        hand, layout = self.shown.hand, self.layout
        if hand is None or self.shown.entry(self.line) is None:
            return
        values = tokens()["strip"]["chosen"]
        self.painter.save()
        self._clip_to_weeks()
        old, new = (
            self._cells(self.line, *map(self.shown.span.column, days)) for days in (hand.days_before, hand.days)
        )
        pen = QPen(self.theme.colour("line_strong"), layout.px(1))
        pen.setDashPattern([tokens()["strip"]["dash"], tokens()["strip"]["dash"]])
        self.painter.setPen(pen)
        self.painter.drawRect(old.adjusted(-layout.px(2), -layout.px(2), layout.px(1), layout.px(1)))
        self._ring(new, layout.px(1) + layout.px(values["ring"]) / 2, layout.px(values["ring"]), "focus")
        self.painter.restore()

    def _cells(self, line: int, first: int, last: int) -> QRect:
        """The cells of some weeks with their seals."""
        layout, measure = self.layout, self.layout.measure
        left = layout.grid.left() + layout.x(first) - self.across
        top = self._top(line) + layout.base - measure.height
        high = measure.height + measure.seal_gap + measure.seal
        return QRect(left, top, layout.x(last - first) + measure.cell, high)

    def _ring(self, area: QRect, off: float, width: int, ink: str) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.theme.colour(ink), width))
        radius = self.layout.px(3)
        self.painter.drawRoundedRect(QRectF(area).adjusted(-off, -off, off, off), radius, radius)

    # Head and foot

    def _paint_head_and_foot(self) -> None:
        layout, shown, theme, across = self.layout, self.shown, self.theme, self.across
        sizes = (layout.width, layout.height, layout.names, layout.values, layout.measure, theme)
        head = self.edges.get(
            ("head", across, shown.required, shown.span, shown.today, *sizes),
            layout.width,
            layout.grid.top(),
            lambda painter: paint_head(painter, layout, shown, across, theme),
        )
        self.painter.drawPixmap(0, 0, head)
        chosen = self.line == len(shown.lines)
        foot = self.edges.get(
            ("foot", chosen, shown.axis, *sizes),
            layout.width,
            layout.foot,
            lambda painter: paint_foot(painter, layout, shown, theme, chosen),
        )
        self.painter.drawPixmap(0, layout.below, foot)
        for tile, left, cut, width in self.tiles:
            bars = self.edges.get(
                ("bars", tile, id(shown.at_school), shown.span, *sizes),
                layout.x(layout.tile_weeks),
                layout.foot,
                partial(paint_bars, layout=layout, shown=shown, theme=theme, tile=tile),
                shown.at_school,
            )
            self.painter.drawPixmap(left, layout.below, bars, cut, 0, width, layout.foot)
        today = today_line(layout, shown, across)
        if today is not None:
            high = bars_base(layout) + layout.px(1)
            self.painter.fillRect(today.left(), layout.below, today.width(), high, theme.colour("today"))

    def _paint_chosen_bar(self) -> None:
        layout = self.layout
        left = layout.grid.left() + layout.x(self.column) - self.across
        area = QRect(left, layout.below + layout.px(6), layout.measure.cell, bars_base(layout) - layout.px(5))
        self.painter.save()
        reach = layout.px(4)
        self.painter.setClipRect(layout.grid.left() - reach, layout.below, layout.grid.width() + 2 * reach, layout.foot)
        ring = layout.px(2)
        self._ring(area, layout.px(1) + ring / 2, ring, "focus" if self.live else "line_strong")
        self.painter.restore()
