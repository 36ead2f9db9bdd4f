"""Keeps a part as high as its width needs."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from mentorapp.ui.parts.measured import measured


class _Fitter(QObject):
    def __init__(self, widget: QWidget, height: Callable[[int], int]) -> None:
        super().__init__(widget)
        self._widget, self._height = widget, height
        widget.installEventFilter(self)
        measured(widget, self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.fit()
        return False

    def fit(self) -> None:
        # Before its first layout a widget is some 100 pixels wide; fitted to that it would stretch the window.
        laid_out = self._widget.testAttribute(Qt.WidgetAttribute.WA_Resized)
        width = self._widget.width() if laid_out else self._widget.sizeHint().width()
        self._widget.setFixedHeight(self._height(width))


def fitted(widget: QWidget, height: Callable[[int], int]) -> Callable[[], None]:
    """Keep a widget as high as its width needs; returns what to call when its content has changed.

    Qt's own height-for-width is lost in nested layouts: a widget of fixed policy is cut, any other is stretched.
    """
    return _Fitter(widget, height).fit
