"""Paints the list of alerts: the sentence and what to do, and at the right where it leads and how to put it off."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.i18n import _
from mentorapp.ui import icons
from mentorapp.ui.pages.alert_model import AlertRow, GroupHead, Index
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.parts.row_paint import paint_ground
from mentorapp.ui.table_model import ROW
from mentorapp.ui.theme import Theme, current

WRAP = Qt.TextFlag.TextWordWrap


class AlertDelegate(QStyledItemDelegate):
    """Icon, name and rule, the sentence and what to do, and at the right where the row leads."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, row = current(), index.data(ROW)
        if isinstance(row, GroupHead):
            return QSize(0, theme.px(24))
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        words = self._words(QRect(0, 0, width, 10_000), theme)
        high = QFontMetrics(theme.font("body")).boundingRect(words, WRAP, row.sentence).height()
        return QSize(0, theme.px(8) + theme.line_height("body") + max(theme.line_height("body"), high) + theme.px(9))

    def _words(self, rect: QRect, theme: Theme) -> QRect:
        link = max(_width(text, theme) for text in (open_words(), later_words(False), later_words(True)))
        return rect.adjusted(theme.px(55), 0, -link - theme.space("panel") - theme.px(16), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current(), index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, GroupHead):
            self._paint_head(painter, rect, row, theme)
        else:
            paint_ground(painter, option, theme, first=True)
            self._paint_row(painter, rect, row, theme)
            paint_row_focus(painter, option, index, theme)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: GroupHead, theme: Theme) -> None:
        painter.fillRect(rect, theme.colour("surface"))
        room = rect.adjusted(theme.space("panel"), 0, 0, 0)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.ink(head.tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, head.text)
        used = QFontMetrics(theme.font("label")).horizontalAdvance(head.text)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(room.adjusted(used + theme.px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(head.count))

    def _paint_row(self, painter: QPainter, rect: QRect, row: AlertRow, theme: Theme) -> None:
        side, line, tone = theme.size("icon"), theme.line_height("body"), row.tone
        top = rect.top() + theme.px(8)
        left = rect.left() + theme.space("panel")
        icons.paint(
            painter, left, top + line - side // 2, side, "clock" if row.hidden else ICONS[tone], theme.ink(tone)
        )
        words = self._words(rect, theme)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        strong = QFontMetrics(theme.font("strong"))
        # the rule has its room beside the longest name
        name = strong.elidedText(row.name, Qt.TextElideMode.ElideRight, words.width() * 2 // 3)
        painter.drawText(QRect(words.left(), top, words.width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        used = strong.horizontalAdvance(name) + theme.px(10)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text_muted"))
        source = QRect(words.left() + used, top, max(0, words.width() - used), line)
        said = QFontMetrics(theme.font("caption")).elidedText(
            f"{row.alert.source} · {row.alert.id}", Qt.TextElideMode.ElideMiddle, source.width()
        )
        painter.drawText(source, Qt.AlignmentFlag.AlignVCenter, said)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(words.left(), top + line, words.width(), rect.height()), WRAP, row.sentence)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("accent"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(rect.left(), top, rect.width() - theme.space("panel"), line), right, open_words())
        painter.drawText(self.later_rect(rect, row), right, later_words(row.hidden is not None))

    def later_rect(self, rect: QRect, row: AlertRow) -> QRect:
        """Where "Udsæt …" stands in the row that fills `rect`."""
        theme = current()
        width, line = _width(later_words(row.hidden is not None), theme), theme.line_height("body")
        right = rect.right() + 1 - theme.space("panel")
        return QRect(right - width, rect.top() + theme.px(8) + line, width, line)


def open_words() -> str:
    """Words that lead to the learner."""
    return _("Se forløb")


def later_words(hidden: bool) -> str:
    """Words that put an alert off, or bring it back."""
    return _("Hent frem") if hidden else _("Udsæt …")


def _width(text: str, theme: Theme) -> int:
    return QFontMetrics(theme.font("strong")).horizontalAdvance(text)
