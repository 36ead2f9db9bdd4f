"""The figures of a course, each with its value; the chosen one is explained beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.derivation_sentences import figure_name, value_said
from mentorapp.domain.why.derivation import Derivation
from mentorapp.i18n import _
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.parts.row_paint import paint_ground, paint_two_lines
from mentorapp.ui.theme import current

DERIVATION = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class FigureList(QListWidget):
    """`chosen(derivation)` when another figure is chosen, by mouse or by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, derivations: Sequence[Derivation]) -> None:
        super().__init__()
        self.setAccessibleName(_("Tal"))
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        for derivation in derivations:
            name, value = figure_name(derivation.figure), value_said(derivation)
            item = QListWidgetItem(name)
            item.setData(DERIVATION, derivation)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {value}")
            self.addItem(item)
        self.currentItemChanged.connect(lambda item, _old: self.chosen.emit(item.data(DERIVATION)))

    def choose(self, figure: str) -> None:
        """Choose a figure by its name, else the first."""
        names = [self.item(row).data(DERIVATION).figure for row in range(self.count())]
        self.setCurrentRow(names.index(figure) if figure in names else 0)

    def sizeHint(self) -> QSize:
        return QSize(current().px(264), current().px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(200), 2 * current().size("row_preview"))


class _Rows(QStyledItemDelegate):
    """The figure's name over its value."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(current().px(160), current().size("row_preview"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, derivation = current(), index.data(DERIVATION)
        painter.save()
        paint_ground(painter, option, theme, first=True)
        pad = theme.space("control")
        room = option.rect.adjusted(pad, 0, -pad, 0)
        name, value = figure_name(derivation.figure), value_said(derivation)
        paint_two_lines(painter, room, name, value, theme, strong=False)
        paint_row_focus(painter, option, index, theme)
        painter.restore()
