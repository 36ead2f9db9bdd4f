"""The legend below a strip: only the kinds that occur, and what outline and bar mean."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.week import KINDS, Week
from mentorapp.i18n import _
from mentorapp.sentences import kind_name
from mentorapp.ui.parts.fitted import fitted
from mentorapp.ui.parts.week_cell import SCHOOL, paint_cell
from mentorapp.ui.theme import Theme, current, tokens


class WeekLegend(QWidget):
    """Swatches with words; it takes as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[str, str, bool, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit = fitted(self, lambda width: self._places(width, current())[1])

    def set_weeks(self, weeks: Sequence[Week]) -> None:
        """Explain what occurs in these weeks."""
        found = {(segment.kind, segment.state) for week in weeks for segment in week.segments}
        present = [kind for kind in KINDS if any(kind == one for one, _state in found)]
        self._entries = [(kind, "done", False, kind_name(kind)) for kind in present]
        planned = [kind for kind in present if (kind, "planned") in found]
        if planned:
            self._entries.append((planned[0], "planned", False, _("omrids = planlagt")))
        proved = [kind for kind in SCHOOL if (kind, "documented") in found]
        if proved:
            self._entries.append((proved[0], "done", True, _("bjælke = bevis set")))
        self.setAccessibleName(_("Tegnforklaring: {kinds}").format(kinds=", ".join(self.words())))
        self._fit()
        self.update()

    def words(self) -> list[str]:
        """What is explained, in order."""
        return [entry[3] for entry in self._entries]

    def _places(self, width: int, theme: Theme) -> tuple[list[tuple[int, int]], int]:
        """Where each entry stands, and the height of all lines."""
        metrics = QFontMetrics(theme.font("caption"))
        line, places, x, y = theme.px(20), [], 0, 0
        for *_drawn, words in self._entries:
            needed = self._words_left(theme) + metrics.horizontalAdvance(words)
            if x and x + needed > width:
                x, y = 0, y + line
            places.append((x, y))
            x += needed + theme.px(16)
        return places, y + line

    def _words_left(self, theme: Theme) -> int:
        return theme.px(tokens()["strip"]["swatch"][0]) + theme.px(6)

    def sizeHint(self) -> QSize:
        return QSize(current().px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(160), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        wide, high = (theme.px(side) for side in tokens()["strip"]["swatch"])
        strip = tokens()["strip"]["one_row"]
        bar_gap, bar = theme.px(strip["seal_gap"]), theme.px(strip["seal"])
        places, _height = self._places(self.width(), theme)
        for (x, y), (kind, state, sealed, words) in zip(places, self._entries, strict=True):
            top = y + (theme.px(20) - high) // 2
            if sealed:
                top -= (bar_gap + bar) // 2
                painter.fillRect(x, top + high + bar_gap, wide, bar, theme.colour("text"))
            paint_cell(painter, QRect(x, top, wide, high), kind, state, theme)
            painter.setPen(theme.colour("text_muted"))
            room = QRect(x + self._words_left(theme), y, self.width(), theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
