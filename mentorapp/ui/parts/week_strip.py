"""The week strip: every week of a course in one picture, a column a week, a day a unit of height."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.week import Week
from mentorapp.i18n import _
from mentorapp.ui.focus_ring import OWN_RING
from mentorapp.ui.parts.fitted import fitted
from mentorapp.ui.parts.week_cell import device_pixels
from mentorapp.ui.parts.week_layout import WeekLayout
from mentorapp.ui.parts.week_picture import draw_weeks, paint_chosen
from mentorapp.ui.parts.week_words import week_in_words
from mentorapp.ui.theme import Theme, current, tokens

OVERHANG = 4
"""Pixels at either side that the ring may need; a panel gives them with `Panel(overhang=OVERHANG)`."""

YEAR, QUARTER = 52, 13
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -YEAR,
    Qt.Key.Key_Down: YEAR,
    Qt.Key.Key_PageUp: -QUARTER,
    Qt.Key.Key_PageDown: QUARTER,
}


class WeekStrip(QWidget):
    """Shows the weeks given to it. `week_chosen` follows mouse and keys; `week_opened` is Enter or a double click."""

    week_chosen = Signal(object)
    week_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._weeks: Sequence[Week] = ()
        self._today = self._agreed_end = date.min
        self._chosen = 0
        self._drawn: tuple[Theme, int, float, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Forløbets uger"))
        self._fit = fitted(self, lambda width: self.layout_for(width).height)

    def set_weeks(self, weeks: Sequence[Week], today: date, agreed_end: date) -> None:
        """Show a course; the week of today is chosen, or the nearest the course has, unless one already was."""
        monday = self._weeks[self._chosen].monday if self._weeks else today
        self._weeks, self._today, self._agreed_end = weeks, today, agreed_end
        self._drawn = None
        if weeks:
            nearest = sum(week.monday <= monday for week in weeks) - 1
            self._choose(min(max(nearest, 0), len(weeks) - 1))
        self._fit()
        self.update()

    def chosen(self) -> Week | None:
        """The week that is told below the strip."""
        return self._weeks[self._chosen] if self._weeks else None

    def words(self) -> str:
        """The chosen week in words."""
        week = self.chosen()
        return week_in_words(week, self._today) if week else _("Forløbet har ingen uger endnu.")

    def layout_for(self, width: int, ratio: float = 1.0) -> WeekLayout:
        """The geometry at a width in logical pixels, counted in device pixels of a screen of that ratio."""
        return WeekLayout(self._weeks, round(width * ratio), current().scale, ratio)

    def choose(self, index: int) -> None:
        """Choose a week by its place in the strip and tell of it."""
        index = min(max(index, 0), len(self._weeks) - 1)
        if self._weeks and index != self._chosen:
            self._choose(index)
            self.update()

    def _choose(self, index: int) -> None:
        self._chosen = index
        words = self.words()
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.week_chosen.emit(self._weeks[index])

    # Size

    def sizeHint(self) -> QSize:
        return QSize(current().px(1086), self.height())

    def minimumSizeHint(self) -> QSize:
        # As narrow as a year's row can be; it does not grow with the text, for the window does not either.
        strip = tokens()["strip"]
        weeks = strip["row_weeks"] + strip["odd_weeks"]
        return QSize(weeks * strip["one_row"]["pitch"][0], self.height())

    # Mouse and keys

    def _index_at(self, point: QPoint) -> int | None:
        ratio = self.devicePixelRatioF()
        return self.layout_for(self.width(), ratio).index_at(int(point.x() * ratio), int(point.y() * ratio))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None:
            self.choose(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None:
            self.choose(index)
            self.week_opened.emit(self._weeks[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or not self._weeks:
            super().keyPressEvent(event)
        elif key in STEPS:
            self.choose(self._chosen + STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.choose(0)
        elif key == Qt.Key.Key_End:
            self.choose(len(self._weeks) - 1)
        elif key == Qt.Key.Key_T:
            passed = sum(week.monday <= self._today for week in self._weeks)
            self.choose(passed - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.week_opened.emit(self._weeks[self._chosen])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            return
        theme, ratio = current(), self.devicePixelRatioF()
        if self._drawn is None or self._drawn[:3] != (theme, self.width(), ratio):
            layout = self.layout_for(self.width(), ratio)
            pixmap = draw_weeks(layout, theme, self._today, self._agreed_end)
            self._drawn = (theme, self.width(), ratio, pixmap)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn[3])
        with device_pixels(painter, QPoint(0, 0)) as ratio:
            # Two rings of one colour on a page would hide where the keyboard is.
            live = self.hasFocus() or self.underMouse()
            paint_chosen(painter, self.layout_for(self.width(), ratio), self._chosen, theme, live)
