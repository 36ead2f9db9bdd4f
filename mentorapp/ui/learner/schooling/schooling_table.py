"""The table of schooling: one row a course, as wide as its words, drawn with the cell of its kind of week."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.kept_columns import KeptColumns
from mentorapp.ui.learner.schooling.school_line import SchoolLine, columns
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.row_paint import paint_ground, paint_two_lines
from mentorapp.ui.parts.week_cell import paint_cell
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.table_model import DETAIL, ROW, TableModel
from mentorapp.ui.theme import Theme, current

Index = QModelIndex | QPersistentModelIndex

SIDE = 16
"""Pixels beside the words of a cell at 100 %, as the style sheet has them beside those of a heading."""

SHARES = {"title": 4, "period": 1, "pattern": 1, "attended": 1, "proof": 1, "result": 1}
"""Who gets what is left of the width."""

PROOF_ICONS = {
    "seen": ("circle-check", "ok"),
    "missing": ("triangle-alert", "warning"),
    "not_yet": ("clock", "text_muted"),
    "cancelled": ("minus", "text_muted"),
    "not_needed": ("minus", "text_muted"),
}


class SchoolDelegate(QStyledItemDelegate):
    """Two lines a cell; numbers stand right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current()
        upper = QFontMetrics(theme.font("strong")).horizontalAdvance(str(index.data()))
        lower = QFontMetrics(theme.font("caption")).horizontalAdvance(str(index.data(DETAIL) or ""))
        picture = theme.size("icon") + theme.px(8) if _key(index) in ("type", "proof") else 0
        return QSize(max(upper, lower) + picture + 2 * theme.px(SIDE) + theme.px(2), theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, key = current(), index.data(ROW), _key(index)
        painter.save()
        paint_ground(painter, option, theme, first=index.column() == 0)
        pad = theme.px(SIDE)
        room = option.rect.adjusted(pad, 0, -pad, 0)
        if key in ("type", "proof"):
            room = self._paint_picture(painter, room, line, key, theme)
        text, detail = str(index.data()), str(index.data(DETAIL) or "")
        if key in ("planned", "attended"):
            # a heading that stands right has less beside it than one that stands left
            self._paint_number(painter, room.adjusted(0, 0, theme.px(6), 0), text, detail, theme)
        else:
            paint_two_lines(painter, room, text, detail, theme, strong=key == "title")
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, line: SchoolLine, key: str, theme: Theme) -> QRect:
        side = theme.size("icon")
        top = room.top() + (room.height() - side) // 2
        if key == "type":
            state = "done" if line.attended else "planned"
            high = theme.px(12)
            cell = QRect(room.left(), room.top() + (room.height() - high) // 2, theme.px(14), high)
            if line.figures is not None:
                paint_cell(painter, cell, line.kind, state, theme)
        else:
            name, ink = PROOF_ICONS[line.proof]
            icons.paint(painter, room.left(), top, side, name, theme.ink(ink))
        return room.adjusted(side + theme.px(8), 0, 0, 0)

    def _paint_number(self, painter: QPainter, room: QRect, text: str, detail: str, theme: Theme) -> None:
        upper, lower = theme.line_height("body"), theme.line_height("caption") if detail else 0
        top = room.top() + (room.height() - upper - lower) // 2
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(room.left(), top, room.width(), upper), right, text)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(QRect(room.left(), top + upper, room.width(), lower), right, detail)


class SchoolModel(TableModel):
    """Headings stand over their numbers."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)


class SchoolingTable(QTableView):
    """As high as its rows, so that the page scrolls and not the table. Enter opens a row, Delete takes it away."""

    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.rows = SchoolModel(columns(), sort_column=2)
        self.setModel(self.rows)
        self._delegate = SchoolDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Kurser og moduler"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setSortingEnabled(True)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self._kept = KeptColumns(self, [column.key for column in self.rows.columns], preferences, "courses")
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())
        measured(self, self._measure)

    def show_lines(self, lines: list[SchoolLine]) -> None:
        """Show these rows, keeping the chosen one and, where it went, the place it had."""
        chosen, place = self.chosen(), self.currentIndex().row()
        self.rows.set_rows(lines)
        self._measure()
        ids = [line.row.id for line in self.rows.rows]
        if chosen is not None and ids:
            again = ids.index(chosen.id) if chosen.id in ids else min(max(place, 0), len(ids) - 1)
            self.selectRow(again)

    def chosen(self) -> Schooling | None:
        """The row that is chosen."""
        selected = self.selectionModel().selectedRows()
        return selected[0].data(ROW).row if selected else None

    def choose(self, row_id: str) -> None:
        """Choose a row by its id."""
        for place, line in enumerate(self.rows.rows):
            if line.row.id == row_id:
                self.selectRow(place)

    def _measure(self) -> None:
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.horizontalHeader().setFixedHeight(theme.size("table_head"))
        self._share_width()

    def _share_width(self) -> None:
        """Each column as wide as its words, and wider where there is room; what has none can be scrolled to."""
        theme, header = current(), self.horizontalHeader()
        label = QFontMetrics(theme.font("label"))
        widths = []
        for place, column in enumerate(self.rows.columns):
            head = label.horizontalAdvance(column.title) + 2 * theme.px(SIDE) + theme.size("icon_small")
            widths.append(self._kept.width(place) or max(head, self.sizeHintForColumn(place)))
        left = self.viewport().width() - sum(widths)
        for place, column in enumerate(self.rows.columns):
            if self._kept.width(place) is None:
                widths[place] += max(0, left) * SHARES.get(column.key, 0) // sum(SHARES.values())
        with self._kept.by_program():
            for place, width in enumerate(widths):
                header.resizeSection(place, width)
        bar = self.horizontalScrollBar().sizeHint().height() if left < 0 else 0
        rows = len(self.rows.rows) * theme.size("row")
        self.setFixedHeight(theme.size("table_head") + rows + bar + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


def _key(index: Index) -> str:
    return index.model().columns[index.column()].key  # type: ignore[attr-defined]
