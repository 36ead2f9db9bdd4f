"""Lines of text on paper: measured, broken and drawn. Text is never markup here, so nothing needs escaping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import _fonts
from mentorapp.reports._look import Role, colour, role


@dataclass(frozen=True, slots=True)
class Style:
    """A type role in a colour."""

    role: str
    ink: str = "text"
    weight: int | None = None
    """Where it is not the role's own."""

    @property
    def type(self) -> Role:
        """Font and lengths."""
        return role(self.role, self.weight)


@dataclass(frozen=True, slots=True)
class Run:
    """Cleaned text in one style at `x` points from the left of its line."""

    text: str
    style: Style
    x: float = 0.0


Line = list[Run]


def width(text: str, style: Style) -> float:
    """How wide cleaned `text` is, in points."""
    look = style.type
    drawn = sum(stringWidth(part, font, look.size) for font, part in _fonts.pieces(text, look.font))
    return float(drawn + look.tracking * len(text))


def draw(canvas: Canvas, x: float, y: float, text: str, style: Style, align: str = "left") -> None:
    """One line of cleaned `text` on the base line `y`; `x` is its left, right or middle."""
    look = style.type
    if align != "left":
        x -= width(text, style) * (1.0 if align == "right" else 0.5)
    canvas.setFillColor(colour(style.ink))
    for font, part in _fonts.pieces(text, look.font):
        canvas.setFont(font, look.size)
        canvas.drawString(x, y, part, charSpace=look.tracking)
        x += stringWidth(part, font, look.size) + look.tracking * len(part)


def draw_line(canvas: Canvas, x: float, y: float, line: Line) -> None:
    """A broken line whose left end is `x`."""
    for run in line:
        draw(canvas, x + run.x, y, run.text, run.style)


def lines(runs: Iterable[tuple[str, Style]], room: float, most: int | None = None) -> list[Line]:
    """`runs` of text broken into lines at most `room` points wide; after `most` lines the rest is left out (…)."""
    breaker = _Breaker(room)
    for text, style in runs:
        breaker.add(_fonts.clean(text), style)
    broken = breaker.finished()
    if most is None or len(broken) <= most:
        return broken
    kept = broken[:most]
    last = kept[-1][-1] if kept[-1] else Run("", Style("body"))
    kept[-1] = [*kept[-1][:-1], Run(_cut(last.text, last.style, room - last.x, always=True), last.style, last.x)]
    return kept


def fitted(text: str, style: Style, room: float) -> str:
    """`text` on one line, cut with … where it is wider than `room`."""
    text = _fonts.clean(" ".join(text.split()))
    return text if width(text, style) <= room else _cut(text, style, room)


def _cut(text: str, style: Style, room: float, *, always: bool = False) -> str:
    if always and width(f"{text} …", style) <= room:
        return f"{text} …"
    return text[: _fitting(text, style, room - width("…", style))].rstrip() + "…"


def _fitting(text: str, style: Style, room: float) -> int:
    """How many of the letters of `text` fit into `room`."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle], style) <= room:
            low = middle
        else:
            high = middle - 1
    return low


class _Breaker:
    """Fills lines with words; a run that follows another goes on in the same line."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.done: list[Line] = []
        self.line: Line = []
        self.used = 0.0

    def add(self, text: str, style: Style) -> None:
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                self._end()
            self._fill(paragraph.rstrip(), style)

    def finished(self) -> list[Line]:
        self._end()
        # Empty lines are kept between paragraphs and dropped around them.
        while self.done and not self.done[-1]:
            self.done.pop()
        while self.done and not self.done[0]:
            self.done.pop(0)
        return self.done

    def _fill(self, text: str, style: Style) -> None:
        if not text:
            return
        if (whole := width(text, style)) <= self.room - self.used:
            self._put(text, style, whole)
            return
        space = width(" ", style)
        pending, taken = "", 0.0
        for number, word in enumerate(text.split(" ")):
            between = space if number else 0.0
            wide = width(word, style)
            if taken + between + wide <= self.room - self.used:
                pending, taken = f"{pending} {word}" if number else word, taken + between + wide
                continue
            if pending.strip():
                self._put(pending, style, taken)
            if self.line:
                self._end()
            while wide > self.room:
                # At least one letter a line, or a column narrower than a letter would never end.
                count = max(1, _fitting(word, style, self.room))
                self._put(word[:count], style, self.room)
                self._end()
                word = word[count:]
                wide = width(word, style)
            pending, taken = word, wide
        if pending:
            self._put(pending, style, taken)

    def _put(self, text: str, style: Style, wide: float) -> None:
        self.line.append(Run(text, style, self.used))
        self.used += wide

    def _end(self) -> None:
        self.done.append(self.line)
        self.line, self.used = [], 0.0
