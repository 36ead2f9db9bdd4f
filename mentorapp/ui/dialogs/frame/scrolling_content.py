"""What lies between a dialog's head and foot: as high as it needs, and scrolling where there is less room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from mentorapp.ui.theme import current


class Content(QWidget):
    """The widget that is scrolled."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        # Qt takes the height that wrapped text would need at its narrowest, and leaves gaps at every other width
        return QSize(0, 0) if self.hasHeightForWidth() else QSize(0, hint.height())


class ScrollingContent(QScrollArea):
    """Scrolls up and down only; sideways nothing may be hidden."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # Qt's own scroll areas keep to the size they once asked for
            self._decide()
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt scrolls to what is reached by Tab, but not to a field that was given the keyboard for its fault."""
        if new is not None and self._content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, current().px(32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._decide()
        super().resizeEvent(event)

    def _decide(self) -> None:
        """No bar where everything fits: Qt keeps one that makes the text just so much narrower that it is needed."""
        room = self.maximumViewportSize()
        fits = self.heightForWidth(room.width()) <= room.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def heightForWidth(self, width: int) -> int:
        content = self._content
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, current().px(80))
