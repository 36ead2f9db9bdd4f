"""The head of a report: what it is and about whom, and a grid of facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mentorapp.reports._cells import fill
from mentorapp.reports._flow import Part
from mentorapp.reports._look import colour, px
from mentorapp.reports._text import Line, Style, draw, draw_line, fitted, lines, width

_LABEL = Style("label", "text_muted")
_NAME = Style("figure")
_BELOW = Style("body", "text_muted")
_VALUE = Style("body")


class Head(Part):
    """Kind of report and date, the learner's name, a line about the course, and a rule below."""

    def __init__(self, kind: str, dated: str, name: str, below: str) -> None:
        super().__init__()
        self.kind, self.dated, self.name, self.below = kind, dated, name, below

    @cached_property
    def _names(self) -> list[Line]:
        return lines([(self.name, _NAME)], self.width, 3)

    @cached_property
    def _belows(self) -> list[Line]:
        return lines([(self.below, _BELOW)], self.width, 3)

    def needed(self) -> float:
        texts = len(self._names) * _NAME.type.leading + len(self._belows) * _BELOW.type.leading
        return _LABEL.type.leading + texts + px(26)

    def draw(self) -> None:
        y = self.needed() - px(12)
        dated = fitted(self.dated, _LABEL, self.width / 2)
        draw(self.canv, self.width, y, dated, _LABEL, "right")
        draw(self.canv, 0, y, fitted(self.kind, _LABEL, self.width - width(dated, _LABEL) - px(24)), _LABEL)
        y -= px(34)
        for line in self._names:
            draw_line(self.canv, 0, y, line)
            y -= _NAME.type.leading
        y += _NAME.type.leading - px(26)
        for line in self._belows:
            draw_line(self.canv, 0, y, line)
            y -= _BELOW.type.leading
        fill(self.canv, colour("text"), [(0, 0, self.width, px(2))])


class Facts(Part):
    """Labels with their values, four to a row. A value of two lines makes its whole row higher."""

    COLUMNS, BETWEEN = 4, 12.0

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.facts = facts

    @cached_property
    def _rows(self) -> list[list[tuple[str, list[Line]]]]:
        room = self._column - px(self.BETWEEN)
        broken = [(fitted(label, _LABEL, room), lines([(value, _VALUE)], room, 3)) for label, value in self.facts]
        return [broken[start : start + self.COLUMNS] for start in range(0, len(broken), self.COLUMNS)]

    @property
    def _column(self) -> float:
        return self.width / self.COLUMNS

    def needed(self) -> float:
        return sum(map(_height, self._rows)) - (px(8) if self._rows else 0.0)

    def draw(self) -> None:
        top = self.needed()
        for row in self._rows:
            for place, (label, value) in enumerate(row):
                x, y = place * self._column, top - px(12)
                draw(self.canv, x, y, label, _LABEL)
                for line in value:
                    y -= px(19) if y == top - px(12) else _VALUE.type.leading
                    draw_line(self.canv, x, y, line)
            top -= _height(row)


def _height(row: list[tuple[str, list[Line]]]) -> float:
    return px(16 + 8) + max(len(value) for _label, value in row) * _VALUE.type.leading
