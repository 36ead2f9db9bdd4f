"""Painting of what surrounds the cells of a strip: years, months, week numbers, today, the extension."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from mentorapp.i18n import _, short_month
from mentorapp.ui.parts.week_cell import whole
from mentorapp.ui.parts.week_layout import Month, WeekLayout
from mentorapp.ui.theme import Theme, tokens

TOP = 2
"""Ticks, flag and today's line begin so far below the top of a row, at the height of the years' capitals."""


@dataclass(frozen=True)
class Bands:
    """One row of a strip being painted; the painter counts device pixels."""

    painter: QPainter
    layout: WeekLayout
    row: int
    theme: Theme
    today: date
    agreed_end: date

    def paint_ground(self) -> None:
        """The ground of the extension and the base line; before the cells."""
        layout, top = self.layout, self.layout.top(self.row)
        left = self._extension_left()
        if left is not None:
            area = QRect(left, top, layout.right(self.row) - left, layout.seal_bottom + layout.px(4))
            self.painter.fillRect(area, self.theme.colour("extension"))
        line = QRect(layout.inset, top + layout.base, layout.right(self.row) - layout.inset, layout.px(1))
        self.painter.fillRect(line, self.theme.colour("line"))

    def paint_bands(self) -> None:
        """Everything above and below the cells, and today's line across them; after the cells."""
        months = self.layout.months(self.row)
        years = self._year_words(months)
        flag = self._flag(years)
        self._paint_ticks(months)
        self._paint_agreed_end()
        self._paint_today(flag)
        taken = [area for _year, area in years] + ([flag] if flag else [])
        for year, area in years:
            if flag is None or not area.intersects(flag):
                self._write(area, str(year), self._year_font(), self.theme.colour("text"))
        self._write_extension(taken)
        self._write_months(months)
        self._write_numbers()

    def _font(self, role: str, weight: int | None = None) -> QFont:
        return self.theme.font(role, weight, self.layout.ratio)

    def _year_font(self) -> QFont:
        return self._font("label", 600)

    def _write(self, area: QRect, text: str, font: QFont, colour: QColor, centred: bool = False) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)

    def _area(self, x: int, text: str, font: QFont, month_band: bool = False) -> QRect:
        """Where a word stands that begins at x in the band of years or months."""
        bands, layout = tokens()["strip"]["bands"], self.layout
        top = layout.top(self.row) + (layout.px(bands["year"]) if month_band else 0)
        high = layout.px(bands["month"] if month_band else bands["year"]) - (0 if month_band else layout.px(2))
        down = 0 if month_band else layout.px(1)
        return QRect(x, top + down, QFontMetrics(font).horizontalAdvance(text), high)

    # Years and months

    def _year_words(self, months: list[Month]) -> list[tuple[int, QRect]]:
        """The first week's year and each new one; the first gives way when the next follows at once."""
        layout, words = self.layout, []
        for place, month in enumerate(months):
            if place == 0 or (month.fresh and month.month == 1):
                area = self._area(layout.x(month.week) + layout.px(4), str(month.year), self._year_font())
                words.append((month.year, area))
        if len(words) > 1 and words[0][1].right() + layout.px(4) > words[1][1].left():
            del words[0]
        return [word for word in words if word[1].right() < layout.width]

    def _paint_ticks(self, months: list[Month]) -> None:
        layout = self.layout
        ticks, bands = tokens()["strip"]["tick"], tokens()["strip"]["bands"]
        foot = layout.top(self.row) + layout.px(bands["year"]) + layout.px(bands["month"]) + layout.px(TOP)
        for month in months:
            x = self._tick_x(month)
            high, colour = layout.px(ticks["month"]), "line"
            if month.month == 1:
                high, colour = foot - layout.top(self.row) - layout.px(TOP), "line_strong"
            elif month.month in (4, 7, 10):
                high, colour = layout.px(ticks["quarter"]), "line_strong"
            self.painter.fillRect(x, foot - high, layout.px(1), high, self.theme.colour(colour))

    def _tick_x(self, month: Month) -> int:
        """A tick stands in the gap before its week; a row's first week has none."""
        layout = self.layout
        return layout.x(month.week) - (layout.px(1) if month.week > layout.rows[self.row].start else 0)

    def _write_months(self, months: list[Month]) -> None:
        layout, font = self.layout, self._font("axis")
        line = self._today_line()
        for place, month in enumerate(months):
            name = short_month(month.month)
            area = self._area(self._tick_x(month) + layout.px(4), name, font, month_band=True)
            later = months[place + 1 :]
            end = layout.x(later[0].week) - layout.px(2) if later else layout.right(self.row)
            crossed = line is not None and line.left() <= area.right() + 1 and area.left() - 1 <= line.right()
            if area.right() < end and not crossed:
                self._write(area, name, font, self.theme.colour("text_muted"))

    def _write_numbers(self) -> None:
        layout, font = self.layout, self._font("axis")
        top = layout.top(self.row) + layout.numbers_top
        high = layout.px(tokens()["strip"]["bands"]["weeks"])
        for index in layout.numbered(self.row):
            area = QRect(layout.x(index), top, layout.measure.cell, high)
            self._write(area, str(layout.weeks[index].number), font, self.theme.colour("text_muted"), centred=True)

    # Today

    def _today_line(self) -> QRect | None:
        """Today's line, after the last day that has happened, from the band of years to below the seal."""
        layout, after = self.layout, self.layout.after(self.today)
        if after is None or after[0] != self.row:
            return None
        width, top = layout.px(tokens()["line"]["today"]), layout.top(self.row) + layout.px(TOP)
        bottom = layout.top(self.row) + layout.seal_bottom + layout.px(TOP)
        return QRect(after[1] - width, top, width, bottom - top)

    def _flag(self, years: list[tuple[int, QRect]]) -> QRect | None:
        """The flag at the right of the line; at the left near the edge, or where it would hide a year."""
        line = self._today_line()
        if line is None:
            return None
        layout, font = self.layout, self._font("axis", 600)
        width = QFontMetrics(font).horizontalAdvance(_("I dag")) + layout.px(10)
        right = QRect(line.left(), line.top(), width, layout.px(15))
        left = QRect(line.right() + 1 - width, line.top(), width, layout.px(15))
        if right.right() >= layout.width:
            return left
        hides = any(area.intersects(right) for _year, area in years)
        left_is_free = left.left() >= 0 and not any(area.intersects(left) for _year, area in years)
        return left if hides and left_is_free else right

    def _paint_today(self, flag: QRect | None) -> None:
        line = self._today_line()
        if line is None or flag is None:
            return
        layout = self.layout
        left = self._extension_left()
        inside = left is not None and line.left() >= left
        ground = self.theme.colour("extension" if inside else "surface_raised")
        self.painter.fillRect(line.adjusted(-layout.px(1), 0, layout.px(1), 0), ground)
        self.painter.fillRect(line, self.theme.colour("today"))
        self.painter.fillRect(flag, self.theme.colour("today"))
        words = flag.adjusted(layout.px(5), 0, 0, 0)
        self._write(words, _("I dag"), self._font("axis", 600), self.theme.colour("surface_raised"))

    # The extension

    def _extension_left(self) -> int | None:
        layout = self.layout
        first = next((index for index in layout.rows[self.row] if layout.weeks[index].extended), None)
        return None if first is None else layout.x(first)

    def _paint_agreed_end(self) -> None:
        """A dashed line where the agreed course ends, if it was extended."""
        layout, after = self.layout, self.layout.after(self.agreed_end)
        if after is None or after[0] != self.row or not any(week.extended for week in layout.weeks):
            return
        dash, bottom = whole(tokens()["strip"]["dash"], layout.unit), layout.seal_bottom + layout.px(4)
        x = after[1] - layout.px(1)
        for y in range(0, bottom, 2 * dash):
            high = min(dash, bottom - y)
            self.painter.fillRect(x, layout.top(self.row) + y, layout.px(1), high, self.theme.colour("line_strong"))

    def _write_extension(self, taken: list[QRect]) -> None:
        """The word in the band of years, stepping aside for a year or the flag, left out without room."""
        left, layout = self._extension_left(), self.layout
        if left is None:
            return
        font, text = self._font("label"), _("Forlængelse")
        area = self._area(left + layout.px(6), text, font)
        for other in sorted(taken, key=QRect.left):
            if area.intersects(other.adjusted(-layout.px(4), -layout.px(9), layout.px(4), layout.px(9))):
                area.moveLeft(other.right() + layout.px(8))
        if area.right() < layout.right(self.row):
            self._write(area, text, font, self.theme.colour("text_muted"))
