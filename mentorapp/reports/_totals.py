"""School hours against what is required, on paper: figures with swatches, one bar, its axis in weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from mentorapp.i18n import _
from mentorapp.reports import _fonts
from mentorapp.reports._cells import Rect, fill
from mentorapp.reports._flow import CAPTION, Part
from mentorapp.reports._look import colour, px, tokens
from mentorapp.reports._text import Style, draw, fitted, width

_LABEL = Style("label", "text_muted")
_FIGURE = Style("title")
_AXIS = Style("axis", "text_muted")
_COLUMN_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Total:
    """A figure: its mark in the bar (`expected`, `attended`, `documented`, `planned` or none) and its words."""

    swatch: str
    label: str
    figure: str
    unit: str = ""
    below: str = ""


class Figures(Part):
    """Figures side by side, each with the mark it has in the bar."""

    def __init__(self, totals: Sequence[Total]) -> None:
        super().__init__()
        self.totals = totals

    def needed(self) -> float:
        return px(66 if any(total.below for total in self.totals) else 46)

    def draw(self) -> None:
        column = self.width / len(self.totals)
        for place, total in enumerate(self.totals):
            self._draw_total(place * column, column - px(_COLUMN_GAP), total)

    def _draw_total(self, x: float, room: float, total: Total) -> None:
        top = self.needed()
        mark = self._draw_swatch(x, top, total.swatch)
        draw(self.canv, x + mark, top - px(12), fitted(total.label, _LABEL, room - mark), _LABEL)
        figure = fitted(total.figure, _FIGURE, room)
        draw(self.canv, x, top - px(39), figure, _FIGURE)
        end = x + width(figure, _FIGURE) + px(5)
        draw(self.canv, end, top - px(39), _fonts.clean(total.unit), CAPTION)
        draw(self.canv, x, top - px(57), fitted(total.below, CAPTION, room), CAPTION)

    def _draw_swatch(self, x: float, top: float, swatch: str) -> float:
        """Draw the mark; returns how far the words move aside for it."""
        if not swatch:
            return 0.0
        if swatch == "expected":
            fill(self.canv, colour("today"), [(x + px(3), top - px(15), px(2), px(14))])
            return px(12)
        square = (x, top - px(13), px(10), px(10))
        if swatch == "planned":
            _outlined(self.canv, square)
        else:
            fill(self.canv, colour(f"total_{swatch}"), [square])
        return px(16)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the bar shows, in counted minutes; `expected` is None where nothing is expected."""

    required: int
    documented: int
    attended: int
    planned: int
    expected: int | None


class Bar(Part):
    """The track is what is required; whatever goes beyond it ends there, for the figures above tell the rest."""

    HIGH, TOP = 16.0, 8.0

    def __init__(self, amounts: Amounts, week: int) -> None:
        super().__init__()
        self.amounts, self.week = amounts, week

    def needed(self) -> float:
        return px(self.TOP + self.HIGH + 22)

    def draw(self) -> None:
        amounts, bottom = self.amounts, self.needed() - px(self.TOP + self.HIGH)
        documented = self._x(amounts.documented)
        attended = max(documented, self._x(amounts.attended))
        planned = max(attended, self._x(amounts.planned))
        high, ground = px(self.HIGH), px(1)
        self._outline(0.0, self.width, "ground", "line_strong")
        if planned > attended:
            _outlined(self.canv, (attended, bottom, planned - attended, high))
        for role, left, right in (("attended", documented, attended), ("documented", 0.0, documented)):
            if right > left:
                # A line of ground after each part, so that a grey copy still tells them apart.
                end = right - ground if right < self.width and right - left > 2 * ground else right
                fill(self.canv, colour("ground"), [(left, bottom, right - left, high)])
                fill(self.canv, colour(f"total_{role}"), [(left, bottom, end - left, high)])
        if amounts.expected is not None:
            self._draw_expected(self._x(amounts.expected), bottom, high)
        self._draw_axis(bottom)

    def _x(self, minutes: int) -> float:
        return self.width * min(1.0, max(0.0, minutes / self.amounts.required)) if self.amounts.required else 0.0

    def _outline(self, left: float, right: float, ground: str, edge: str) -> None:
        bottom, high, hair = self.needed() - px(self.TOP + self.HIGH), px(self.HIGH), px(1)
        fill(self.canv, colour(edge), [(left, bottom, right - left, high)])
        fill(self.canv, colour(ground), [(left + hair, bottom + hair, right - left - 2 * hair, high - 2 * hair)])

    def _draw_expected(self, x: float, bottom: float, high: float) -> None:
        thick, over = px(tokens()["line"]["today"]), px(5)
        left = min(max(0.0, x - thick / 2), self.width - thick)
        fill(self.canv, colour("ground"), [(left - px(1), bottom - over, thick + px(2), high + 2 * over)])
        fill(self.canv, colour("today"), [(left, bottom - over, thick, high + 2 * over)])

    def _draw_axis(self, bottom: float) -> None:
        required = self.amounts.required / self.week
        tick, y = bottom - px(3), bottom - px(17)
        whole = self.amounts.required % self.week == 0
        end = _fonts.clean(_("{weeks} uger").format(weeks=f"{required:.0f}" if whole else f"{required:.1f}"))
        draw(self.canv, self.width, y, end, _AXIS, "right")
        ticks: list[Rect] = [(self.width - px(1), tick - px(2), px(1), px(4))]
        end_left = self.width - width(end, _AXIS)
        for week in range(0, int(required) + 1, 4 if required <= 40 else 8):
            text, x = str(week), self.width * week / required
            half = width(text, _AXIS) / 2
            left = max(0.0, x - half)
            if left + 2 * half + px(6) < end_left:
                draw(self.canv, left, y, text, _AXIS)
                ticks.append((x, tick - px(2), px(1), px(4)))
        fill(self.canv, colour("line_strong"), ticks)


def _outlined(canvas: Canvas, rect: Rect) -> None:
    left, bottom, wide, high = rect
    hair = px(1)
    fill(canvas, colour("total_planned_edge"), [rect])
    if wide > 2 * hair:
        fill(canvas, colour("total_planned"), [(left + hair, bottom + hair, wide - 2 * hair, high - 2 * hair)])
