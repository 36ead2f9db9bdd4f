"""What a page is made of: parts that know their height, break between lines, and stay with their heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from mentorapp.reports._look import colour, px, tokens
from mentorapp.reports._text import Line, Style, draw, draw_line, fitted, lines, width

Story = list[Flowable]

BODY = Style("body")
STRONG = Style("strong")
MUTED = Style("small", "text_muted")
CAPTION = Style("caption", "text_muted")


class Part(Flowable):
    """A flowable that fills the width of the page; subclasses say how high they are and draw themselves."""

    canv: Any

    def __init__(self) -> None:
        super().__init__()
        self.width = 0.0

    def needed(self) -> float:
        """Height in points at the width given in `self.width`."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """What must fit on a page for the part to begin there."""
        self.width = width
        return self.needed()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self.needed()
        return width, self.height


class Text(Part):
    """Broken text; it leaves at least `keep` lines on a page and takes at least two along to the next."""

    INDENT = 0.0

    def __init__(self, *runs: tuple[str, Style], keep: int = 2, broken: list[Line] | None = None) -> None:
        super().__init__()
        self.runs, self.keep = runs, keep
        self.leading = max((style.type.leading for _text, style in runs), default=0.0)
        self._broken = broken
        self._broken_for = None if broken is None else -1.0

    def lines(self) -> list[Line]:
        """The lines at the current width."""
        if self._broken is None or (self._broken_for not in (-1.0, self.width)):
            self._broken = lines(self.runs, self.width - px(self.INDENT))
            self._broken_for = self.width
        return self._broken

    def needed(self) -> float:
        return len(self.lines()) * self.leading

    def least(self, width: float) -> float:
        self.width = width
        # A last line would not go to the next page alone, so one more than is kept stays here too.
        count = len(self.lines())
        return (count if count <= self.keep + 1 else self.keep) * self.leading

    def split(self, width: float, height: float) -> list[Flowable]:
        self.width = width
        broken = self.lines()
        fitting = min(int(height / self.leading + 1e-6), len(broken) - 2)
        if fitting < min(self.keep, len(broken)):
            return []
        return [self._part(broken[:fitting], first=True), self._part(broken[fitting:], first=False)]

    def _part(self, broken: list[Line], *, first: bool) -> Text:
        part = type(self)(*self.runs, keep=self.keep if first else 2, broken=broken)
        part.spaceBefore = self.getSpaceBefore() if first else 0
        part.spaceAfter = 0 if first else self.getSpaceAfter()
        return part

    def draw(self) -> None:
        size = self.runs[0][1].type.size if self.runs else 0.0
        # The base line that puts x-height and capitals in the middle of the line.
        y = self.needed() - (self.leading + size * 0.7) / 2
        for line in self.lines():
            draw_line(self.canv, px(self.INDENT), y, line)
            y -= self.leading


class Statement(Text):
    """Text beside a rule in text colour: on paper the sign of what matters, instead of a coloured ground."""

    INDENT = 13.0

    def draw(self) -> None:
        super().draw()
        self.canv.setFillColor(colour("text"))
        self.canv.rect(0, 0, px(tokens()["line"]["accent_bar"]), self.needed(), stroke=0, fill=1)


class Heading(Part):
    """The title of a section, with a muted remark at the right."""

    ROLE = Style("heading")

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self.title, self.aside = title, aside

    def needed(self) -> float:
        return self.ROLE.type.leading + px(4)

    def draw(self) -> None:
        y = px(10)
        title = fitted(self.title, self.ROLE, self.width)
        draw(self.canv, 0, y, title, self.ROLE)
        room = self.width - width(title, self.ROLE) - px(24)
        if self.aside and room > px(48):
            draw(self.canv, self.width, y, fitted(self.aside, CAPTION, room), CAPTION, "right")


def section(title: str, parts: Sequence[Part], *, aside: str = "", room: float, least: float | None = None) -> Story:
    """A heading that never stands alone at the foot of a page. `room` is the width of the page.

    `least` is what must fit below the heading; without it, what the first part needs to begin.
    """
    heading = Heading(title, aside)
    heading.spaceBefore = px(20)
    first = least if least is not None else (parts[0].least(room) if parts else 0.0)
    return [CondPageBreak(heading.spaceBefore + heading.needed() + first), heading, *parts]


def gap(pixels: float) -> Spacer:
    """White space of the look's pixels; none at the top of a page."""
    return Spacer(1, px(pixels))
