"""The columns of a table as they were left: how wide somebody made them, and what the rows are sorted by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from mentorapp.ui.preferences import Preferences
from mentorapp.ui.theme import current


class KeptColumns:
    """Follows the heading of `table` and remembers it under `name`; widths are kept as they would be at 100 %.

    Only what somebody dragged is kept: other columns follow their content and the theme, as ever.
    """

    def __init__(self, table: QTableView, keys: Sequence[str], preferences: Preferences, name: str) -> None:
        self._header, self._keys, self._preferences, self._name = table.horizontalHeader(), keys, preferences, name
        self._own = False
        kept = preferences.table(name)
        self._widths = {key: width for key in keys if (width := _whole(kept.get(f"width_{key}"))) > 0}
        column, order = kept.get("sort", ""), Qt.SortOrder.AscendingOrder
        if column.startswith("-"):
            column, order = column[1:], Qt.SortOrder.DescendingOrder
        if column in keys:
            table.sortByColumn(keys.index(column), order)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.sectionResized.connect(self._resized)
        self._header.sortIndicatorChanged.connect(self._sorted)

    def width(self, column: int) -> int | None:
        """Pixels at the text size on screen that somebody gave a column; None where nobody did."""
        kept = self._widths.get(self._keys[column])
        return None if kept is None else current().px(kept)

    @contextmanager
    def by_program(self) -> Iterator[None]:
        """Widths that are set inside are the program's own, and not kept."""
        before, self._own = self._own, True
        try:
            yield
        finally:
            self._own = before

    def _resized(self, column: int, before: int, after: int) -> None:
        # a last column that takes what is left has no width of its own
        stretched = self._header.stretchLastSection() and column == self._header.count() - 1
        if self._own or stretched or not self._header.isVisible():
            return
        key = self._keys[column]
        self._widths[key] = max(1, round(after / current().scale))
        self._preferences.keep_in_table(self._name, f"width_{key}", str(self._widths[key]))

    def _sorted(self, column: int, order: Qt.SortOrder) -> None:
        if 0 <= column < len(self._keys):
            sign = "-" if order == Qt.SortOrder.DescendingOrder else ""
            self._preferences.keep_in_table(self._name, "sort", sign + self._keys[column])


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 0
