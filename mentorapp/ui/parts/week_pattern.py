"""The patterns of the kinds of weeks, as small tiles that repeat; they tell kinds apart where colour cannot."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from mentorapp.ui.theme import KindColours, Theme, tokens

ANCHORED_TO_WIDGET = {"diagonal", "back_diagonal", "cross"}
"""Diagonals run on from cell to cell, so that three weeks of AMU read as one block behind bars."""


def pattern_ink(kind: KindColours, planned: bool) -> QColor:
    """The colour a pattern is drawn in: faint edge colour for what is planned, the mark for what has happened."""
    if not planned:
        return kind.mark
    alphas = tokens()["strip"]["planned_pattern_alpha"]
    ink = QColor(kind.edge)
    ink.setAlpha(alphas["school"] if kind.family == "school" else alphas["away"])
    return ink


@lru_cache(maxsize=300)
def ground(kind: str, planned: bool, theme: Theme, unit: float) -> QBrush:
    """What a cell is filled with; `unit` is the size of one pixel of the look in device pixels."""
    colours = theme.kinds[kind]
    plain = colours.tint if planned else colours.solid
    draw = _TILES.get(colours.pattern)
    if draw is None:
        return QBrush(plain)
    return QBrush(draw(plain, pattern_ink(colours, planned), unit))


def _tile(width: int, height: int, plain: QColor) -> QPixmap:
    tile = QPixmap(width, height)
    tile.fill(plain)
    return tile


def _whole(length: float, unit: float) -> int:
    return max(1, int(length * unit + 0.5))


def _slanted(plain: QColor, ink: QColor, unit: float, name: str, slopes: tuple[int, ...]) -> QPixmap:
    values = tokens()["strip"]["pattern"][name]
    side = _whole(values["period"], unit)
    tile = _tile(side, side, plain)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, values["line"] * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for slope in slopes:
        # Three lines each, so that what leaves the tile on one side comes in on the other.
        for start in (-side, 0, side):
            low, high = -side, 2 * side
            painter.drawLine(QLineF(low, start - slope * low, high, start - slope * high))
    painter.end()
    return tile


def _diagonal(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    return _slanted(plain, ink, unit, "diagonal", (1,))


def _back_diagonal(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    return _slanted(plain, ink, unit, "back_diagonal", (-1,))


def _cross(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    return _slanted(plain, ink, unit, "cross", (1, -1))


def _filled(tile: QPixmap, ink: QColor, *areas: tuple[int, int, int, int]) -> QPixmap:
    painter = QPainter(tile)
    for area in areas:
        painter.fillRect(*area, ink)
    painter.end()
    return tile


def _horizontal(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    values = tokens()["strip"]["pattern"]["horizontal"]
    period, line = _whole(values["period"], unit), _whole(values["line"], unit)
    # Counted from the base line upwards: ground first, the line last.
    return _filled(_tile(1, period, plain), ink, (0, 0, 1, line))


def _vertical(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    values = tokens()["strip"]["pattern"]["vertical"]
    period, line = _whole(values["period"], unit), _whole(values["line"], unit)
    return _filled(_tile(period, 1, plain), ink, (line, 0, line, 1))


def _checker(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    side = _whole(tokens()["strip"]["pattern"]["checker"]["square"], unit)
    tile = _tile(2 * side, 2 * side, plain)
    return _filled(tile, ink, (0, 0, side, side), (side, side, side, side))


def _dots(plain: QColor, ink: QColor, unit: float) -> QPixmap:
    values = tokens()["strip"]["pattern"]["dots"]
    across, down = _whole(values["period_x"], unit), _whole(values["period_y"], unit)
    left, dot = _whole(1, unit), values["dot"] * unit
    tile = _tile(across, 2 * down, plain)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y in ((left, down), (left + across / 2, 0), (left - across / 2, 0)):
        painter.fillRect(QRectF(x, y, dot, dot), ink)
    painter.end()
    return tile


_TILES = {
    "diagonal": _diagonal,
    "back_diagonal": _back_diagonal,
    "cross": _cross,
    "horizontal": _horizontal,
    "vertical": _vertical,
    "checker": _checker,
    "dots": _dots,
}


def paint_saltires(painter: QPainter, area: QRectF, ink: QColor, unit: float) -> None:
    """One × for each square of a cell: the alarm of unexcused absence."""
    values = tokens()["strip"]["pattern"]["saltire"]
    across = max(1, round(area.width() / max(1.0, area.height())))
    down = max(1, round(area.height() / max(1.0, area.width())))
    inset = values["inset"] * unit
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, values["line"] * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    width, height = area.width() / across, area.height() / down
    for column in range(across):
        for row in range(down):
            square = QRectF(area.left() + column * width, area.top() + row * height, width, height)
            square.adjust(inset, inset, -inset, -inset)
            painter.drawLine(QLineF(square.topLeft(), square.bottomRight()))
            painter.drawLine(QLineF(square.bottomLeft(), square.topRight()))
    painter.restore()
