"""The cells of one row of the strip: segments stacked on the base line, and the seal below what is proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.week import DAY, KINDS, WEEK, Week
from mentorapp.reports._cells import Cells, Rect, fill
from mentorapp.reports._look import colour, px, tokens

SCHOOL = ("amu", "danish", "other")
_STACK = {kind: place for place, kind in enumerate(KINDS)}
_STATES = {"documented": 0, "done": 1, "planned": 2}


@dataclass(frozen=True, slots=True)
class Measure:
    """Lengths of a row in points; all but `pitch` (one week) are counted down from its top."""

    pitch: float
    cell: float
    day: float
    bands: float
    """To the top of a full cell: years, months, and the gap below them."""
    seal_gap: float
    seal: float
    height: float

    @classmethod
    def of(cls, pitch: float) -> Measure:
        """The lengths that the look gives for paper."""
        paper, bands = tokens()["paper"], tokens()["strip"]["bands"]
        day, seal = paper["day_mm"] * mm, paper["seal_mm"] * mm
        seal_gap = px(tokens()["strip"]["more_rows"]["seal_gap"])
        above = px(bands["year"] + bands["month"] + bands["gap"])
        height = above + 5 * day + seal_gap + seal + px(bands["axis_gap"] + bands["weeks"])
        return cls(pitch, pitch - paper["gap_mm"] * mm, day, above, seal_gap, seal, height)

    @property
    def base(self) -> float:
        """To the base line."""
        return self.bands + 5 * self.day

    @property
    def foot(self) -> float:
        """To below the seal."""
        return self.base + self.seal_gap + self.seal


def paint_cells(canvas: Canvas, weeks: Sequence[Week], measure: Measure, base: float) -> None:
    """Paint the columns of a row that begins at 0, on the base line `base`."""
    # Weeks without hours, and days outside the course, show the base line and nothing else.
    fill(canvas, colour("line"), [(0, base - px(1), len(weeks) * measure.pitch, px(1))])
    cells, seals = Cells(), []
    for index, week in enumerate(weeks):
        x = index * measure.pitch
        _stack(cells, week, measure, x, base)
        if sealed := measure.cell * _proved(week):
            seals.append((x, base - measure.seal_gap - measure.seal, sealed, measure.seal))
    cells.paint(canvas)
    if seals:
        fill(canvas, colour("text"), seals)


def _proved(week: Week) -> float:
    """How wide the seal is: half where only part of the week's school is documented."""
    states = {segment.state for segment in week.segments if segment.kind in SCHOOL}
    if "documented" not in states:
        return 0.0
    return 1.0 if states == {"documented"} else 0.5


def _stack(cells: Cells, week: Week, measure: Measure, x: float, base: float) -> None:
    segments = sorted(week.segments, key=lambda part: (_STACK[part.kind], _STATES[part.state]))
    between = tokens()["strip"]["between"]
    below = 0
    for place, segment in enumerate(segments, 1):
        up = min(below + segment.eighths, WEEK)
        height = (up - below) * measure.day / DAY
        other_above = place < len(segments) and segments[place].kind != segment.kind
        if other_above and height > px(between["none_at"]):
            height -= px(between["line"])
        if height > 0:
            rect: Rect = (x, base + below * measure.day / DAY, measure.cell, height)
            cells.add(segment.kind, segment.state == "planned", rect)
        below = up
