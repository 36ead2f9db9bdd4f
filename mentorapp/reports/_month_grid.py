"""One week of a month sheet on paper: a row a day with boxes to write in, and a box for the note."""

from __future__ import annotations

from mentorapp.domain import month_sheet_words as words
from mentorapp.domain.month_sheet import OUTSIDE, PRACTICE, SheetDay, SheetWeek
from mentorapp.reports._cells import fill
from mentorapp.reports._flow import Part
from mentorapp.reports._look import colour, px
from mentorapp.reports._text import Style, draw, draw_line, fitted, lines

_HEAD, _ROW, _NOTE = 24.0, 26.0, 82.0
"""Pixels; a row is as high as handwriting needs."""

_WIDTHS = (148.0, 160.0, 58.0, 52.0, 106.0)
"""Day, plan, came, hours, absence; the remark takes the rest."""

_BESIDE_THE_DAY = ("planned", "came", "minutes", "absence", "remark")

_TITLE, _LABEL, _NARROW = Style("strong"), Style("label", "text_muted"), Style("axis", "text_muted")
_DAY, _PLAN = Style("small"), Style("small", "text_muted")


class WeekGrid(Part):
    """A day with no boxes has nothing to fill in, and says why."""

    def __init__(self, week: SheetWeek) -> None:
        super().__init__()
        self.week = week
        self.spaceBefore = px(14)

    def needed(self) -> float:
        return px(_HEAD + _ROW * len(self.week.days) + _NOTE)

    def draw(self) -> None:
        edges = self._edges()
        top = self.needed()
        self._draw_head(top, edges)
        top -= px(_HEAD)
        hair, strong = [], [(0.0, top, self.width, px(1))]
        for number, day in enumerate(self.week.days):
            if number:
                hair.append((0.0, top, self.width, px(0.75)))
            # between the parts of a day that is filled in
            for x in edges[2:-1] if day.may_be_filled else ():
                hair.append((x, top - px(_ROW), px(0.75), px(_ROW)))
            self._draw_day(day, top - px(_ROW), edges)
            top -= px(_ROW)
        strong.append((0.0, top, self.width, px(1)))
        note = words.NOTE.format(n=self.week.number)
        draw(self.canv, px(6), top - px(15), note, _LABEL)
        for x in (0.0, self.width - px(0.75)):
            hair.append((x, 0.0, px(0.75), top))
        hair.append((0.0, 0.0, self.width, px(0.75)))
        fill(self.canv, colour("line_strong"), hair)
        fill(self.canv, colour("text"), strong)

    def _edges(self) -> list[float]:
        """The left edges of the columns, and the right edge."""
        edges = [0.0]
        for pixels in _WIDTHS:
            edges.append(edges[-1] + px(pixels))
        return [*edges, self.width]

    def _draw_head(self, top: float, edges: list[float]) -> None:
        y = top - px(16)
        draw(self.canv, 0, y, words.WEEK.format(n=self.week.number), _TITLE)
        for field, left, right in zip(_BESIDE_THE_DAY, edges[1:-1], edges[2:], strict=True):
            title = words.HEADINGS[field]
            if field == "came":
                # over a narrow box, so in two lines
                for line, place in zip(title.rsplit(" ", 1), (9, 20), strict=True):
                    draw(self.canv, (left + right) / 2, top - px(place), line, _NARROW, "middle")
            else:
                draw(self.canv, left + px(6), y, fitted(title, _LABEL, right - left - px(8)), _LABEL)

    def _draw_day(self, day: SheetDay, bottom: float, edges: list[float]) -> None:
        y = bottom + px(8)
        draw(self.canv, px(6), y, words.long_day(day.day), _PLAN if day.kind == OUTSIDE else _DAY)
        room = (edges[2] if day.may_be_filled else edges[-1]) - edges[1] - px(10)
        self._draw_plan(words.planned(day), edges[1] + px(6), bottom, room)
        if day.kind == PRACTICE:
            self._draw_box((edges[2] + edges[3]) / 2, bottom)

    def _draw_plan(self, said: str, left: float, bottom: float, room: float) -> None:
        """On one line, or small on two: practice beside half a day at school is long to say."""
        if len(broken := lines([(said, _PLAN)], room)) > 1:
            broken = lines([(said, _NARROW)], room, 2)
        for line, up in zip(broken, (8,) if len(broken) == 1 else (15, 4), strict=True):
            draw_line(self.canv, left, bottom + px(up), line)

    def _draw_box(self, middle: float, bottom: float) -> None:
        side = px(13)
        self.canv.setStrokeColor(colour("line_strong"))
        self.canv.setLineWidth(px(1))
        self.canv.rect(middle - side / 2, bottom + (px(_ROW) - side) / 2, side, side)
