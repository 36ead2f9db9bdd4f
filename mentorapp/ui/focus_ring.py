"""The focus ring: one for each window, drawn outside the control that has the keyboard, so nothing moves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QTabBar, QWidget
from shiboken6 import isValid

from mentorapp.ui.theme import current, tokens

OWN_RING = "own_focus_ring"
"""Dynamic property of widgets that show focus inside themselves, as rows, tabs and the week strip do."""

_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QWidget):
    """The ring of one window. It lies over everything, takes no mouse and follows its control about."""

    # Of the class too: when a window is garbage, Python empties its parts before Qt is done telling them of it.
    _chain: Sequence[QWidget] = ()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chain: list[QWidget] = []
        self.hide()

    def surround(self, control: QWidget | None) -> None:
        """Move to a control, or away from all when there is none."""
        for widget in filter(isValid, self._chain):
            widget.removeEventFilter(self)
        self._chain = []
        while control is not None and control is not self._window:
            self._chain.append(control)
            control.installEventFilter(self)
            control = control.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        if not all(map(isValid, self._chain)):
            self._chain = []  # the control went away with its page
        shown = self._visible_part()
        self.setVisible(shown is not None)
        if shown is not None:
            self.setGeometry(shown)
            self.raise_()
            self.update()

    def _reach(self) -> int:
        return current().px(tokens()["focus"]["off"]) + current().line("focus")

    def _outline(self) -> QRect:
        """The outer edge of the ring in the window's pixels."""
        control, reach = self._chain[0], self._reach()
        corner = control.mapTo(self._window, control.rect().topLeft())
        return QRect(corner, control.size()).adjusted(-reach, -reach, reach, reach)

    def _visible_part(self) -> QRect | None:
        """The ring's rectangle, cut where a scroll area cuts the control; None when nothing is seen of it."""
        if not self._chain or not self._chain[0].isVisible():
            return None
        part = self._outline()
        for widget in self._chain[1:]:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                corner = widget.mapTo(self._window, widget.rect().topLeft())
                part &= QRect(corner, widget.size())
        return part if part.isValid() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chain:
            return
        theme = current()
        width = theme.line("focus")
        ring = QRectF(self._outline().translated(-self.pos()))
        ring.adjust(width / 2, width / 2, -width / 2, -width / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), width))
        radius = theme.radius("focus")
        painter.drawRoundedRect(ring, radius, radius)


def follow(app: QApplication) -> None:
    """Let every window of the application have its ring."""
    app.focusChanged.connect(_move)


def _move(_old: QWidget | None, new: QWidget | None) -> None:
    for window in QApplication.topLevelWidgets():
        # Not findChild: PySide's own ends the program when focus leaves a window that is just being taken down.
        ring = next((child for child in window.children() if isinstance(child, FocusRing)), None)
        mine = new is not None and new.window() is window and _wants_ring(new)
        if ring is None and mine and window.windowType() != Qt.WindowType.Popup:
            ring = FocusRing(window)
        if ring is not None:
            ring.surround(new if mine else None)


def _wants_ring(widget: QWidget) -> bool:
    if widget.property(OWN_RING) or isinstance(widget, QTabBar | QAbstractItemView):
        return False
    proxy = widget.focusProxy()
    # Text areas have their keyboard focus themselves, but fields inside a spin box or combo box show the box.
    return proxy is None and not widget.isWindow()
