"""Whether words stand out from what they are written on, as both are painted."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui.walk.painted import Written

AA = 4.5
"""WCAG 2.2, 1.4.3, for text of any size: what is large is so by the user's wish."""


def faint(root: QWidget, runs: Written) -> list[str]:
    """Words whose colour is too near to what they stand on, also where one must scroll to them."""
    found, pictures = [], {root: root.grab().toImage()}
    for widget in runs:
        if not widget.isEnabled():
            continue  # 1.4.3 leaves out what cannot be used
        sheet = _sheet(widget, root)
        picture = _picture(sheet, root, pictures)
        for run in runs[widget]:
            box = run.ink.toAlignedRect().intersected(widget.rect())
            if not run.text.strip() or box.isEmpty():
                continue
            ground = _ground(picture, box.translated(widget.mapTo(sheet, QPoint(0, 0))))
            if ground is not None and (ratio := contrast(_over(run.colour, ground), ground)) < AA:
                found.append(f"»{run.text}« {run.colour.name()} on {ground.name()}: {ratio:.2f}")
    return found


def _sheet(widget: QWidget, root: QWidget) -> QWidget:
    """What `widget` scrolls with: the whole content of a page, of which the window shows a part; else `root`."""
    at = widget
    while at is not root and (holder := at.parentWidget()) is not None:
        area = holder.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is at:
            return at
        at = holder
    return root


def _picture(sheet: QWidget, root: QWidget, pictures: dict[QWidget, QImage]) -> QImage:
    """All of a sheet; where it has no ground of its own, on what it lies on."""
    holder = sheet.parentWidget()
    if sheet not in pictures and holder is not None:
        below = _sheet(holder, root)
        ground = _picture(below, root, pictures).pixelColor(holder.mapTo(below, QPoint(2, 2)))
        picture = pictures[sheet] = QImage(sheet.size(), QImage.Format.Format_RGB32)
        picture.fill(ground)
        sheet.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return pictures[sheet]


def _ground(picture: QImage, box: QRect) -> QColor | None:
    """The colour most of the box has: letters cover the lesser part of it."""
    area = box.adjusted(-2, -2, 2, 2).intersected(picture.rect())
    across, down = range(area.left(), area.right() + 1, 3), range(area.top(), area.bottom() + 1, 2)
    colours = Counter(picture.pixel(x, y) for x in across for y in down)
    return QColor(colours.most_common(1)[0][0]) if colours else None


def _over(ink: QColor, ground: QColor) -> QColor:
    share = ink.alphaF()
    pairs = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(share * above + (1 - share) * below for above, below in pairs))


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
             for channel in (colour.redF(), colour.greenF(), colour.blueF()))  # fmt: skip
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
