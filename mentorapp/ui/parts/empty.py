"""A page with nothing on it yet: it promises what will be here and shows up to three ways on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.week import Segment
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.week_cell import Measure, device_pixels, paint_column, whole
from mentorapp.ui.theme import current, tokens

SIDE_BY_SIDE = 1.25
"""The largest text scale at which three buttons fit beside each other in a window 1,366 pixels wide."""

TEXT_AT_MOST = 800
"""Pixels the text may take, whatever its size: what such a window has beside its rail."""


class WayOn(NamedTuple):
    """What can be done from an empty page: a button, its icon, a few muted words under it, and what it does."""

    text: str
    icon: str
    note: str
    run: Callable[[], object]


def _sample() -> list[tuple[Segment, ...]]:
    """A year as it may come to look: planned only, for nothing has happened yet."""
    kinds = "p" * 8 + "aaa" + "ppp" + "d" * 6 + "h" + "d" * 7 + "pp" + "aa" + "p" * 5 + "d" * 7 + "hh" + "d" * 8
    made = {
        "p": (Segment("practice", "planned", 0, 40),),
        "a": (Segment("amu", "planned", 0, 40),),
        "h": (Segment("holiday", "planned", 0, 40),),
        "d": (Segment("danish", "planned", 0, 8), Segment("practice", "planned", 0, 32)),
    }
    return [made[kind] for kind in kinds]


class _Picture(QWidget):
    PITCH = 11

    def __init__(self) -> None:
        super().__init__()
        self._weeks = _sample()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current()
        # Not wider at larger text than a small window can show: the cells grow in height.
        return QSize(len(self._weeks) * self.PITCH, 5 * theme.px(tokens()["strip"]["one_row"]["day"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        with device_pixels(painter, self.rect().topLeft()) as ratio:
            measure = Measure.of(tokens()["strip"]["one_row"], theme.scale * ratio, whole(self.PITCH, ratio))
            for index, segments in enumerate(self._weeks):
                paint_column(painter, index * measure.pitch, measure.height, segments, measure, theme)


class EmptyPage(QScrollArea):
    """Week cells as the picture, a title that promises, two lines, ways on (the first primary) and a text button.

    It scrolls, and its buttons stand below each other, where large text needs more room than a small window has.
    """

    def __init__(self, title: str, text: str, ways: Sequence[WayOn] = (), other: WayOn | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(inner)
        self._column.addStretch(2)
        self._picture = QVBoxLayout()
        self._picture.addWidget(_Picture(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(self._picture)
        self._add(Label(title, "title"))
        self._text = Label(text, tone="muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add(self._text)
        self._grid = QGridLayout()
        self._ways = [
            (self._button(way, "secondary" if place else "primary"), Label(way.note, "caption", "muted"))
            for place, way in enumerate(ways)
        ]
        holder = QWidget()
        holder.setLayout(self._grid)
        self._add(holder)
        if other is not None:
            self._add(self._button(other, "text"))
            self._add(Label(other.note, "caption", "muted"))
        self._column.addStretch(3)
        measured(self, self._measure)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, way: WayOn, role: str) -> Button:
        button = Button(way.text, role, way.icon, size="" if role == "text" else "large")
        button.clicked.connect(lambda _checked=False: way.run())
        button.setAccessibleDescription(way.note)
        return button

    def _measure(self) -> None:
        theme = current()
        self._column.setSpacing(theme.px(6))
        self._picture.setContentsMargins(0, 0, 0, theme.px(24))
        width = min(theme.px(480), TEXT_AT_MOST)
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        self._grid.setHorizontalSpacing(theme.px(20))
        self._grid.setVerticalSpacing(theme.space("grid"))
        self._grid.setContentsMargins(0, theme.px(28), 0, theme.px(28))
        stacked = theme.scale > SIDE_BY_SIDE
        for place, (button, note) in enumerate(self._ways):
            button.setMinimumWidth(theme.px(184))
            self._grid.addWidget(button, 2 * place if stacked else 0, 0 if stacked else place)
            row = 2 * place + 1 if stacked else 1
            self._grid.addWidget(note, row, 0 if stacked else place, Qt.AlignmentFlag.AlignHCenter)
