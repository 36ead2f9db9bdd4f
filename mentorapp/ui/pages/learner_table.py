"""The learners' table: rows by keyboard and mouse, sorted worst first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from mentorapp.i18n import _
from mentorapp.ui.book import Book
from mentorapp.ui.kept_columns import KeptColumns
from mentorapp.ui.pages.learner_columns import LearnerDelegate
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.table_model import TableModel
from mentorapp.ui.theme import current

WIDTHS = (246, 196, 306, 176)
"""Columns at 100 %; the last takes what is left."""

STATUS = 4
"""The column that is sorted by at first."""


class LearnerTable(QTableView):
    """A row a learner; `activated` by Enter, `clicked` by the mouse."""

    def __init__(self, model: TableModel, book: Book, preferences: Preferences) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = LearnerDelegate(book)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Elever"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.setSortingEnabled(True)
        self.sortByColumn(STATUS, Qt.SortOrder.AscendingOrder)
        self._kept = KeptColumns(self, [column.key for column in model.columns], preferences, "learners")

    def measure(self) -> None:
        """Take the sizes of the theme on screen."""
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.horizontalHeader().setFixedHeight(theme.size("table_head"))
        with self._kept.by_program():
            for column, width in enumerate(WIDTHS):
                self.setColumnWidth(column, self._kept.width(column) or theme.px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
