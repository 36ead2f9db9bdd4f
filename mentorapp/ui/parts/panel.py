"""A raised panel: the ground on which one kind of content lies. Never a panel in a panel."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class Hairline(QFrame):
    """The line between two rows of one panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("line", True)
        measured(self, lambda: self.setFixedHeight(current().line("hair")))


class Panel(QFrame):
    """A panel with an optional heading, a muted note beside it, and one muted text or widget at the right.

    Content goes into `body`, with a stretch at its end where nothing in it grows. `flush` lets it reach the panel's
    edges, as tables and lists do; `overhang` lets it reach so many pixels into the padding, as the week strip does.
    """

    def __init__(self, title: str = "", note: str = "", flush: bool = False, overhang: int = 0) -> None:
        super().__init__()
        self._flush, self._overhang = flush, overhang
        self._title = Label(title, "heading")
        self._note = Label(note, "small", "muted")
        self._head_row = QWidget()
        # Spare height belongs to the body.
        self._head_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head = QHBoxLayout(self._head_row)
        self._head.addWidget(self._title)
        self._head.addWidget(self._note)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self._foot: QHBoxLayout | None = None
        self._aside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head_row)
        self._head_row.setVisible(bool(title))
        self._column.addLayout(self.body, 1)
        # What the body cannot take lies below it, not around the heading.
        self._column.addStretch(0)
        self.setAccessibleName(title)
        measured(self, self._measure)

    def set_title(self, title: str, note: str = "") -> None:
        """Change the heading."""
        self._head_row.setVisible(bool(title))
        self._title.setText(title)
        self._note.setText(note)
        self.setAccessibleName(title)
        self._measure()

    def set_aside(self, aside: str | QWidget) -> None:
        """Put a muted text (a source, a date) or a small control at the right of the heading."""
        if isinstance(self._aside, Label) and isinstance(aside, str):
            self._aside.setText(aside)
            return
        if self._aside is not None:
            self._head.removeWidget(self._aside)
            self._aside.deleteLater()
        self._aside = Label(aside, "small", "muted") if isinstance(aside, str) else aside
        self._head.addWidget(self._aside)
        self._measure()

    def foot(self) -> QHBoxLayout:
        """The row of buttons under a hairline at the bottom, made when first asked for."""
        if self._foot is None:
            self._foot_row = QWidget()
            column = QVBoxLayout(self._foot_row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Hairline())
            self._foot = QHBoxLayout()
            column.addLayout(self._foot)
            self._column.addWidget(self._foot_row)
            self._measure()
        return self._foot

    def show_foot(self, shown: bool) -> None:
        """Show the foot, or only the panel above it."""
        self.foot()
        self._foot_row.setVisible(shown)

    def _measure(self) -> None:
        theme = current()
        side = theme.space("panel")
        # Just enough for the rounded corners to stay clear of what lies in them.
        edge = theme.px(2)
        inset = edge if self._flush else side - theme.px(self._overhang)
        # A control beside the heading is higher than it; the heading stays where it is.
        top, line = theme.space("heading_top"), theme.line_height("heading")
        higher = max(0, self._aside.sizeHint().height() - line) if self._aside is not None else 0
        self._title.setFixedHeight(line)
        # The heading stands 14 from the top; the content begins 48 from the top, or after the padding.
        headed = bool(self._title.text())
        below = theme.space("content_top") - top - line
        self._head.setContentsMargins(side, top - higher // 2, side, below - (higher - higher // 2))
        self._head.setSpacing(theme.space("grid") + theme.px(3))
        above = 0 if headed else edge if self._flush else theme.px(12)
        self.body.setContentsMargins(inset, above, inset, edge if self._flush else theme.px(20))
        self.body.setSpacing(theme.space("grid"))
        if self._foot is not None:
            self._foot.setContentsMargins(side, theme.px(11), side, theme.px(16))
            self._foot.setSpacing(theme.space("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), theme.line("hair")))
        painter.setBrush(theme.colour("surface_raised"))
        half = theme.line("hair") / 2
        edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(edge, theme.radius("panel"), theme.radius("panel"))
