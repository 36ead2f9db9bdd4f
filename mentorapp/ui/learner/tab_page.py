"""What the tabs of a learner's page share: a scrolling ground, and being told what to show."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mentorapp.ui.book import Opened
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

STACKS_FROM = 1.5
"""Text scale from which side columns stand below the main column."""


class _Ground(QWidget):
    """Asks for the height its content has at the width it gets.

    Qt would also keep room for the height the content has when it is as narrow as it can be.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class TabPage(QScrollArea):
    """A tab's content scrolls as a whole; what it shows is given, never fetched.

    `figure_wanted(name)` when somebody asks where a figure comes from; `FIGURE` is the one the tab is most about.
    """

    figure_wanted = Signal(str)
    FIGURE = ""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._measure())

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show a learner; `afresh` when it was another one, or another visit, before."""
        raise NotImplementedError

    def leave(self) -> None:
        """The tab is being left: nothing typed may be lost."""

    def let_go(self) -> None:
        """The learner is gone: forget what is typed about them without saving it."""

    def ground(self) -> QWidget:
        """An empty ground for the content, already put in place."""
        inner = _Ground()
        inner.setProperty("ground", "clear")
        self.setWidget(inner)
        return inner

    def follow_measure(self) -> None:
        """Call `measure` now and whenever theme or text size change."""
        measured(self, self._measure)

    def margins(self) -> tuple[int, int, int, int]:
        """Room around the content; the scroll bar stands in it, so that nothing moves when it comes."""
        theme = current()
        side, bar = theme.space("page"), self.verticalScrollBar()
        right = side - bar.sizeHint().width() if bar.maximum() > bar.minimum() else side
        return side, theme.space("panel_gap"), right, side

    def _measure(self) -> None:
        if self.widget() is not None:
            self.measure(current().scale >= STACKS_FROM)

    def measure(self, stacked: bool) -> None:
        """Set margins and spacing; `stacked` puts side columns below."""
        raise NotImplementedError
