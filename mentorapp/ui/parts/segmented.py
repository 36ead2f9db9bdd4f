"""A segmented control: one of a few, all in sight. For filters, kinds of note and other short choices."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from mentorapp.ui.theme import current


class _Segment(QAbstractButton):
    """One choice. As a radio button, it is reached by arrow keys from its neighbours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        theme = current()
        # As wide as when chosen, so that choosing moves nothing.
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())
        return QSize(width + 2 * theme.px(11), theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            half = theme.line("edge") / 2
            painter.setPen(QPen(theme.colour("accent"), theme.line("edge")))
            painter.setBrush(theme.colour("accent_soft"))
            edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(edge, theme.radius("control"), theme.radius("control"))
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        ink = "accent" if self.isChecked() else "text"
        painter.setPen(theme.colour(ink if self.isEnabled() else "text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """Choices side by side; `chosen(key)` when the user takes another one."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str = "") -> None:
        """Choices are (key, text); the first is taken at first. `name` is what is being chosen, for reading aloud."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, text in choices:
            segment = _Segment(text)
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            segment.toggled.connect(self.update)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        next(iter(self._segments.values())).setChecked(True)

    def current(self) -> str:
        """Key of the choice taken."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_current(self, key: str) -> None:
        """Take a choice without emitting `chosen`."""
        self._segments[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change the words of a choice, as when its count changes."""
        self._segments[key].setText(text)
        self._segments[key].setAccessibleName(text)
        self._segments[key].updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, half = theme.line("edge"), theme.line("edge") / 2
        painter.setPen(QPen(theme.colour("line_strong"), edge))
        painter.setBrush(theme.colour("surface_raised"))
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, theme.radius("control"), theme.radius("control"))
        segments = list(self._segments.values())
        for left, right in pairwise(segments):
            if not left.isChecked() and not right.isChecked():
                x, inset = right.x(), theme.px(7)
                painter.fillRect(x, inset, edge, self.height() - 2 * inset, theme.colour("line"))
