"""The end of a report: next steps to tick off, lines to write on, and lines to sign."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mentorapp.i18n import _
from mentorapp.reports._cells import fill
from mentorapp.reports._flow import BODY, CAPTION, Part
from mentorapp.reports._look import colour, px
from mentorapp.reports._text import Line, Style, draw, draw_line, fitted, lines

_LABEL = Style("label", "text_muted")
_BOX = 11.0
_WHO = 176.0
"""Pixels kept at the right of a step, to write on who does it and when."""


class Step(Part):
    """A box to tick, what is to be done, and a line for who and when; without text, lines to write on."""

    INDENT, PADDING, MOST_LINES = _BOX + 11, 5.0, 8

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = " ".join(text.split())

    @cached_property
    def _lines(self) -> list[Line]:
        return lines([(self.text, BODY)], self.width - px(self.INDENT + _WHO + 24), self.MOST_LINES)

    def needed(self) -> float:
        # A line to write on by hand needs more room than a printed one.
        written = len(self._lines) * BODY.type.leading if self.text else px(26)
        return written + px(2 * self.PADDING)

    def draw(self) -> None:
        high, leading = self.needed(), BODY.type.leading
        first = high - px(self.PADDING) - leading if self.text else px(self.PADDING)
        self.canv.setStrokeColor(colour("line_strong"))
        self.canv.setLineWidth(px(1))
        self.canv.rect(px(0.5), first + (leading - px(_BOX)) / 2, px(_BOX), px(_BOX))
        y = high - px(self.PADDING) - (leading + BODY.type.size * 0.7) / 2
        for line in self._lines:
            draw_line(self.canv, px(self.INDENT), y, line)
            y -= leading
        left, under = self.width - px(_WHO), px(self.PADDING + 1)
        rules = [(left, under, px(_WHO), px(0.75))]
        if not self.text:
            rules.append((px(self.INDENT), under, left - px(self.INDENT + 24), px(0.75)))
        fill(self.canv, colour("line"), rules)


class Signatures(Part):
    """Lines to sign on, side by side, with who signs and, where known, the name in print."""

    HIGH, BETWEEN = 112.0, 24.0

    def __init__(self, signers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.signers = signers

    def needed(self) -> float:
        return px(self.HIGH)

    def draw(self) -> None:
        column = (self.width + px(self.BETWEEN)) / len(self.signers)
        room = column - px(self.BETWEEN)
        places = [number * column for number in range(len(self.signers))]
        fill(self.canv, colour("text"), [(x, px(56), room, px(1)) for x in places])
        for x, (role, name) in zip(places, self.signers, strict=True):
            draw(self.canv, x, px(39), fitted(role, _LABEL, room), _LABEL)
            for y, said in zip((22, 6), filter(None, (name, _("Dato og underskrift"))), strict=False):
                draw(self.canv, x, px(y), fitted(said, CAPTION, room), CAPTION)
