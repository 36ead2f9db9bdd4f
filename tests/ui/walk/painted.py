"""What a widget writes when it paints itself: words, where they stand, and their colour.

Taken from the painting itself, so that delegates, style sheet and own painting are all heard.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget

_METRIC = QPaintDevice.PaintDeviceMetric


class Painted(NamedTuple):
    """A run of words on a widget; `ink` is the box around its letters in pixels of the widget."""

    text: str
    ink: QRectF
    colour: QColor


Written: TypeAlias = dict[QWidget, list[Painted]]
"""What stands on a page, by the widget that wrote it."""


def painted(widget: QWidget) -> list[Painted]:
    """What `widget` itself writes, without its children."""
    paper = _Paper(widget.size())
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return paper.engine.found


class _Listener(QPaintEngine):
    """Hears every text, and lets everything else pass."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Painted] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None: ...

    def drawTextItem(self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        assert isinstance(at, QPointF)
        painter = self.painter()
        letters = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at)
        colour = QColor(painter.pen().color())
        colour.setAlphaF(colour.alphaF() * painter.opacity())
        self.found.append(Painted(item.text(), painter.transform().mapRect(letters), colour))

    def _pass(self, *_drawn: Any) -> None: ...

    drawPixmap = drawImage = drawPath = drawPolygon = drawRects = drawLines = cast("Any", _pass)
    drawPoints = drawEllipse = drawTiledPixmap = cast("Any", _pass)


class _Paper(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Listener()
        self._metrics = {_METRIC.PdmWidth: size.width(), _METRIC.PdmHeight: size.height(), _METRIC.PdmDepth: 32}
        self._metrics |= dict.fromkeys(
            (_METRIC.PdmDpiX, _METRIC.PdmDpiY, _METRIC.PdmPhysicalDpiX, _METRIC.PdmPhysicalDpiY), 96
        )
        self._metrics |= {_METRIC.PdmNumColors: 1 << 24, _METRIC.PdmDevicePixelRatioScaled: 1 << 16}

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(which, 1)
