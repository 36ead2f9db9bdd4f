"""Lucide icons in any colour, size and pixel ratio; the files say `currentColor` and are recoloured here."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mentorapp.paths import RESOURCES
from mentorapp.ui.theme import current

RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Pixel ratios a `QIcon` is prepared for; Qt takes the nearest."""


@cache
def source(name: str) -> str:
    """The text of an icon's file."""
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


def recoloured(name: str, colour: QColor) -> bytes:
    """An icon as SVG in one colour."""
    return source(name).replace("currentColor", colour.name()).encode()


@lru_cache(maxsize=500)
def _pixmap(name: str, colour: int, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(recoloured(name, QColor.fromRgba(colour)))).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon of `size` logical pixels."""
    return _pixmap(name, colour.rgba(), size, ratio)


def paint(painter: QPainter, x: int, y: int, size: int, name: str, colour: QColor) -> None:
    """Paint an icon with its upper left corner at x, y."""
    painter.drawPixmap(x, y, pixmap(name, colour, size, painter.device().devicePixelRatio()))


def icon(name: str, role: str = "text") -> QIcon:
    """An icon for menus and actions, in the colours of the theme now on screen."""
    theme = current()
    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(pixmap(name, theme.colour(role), theme.size("icon"), ratio))
        disabled = pixmap(name, theme.colour("text_muted"), theme.size("icon"), ratio)
        made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


def window_icon() -> QIcon:
    """The mark of the program, for title bar and task switcher."""
    made = QIcon()
    renderer = QSvgRenderer(str(RESOURCES / "icons" / "mentorapp.svg"))
    for side in (16, 24, 32, 48, 64, 128, 256):
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(image)
    return made


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()


def glyph(name: str, colour: QColor) -> str:
    """A recoloured icon as a file: style sheets can only name files."""
    path = Path(_folder().path()) / f"{name}-{colour.name()[1:]}.svg"
    if not path.exists():
        path.write_bytes(recoloured(name, colour))
    return path.as_posix()
