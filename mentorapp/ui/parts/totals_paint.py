"""The bar of school hours as it is painted, in the panel of totals and in every row of the learners' table."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from mentorapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Totals:
    """Counted minutes of school; `planned` is all there is, past and future. None is what is not known here."""

    required: int
    expected: int | None
    attended: int | None
    documented: int | None
    planned: int | None

    def share(self, minutes: int | None) -> float:
        """How far along the bar; never past its end, for the figures above tell the rest."""
        return min(1.0, max(0.0, (minutes or 0) / self.required)) if self.required else 0.0


def paint_totals(painter: QPainter, bar: QRect, totals: Totals, theme: Theme) -> None:
    """Paint the bar: documented solid, attended mid, planned outlined, and a tick for what is expected by now."""
    ground = theme.line("hair")
    x = [bar.x() + round(bar.width() * totals.share(part)) for part in (totals.documented, totals.attended)]
    documented, attended = x[0], max(x)
    planned = max(attended, bar.x() + round(bar.width() * totals.share(totals.planned)))
    painter.fillRect(bar, theme.colour("surface_sunken"))
    outline(painter, QRect(attended, bar.y(), planned - attended, bar.height()), theme)
    painter.fillRect(documented, bar.y(), attended - documented, bar.height(), theme.colour("total_attended"))
    painter.fillRect(bar.x(), bar.y(), documented - bar.x(), bar.height(), theme.colour("total_documented"))
    for left, edge in ((bar.x(), documented), (documented, attended)):
        if left < edge < max(attended, planned):
            painter.fillRect(edge, bar.y(), ground, bar.height(), theme.colour("surface_raised"))
    if totals.expected is not None:
        tick, over = theme.line("today"), max(theme.px(2), bar.height() // 4)
        at = min(bar.x() + round(bar.width() * totals.share(totals.expected)), bar.right() + 1 - tick)
        line = QRect(at, bar.y() - over, tick, bar.height() + 2 * over)
        painter.fillRect(line.adjusted(-ground, 0, ground, 0), theme.colour("surface_raised"))
        painter.fillRect(line, theme.colour("today"))


def outline(painter: QPainter, area: QRect, theme: Theme) -> None:
    """What is only planned: pale, with an edge."""
    edge = theme.line("edge")
    if area.width() > 0:
        painter.fillRect(area, theme.colour("total_planned_edge"))
    if area.width() > 2 * edge:
        painter.fillRect(area.adjusted(edge, edge, -edge, -edge), theme.colour("total_planned"))
