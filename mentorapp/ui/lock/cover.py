"""Takes everything off the windows of the program while it is locked, and puts it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.frame.card import Card
from mentorapp.ui.parts.label import Label
from mentorapp.ui.theme import current


class Cover(QWidget):
    """Lies over one window, whose own content is hidden, not merely covered: a screen reader finds nothing either."""

    def __init__(self, window: QWidget) -> None:
        self._hidden = [
            child
            for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if not child.isWindow() and not child.isHidden()
        ]
        self._title, self._below = window.windowTitle(), window
        self._focus = window.focusWidget()
        super().__init__(window)
        for child in self._hidden:
            child.hide()
        # title bar and task bar show this
        window.setWindowTitle("Mentorapp")
        column = QVBoxLayout(self)
        column.addWidget(Label(_("Mentorapp er låst"), "heading", "muted"), 0, Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Put everything back as it was."""
        self.hide()
        self._below.setWindowTitle(self._title)
        for child in self._hidden:
            child.show()
        if self._focus is not None:
            self._focus.setFocus()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("surface"))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def cover_all() -> list[Cover]:
    """Cover every window of the program and close what floats above them, and the system's dialogs."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for window in QApplication.topLevelWidgets():
        # a file dialog lists file names, and one of the system's own cannot be covered; it answers as if put away
        if isinstance(window, QDialog) and not isinstance(window, Card) and window.isVisible():
            window.reject()
    return [Cover(window) for window in QApplication.topLevelWidgets() if window.isVisible()]
