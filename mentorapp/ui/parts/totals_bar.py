"""School hours against what is required: five figures, one bar and its axis in weeks."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.i18n import _, hours, weeks
from mentorapp.ui.parts.figure_button import FigureArea
from mentorapp.ui.parts.fitted import fitted
from mentorapp.ui.parts.totals_paint import Totals, outline, paint_totals
from mentorapp.ui.theme import Theme, current

FIGURES = ("required_school_hours", "expected_counted_hours", "counted_hours", "counted_hours", "counted_hours")
"""What the figures above the bar are called where they are explained (`domain/why/answers.py`)."""

WEEK = 37 * 60
"""Minutes of a school week, BEK 1825/2023 § 6."""


class TotalsBar(QWidget):
    """Krævet, forventet i dag, deltaget, dokumenteret and planlagt, each with the swatch it has in the bar below.

    `figure_wanted(name)` when somebody asks where one of them comes from.
    """

    figure_wanted = Signal(str)

    def __init__(self, totals: Totals | None = None) -> None:
        super().__init__()
        self._areas = [FigureArea(name, self) for name in FIGURES]
        for area in self._areas:
            area.wanted.connect(self.figure_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._totals = totals or Totals(0, None, None, None, None)
        self._figures = _figures(self._totals)
        self._fit = fitted(self, self._needed)
        self.set_totals(self._totals)

    def set_totals(self, totals: Totals) -> None:
        """Show other totals."""
        self._totals = totals
        self._figures = _figures(totals)
        said = [f"{label} {figure} {unit}, {below}" for _swatch, label, figure, unit, below in self._figures]
        self.setAccessibleName(_("Skoletimer: {figures}").format(figures=", ".join(said)))
        for area, figure in zip(self._areas, said, strict=True):
            area.setAccessibleName(figure)
        self._fit()
        self._place_areas()
        self.update()

    # Figures stand in as many columns as there is room for, so that 200 % text wraps and is not cut.

    def _columns(self, width: int, theme: Theme) -> int:
        small = QFontMetrics(theme.font("label"))
        needed = max(small.horizontalAdvance(figure[1]) for figure in self._figures) + theme.px(22)
        return max(1, min(len(self._figures), width // max(1, needed)))

    def _lines(self, width: int, theme: Theme) -> int:
        return -(-len(self._figures) // self._columns(width, theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_areas()
        super().resizeEvent(event)

    def _place_areas(self) -> None:
        theme = current()
        columns, gap = self._columns(self.width(), theme), theme.px(8)
        for index, area in enumerate(self._areas):
            row, column = divmod(index, columns)
            left, right = (place * self.width() // columns for place in (column, column + 1))
            area.setGeometry(left, row * theme.px(79), right - left - gap, theme.px(70))

    def _needed(self, width: int) -> int:
        theme = current()
        return self._lines(width, theme) * theme.px(79) + theme.px(13 + 16 + 26)

    def sizeHint(self) -> QSize:
        return QSize(current().px(569), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(150), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        columns = self._columns(self.width(), theme)
        for index in range(len(self._figures)):
            row, column = divmod(index, columns)
            self._paint_figure(painter, column * self.width() // columns, row * theme.px(79), index, theme)
        top = self._lines(self.width(), theme) * theme.px(79) + theme.px(13)
        bar = QRect(0, top, self.width(), theme.size("totals_bar"))
        paint_totals(painter, bar, self._totals, theme)
        self._paint_axis(painter, bar, theme)

    def _paint_figure(self, painter: QPainter, x: int, y: int, index: int, theme: Theme) -> None:
        swatch, label, figure, unit, below = self._figures[index]
        left = x + self._paint_swatch(painter, x, y, swatch, theme)
        self._write(painter, left, y, theme.line_height("label"), label, "label", "text_muted")
        high = theme.line_height("title")
        end = self._write(painter, x, y + theme.px(22), high, figure, "title", "text")
        self._write(painter, end + theme.px(5), y + theme.px(24), high, unit, "caption", "text_muted")
        self._write(painter, x, y + theme.px(52), theme.line_height("label"), below, "caption", "text_muted")

    def _write(self, painter: QPainter, x: int, y: int, high: int, text: str, role: str, ink: str) -> int:
        """Write on one line; returns where the text ends."""
        font = current().font(role)
        painter.setFont(font)
        painter.setPen(current().colour(ink))
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.drawText(QRect(x, y, width + 4, high), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width

    def _paint_swatch(self, painter: QPainter, x: int, y: int, swatch: str, theme: Theme) -> int:
        """The figure's mark as it looks in the bar; returns its width with the gap to the words."""
        if not swatch:
            return 0
        side, top = theme.px(10), y + theme.px(3)
        if swatch == "expected":
            painter.fillRect(x + theme.px(3), y + theme.px(1), theme.line("today"), theme.px(14), theme.colour("today"))
            return theme.px(12)
        if swatch == "planned":
            outline(painter, QRect(x, top, side, side), theme)
        else:
            painter.fillRect(x, top, side, side, theme.colour(f"total_{swatch}"))
        return side + theme.px(6)

    def _paint_axis(self, painter: QPainter, bar: QRect, theme: Theme) -> None:
        """Every fourth week, and the end said in full; a number that would touch it is left out."""
        required = self._totals.required / WEEK
        painter.setFont(theme.font("axis"))
        metrics = QFontMetrics(painter.font())
        top, tick = bar.bottom() + 1 + theme.px(2), theme.px(3)
        decimals = 1 if self._totals.required % WEEK else 0
        end = _("{weeks} uger").format(weeks=weeks(self._totals.required, decimals))
        end_left = bar.right() + 1 - metrics.horizontalAdvance(end)
        painter.setPen(theme.colour("text_muted"))
        words = top + tick
        painter.drawText(QRect(end_left, words, bar.width(), theme.px(16)), Qt.AlignmentFlag.AlignVCenter, end)
        painter.fillRect(bar.right(), top, theme.line("hair"), tick, theme.colour("line_strong"))
        step = 4 if required <= 40 else 8
        for week in range(0, int(required) + 1, step):
            x, width = bar.x() + round(bar.width() * week / (required or 1)), metrics.horizontalAdvance(str(week))
            left = max(bar.x(), x - width // 2) if week else bar.x()
            if left + width + theme.px(6) < end_left:
                painter.fillRect(x, top, theme.line("hair"), tick, theme.colour("line_strong"))
                area = QRect(left, words, width + 2, theme.px(16))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(week))


def _figures(totals: Totals) -> list[tuple[str, str, str, str, str]]:
    """Swatch, label, figure, unit and line below, in the order of the look."""
    required = _("{weeks} uger à 37 t").format(weeks=weeks(totals.required, 1 if totals.required % WEEK else 0))
    unknown = _("ses hos gennemførselsvejlederen")

    def figure(swatch: str, label: str, minutes: int | None, below: str = "") -> tuple[str, str, str, str, str]:
        if minutes is None:
            return swatch, label, "–", "", unknown
        return swatch, label, hours(minutes), _("t"), below or _("{weeks} uger").format(weeks=weeks(minutes))

    return [
        figure("", _("Krævet"), totals.required, required),
        figure("expected", _("Forventet i dag"), totals.expected, _("efter tid gået")),
        figure("attended", _("Deltaget"), totals.attended),
        figure("documented", _("Dokumenteret"), totals.documented),
        figure("planned", _("Planlagt i alt"), totals.planned),
    ]
