"""Lines to write on by hand, side by side, each under what belongs there."""

from __future__ import annotations

from collections.abc import Sequence

from mentorapp.reports._cells import fill
from mentorapp.reports._flow import Part
from mentorapp.reports._look import colour, px
from mentorapp.reports._text import Style, draw, fitted

_LABEL = Style("label", "text_muted")


class WrittenLines(Part):
    """A rule for each label, with room above it for handwriting."""

    HIGH, BETWEEN = 58.0, 24.0

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = labels

    def needed(self) -> float:
        return px(self.HIGH)

    def draw(self) -> None:
        column = (self.width + px(self.BETWEEN)) / len(self.labels)
        room = column - px(self.BETWEEN)
        for number, label in enumerate(self.labels):
            fill(self.canv, colour("text"), [(number * column, px(20), room, px(1))])
            draw(self.canv, number * column, px(4), fitted(label, _LABEL, room), _LABEL)
