"""What surrounds the cells of a row of the strip: years, months, week numbers, today, the extension."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.week import Week
from mentorapp.i18n import _, short_month
from mentorapp.reports import _fonts
from mentorapp.reports._cells import Rect, fill
from mentorapp.reports._look import colour, px, tokens
from mentorapp.reports._strip_cells import Measure
from mentorapp.reports._text import Style, draw, width

_YEAR = Style("label", weight=600)
_AXIS = Style("axis", "text_muted")
_FLAG = Style("axis", "ground", 600)
_EXTENSION = Style("label", "text_muted")
_BESIDE_TICK = 4.0
_TOP = 2.0
"""Ticks, flag and today's line begin so far below the top of a row, at the height of the years' figures."""


class _Month(NamedTuple):
    """The week a month starts with: the one whose Thursday it holds. `fresh` when it really begins there."""

    week: int
    day: date
    fresh: bool


class _Span(NamedTuple):
    """A word in the band of years."""

    left: float
    right: float
    text: str

    def touches(self, other: _Span) -> bool:
        return self.left < other.right and other.left < self.right


class Bands:
    """The bands of one row; `top` is the row's upper edge, `room` the width of the page."""

    def __init__(
        self, canvas: Canvas, weeks: Sequence[Week], measure: Measure, top: float, today: date, room: float
    ) -> None:
        self.canvas, self.weeks, self.measure = canvas, weeks, measure
        self.top, self.room = top, room
        self.right = len(weeks) * measure.pitch
        self.today = self._after(today)
        first = next((index for index, week in enumerate(weeks) if week.extended), None)
        self.extended = None if first is None else first * measure.pitch

    def _after(self, day: date) -> float | None:
        """Where a day ends, Monday to Friday filling the column; None where it is in no week of the row."""
        for index, week in enumerate(self.weeks):
            if week.monday <= day < week.monday + timedelta(days=7):
                return (index + min(5, day.weekday() + 1) / 5) * self.measure.pitch
        return None

    def paint_ground(self) -> None:
        """The ground of the extension and the dashed line at the agreed end; before the cells."""
        if self.extended is None:
            return
        bottom = self.top - self.measure.foot - px(_TOP)
        fill(self.canvas, colour("extension"), [(self.extended, bottom, self.right - self.extended, self.top - bottom)])
        if self.extended > 0:
            dash, left = px(tokens()["strip"]["dash"]), self.extended - px(1)
            # Below the years where it would strike through one.
            line = _Span(left - px(2), self.extended + px(2), "")
            hidden = any(year.touches(line) for year in self._years(self._months()))
            top = self.top - (px(tokens()["strip"]["bands"]["year"]) if hidden else 0)
            count = int((top - bottom) / (2 * dash))
            dashes = [(left, top - dash - 2 * dash * number, px(1), dash) for number in range(count)]
            fill(self.canvas, colour("line_strong"), dashes)

    def paint(self) -> None:
        """Everything above and below the cells, and today's line across them; after the cells."""
        months = self._months()
        self._paint_ticks(months)
        years = self._years(months)
        taken = list(years)
        flag = self._flag(years)
        if flag is not None:
            self._paint_today(flag)
            years = [year for year in years if not year.touches(flag)]
            taken.append(flag)
        for year in years:
            draw(self.canvas, year.left, self.top - px(13), year.text, _YEAR)
        self._write_months(months)
        if self.extended is not None:
            self._write_extension(self.extended, taken)
        self._write_numbers()

    def _months(self) -> list[_Month]:
        found = []
        for index, week in enumerate(self.weeks):
            thursday = week.monday + timedelta(days=3)
            fresh = (thursday - timedelta(days=7)).month != thursday.month
            if fresh or index == 0:
                found.append(_Month(index, thursday, fresh))
        return found

    def _paint_ticks(self, months: list[_Month]) -> None:
        bands, ticks = tokens()["strip"]["bands"], tokens()["strip"]["tick"]
        foot = self.top - px(bands["year"] + bands["month"])
        light: list[Rect] = []
        strong: list[Rect] = []
        for month in months:
            year = month.fresh and month.day.month == 1
            quarter = month.fresh and month.day.month % 3 == 1
            high = bands["year"] + bands["month"] - _TOP if year else ticks["quarter" if quarter else "month"]
            (strong if quarter else light).append((month.week * self.measure.pitch, foot, px(1), px(high)))
        for ink, rects in (("line", light), ("line_strong", strong)):
            if rects:
                fill(self.canvas, colour(ink), rects)

    def _years(self, months: list[_Month]) -> list[_Span]:
        spans = []
        for month in months:
            if month.week == 0 or (month.fresh and month.day.month == 1):
                left, text = month.week * self.measure.pitch + px(_BESIDE_TICK), str(month.day.year)
                spans.append(_Span(left, left + width(text, _YEAR), text))
        # Where the next year begins too soon, the one the row only ends with gives way.
        beyond = _Span(float("inf"), float("inf"), "")
        return [year for year, after in pairwise([*spans, beyond]) if year.right + px(6) <= after.left]

    def _write_months(self, months: list[_Month]) -> None:
        y = self.top - px(tokens()["strip"]["bands"]["year"] + 11)
        ends = [month.week * self.measure.pitch for month in months[1:]] + [self.right]
        for month, end in zip(months, ends, strict=True):
            left, name = month.week * self.measure.pitch + px(_BESIDE_TICK), _fonts.clean(short_month(month.day.month))
            right = left + width(name, _AXIS)
            crossed = self.today is not None and left - px(2) < self.today < right + px(4)
            if right <= end - px(2) and not crossed:
                draw(self.canvas, left, y, name, _AXIS)

    # Today

    def _flag(self, years: list[_Span]) -> _Span | None:
        """Right of the line; left of it near the edge, or where it would hide a year."""
        if self.today is None:
            return None
        text = _fonts.clean(_("I dag"))
        long, left = width(text, _FLAG) + px(10), self.today - px(tokens()["line"]["today"])
        on_right, on_left = _Span(left, left + long, text), _Span(self.today - long, self.today, text)
        if on_right.right > self.room:
            return on_left
        hides = any(year.touches(on_right) for year in years)
        free = on_left.left >= 0 and not any(year.touches(on_left) for year in years)
        return on_left if hides and free else on_right

    def _paint_today(self, flag: _Span) -> None:
        assert self.today is not None
        thick, hair = px(tokens()["line"]["today"]), px(1)
        left, top, bottom = self.today - thick, self.top - px(_TOP), self.top - self.measure.foot - px(_TOP)
        ground = "extension" if self.extended is not None and left >= self.extended else "ground"
        fill(self.canvas, colour(ground), [(left - hair, bottom, thick + 2 * hair, top - bottom)])
        bars = [(left, bottom, thick, top - bottom), (flag.left, top - px(15), flag.right - flag.left, px(15))]
        fill(self.canvas, colour("today"), bars)
        draw(self.canvas, flag.left + px(5), top - px(11.5), flag.text, _FLAG)

    def _write_extension(self, start: float, taken: list[_Span]) -> None:
        """The word in the band of years, stepping aside for a year or the flag, left out without room."""
        text = _fonts.clean(_("Forlængelse"))
        left, long = start + px(6), width(text, _EXTENSION)
        for other in sorted(taken):
            if left < other.right + px(6) and other.left - px(6) < left + long:
                left = other.right + px(8)
        if left + long < self.right:
            draw(self.canvas, left, self.top - px(13), text, _EXTENSION)

    def _write_numbers(self) -> None:
        y = self.top - self.measure.height + px(4)
        for index, week in enumerate(self.weeks):
            # Every fourth: a column is narrower than two digits and a gap. Week 53 would touch week 1.
            if week.number % 4 == 1 and week.number != 53:
                middle = index * self.measure.pitch + self.measure.cell / 2
                draw(self.canvas, middle, y, str(week.number), _AXIS, "center")
