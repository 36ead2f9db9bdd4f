"""What the rows of every table and list share: their ground, the chosen row's bar, and text in two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mentorapp.ui.theme import Theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, first: bool) -> None:
    """Selected or hovered ground, a hairline below, and the accent bar at the left of the first cell."""
    state = option.state
    rect: QRect = option.rect
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(rect, theme.colour("selected" if selected else "hover"))
    line = theme.line("hair")
    left = rect.left() + (theme.space("control") if first and not selected else 0)
    painter.fillRect(left, rect.bottom() + 1 - line, rect.right() - left + 1, line, theme.colour("line"))
    if selected and first:
        painter.fillRect(rect.left(), rect.top(), theme.line("accent_bar"), rect.height(), theme.colour("accent"))


def paint_two_lines(painter: QPainter, room: QRect, first: str, second: str, theme: Theme, strong: bool) -> None:
    """A line of text with a muted one under it, centred together; one alone stands in the middle."""
    font, small = theme.font("strong" if strong else "body"), theme.font("caption")
    upper = theme.line_height("body")
    lower = theme.line_height("caption") if second else 0
    top = room.top() + (room.height() - upper - lower) // 2
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    fitting = QFontMetrics(font).elidedText(first, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(QRect(room.left(), top, room.width(), upper), flags, fitting)
    if second:
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        fitting = QFontMetrics(small).elidedText(second, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top + upper, room.width(), lower), flags, fitting)
