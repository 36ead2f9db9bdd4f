"""The notes a report may include, newest first, each with a box to check."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.domain.note import NOTE_KINDS, Note
from mentorapp.i18n import _, day
from mentorapp.ui import icons
from mentorapp.ui.focus_ring import OWN_RING
from mentorapp.ui.parts.row_paint import paint_two_lines
from mentorapp.ui.theme import current

TAKEN_AT_FIRST = 3
"""So many of the newest notes are in the report unless one says otherwise; a confidential one never is."""

NOTE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


def heading(note: Note) -> str:
    """Date and kind of a note, and whether it is confidential."""
    words = [day(note.written_on), _(NOTE_KINDS.get(note.kind, note.kind))]
    if note.visibility == "confidential":
        words.append(_("fortroligt"))
    return " · ".join(words)


def _is_checked(index: Index) -> bool:
    # a number from C++, but what was set from here comes back as it was set
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


class NoteList(QListWidget):
    """Checked notes go into the report; Space and a click anywhere in the row check and uncheck."""

    def __init__(self, notes: Iterable[Note]) -> None:
        super().__init__()
        self.setAccessibleName(_("Noter i rapporten"))
        self.setProperty(OWN_RING, True)
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        team = 0
        for note in notes:
            confidential = note.visibility == "confidential"
            team += not confidential
            taken = not confidential and team <= TAKEN_AT_FIRST
            item = QListWidgetItem(heading(note))
            item.setData(NOTE, note)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
            words = " ".join(note.text.split())
            item.setToolTip(words[:400])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heading(note)}: {words[:200]}")
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)

    def taken(self) -> tuple[Note, ...]:
        """The notes that are checked, newest first."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(NOTE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def sizeHint(self) -> QSize:
        rows = max(2, min(5, self.count()))
        return QSize(current().px(200), rows * current().size("row_preview") + current().px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(160), 2 * current().size("row_preview"))


class _Rows(QStyledItemDelegate):
    """A box, then date and kind over the first words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(current().px(160), current().size("row_preview"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, note = current(), index.data(NOTE)
        rect: QRect = option.rect
        state = option.state
        widget = option.widget
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        box = QStyleOptionViewItem(option)
        side, left = theme.px(16), rect.left() + theme.px(2)
        box.rect = QRect(left, rect.top() + (rect.height() - side) // 2, side, side)
        checked = _is_checked(index)
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        )
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, widget)
        room = rect.adjusted(side + theme.px(12), 0, -theme.px(4), 0)
        if note.visibility == "confidential":
            icon = theme.size("icon_small")
            icons.paint(
                painter, room.right() - icon, room.top() + theme.px(6), icon, "lock", theme.colour("text_muted")
            )
        paint_two_lines(painter, room, heading(note), " ".join(note.text.split())[:200], theme, strong=False)
        if widget.hasFocus() and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            pen = painter.pen()
            pen.setWidth(theme.line("focus"))
            painter.setPen(pen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.radius("control"), theme.radius("control"))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent):
            # the whole row is the box: hands that tremble need not hit 16 pixels; a quick second click is a click too
            clicked = event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
            if clicked and event.button() == Qt.MouseButton.LeftButton:
                checked = _is_checked(index)
                wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
                return bool(model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole))
            return False
        return super().editorEvent(event, model, option, index)
