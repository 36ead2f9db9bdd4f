"""A place in the rail: icon, word, and a count where something waits."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.focus_ring import OWN_RING
from mentorapp.ui.theme import Theme, current


class Place(NamedTuple):
    """Where one can go: a key of its own, its word, its icon, and whether it stands apart from those above."""

    key: str
    text: str
    icon: str
    apart: bool = False


class RailItem(QAbstractButton):
    """A place in the rail. Arrow keys go from one to the next."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place, self._count, self._tone, self._hint = place, 0, "info", ""
        self.setText(place.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(OWN_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(0, "info")

    def set_count(self, count: int, tone: str) -> None:
        self._count, self._tone = count, tone
        waiting = _("{place}, {count} venter").format(place=self._place.text, count=count)
        self.setAccessibleName(waiting if count else self._place.text)
        self.update()

    @property
    def hint(self) -> str:
        """The key that is shown instead of the count, if any."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(120), current().size("rail_item"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(self.rect(), theme.radius("control"), theme.radius("control"))
        if chosen:
            inset = theme.px(8)
            bar = QRect(0, inset, theme.line("accent_bar"), self.height() - 2 * inset)
            painter.fillRect(bar, theme.colour("accent"))
        side = theme.size("icon")
        tone = theme.colour("accent" if chosen else "text_muted")
        icons.paint(painter, theme.px(14), (self.height() - side) // 2, side, self._place.icon, tone)
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("text"))
        area = self.rect().adjusted(theme.px(40), 0, -theme.px(8), 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        self._paint_right(painter, theme)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.colour("focus"))
            pen.setWidth(theme.line("focus"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _paint_right(self, painter: QPainter, theme: Theme) -> None:
        """The count where something waits, or the key while Ctrl is held."""
        text = self._hint or (str(self._count) if self._count else "")
        if not text:
            return
        painter.setFont(theme.font("caption" if self._hint else "label", None if self._hint else 600))
        high = theme.size("count")
        wide = max(theme.px(24), QFontMetrics(painter.font()).horizontalAdvance(text) + theme.px(12))
        pill = QRect(self.width() - theme.px(8) - wide, (self.height() - high) // 2, wide, high)
        if not self._hint:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft(self._tone))
            painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(theme.colour("text_muted") if self._hint else theme.ink(self._tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
