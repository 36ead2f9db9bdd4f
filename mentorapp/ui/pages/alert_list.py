"""The list of what somebody should do: rows grouped by urgency, read and opened like any list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.parts.row_paint import paint_ground
from mentorapp.ui.status_words import TONES
from mentorapp.ui.table_model import ROW
from mentorapp.ui.theme import Theme, current

if TYPE_CHECKING:
    from mentorapp.alerts.alert import Alert

Index = QModelIndex | QPersistentModelIndex

WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert about a learner, by name."""

    name: str
    alert: Alert


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group: its words, how many, and its tone."""

    text: str
    count: int
    tone: str


def groups() -> dict[str, str]:
    """Severity → words of its group, most urgent first."""
    return {"act": _("Handl nu"), "soon": _("Denne uge"), "info": _("Godt at vide")}


_ROOT = QModelIndex()


class AlertModel(QAbstractListModel):
    """Heads and alerts in one list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[AlertRow | GroupHead] = []

    def set_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Group and show `alerts`, each group in the order given."""
        rows: list[AlertRow | GroupHead] = []
        for severity, text in groups().items():
            own = [row for row in alerts if row.alert.severity == severity]
            if own:
                rows += [GroupHead(text, len(own), TONES[severity]), *own]
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, GroupHead):
                return f"{row.text}, {row.count}"
            return f"{row.name}: {row.alert.text} {row.alert.todo}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, AlertRow):
            return f"{row.alert.text}\n{row.alert.todo}\n{row.alert.id} · {row.alert.source}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class AlertDelegate(QStyledItemDelegate):
    """Icon, name and rule, the sentence and what to do, and at the right where the row leads."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, row = current(), index.data(ROW)
        if isinstance(row, GroupHead):
            return QSize(0, theme.px(24))
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        words = self._words(QRect(0, 0, width, 10_000), theme)
        high = QFontMetrics(theme.font("body")).boundingRect(words, WRAP, _sentence(row)).height()
        return QSize(0, theme.px(8) + theme.line_height("body") + max(theme.line_height("body"), high) + theme.px(9))

    def _words(self, rect: QRect, theme: Theme) -> QRect:
        link = QFontMetrics(theme.font("strong")).horizontalAdvance(_link())
        return rect.adjusted(theme.px(55), 0, -link - theme.space("panel") - theme.px(16), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current(), index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, GroupHead):
            self._paint_head(painter, rect, row, theme)
        else:
            paint_ground(painter, option, theme, first=True)
            self._paint_row(painter, rect, row, theme)
            paint_row_focus(painter, option, index, theme)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: GroupHead, theme: Theme) -> None:
        painter.fillRect(rect, theme.colour("surface"))
        room = rect.adjusted(theme.space("panel"), 0, 0, 0)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.ink(head.tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, head.text)
        used = QFontMetrics(theme.font("label")).horizontalAdvance(head.text)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(room.adjusted(used + theme.px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(head.count))

    def _paint_row(self, painter: QPainter, rect: QRect, row: AlertRow, theme: Theme) -> None:
        side, line, tone = theme.size("icon"), theme.line_height("body"), TONES[row.alert.severity]
        top = rect.top() + theme.px(8)
        left = rect.left() + theme.space("panel")
        icons.paint(painter, left, top + line - side // 2, side, ICONS[tone], theme.ink(tone))
        words = self._words(rect, theme)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(words.left(), top, words.width(), line), Qt.AlignmentFlag.AlignVCenter, row.name)
        used = QFontMetrics(theme.font("strong")).horizontalAdvance(row.name) + theme.px(10)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text_muted"))
        source = QRect(words.left() + used, top, max(0, words.width() - used), line)
        said = QFontMetrics(theme.font("caption")).elidedText(
            f"{row.alert.source} · {row.alert.id}", Qt.TextElideMode.ElideMiddle, source.width()
        )
        painter.drawText(source, Qt.AlignmentFlag.AlignVCenter, said)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(words.left(), top + line, words.width(), rect.height()), WRAP, _sentence(row))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("accent"))
        right = rect.adjusted(0, 0, -theme.space("panel"), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _link())


def _sentence(row: AlertRow) -> str:
    return f"{row.alert.text} {row.alert.todo}"


def _link() -> str:
    return _("Se forløb")


class AlertList(QListView):
    """The list; `opened(learner)` by click or Enter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = AlertModel()
        self.setModel(self.rows)
        self._delegate = AlertDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Kræver handling"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def show_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Show other alerts; the chosen row stays chosen where it is still there, and the list where it was."""
        chosen, place = self.currentIndex().data(ROW), self.verticalScrollBar().value()
        self.rows.set_alerts(alerts)
        if isinstance(chosen, AlertRow):
            same = (chosen.alert.learner, chosen.alert.id, chosen.alert.text)
            for number, row in enumerate(self.rows.rows):
                if isinstance(row, AlertRow) and (row.alert.learner, row.alert.id, row.alert.text) == same:
                    self.setCurrentIndex(self.rows.index(number))
        self.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, AlertRow):
            self.opened.emit(row.alert.learner)
