"""The mark of the program: three week columns, in the colours of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.week import Segment
from mentorapp.ui.parts.week_cell import Measure, device_pixels, paint_column, whole
from mentorapp.ui.theme import current, tokens

COLUMNS = (
    (Segment("amu", "documented", 0, 16), Segment("practice", "done", 0, 24)),
    (Segment("danish", "documented", 0, 8), Segment("practice", "done", 0, 32)),
    (Segment("practice", "done", 0, 40),),
)


class Mark(QWidget):
    """The mark, 20 × 23."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Mentorapp")

    def sizeHint(self) -> QSize:
        values, px = tokens()["strip"]["mark"], current().px
        width = len(COLUMNS) * px(values["cell"] + values["gap"]) - px(values["gap"])
        return QSize(width, px(5 * values["day"]) + px(values["seal_gap"]) + px(values["seal"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, values = current(), tokens()["strip"]["mark"]
        painter = QPainter(self)
        with device_pixels(painter, self.rect().topLeft()) as ratio:
            unit = theme.scale * ratio
            measure = Measure.of(values, unit, whole(values["cell"], unit) + whole(values["gap"], unit))
            for index, segments in enumerate(COLUMNS):
                paint_column(painter, index * measure.pitch, 5 * measure.day, segments, measure, theme)
