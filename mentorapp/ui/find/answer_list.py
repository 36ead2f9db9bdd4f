"""The list of what is found: headings that cannot be chosen, and lines with the searched words marked."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.find.answers import Answer, groups
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.parts.row_paint import paint_ground
from mentorapp.ui.theme import Theme, current

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class AnswerModel(QAbstractListModel):
    """Answers under the headings of their groups; a heading is a text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Answer | str] = []

    def show(self, answers: list[Answer]) -> None:
        """Show other answers, which come by group."""
        self.beginResetModel()
        names = groups()
        self.lines = []
        for group, found in groupby(answers, lambda answer: answer.group):
            self.lines += [names[group], *found]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, str):
                return line
            return ", ".join(filter(None, (line.title, "".join(piece for piece, _marked in line.detail))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class AnswerDelegate(QStyledItemDelegate):
    """Icon, a line of text, and a muted one whose found words stand bold and underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current()
        return QSize(0, theme.px(30) if isinstance(index.data(ROW), str) else theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line = current(), index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if isinstance(line, str):
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("text_muted"))
            room = rect.adjusted(theme.space("control"), 0, -theme.space("control"), -theme.px(4))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line)
        else:
            paint_ground(painter, option, theme, first=True)
            self._paint_answer(painter, rect, line, theme)
            paint_row_focus(painter, option, index, theme)
        painter.restore()

    def _paint_answer(self, painter: QPainter, rect: QRect, answer: Answer, theme: Theme) -> None:
        pad, side = theme.space("control"), theme.size("icon")
        icons.paint(
            painter, rect.left() + pad, rect.top() + (rect.height() - side) // 2, side, answer.icon,
            theme.colour("text_muted"),
        )  # fmt: skip
        room = rect.adjusted(2 * pad + side, 0, -pad, 0)
        upper, lower = theme.line_height("body"), theme.line_height("caption")
        top = room.top() + (room.height() - upper - lower) // 2
        font = theme.font("strong")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        title = QFontMetrics(font).elidedText(answer.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), upper), flags, title)
        self._paint_pieces(painter, QRect(room.left(), top + upper, room.width(), lower), answer, theme)

    def _paint_pieces(self, painter: QPainter, room: QRect, answer: Answer, theme: Theme) -> None:
        flags, left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, room.left()
        for text, marked in answer.detail:
            font = theme.font("caption", 600 if marked else None)
            painter.setFont(font)
            painter.setPen(theme.colour("text" if marked else "text_muted"))
            measure = QFontMetrics(font)
            left_over = room.right() - left
            if left_over <= 0:
                return
            fitting = measure.elidedText(text, Qt.TextElideMode.ElideRight, left_over)
            wide = measure.horizontalAdvance(fitting)
            painter.drawText(QRect(left, room.top(), wide + 2, room.height()), flags, fitting)
            if marked:  # by line as well as by weight: neither colour nor weight alone
                line = theme.line("edge")
                painter.fillRect(left, room.bottom() - line, wide, line, theme.colour("accent"))
            left += wide


class AnswerList(QListView):
    """`activated` by Enter or a click; headings are stepped over."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = AnswerModel()
        self.setModel(self.answers)
        self._delegate = AnswerDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Fundet"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def show_answers(self, answers: list[Answer]) -> None:
        """Show what was found, the first line chosen."""
        self.answers.show(answers)
        self.step(0)
        self.scrollToTop()

    def chosen(self) -> Answer | None:
        """The line that is chosen."""
        line = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return line if isinstance(line, Answer) else None

    def step(self, lines: int) -> None:
        """Choose the line so many further on among those that can be chosen; 0 is the first."""
        places = [place for place, line in enumerate(self.answers.lines) if isinstance(line, Answer)]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) if lines and now in places else -1 if lines > 0 else 0
        place = places[min(max(at + lines, 0), len(places) - 1)]
        self.setCurrentIndex(self.answers.index(place))
        # the heading above the first line of a group is seen with it
        heading = self.answers.index(place - 1)
        if place and isinstance(self.answers.lines[place - 1], str):
            self.scrollTo(heading)
        self.scrollTo(self.currentIndex())
