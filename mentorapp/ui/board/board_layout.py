"""Where everything of the board stands: columns, rows, head and foot. Whole device pixels; no painting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QRect

from mentorapp.ui.board.lines import Group, Line, Span
from mentorapp.ui.board.zoom import WEEKS
from mentorapp.ui.parts.week_cell import Measure, whole
from mentorapp.ui.theme import tokens

HEAD_ABOVE, HEAD_BELOW = 6, 6
FOOT_ABOVE, FOOT_BARS, FOOT_BELOW = 10, 30, 8
GROUP, GROUP_COMPACT = 26, 20
TILE = 4096
"""Device pixels a kept picture of weeks may be wide. Two years are one; a row seen from close by is several."""


class Month(NamedTuple):
    """A month and the column of its first week: the one whose Thursday it holds."""

    column: int
    month: int
    year: int


@dataclass(frozen=True)
class BoardLayout:
    """The geometry of a board `width` x `height` device pixels large, at a text scale and pixel ratio."""

    width: int
    height: int
    scale: float
    ratio: float
    zoom: str
    span: Span
    lines: tuple[Line, ...]
    names: int
    """Width of the column of names in device pixels."""
    values: int
    """Width of the column of figures."""

    @property
    def unit(self) -> float:
        """One pixel of the look in device pixels."""
        return self.scale * self.ratio

    def px(self, length: float) -> int:
        """A length of the look in device pixels."""
        return whole(length, self.unit)

    @cached_property
    def grid(self) -> QRect:
        """Where the weeks are seen."""
        top = self.px(HEAD_ABOVE) + self.px(tokens()["strip"]["board_head"]) + self.px(HEAD_BELOW)
        return QRect(
            self.names, top, max(1, self.width - self.names - self.values), max(1, self.height - top - self.foot)
        )

    @cached_property
    def foot(self) -> int:
        """Height of the row of learners at school, with the numbers of the weeks below it."""
        bands = tokens()["strip"]["bands"]
        return self.px(FOOT_ABOVE + FOOT_BARS + bands["axis_gap"] + bands["weeks"] + FOOT_BELOW)

    @property
    def below(self) -> int:
        """Top of the foot."""
        return self.grid.top() + self.grid.height()

    @cached_property
    def compact(self) -> bool:
        """Whether rows are low: they are where not all fit at their full height."""
        high = sum(self.px(GROUP if isinstance(line, Group) else tokens()["size"]["row_board"]) for line in self.lines)
        return high > self.grid.height()

    @cached_property
    def row(self) -> int:
        """Height of a learner's row."""
        return self.px(tokens()["size"]["row_board_compact" if self.compact else "row_board"])

    @cached_property
    def measure(self) -> Measure:
        """The sizes of the cells. Larger text makes them higher but not wider: the window does not grow with it."""
        values = tokens()["strip"]["board_compact" if self.compact else "board"]
        least, most = (whole(edge, self.ratio) for edge in tokens()["strip"]["board"]["pitch"])
        pitch = max(self.grid.width() // WEEKS[self.zoom], least)
        return Measure.of(values, self.unit, min(pitch, most) if self.zoom == "two_years" else pitch)

    @cached_property
    def base(self) -> int:
        """From the top of a row to the base line of its cells."""
        measure = self.measure
        return (self.row - measure.height - measure.seal_gap - measure.seal + 1) // 2 + measure.height

    @cached_property
    def tops(self) -> Sequence[int]:
        """Top of each line within the rows, and the end of the last."""
        group = self.px(GROUP_COMPACT if self.compact else GROUP)
        return list(accumulate((group if isinstance(line, Group) else self.row for line in self.lines), initial=0))

    @property
    def rows_height(self) -> int:
        """Of all lines, with a little room below the last."""
        return self.tops[-1] + self.px(4)

    @property
    def weeks_width(self) -> int:
        """Of all weeks one can scroll through."""
        return self.span.weeks * self.measure.pitch

    @cached_property
    def tile_weeks(self) -> int:
        """Weeks in one kept picture."""
        return max(1, TILE // self.measure.pitch)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Every month of the span; the first may have begun before it."""
        found: list[Month] = []
        thursday = self.span.first + timedelta(days=3)
        for column in range(self.span.weeks):
            if not found or found[-1].month != thursday.month:
                found.append(Month(column, thursday.month, thursday.year))
            thursday += timedelta(days=7)
        return tuple(found)

    def x(self, column: int) -> int:
        """Left edge of a column, counted from the first week."""
        return column * self.measure.pitch

    def after(self, day: date) -> int:
        """Right after a day, Monday to Friday filling its column."""
        return self.x(self.span.column(day)) + (2 * self.measure.pitch * min(5, day.weekday() + 1) + 5) // 10

    def column_at(self, x: int, scrolled: int) -> int | None:
        """The column under a point of the board."""
        if not 0 <= x - self.grid.left() < self.grid.width():
            return None
        column = (x - self.grid.left() + scrolled) // self.measure.pitch
        return column if 0 <= column < self.span.weeks else None

    def lines_between(self, top: int, bottom: int) -> tuple[int, int]:
        """The lines that are seen between two heights of the rows: the first, and the one after the last."""
        first = max(bisect_right(self.tops, top) - 1, 0)
        return first, min(bisect_left(self.tops, bottom), len(self.lines))

    def line_at(self, y: int, scrolled: int) -> int | None:
        """The line under a point of the board."""
        if not 0 <= y - self.grid.top() < self.grid.height():
            return None
        place = bisect_right(self.tops, y - self.grid.top() + scrolled) - 1
        return place if 0 <= place < len(self.lines) else None
