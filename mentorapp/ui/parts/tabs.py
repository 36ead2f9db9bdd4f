"""Tabs of a page: the current one strong on an accent bar, with a muted count where there is one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from mentorapp.ui.theme import current

ROLES = ("body", "small", "caption")
STRONG = 600
LEAST_GAP = 8
"""Pixels between two tabs at 100 %."""


class Tabs(QTabBar):
    """A tab bar, 36 high. Counts are told by `set_count`; the rest is Qt's, `currentChanged` among it."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for text in texts:
            self.addTab(text)

    def set_count(self, index: int, count: int | None) -> None:
        """Show how many there are of what the tab holds."""
        self.setTabData(index, "" if count is None else str(count))
        said = self.tabText(index) if count is None else f"{self.tabText(index)}, {count}"
        self.setAccessibleTabName(index, said)
        # QTabBar measures its tabs again only when one of their texts is set.
        self.setTabText(index, self.tabText(index))
        self.update()

    def role(self) -> str:
        """The type role of the words: a smaller one where a large text has no room for all tabs else."""
        least = current().px(LEAST_GAP) * self.count()
        for role in ROLES[:-1]:
            if sum(sum(self._widths(index, role)) for index in range(self.count())) + least <= self.width():
                return role
        return ROLES[-1]

    def _widths(self, index: int, role: str) -> tuple[int, int]:
        theme = current()
        words = QFontMetrics(theme.font(role, STRONG)).horizontalAdvance(self.tabText(index))
        count = str(self.tabData(index) or "")
        narrow = QFontMetrics(theme.font("caption"))
        return words, narrow.horizontalAdvance(count) + theme.px(6) if count else 0

    def _gap(self) -> int:
        """What stands between two tabs: less where all of them have no room else."""
        theme, role = current(), self.role()
        words = sum(sum(self._widths(index, role)) for index in range(self.count()))
        room = (self.width() - words) // max(1, self.count())
        return min(theme.px(28), max(theme.px(LEAST_GAP), room))

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(sum(self._widths(index, self.role())) + self._gap(), current().size("tabs"))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), theme.line("hair"), theme.colour("line"))
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme, role = current(), self.role()
        tab, chosen = self.tabRect(index), index == self.currentIndex()
        words, _count = self._widths(index, role)
        # The first tab's words stand flush with the page; the gap between tabs is on their right.
        area = QRect(tab.left(), tab.top(), words, tab.height() - theme.line("accent_bar"))
        painter.setFont(theme.font(role, STRONG if chosen else None))
        painter.setPen(theme.colour("text" if chosen else "text_muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tabText(index))
        if self.tabData(index):
            drawn = QFontMetrics(painter.font()).horizontalAdvance(self.tabText(index))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text_muted"))
            area = QRect(tab.left() + drawn + theme.px(6), tab.top(), tab.width(), area.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(self.tabData(index)))
        width = tab.width() - self._gap()
        if chosen:
            bar = theme.line("accent_bar")
            painter.fillRect(tab.left(), tab.bottom() + 1 - bar, width, bar, theme.colour("accent"))
        if chosen and self.hasFocus():
            inside = QRect(tab.left(), tab.top() + theme.px(3), width, area.height() - theme.px(4))
            self._paint_focus(painter, inside)

    def _paint_focus(self, painter: QPainter, inside: QRect) -> None:
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(theme.colour("focus"))
        pen.setWidth(theme.line("focus"))
        painter.setPen(pen)
        painter.drawRoundedRect(inside.adjusted(1 - theme.px(4), 1, theme.px(4), -1), theme.px(4), theme.px(4))
        painter.restore()
