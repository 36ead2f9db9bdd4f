"""The focus ring of table rows, inside their edge: each cell paints its part of one long ring."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from mentorapp.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


def paint_row_focus(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """Paint this cell's part of the ring, if its row (or, in views of cells, the cell) has the keyboard."""
    if not _has_focus(option, index):
        return
    cell: QRect = option.rect
    first, last = _ends(option, index)
    width, beyond = theme.line("focus"), cell.width()
    ring = QRectF(cell.adjusted(0 if first else -beyond, 0, 0 if last else beyond, -theme.line("hair")))
    painter.save()
    painter.setClipRect(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), width))
    ring.adjust(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(ring, theme.radius("control"), theme.radius("control"))
    painter.restore()


def _has_focus(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    rows = QAbstractItemView.SelectionBehavior.SelectRows
    if isinstance(view, QAbstractItemView) and view.selectionBehavior() == rows:
        return view.hasFocus() and view.currentIndex().row() == index.row()
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def _ends(option: QStyleOptionViewItem, index: Index) -> tuple[bool, bool]:
    """Whether a cell is the first, and the last, of its row as shown."""
    view = option.widget
    if not isinstance(view, QTableView):
        return True, True
    header = view.horizontalHeader()
    shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
    places = sorted(shown, key=header.visualIndex)
    return index.column() == places[0], index.column() == places[-1]
