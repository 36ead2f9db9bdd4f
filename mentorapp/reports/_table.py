"""Tables on paper: a head that comes again on each page, hairlines between rows, a row of sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportlab.platypus import Flowable

from mentorapp.reports._cells import fill
from mentorapp.reports._flow import Part
from mentorapp.reports._look import colour, px
from mentorapp.reports._text import Line, Style, draw, draw_line, fitted, lines, width

Cell = Sequence[tuple[str, Style]]
"""Runs of text; a line break begins a new line."""

HEAD = Style("label", "text_muted")
_PADDING = 6.0
_BETWEEN = 10.0
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A head and a width in pixels of the look; 0 takes what the others leave."""

    title: str
    pixels: float = 0.0
    right: bool = False


@dataclass(frozen=True)
class _Place:
    column: Column
    left: float
    room: float


class Table(Part):
    """Rows of cells under a head; the last `sums` rows are sums and keep at least one row above them."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], sums: int = 0) -> None:
        super().__init__()
        self.columns, self.rows, self.sums = columns, rows, sums

    @cached_property
    def _places(self) -> list[_Place]:
        between = px(_BETWEEN)
        fixed = sum(px(column.pixels) for column in self.columns)
        wide = self.width - fixed - between * (len(self.columns) - 1)
        places, left = [], 0.0
        for column in self.columns:
            room = px(column.pixels) or wide
            places.append(_Place(column, left, room))
            left += room + between
        return places

    @cached_property
    def _broken(self) -> list[list[list[Line]]]:
        return [
            [lines(cell, place.room, _MOST_LINES) for cell, place in zip(row, self._places, strict=True)]
            for row in self.rows
        ]

    @cached_property
    def _heights(self) -> list[float]:
        return [max(map(_height, row), default=0.0) + px(2 * _PADDING) for row in self._broken]

    @cached_property
    def _head(self) -> float:
        return HEAD.type.leading + px(_PADDING)

    def needed(self) -> float:
        return self._head + sum(self._heights)

    def least(self, width: float) -> float:
        self.width = width
        return self._head + sum(self._heights[: 2 if len(self.rows) > 1 else 1])

    def split(self, width: float, height: float) -> list[Flowable]:
        self.width = width
        fitting, used = 0, self._head
        while fitting < len(self.rows) and used + self._heights[fitting] <= height:
            used += self._heights[fitting]
            fitting += 1
        # Sums never stand alone: they take a row along.
        fitting = min(fitting, len(self.rows) - self.sums - (1 if self.sums else 0))
        if fitting < 1:
            return []
        first, rest = self.rows[:fitting], self.rows[fitting:]
        return [Table(self.columns, first), Table(self.columns, rest, self.sums)]

    def draw(self) -> None:
        canvas, top = self.canv, self.needed()
        for place in self._places:
            title = fitted(place.column.title, HEAD, place.room + px(_BETWEEN - 2))
            side = "right" if place.column.right else "left"
            draw(canvas, _edge(place), top - px(12), title, HEAD, side)
        top -= self._head
        strong = [(0.0, top, self.width, px(1))]
        hair = []
        for number, (row, height) in enumerate(zip(self._broken, self._heights, strict=True)):
            if number == len(self.rows) - self.sums and number:
                strong.append((0.0, top, self.width, px(1)))
            elif number:
                hair.append((0.0, top, self.width, px(0.75)))
            for cell, place in zip(row, self._places, strict=True):
                self._draw_cell(cell, place, top - px(_PADDING))
            top -= height
        fill(canvas, colour("line"), [*hair, (0.0, top, self.width, px(0.75))])
        fill(canvas, colour("text"), strong)

    def _draw_cell(self, cell: list[Line], place: _Place, top: float) -> None:
        for line in cell:
            if not line:
                continue
            look = line[0].style.type
            y = top - (look.leading + look.size * 0.7) / 2
            left = place.left
            if place.column.right:
                left += place.room - max(run.x + width(run.text, run.style) for run in line)
            draw_line(self.canv, left, y, line)
            top -= look.leading


def _height(cell: list[Line]) -> float:
    return sum(line[0].style.type.leading for line in cell if line)


def _edge(place: _Place) -> float:
    return place.left + place.room if place.column.right else place.left
