"""The preview of a file as a list in four columns: what, Hos dig, I filen, Efter import."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorapp.exchange_sentences import ADDED, KEPT, REMOVED
from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.dialogs.receiving.arrival_model import ITEM, ArrivalModel, Choice, Group
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.theme import Theme, current

Index = QModelIndex | QPersistentModelIndex
SIGNS = {ADDED: "plus", REMOVED: "trash-2"}
SHARES = (0.27, 0.22, 0.27, 0.24)


def columns(width: int, theme: Theme) -> list[tuple[int, int]]:
    """Left edge and width of each column, after the room for an icon."""
    left, gap = theme.px(40), theme.px(12)
    room = width - left - theme.px(8)
    found = []
    for share in SHARES:
        found.append((left, int(room * share) - gap))
        left += int(room * share)
    return found


class Heads(QWidget):
    """The heads of the columns; the list below has none of its own."""

    def __init__(self, view: QListView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        measured(self, lambda: self.setFixedHeight(current().size("table_head")))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text_muted"))
        words = ("", _("Hos dig"), _("I filen"), _("Efter import"))
        for (left, width), word in zip(columns(self._view.viewport().width(), theme), words, strict=True):
            painter.drawText(QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
        line = theme.line("hair")
        painter.fillRect(0, self.height() - line, self.width(), line, theme.colour("line_strong"))


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current()
        return QSize(0, theme.px(32) if isinstance(index.data(ITEM), Group) else theme.size("row_preview"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, item = current(), index.data(ITEM)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(item, Group):
            painter.fillRect(rect, theme.colour("selected" if selected else "surface"))
            self._paint_group(painter, rect, item, theme)
        else:
            warned = item.line.both and item.group.taken
            ground = "selected" if selected else "warning_soft" if warned else "surface_raised"
            painter.fillRect(rect, theme.colour(ground))
            line = theme.line("hair")
            left, bottom = rect.left() + theme.px(40), rect.bottom() + 1 - line
            painter.fillRect(left, bottom, rect.width(), line, theme.colour("line"))
            self._paint_line(painter, rect, item, theme)
        paint_row_focus(painter, option, index, theme)

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group, theme: Theme) -> None:
        side = theme.size("icon_small")
        middle = rect.top() + (rect.height() - side) // 2
        chevron = "chevron-right" if group.folded else "chevron-down"
        icons.paint(painter, rect.left() + theme.px(12), middle, side, chevron, theme.colour("text_muted"))
        font = theme.font("strong")
        painter.setFont(font)
        painter.setPen(theme.colour("text" if group.taken else "text_muted"))
        room = QRect(rect.left() + theme.px(40), rect.top(), rect.width() - theme.px(48), rect.height())
        centre = Qt.AlignmentFlag.AlignVCenter
        name = QFontMetrics(font).elidedText(group.name, Qt.TextElideMode.ElideRight, room.width() // 2)
        painter.drawText(room, centre, name)
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(name) + theme.px(10))
        painter.setFont(theme.font("caption"))
        tone = "warning" if group.planned.late else "text_muted"
        painter.setPen(theme.colour(tone))
        painter.drawText(room, centre, group.count)

    def _paint_line(self, painter: QPainter, rect: QRect, item: Choice, theme: Theme) -> None:
        line, taken = item.line, item.group.taken
        ours = item.kept or line.outcome == KEPT or not taken
        side = theme.size("icon_small")
        middle = rect.top() + (rect.height() - side) // 2
        if line.both or line.near:
            tone = theme.ink("warning" if line.both else "text_muted")
            icon = "triangle-alert" if line.both else "info"
            icons.paint(painter, rect.left() + theme.px(12), middle, side, icon, tone)
        places = columns(rect.width(), theme)
        plain, strong = theme.font("body"), theme.font("strong")
        here, there = ("text", "text_muted") if ours else ("text_muted", "text")
        _say(painter, rect, places[0], (line.title, ""), "text", plain)
        _say(painter, rect, places[1], (line.here, line.here_by), here, plain)
        _say(painter, rect, places[2], (line.there, line.there_by), there, plain)
        left, width = places[3]
        sign = "minus" if ours else SIGNS.get(line.outcome, "arrow-right")
        icons.paint(painter, rect.left() + left, middle, side, sign, theme.ink("text_muted" if ours else "accent"))
        beside = (left + side + theme.px(8), width - side - theme.px(8))
        _say(painter, rect, beside, (item.after, ""), "text", strong if line.both or item.kept else plain)


def _say(painter: QPainter, row: QRect, place: tuple[int, int], texts: tuple[str, str], ink: str, font: QFont) -> None:
    """A line of text at a place of a row, with a muted one under it where there is one."""
    theme, (left, width), (first, second) = current(), place, texts
    upper, lower = theme.line_height("body"), theme.line_height("caption") if second else 0
    top = row.top() + (row.height() - upper - lower) // 2
    below = (theme.font("caption"), "text_muted", second, QRect(row.left() + left, top + upper, width, lower))
    for style, tone, text, room in ((font, ink, first, QRect(row.left() + left, top, width, upper)), below):
        painter.setFont(style)
        painter.setPen(theme.colour(tone))
        fitting = QFontMetrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting)


class ArrivalList(QListView):
    """`chosen(item)` when another row is the current one; Space decides about it, ← → fold."""

    chosen = Signal(object)
    decided = Signal()

    def __init__(self, model: ArrivalModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(_("Hvad filen gør, elev for elev"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))
        measured(self, self.scheduleDelayedItemsLayout)

    def _choose(self, now: QModelIndex) -> None:
        self.chosen.emit(now.data(ITEM) if now.isValid() else None)

    def current_item(self) -> Group | Choice | None:
        """The row the keyboard is on."""
        index = self.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def go_to(self, item: Group | Choice) -> None:
        """Put the keyboard on a row."""
        self.setCurrentIndex(self._rows.index(self._rows.place(item)))

    def fold(self, group: Group, folded: bool) -> None:
        """Hide or show a learner's lines, and stay on the heading."""
        if group.folded != folded:
            self._rows.fold(group, folded)
        self.go_to(group)

    def decide(self) -> None:
        """Take a learner or not; keep ours in a line or not."""
        item = self.current_item()
        if isinstance(item, Group):
            self._rows.take(item, not item.taken)
        elif isinstance(item, Choice) and item.line.keys and item.group.taken:
            self._rows.keep(item, not item.kept)
        else:
            return
        self.decided.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.current_item(), event.key()
        if key == Qt.Key.Key_Space:
            self.decide()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and item is not None:
            self.fold(item if isinstance(item, Group) else item.group, key == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at: QPoint = event.position().toPoint()
        index = self.indexAt(at)
        item = index.data(ITEM) if index.isValid() else None
        if isinstance(item, Group) and at.x() < current().px(40):
            self.fold(item, not item.folded)

    def sizeHint(self) -> QSize:
        return QSize(current().px(600), current().px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(140))
