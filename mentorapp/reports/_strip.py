"""The strip of weeks on paper: the program's face, one column a week, understood from a grey copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.domain.week import KINDS, Week
from mentorapp.i18n import _
from mentorapp.reports import _fonts
from mentorapp.reports._cells import Cells, fill
from mentorapp.reports._flow import CAPTION, Part
from mentorapp.reports._look import colour, px, tokens
from mentorapp.reports._strip_bands import Bands
from mentorapp.reports._strip_cells import SCHOOL, Measure, paint_cells
from mentorapp.reports._text import draw, width
from mentorapp.sentences import kind_name


class Strip(Part):
    """All weeks of a course; a new row begins after week 52, and a page may end between rows."""

    def __init__(self, weeks: Sequence[Week], today: date, rows: Sequence[range] | None = None) -> None:
        super().__init__()
        self.weeks, self.today = weeks, today
        self.rows = rows_of(len(weeks)) if rows is None else list(rows)

    def needed(self) -> float:
        return max(0.0, len(self.rows) * self._down() - _row_gap())

    def least(self, width: float) -> float:
        self.width = width
        return self._measure().height if self.rows else 0.0

    def split(self, width: float, height: float) -> list[Flowable]:
        self.width = width
        fitting = int((height + _row_gap()) // self._down()) if self.rows else 0
        if not 0 < fitting < len(self.rows):
            return []
        return [Strip(self.weeks, self.today, rows) for rows in (self.rows[:fitting], self.rows[fitting:])]

    def draw(self) -> None:
        top = self.needed()
        for row in self.rows:
            weeks, measure = [self.weeks[index] for index in row], self._measure()
            bands = Bands(self.canv, weeks, measure, top, self.today, self.width)
            bands.paint_ground()
            paint_cells(self.canv, weeks, measure, top - measure.base)
            bands.paint()
            top -= self._down()

    def _down(self) -> float:
        return self._measure().height + _row_gap()

    def _measure(self) -> Measure:
        # By all rows of the course, so that those on the next page are like those on this one.
        longest = max((len(row) for row in rows_of(len(self.weeks))), default=1)
        return Measure.of(min(tokens()["paper"]["pitch_mm"] * mm, self.width / longest))


def rows_of(count: int) -> list[range]:
    """Indexes of the weeks of each row: 52 a row, at most four odd weeks staying on the row before."""
    rule = tokens()["strip"]
    rows, start = [], 0
    while start < count:
        left = count - start
        end = count if left <= rule["break_after"] + rule["odd_weeks"] else start + rule["break_after"]
        rows.append(range(start, end))
        start = end
    return rows


def _row_gap() -> float:
    return px(tokens()["strip"]["row_gap"])


class Legend(Part):
    """What the cells mean: only the kinds that occur, and what outline and bar say."""

    LINE, BETWEEN, WORDS = 20.0, 16.0, 6.0

    def __init__(self, weeks: Sequence[Week]) -> None:
        super().__init__()
        found = {(segment.kind, segment.state) for week in weeks for segment in week.segments}
        present = [kind for kind in KINDS if any(kind == one for one, _state in found)]
        self.entries = [(kind, False, False, _fonts.clean(kind_name(kind))) for kind in present]
        if planned := [kind for kind in present if (kind, "planned") in found]:
            self.entries.append((planned[0], True, False, _fonts.clean(_("omrids = planlagt"))))
        if proved := [kind for kind in SCHOOL if (kind, "documented") in found]:
            self.entries.append((proved[0], False, True, _fonts.clean(_("bjælke = bevis set"))))

    def needed(self) -> float:
        return self._places()[1]

    def draw(self) -> None:
        places, height = self._places()
        wide, high = (px(side) for side in tokens()["strip"]["swatch"])
        strip, cells, bars = tokens()["strip"]["more_rows"], Cells(), []
        for (x, line), (kind, planned, sealed, words) in zip(places, self.entries, strict=True):
            bottom = height - line - (px(self.LINE) + high) / 2
            if sealed:
                bottom += px(strip["seal_gap"] + strip["seal"]) / 2
                bars.append((x, bottom - px(strip["seal_gap"] + strip["seal"]), wide, px(strip["seal"])))
            cells.add(kind, planned, (x, bottom, wide, high))
            draw(self.canv, x + wide + px(self.WORDS), height - line - px(14), words, CAPTION)
        cells.paint(self.canv)
        if bars:
            fill(self.canv, colour("text"), bars)

    def _places(self) -> tuple[list[tuple[float, float]], float]:
        """Left edge and line of each entry, counted down from the top, and the height of all lines."""
        places: list[tuple[float, float]] = []
        x = down = 0.0
        for *_drawn, words in self.entries:
            long = px(tokens()["strip"]["swatch"][0] + self.WORDS) + width(words, CAPTION)
            if x and x + long > self.width:
                x, down = 0.0, down + px(self.LINE)
            places.append((x, down))
            x += long + px(self.BETWEEN)
        return places, down + (px(self.LINE) if places else 0.0)
