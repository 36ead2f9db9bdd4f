"""Painting of week cells: a column of segments by kind and state, in whole device pixels, the same everywhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from mentorapp.domain.week import DAY, KINDS, WEEK, Segment
from mentorapp.ui.parts import week_pattern
from mentorapp.ui.theme import KindColours, Theme, tokens

SCHOOL = ("amu", "danish", "other")
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_STATES = {"documented": 0, "done": 1, "planned": 2}


@dataclass(frozen=True, slots=True)
class Measure:
    """The sizes of one drawing of weeks in device pixels. `unit` is one pixel of the look."""

    unit: float
    pitch: int
    gap: int
    day: int
    seal_gap: int
    seal: int
    hair: int
    quiet: bool = False
    """On the board practice has a roof instead of edges; else 2,500 edges make a fence."""

    @classmethod
    def of(cls, values: dict[str, Any], unit: float, pitch: int) -> "Measure":
        """From an entry of the tokens' `strip`, at a pitch already in device pixels."""
        rule = tokens()["strip"]["gap"]
        narrow = pitch < whole(rule["below"], unit)
        gap = values.get("gap", rule["narrow"] if narrow else rule["wide"])
        sizes = {name: whole(values[name], unit) for name in ("day", "seal_gap", "seal")}
        return cls(unit, pitch, whole(gap, unit), **sizes, hair=whole(1, unit), quiet=values.get("quiet", False))

    @property
    def cell(self) -> int:
        """Width of a column without its gap."""
        return self.pitch - self.gap

    @property
    def height(self) -> int:
        """Height of a full week."""
        return 5 * self.day


class Block(NamedTuple):
    """A segment's place in its column: heights of its lower and upper edge above the base line."""

    segment: Segment
    low: int
    high: int


def whole(length: float, unit: float) -> int:
    """A length of the look in device pixels; what is there stays visible."""
    return max(1, int(length * unit + 0.5)) if length else 0


def stacked(segments: Sequence[Segment]) -> list[Segment]:
    """Segments as they stand, from the base line up."""
    return sorted(segments, key=lambda segment: (_ORDER[segment.kind], _STATES[segment.state]))


def blocks(segments: Sequence[Segment], measure: Measure) -> list[Block]:
    """Where each segment of a week stands, with a pixel of ground between kinds that can spare one.

    Where weeks touch (mini), kinds do too.
    """
    standing = stacked(segments)
    between = tokens()["strip"]["between"]
    placed: list[Block] = []
    below = 0
    for index, segment in enumerate(standing):
        above = min(below + segment.eighths, WEEK)
        low, high = _height(below, measure), _height(above, measure)
        more = index + 1 < len(standing) and standing[index + 1].kind != segment.kind
        if more and measure.gap and high - low > whole(between["none_at"], measure.unit):
            high -= whole(between["line"], measure.unit)
        if high > low:
            placed.append(Block(segment, low, high))
        below = above
    return placed


def _height(eighths: int, measure: Measure) -> int:
    return (eighths * measure.day + DAY // 2) // DAY


def seal_width(segments: Sequence[Segment], measure: Measure) -> int:
    """Width of the bar that says "proof seen": half when only part of the week's school is documented."""
    states = [segment.state for segment in segments if segment.kind in SCHOOL]
    if "documented" not in states:
        return 0
    return measure.cell if set(states) == {"documented"} else (measure.cell + 1) // 2


def paint_column(
    painter: QPainter, x: int, base: int, segments: Sequence[Segment], measure: Measure, theme: Theme
) -> None:
    """Paint one week on its base line, in a painter that counts device pixels."""
    for segment, low, high in blocks(segments, measure):
        area = QRect(x, base - high, measure.cell, high - low)
        paint_segment(painter, area, segment.kind, segment.state, theme, measure.unit, measure.quiet)
    sealed = seal_width(segments, measure)
    if sealed:
        painter.fillRect(x, base + measure.seal_gap, sealed, measure.seal, theme.colour("text"))


def paint_segment(
    painter: QPainter, area: QRect, kind: str, state: str, theme: Theme, unit: float, quiet: bool = False
) -> None:
    """Paint one segment, in a painter that counts device pixels."""
    colours, planned = theme.kinds[kind], state == "planned"
    hair = whole(1, unit)
    if quiet and kind == "practice":
        painter.fillRect(area, _quiet_plan(colours) if planned else colours.solid)
        painter.fillRect(area.x(), area.y(), area.width(), min(hair, area.height()), colours.edge)
        return
    inside = area
    if planned or kind == "practice":
        painter.fillRect(area, colours.edge)
        inside = area.adjusted(hair, hair, -hair, -hair)
    if inside.height() <= 0 or inside.width() <= 0:
        return
    if colours.pattern in week_pattern.ANCHORED_TO_WIDGET:
        painter.setBrushOrigin(0, 0)
    else:
        painter.setBrushOrigin(inside.x(), inside.y() + inside.height())
    painter.fillRect(inside, week_pattern.ground(kind, planned, theme, unit))
    if colours.pattern == "saltire":
        week_pattern.paint_saltires(painter, QRectF(inside), week_pattern.pattern_ink(colours, planned), unit)


def _quiet_plan(colours: KindColours) -> QColor:
    """The ground of planned practice without edges: the tint alone would be lost on the panel."""
    share = tokens()["strip"]["quiet_plan"]
    tint, solid = colours.tint, colours.solid
    pairs = ((tint.red(), solid.red()), (tint.green(), solid.green()), (tint.blue(), solid.blue()))
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))


@contextmanager
def device_pixels(painter: QPainter, corner: QPoint) -> Iterator[float]:
    """Count device pixels from `corner`, so that cells meet the screen's own grid at 125 or 150 %; gives the ratio."""
    ratio = painter.device().devicePixelRatio()
    painter.save()
    painter.translate(corner)
    painter.scale(1 / ratio, 1 / ratio)
    yield ratio
    painter.restore()


def paint_cell(painter: QPainter, area: QRect, kind: str, state: str, theme: Theme) -> None:
    """Paint one cell alone, as a day of this week or in a legend; `area` in logical pixels."""
    with device_pixels(painter, area.topLeft()) as ratio:
        sized = QRect(0, 0, round(area.width() * ratio), round(area.height() * ratio))
        paint_segment(painter, sized, kind, state, theme, theme.scale * ratio)
