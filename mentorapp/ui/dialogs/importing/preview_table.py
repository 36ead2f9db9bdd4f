"""The preview of an import: every row of the list, whatever their number, with its outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
SHARES = {"name": 1.2, "title": 1.3, "type": 1.2, "site": 1.3, "programme": 1.15, "content": 3.0, "what": 2.3,
          "weekday": 1.05, "came": 1.25, "remark": 1.2}  # fmt: skip
"""How much of the width a field gets beside the others; most hold a date or a number and get 1."""


def outcome_word(outcome: Outcome) -> str:
    """What the icon says, for reading aloud."""
    return {
        Outcome.NEW: _("ny"),
        Outcome.CHANGED: _("ændres"),
        Outcome.SAME: _("uden ændringer"),
        Outcome.REFUSED: _("springes over"),
    }[outcome]


class PreviewModel(QAbstractTableModel):
    """Number, fields, and what happens."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PreviewRow] = ()
        self.titles: tuple[str, ...] = ()
        self.shares: tuple[float, ...] = ()

    def show_rows(self, titles: Mapping[str, str], rows: Sequence[PreviewRow]) -> None:
        """Show other rows under other titles (field to what it is called)."""
        self.beginResetModel()
        self.titles = (_("Række"), *titles.values(), _("Hvad sker der"))
        self.shares = tuple(SHARES.get(field, 1) for field in (*titles, "what"))
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if column == 0:
                said = str(row.number)
                aloud = role == Qt.ItemDataRole.AccessibleTextRole
                return f"{said}, {outcome_word(row.outcome)}" if aloud else said
            return row.what if column == len(self.titles) - 1 else row.cells[column - 1]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Cells(QStyledItemDelegate):
    """Danger-soft ground under a refused row; muted text where nothing happens."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current(), index.data(ROW)
        rect: QRect = option.rect
        refused = row.outcome is Outcome.REFUSED
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selected"))
            if index.column() == 0:
                painter.fillRect(rect.left(), rect.top(), theme.line("accent_bar"), rect.height(), theme.ink("accent"))
        elif refused:
            painter.fillRect(rect, theme.colour("danger_soft"))
        line = theme.line("hair")
        painter.fillRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line, theme.colour("line"))
        last = index.column() == index.model().columnCount() - 1
        icon, tone = row.look
        ink, role = "text", "small"
        if row.outcome is Outcome.SAME or index.column() == 0:
            ink = "text_muted"
        if refused and (last or row.wrong == index.column() - 1):
            ink, role = "danger", "small" if last else "strong"
        room = rect.adjusted(theme.space("grid"), 0, -theme.space("grid"), 0)
        if index.column() == 0:
            side = theme.size("icon_small")
            icons.paint(painter, room.left(), rect.top() + (rect.height() - side) // 2, side, icon, theme.ink(tone))
            room.setLeft(room.left() + side + theme.px(10))
        font = theme.font(role) if role == "small" else theme.font("small", weight=600)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


class PreviewTable(QTableView):
    """`chosen(row)` when another row is the current one, None when there is none."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model_ = PreviewModel()
        self.setModel(self.model_)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(_("Listens rækker, og hvad der sker med dem"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        # measuring each of 5,000 rows is what makes tables slow
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now))
        measured(self, self._measure)

    def show_rows(self, titles: Mapping[str, str], rows: Sequence[PreviewRow]) -> None:
        """Show other rows under other titles (field to what it is called)."""
        self.model_.show_rows(titles, rows)
        self._share_width()
        self.chosen.emit(None)

    def _choose(self, now: QModelIndex) -> None:
        self.chosen.emit(now.data(ROW) if now.isValid() else None)

    def _measure(self) -> None:
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.size("row_dialog"))
        self.verticalHeader().setMinimumSectionSize(theme.size("row_dialog"))
        self.horizontalHeader().setFixedHeight(theme.size("table_head"))
        # in line with the cells, to which a header adds a margin of its own
        sheet = f"QHeaderView::section {{ padding: 0 {theme.space('grid')}px; }}"
        if self.horizontalHeader().styleSheet() != sheet:
            self.horizontalHeader().setStyleSheet(sheet)
        self._share_width()

    def _share_width(self) -> None:
        """The fields share what is there, but none becomes too narrow to read: then the table scrolls sideways."""
        theme, shares = current(), self.model_.shares
        if not shares:
            return
        first = theme.px(78)
        left = self.viewport().width() - first
        unit = max(theme.px(96), left / sum(shares))
        self.setColumnWidth(0, first)
        for column, share in enumerate(shares[:-1], 1):
            self.setColumnWidth(column, int(unit * share))
            left -= int(unit * share)
        self.setColumnWidth(len(shares), max(left, int(unit * shares[-1])))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_.rows:
            self.selectRow(0)  # or nothing would show where the keyboard is

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(600), theme.size("table_head") + 7 * theme.size("row_dialog"))

    def minimumSizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(200), theme.size("table_head") + 3 * theme.size("row_dialog"))
