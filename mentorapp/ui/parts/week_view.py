"""The strip with the chosen week said in words below it, its keys, and its legend."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.week import Week
from mentorapp.i18n import _
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.parts.week_legend import WeekLegend
from mentorapp.ui.parts.week_strip import OVERHANG, WeekStrip
from mentorapp.ui.theme import current

LARGE_TEXT = 1.5
"""From this text scale on the keys stand under the words."""


class WeekView(QWidget):
    """What a learner's page shows of the weeks. Put it in `Panel(overhang=OVERHANG)`."""

    week_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.strip = WeekStrip()
        self._legend = WeekLegend()
        self._words = Label("", wrap=True)
        self._keys = ElidedText(_("← → uge   PgUp PgDn kvartal   Home End   T i dag"), "caption", "text_muted")
        self._line = QHBoxLayout()
        self._line.addWidget(Icon("calendar-days"))
        self._line.addWidget(self._words, 1)
        self._own_line = QHBoxLayout()
        self._below = QVBoxLayout()
        self._below.addWidget(Hairline())
        self._below.addLayout(self._line)
        self._below.addLayout(self._own_line)
        self._below.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addLayout(self._below)
        self.strip.week_chosen.connect(lambda _week: self._words.setText(self.strip.words()))
        self.strip.week_opened.connect(self.week_opened)
        measured(self, self._measure)

    def set_weeks(self, weeks: Sequence[Week], today: date, agreed_end: date) -> None:
        """Show a course."""
        self.strip.set_weeks(weeks, today, agreed_end)
        self._legend.set_weeks(weeks)
        self._words.setText(self.strip.words())

    def _measure(self) -> None:
        theme = current()
        side = theme.px(OVERHANG)
        self._below.setContentsMargins(side, theme.px(4), side, 0)
        self._below.setSpacing(theme.px(8))
        self._line.setSpacing(theme.px(8))
        # beside large words the keys would leave them no room
        (self._own_line if theme.scale >= LARGE_TEXT else self._line).addWidget(self._keys)
