"""Cells of weeks on paper, painted kind by kind: a few operators for a whole row instead of dozens a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports._look import Kind, kind, px, tokens

Rect = tuple[float, float, float, float]
"""Left, bottom, width and height in points."""


class Cells:
    """Collects cells, then paints all of a kind and state in one go."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, bool], list[Rect]] = defaultdict(list)

    def add(self, kind: str, planned: bool, rect: Rect) -> None:
        """One cell; whatever is not `planned` has happened and is drawn solid."""
        self._groups[kind, planned].append(rect)

    def paint(self, canvas: Canvas) -> None:
        """Paint what was collected. Diagonals run on from cell to cell, counted from the origin."""
        for (name, planned), rects in self._groups.items():
            canvas.addLiteral("\n".join(_operators(kind(name), planned, rects)))


def fill(canvas: Canvas, colour: Color, rects: Iterable[Rect]) -> None:
    """Fill many rectangles with one colour."""
    canvas.addLiteral(f"q {_rgb(colour)} rg {_path(rects)} f Q")


def _operators(look: Kind, planned: bool, rects: list[Rect]) -> Iterator[str]:
    yield f"q {_rgb(look.tint if planned else look.solid)} rg {_path(rects)} f"
    edged = planned or look.family == "work"
    hair = px(1)
    inside = [_shrunk(rect, hair) for rect in rects] if edged else rects
    inside = [rect for rect in inside if rect[2] > 0 and rect[3] > 0]
    draw = _PATTERNS.get(look.pattern)
    if draw is not None and inside:
        rule = tokens()["strip"]["pattern"][look.pattern]
        ink = look.faint if planned else look.mark
        setting, strokes = draw(rule, inside)
        yield f"q {_path(inside)} W n {_rgb(ink)} RG {setting} {' '.join(strokes)} S Q"
    if edged:
        # Half a line inside, so that an outline is as large as a solid cell.
        yield f"{_rgb(look.edge)} RG {_rgb(look.edge)} rg {hair:.2f} w"
        high = [_shrunk(rect, hair / 2) for rect in rects if rect[3] > 2 * hair]
        flat = [rect for rect in rects if rect[3] <= 2 * hair]
        if high:
            yield f"{_path(high)} S"
        if flat:
            yield f"{_path(flat)} f"
    yield "Q"


def _rgb(colour: Color) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"


def _path(rects: Iterable[Rect]) -> str:
    return " ".join(["%.2f %.2f %.2f %.2f re" % rect for rect in rects])  # noqa: UP031 (twice as fast here)


def _shrunk(rect: Rect, by: float) -> Rect:
    left, bottom, width, height = rect
    return left + by, bottom + by, width - 2 * by, height - 2 * by


# Patterns: how the pen is set, and its strokes. They are clipped to the cells, so they may reach beyond them.

Rule = dict[str, float]
Drawn = tuple[str, list[str]]


def _stroke(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l"


def _slanted(rule: Rule, rects: list[Rect], slopes: tuple[int, ...]) -> Drawn:
    period, line = px(rule["period"]), px(rule["line"])
    strokes = []
    for left, bottom, width, height in rects:
        start, end = left - line, left + width + line
        for slope in slopes:
            # Every line y = slope * x + n * period that touches the cell.
            meets = (bottom - slope * start, bottom - slope * end)
            lowest, highest = min(meets), max(meets) + height
            for step in range(int(lowest // period), int(highest // period) + 2):
                offset = step * period
                strokes.append(_stroke(start, slope * start + offset, end, slope * end + offset))
    return f"{line:.2f} w", strokes


def _diagonal(rule: Rule, rects: list[Rect]) -> Drawn:
    return _slanted(rule, rects, (1,))


def _back_diagonal(rule: Rule, rects: list[Rect]) -> Drawn:
    return _slanted(rule, rects, (-1,))


def _cross(rule: Rule, rects: list[Rect]) -> Drawn:
    return _slanted(rule, rects, (1, -1))


def _horizontal(rule: Rule, rects: list[Rect]) -> Drawn:
    period, line = px(rule["period"]), px(rule["line"])
    strokes = []
    for left, bottom, width, height in rects:
        # From the base line: ground first, the line last, as on screen.
        y = bottom + period - line / 2
        while y - line / 2 < bottom + height:
            strokes.append(_stroke(left, y, left + width, y))
            y += period
    return f"{line:.2f} w", strokes


def _vertical(rule: Rule, rects: list[Rect]) -> Drawn:
    period, line = px(rule["period"]), px(rule["line"])
    strokes = []
    for left, bottom, width, height in rects:
        x = left + 1.5 * line
        while x - line / 2 < left + width:
            strokes.append(_stroke(x, bottom, x, bottom + height))
            x += period
    return f"{line:.2f} w", strokes


def _dashed(rects: list[Rect], down: float, first: float, starts: tuple[float, float]) -> list[str]:
    """Level strokes `down` apart, every second one shifted: dashed, they are rows of dots or squares."""
    strokes = []
    for left, bottom, width, height in rects:
        y, shifted = bottom + first, False
        while y - down / 2 < bottom + height:
            strokes.append(_stroke(left + starts[shifted], y, left + width, y))
            y, shifted = y + down, not shifted
    return strokes


def _checker(rule: Rule, rects: list[Rect]) -> Drawn:
    side = px(rule["square"])
    return f"{side:.2f} w [{side:.2f}] 0 d", _dashed(rects, side, side / 2, (side, 0))


def _dots(rule: Rule, rects: list[Rect]) -> Drawn:
    dot, across, down = px(rule["dot"]), px(rule["period_x"]), px(rule["period_y"])
    pen = f"{dot:.2f} w [{dot:.2f} {across - dot:.2f}] 0 d"
    return pen, _dashed(rects, down, down - dot / 2, (px(1), px(1) - across / 2))


def _saltire(rule: Rule, rects: list[Rect]) -> Drawn:
    inset, strokes = px(rule["inset"]), []
    for left, bottom, width, height in rects:
        across, up = max(1, round(width / height)), max(1, round(height / width))
        wide, high = width / across, height / up
        for place in range(across * up):
            x, y = left + place % across * wide, bottom + place // across * high
            right, top = x + wide - inset, y + high - inset
            strokes.append(_stroke(x + inset, y + inset, right, top))
            strokes.append(_stroke(x + inset, top, right, y + inset))
    return f"{px(rule['line']):.2f} w", strokes


_PATTERNS = {
    "diagonal": _diagonal,
    "back_diagonal": _back_diagonal,
    "cross": _cross,
    "horizontal": _horizontal,
    "vertical": _vertical,
    "checker": _checker,
    "dots": _dots,
    "saltire": _saltire,
}
