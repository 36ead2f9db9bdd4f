"""The columns of the learners' table, and how their cells are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.i18n import _, day, hours
from mentorapp.ui.book import Book, Entry
from mentorapp.ui.parts.chip import paint_chip
from mentorapp.ui.parts.mini_strip import paint_mini_strip
from mentorapp.ui.parts.row_focus import paint_row_focus
from mentorapp.ui.parts.row_paint import paint_ground, paint_two_lines
from mentorapp.ui.parts.totals_paint import Totals, paint_totals
from mentorapp.ui.status_words import SORT_LAST, state_of
from mentorapp.ui.table_model import DETAIL, ROW, Column
from mentorapp.ui.theme import Theme, current


def columns() -> list[Column]:
    """Made when the page is made, so that titles follow the language."""
    return [
        Column("name", _("Elev"), lambda e: e.name, lambda e: e.name.casefold(), _course_line),
        Column("site", _("Praktiksted"), lambda e: e.site, lambda e: (e.site, e.department) if e.site else None,
               lambda e: e.department),
        Column("strip", _("Forløb"), _dates, lambda e: e.start),
        Column("school", _("Skoletimer"), _school, _share, _of_required),
        Column("status", _("Status"), lambda e: state_of(e).text, lambda e: e.status.order if e.status else SORT_LAST,
               lambda e: e.mentor),
    ]  # fmt: skip


def _course_line(entry: Entry) -> str:
    if not entry.programme:
        return ""
    if entry.end is None:
        return _("{programme} · ingen slutdato").format(programme=entry.programme)
    return _("{programme} · slut {end}").format(programme=entry.programme, end=day(entry.end))


def _dates(entry: Entry) -> str:
    return f"{day(entry.start)}–{day(entry.end) if entry.end else ''}" if entry.start else ""


def _school(entry: Entry) -> str:
    return hours(entry.attended) if entry.attended is not None else ""


def _of_required(entry: Entry) -> str:
    return _("af {n} t").format(n=hours(entry.required, 0)) if entry.required else _("timer")


def _share(entry: Entry) -> float | None:
    if entry.attended is None:
        return None
    return entry.attended / entry.required if entry.required else 2.0 + entry.attended


class LearnerDelegate(QStyledItemDelegate):
    """Draws a learner's row: two lines, mini strip, hours with a bar, and the state as a chip."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, current().size("row"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, entry = current(), index.data(ROW)
        rect: QRect = option.rect
        key = index.model().columns[index.column()].key  # type: ignore[attr-defined]
        painter.save()
        paint_ground(painter, option, theme, first=index.column() == 0)
        pad = theme.space("control")
        room = rect.adjusted(pad + (theme.px(4) if key == "name" else 0), 0, -pad, 0)
        if key == "strip":
            self._paint_strip(painter, room, entry, theme)
        elif key == "school":
            self._paint_school(painter, room, entry, theme)
        elif key == "status":
            if entry.known:
                paint_chip(painter, room, state_of(entry), theme)
        else:
            text, detail = index.data(Qt.ItemDataRole.DisplayRole), index.data(DETAIL)
            paint_two_lines(painter, room, text, detail, theme, strong=key == "name")
        paint_row_focus(painter, option, index, theme)
        painter.restore()

    def _paint_strip(self, painter: QPainter, room: QRect, entry: Entry, theme: Theme) -> None:
        # weeks are kept for the learners last shown only: a thousand learners' weeks would fill the memory
        opened = self._book.open(entry.learner) if entry.known else None
        if opened and opened.ledger:
            paint_mini_strip(painter, room, opened.ledger.weeks, opened.ledger.today, theme)

    def _paint_school(self, painter: QPainter, room: QRect, entry: Entry, theme: Theme) -> None:
        if entry.attended is None:
            return
        bar = theme.size("totals_bar_small")
        line = theme.line_height("small")
        top = room.top() + (room.height() - line - theme.px(3) - bar) // 2
        row = QRect(room.left(), top, min(room.width(), theme.px(140)), line)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _school(entry))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _of_required(entry))
        if entry.required:
            totals = Totals(entry.required, entry.expected, entry.attended, entry.documented, entry.planned)
            paint_totals(painter, QRect(row.left(), row.bottom() + theme.px(4), row.width(), bar), totals, theme)
