"""The strip in a table row: tone and place only, 2 px a week, 14 px high."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from mentorapp.domain.week import Week
from mentorapp.ui.parts.week_cell import Measure, blocks, seal_width, whole
from mentorapp.ui.theme import Theme, tokens

_KEPT = 300
# By identity: hashing a hundred weeks for every row painted would cost more than painting them.
_pixmaps: OrderedDict[tuple[int, date, Theme, float], tuple[Sequence[Week], QPixmap]] = OrderedDict()


def mini_strip_size(weeks: Sequence[Week], theme: Theme) -> QSize:
    """Room for a strip; a longer course is a longer strip."""
    return QSize(len(weeks) * _pitch(theme.scale), theme.px(tokens()["strip"]["mini"]["height"]))


def _pitch(unit: float) -> int:
    """Pixels a week, rounded down: what is told to a table's column at 100 % must hold on every screen."""
    return max(1, int(tokens()["strip"]["mini"]["pitch"] * unit))


def mini_colour(kind: str, state: str, theme: Theme) -> QColor:
    """The one colour of a kind and state where there is no room for patterns."""
    colours, mix = theme.kinds[kind], tokens()["strip"]["mini"]["mix"]
    if state == "planned":
        share = mix["planned_school"] if colours.family == "school" else mix["planned_other"]
        return _mixed(colours.edge, theme.colour("surface_raised"), share)
    return _mixed(colours.solid, colours.mark, mix["away_mark"]) if colours.family == "away" else colours.solid


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * (1 - share) + b * share) for a, b in pairs))


def paint_mini_strip(painter: QPainter, room: QRect, weeks: Sequence[Week], today: date, theme: Theme) -> None:
    """Paint a strip at the left of `room`, centred in height. `weeks` should be the same object at every paint."""
    ratio = painter.device().devicePixelRatio()
    key = (id(weeks), today, theme, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = (weeks, _painted(weeks, today, theme, ratio))
        while len(_pixmaps) > _KEPT:
            _pixmaps.popitem(last=False)
    _pixmaps.move_to_end(key)
    pixmap = _pixmaps[key][1]
    corner = QPoint(room.left(), room.top() + round((room.height() - pixmap.deviceIndependentSize().height()) / 2))
    painter.save()
    painter.setClipRect(room)
    painter.drawPixmap(corner, pixmap)
    painter.restore()


def _painted(weeks: Sequence[Week], today: date, theme: Theme, ratio: float) -> QPixmap:
    values, unit = tokens()["strip"]["mini"], theme.scale * ratio
    measure = Measure.of({**values, "gap": 0}, unit, _pitch(unit))
    overhang = whole(values["today_overhang"], unit)
    base = overhang + measure.height
    below = max(overhang, measure.seal_gap + measure.seal)
    pixmap = QPixmap(max(1, len(weeks) * measure.pitch), base + below)
    pixmap.fill(QColor(0, 0, 0, 0))
    inner = QPainter(pixmap)
    for index, week in enumerate(weeks):
        x = index * measure.pitch
        for segment, low, high in blocks(week.segments, measure):
            colour = mini_colour(segment.kind, segment.state, theme)
            inner.fillRect(x, base - high, measure.pitch, high - low, colour)
        if seal_width(week.segments, measure):
            inner.fillRect(x, base + measure.seal_gap, measure.pitch, measure.seal, theme.colour("text"))
    at = _today_index(weeks, today)
    if at is not None:
        line = whole(tokens()["line"]["today"], unit)
        x = min(at * measure.pitch, pixmap.width() - line)
        inner.fillRect(x, 0, line, base + overhang, theme.colour("today"))
    inner.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _today_index(weeks: Sequence[Week], today: date) -> int | None:
    """The week before which today's line stands, None outside the course."""
    if not weeks or not weeks[0].monday <= today or (today - weeks[-1].monday).days > 6:
        return None
    return sum(week.monday <= today for week in weeks)
