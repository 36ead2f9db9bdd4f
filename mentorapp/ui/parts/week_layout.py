"""Where everything of a week strip stands: rows, columns, bands. Whole device pixels; no painting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from mentorapp.domain.week import Week
from mentorapp.ui.parts.week_cell import Measure, whole
from mentorapp.ui.theme import tokens


class Month(NamedTuple):
    """The week a month starts with in a row; `fresh` when the month really begins there."""

    week: int
    """Index of that week."""
    month: int
    year: int
    fresh: bool


def rows_of(count: int, room: int, least: float) -> tuple[range, ...]:
    """One row while each week has `least` pixels; else a new row after week 52, a few odd weeks staying behind."""
    rule = tokens()["strip"]
    if count * least <= room:
        return (range(count),) if count else ()
    rows, start = [], 0
    while start < count:
        left = count - start
        end = count if left <= rule["break_after"] + rule["odd_weeks"] else start + rule["break_after"]
        rows.append(range(start, end))
        start = end
    return tuple(rows)


@dataclass(frozen=True)
class WeekLayout:
    """The geometry of a strip `width` device pixels wide at a text scale and pixel ratio."""

    weeks: Sequence[Week]
    width: int
    scale: float = 1.0
    ratio: float = 1.0

    @property
    def unit(self) -> float:
        """One pixel of the look in device pixels."""
        return self.scale * self.ratio

    def px(self, length: float) -> int:
        """A length of the look in device pixels."""
        return whole(length, self.unit)

    @cached_property
    def inset(self) -> int:
        """Room at either side for the ring around the first and the last week."""
        chosen = tokens()["strip"]["chosen"]
        return self.px(chosen["off"] + chosen["ring"])

    @cached_property
    def rows(self) -> tuple[range, ...]:
        """Indexes of the weeks of each row."""
        least = tokens()["strip"]["one_row"]["pitch"][0] * self.unit
        return rows_of(len(self.weeks), self._room, least)

    @property
    def _room(self) -> int:
        return max(1, self.width - 2 * self.inset)

    @cached_property
    def measure(self) -> Measure:
        """The sizes of the cells."""
        strip = tokens()["strip"]
        if len(self.rows) <= 1:
            values, across = strip["one_row"], max(1, len(self.weeks))
            least = whole(values["pitch"][0], self.unit)
        else:
            values = strip["more_rows"]
            # 53 as the look says, so that a course keeps its pitch from year to year; more only if a row is longer.
            across = max(strip["row_weeks"], *map(len, self.rows))
            # Larger text makes cells higher but not wider than the window: the lower limit does not grow with it,
            # and gives way down to one row's limit where even a row of a year would not fit.
            least = whole(values["pitch"][0] if self._fits(values["pitch"][0], across) else 8, self.ratio)
        most = whole(values["pitch"][1], self.unit)
        return Measure.of(values, self.unit, min(max(self._room // across, least), most))

    def _fits(self, pitch: float, across: int) -> bool:
        return across * whole(pitch, self.ratio) <= self._room

    @cached_property
    def cell_top(self) -> int:
        """From the top of a row to the top of a full cell: the bands of years and months and their gap."""
        bands = tokens()["strip"]["bands"]
        return self.px(bands["year"]) + self.px(bands["month"]) + self.px(bands["gap"])

    @cached_property
    def base(self) -> int:
        """From the top of a row to the base line."""
        return self.cell_top + self.measure.height

    @cached_property
    def seal_bottom(self) -> int:
        """From the top of a row to below the seal."""
        return self.base + self.measure.seal_gap + self.measure.seal

    @cached_property
    def numbers_top(self) -> int:
        """From the top of a row to the band of week numbers."""
        return self.seal_bottom + self.px(tokens()["strip"]["bands"]["axis_gap"])

    @cached_property
    def row_height(self) -> int:
        """101 at 100 %."""
        return self.numbers_top + self.px(tokens()["strip"]["bands"]["weeks"])

    @property
    def height(self) -> int:
        """Of all rows, one at least, so that an empty strip keeps its place."""
        count = max(1, len(self.rows))
        return count * self.row_height + (count - 1) * self.px(tokens()["strip"]["row_gap"])

    def top(self, row: int) -> int:
        """Top of a row."""
        return row * (self.row_height + self.px(tokens()["strip"]["row_gap"]))

    def row_of(self, index: int) -> int:
        """The row a week stands in."""
        return next(number for number, row in enumerate(self.rows) if index in row)

    def x(self, index: int) -> int:
        """Left edge of a week's column."""
        return self.inset + (index - self.rows[self.row_of(index)].start) * self.measure.pitch

    def right(self, row: int) -> int:
        """Right edge of the last column of a row, with its gap."""
        return self.inset + len(self.rows[row]) * self.measure.pitch

    def index_at(self, x: int, y: int) -> int | None:
        """The week under a point, the bands above and the numbers below included."""
        for number, row in enumerate(self.rows):
            if self.top(number) <= y < self.top(number) + self.row_height:
                column = (x - self.inset) // self.measure.pitch
                return row.start + column if 0 <= column < len(row) else None
        return None

    def index_of(self, day: date) -> int | None:
        """The week that holds a day."""
        monday = day - timedelta(days=day.weekday())
        return next((index for index, week in enumerate(self.weeks) if week.monday == monday), None)

    def after(self, day: date) -> tuple[int, int] | None:
        """Row and x right after a day, Monday to Friday filling the column; None outside the course."""
        index = self.index_of(day)
        if index is None:
            return None
        days = min(5, day.weekday() + 1)
        return self.row_of(index), self.x(index) + (2 * self.measure.pitch * days + 5) // 10

    def months(self, row: int) -> list[Month]:
        """Months of a row: each starts with the week whose Thursday it holds; the row's first week always counts."""
        found: list[Month] = []
        for index in self.rows[row]:
            thursday = self.weeks[index].monday + timedelta(days=3)
            before = thursday - timedelta(days=7)
            fresh = before.month != thursday.month
            if fresh or index == self.rows[row].start:
                found.append(Month(index, thursday.month, thursday.year, fresh))
        return found

    def numbered(self, row: int) -> list[int]:
        """Indexes of the weeks whose number is written."""
        rule = tokens()["strip"]["numbers"]
        if self.measure.pitch >= whole(rule["each_from"], self.unit):
            return list(self.rows[row])
        step = 2 if self.measure.pitch >= whole(rule["second_from"], self.unit) else 4
        numbers = ((index, self.weeks[index].number) for index in self.rows[row])
        return [index for index, number in numbers if number % step == 1 and number != 53]
