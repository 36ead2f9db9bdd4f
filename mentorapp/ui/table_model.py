"""A table of objects by declared columns: sorted and read aloud without a word of code per table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole
"""The object of a row."""
DETAIL = Qt.ItemDataRole.UserRole + 1
"""The second, muted line of a cell."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: title, what it says of a row, its muted second line, and what it sorts by."""

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any]
    detail: Callable[[Any], str] = lambda _row: ""
    numeric: bool = False


_ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows of any objects, shown by columns and kept sorted by one of them."""

    def __init__(self, columns: Sequence[Column], sort_column: int = 0) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Any] = []
        self._sort = (sort_column, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, sorted as before."""
        self.beginResetModel()
        self.rows = list(rows)
        self._arrange()
        self.endResetModel()

    def update_rows(self, rows: Sequence[Any]) -> None:
        """The same rows with new content, keeping selection and place; `rows` has the order it likes."""
        self.layoutAboutToBeChanged.emit()
        before = {id(index): index for index in self.persistentIndexList()}
        held = [(index, self.rows[index.row()]) for index in before.values()]
        self.rows = list(rows)
        self._arrange()
        place = {row.learner: number for number, row in enumerate(self.rows)} if held else {}
        for index, row in held:
            self.changePersistentIndex(index, self.index(place.get(row.learner, -1), index.column()))
        self.layoutChanged.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is not known stands last either way round."""
        self._sort = (column, order)
        self.update_rows(self.rows)

    def _arrange(self) -> None:
        column, order = self._sort
        key = self.columns[column].sort
        known = [row for row in self.rows if key(row) is not None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.rows = known + [row for row in self.rows if key(row) is None]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW:
            return row
        if role == DETAIL:
            return column.detail(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ", ".join(filter(None, (column.text(row), column.detail(row))))
            return f"{column.title}: {said}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None
