"""What is chosen on the board, how it is told, and the course that is picked up, moved and dropped."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.ui.board import cell_words, move_words, moving
from mentorapp.ui.board.course_in_hand import CourseInHand
from mentorapp.ui.board.frame import Frame
from mentorapp.ui.board.kept_pixmaps import EDGES_AT_MOST, ROWS_AT_MOST, KeptPixmaps
from mentorapp.ui.board.move_note import MoveNote
from mentorapp.ui.board.scrolling import ScrollingBoard
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.desk import Desk
from mentorapp.ui.focus_ring import OWN_RING
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.week_cell import device_pixels
from mentorapp.ui.theme import current

if TYPE_CHECKING:
    from mentorapp.domain.schooling import Schooling
    from mentorapp.ui.board.learner_weeks import LearnerWeeks


FIRST_S = 0.03
"""Seconds a frame may spend on rows that were not painted before: sixty at once would be felt."""


class ChoosingBoard(ScrollingBoard):
    """Shows what it is given by `set_shown`; mouse and keys are turned into the calls below by `Board`."""

    told = Signal(str, str)
    """The cell under the mouse or the keyboard in words, and what the keys do there."""
    learner_opened = Signal(object)
    dropped = Signal(object, object)
    """A course was dropped: the learner and the row as it is now (`LearnerWeeks`)."""

    def __init__(self, desk: Desk, shown: Shown, over: QWidget) -> None:
        """`over` is the page: the note beside a course may reach beyond the board."""
        self._kept, self._edges = KeptPixmaps(ROWS_AT_MOST), KeptPixmaps(EDGES_AT_MOST)
        super().__init__(shown)
        self._desk = desk
        self.line = 0
        self.column = shown.span.column(shown.today)
        self.pick = 0
        """Which of the movable courses of the chosen cell is meant."""
        self.may_move = moving.may_move(desk)
        self.note = MoveNote(over)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.setAccessibleName(_("Tavle med elever og uger"))
        measured(self, self._forget_pictures)

    @property
    def hand(self) -> CourseInHand | None:
        """The course that is being moved."""
        return self.shown.hand

    def set_shown(self, shown: Shown) -> None:
        """Show other lines or rows. The chosen learner and week stay chosen; a course in hand whose learner has

        changed meanwhile is put back: what its note says is no longer true.
        """
        hand, entry = self.hand, self.shown.entry(self.line)
        monday = self.shown.span.monday(self.column)
        at_foot = bool(self.shown.lines) and self.line >= len(self.shown.lines)
        if hand is not None:
            same = self.shown.rows.get(hand.learner) is shown.rows.get(hand.learner)
            here = any(shown.entry(place) == entry for place in shown.learner_lines)
            if not (same and here):
                self.put_back()
                hand = None
        # the rows are copied: the reader goes on filling its own
        self.shown = replace(shown, rows=dict(shown.rows), hand=hand)
        places = {found.learner: place for place in shown.learner_lines if (found := shown.entry(place))}
        nearest = min(shown.learner_lines, key=lambda place: abs(place - self.line), default=len(shown.lines))
        found_again = places.get(entry.learner) if entry else None
        self.line = (
            len(shown.lines) if at_foot and self.shown.lines else nearest if found_again is None else found_again
        )
        self.column = min(max(shown.span.column(monday), 0), shown.span.weeks - 1)
        self._settle()
        self._tell()

    # Choosing

    def choose(self, line: int, column: int) -> None:
        """Choose a cell, scroll to it and tell of it."""
        self.column = min(max(column, 0), self.shown.span.weeks - 1)
        self.line, self.pick = line, 0
        self.bring_into_sight(self.line, self.column)
        self.viewport().update()
        self._tell()

    def choose_course(self, step: int) -> None:
        """Mean another of the courses that lie in the chosen week."""
        courses = self.courses()
        if len(courses) > 1:
            self.pick = (self.pick + step) % len(courses)
            self._tell()

    def courses(self) -> tuple[Schooling, ...]:
        """Courses in the chosen week that may be moved."""
        entry = self.shown.entry(self.line)
        row = self.shown.row(entry.learner) if entry and self.may_move else None
        return row.movable_in(self.shown.span.monday(self.column)) if row else ()

    def go_to_today(self) -> None:
        """Choose the week of today and bring it to where it stands when the board opens."""
        self.put_back()
        self.bring_to(self.shown.today)
        self.choose(self.line, self.shown.span.column(self.shown.today))

    def words(self) -> str:
        """The chosen cell, or the course in hand, in words."""
        if self.hand is not None:
            return move_words.all_words(self.hand)
        return cell_words.cell(self.shown, self.line, self.column)

    def tell(self, line: int, column: int) -> str:
        """Tell of a cell without choosing it; the words."""
        words = cell_words.cell(self.shown, line, column)
        self.told.emit(words, cell_words.hint(self.shown, line, column, self.may_move, 0))
        return words

    def told_again(self) -> None:
        """Tell of the chosen cell, after the mouse told of others."""
        hint = cell_words.hint(self.shown, self.line, self.column, self.may_move, self.pick)
        self.told.emit(self.words(), "" if self.hand else hint)

    def _tell(self) -> None:
        words, held = self.words(), self.hand is not None
        hint = "" if held else cell_words.hint(self.shown, self.line, self.column, self.may_move, self.pick)
        who = "" if held else cell_words.who(self.shown, self.line)
        self.setAccessibleDescription(" · ".join(filter(None, (words, who, hint))))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.told.emit(words, hint)

    # Moving a course

    def pick_up(self, row: Schooling) -> bool:
        """Take a course in hand; whether it can be moved."""
        if not self.may_move:
            return False
        span = self.shown.span
        hand = moving.pick_up(self._desk, row, span.monday(span.weeks - 1))
        if hand is not None:
            self._hold(hand)
        return hand is not None

    def move_to(self, weeks: int, by_mouse: bool = False) -> None:
        """Hold the course so many weeks from its old place and say what that does."""
        hand = self.hand
        if hand is None:
            return
        before = hand.weeks
        hand.to(weeks)
        self.column += hand.weeks - before
        self._hold(hand)
        if not by_mouse:
            first, last = (self.shown.span.column(day) for day in hand.days)
            self.bring_into_sight(self.line, last)
            self.bring_into_sight(self.line, first)
        self.note.tell(hand, by_mouse)
        self._place_note()
        self._tell()

    def drop(self) -> None:
        """Save the course where it is held."""
        hand = self.hand
        if hand is None:
            return
        row: LearnerWeeks = hand.row
        saved = moving.drop(self._desk, hand)
        self._hold(None)
        if saved:
            self.dropped.emit(hand.learner, row)
        self._tell()

    def put_back(self) -> None:
        """Leave the course where it was."""
        hand = self.hand
        if hand is not None:
            self.column -= hand.weeks
            self._hold(None)
            self._tell()

    def _hold(self, hand: CourseInHand | None) -> None:
        # made anew, so that the learners at school are counted again
        self.shown = replace(self.shown, hand=hand)
        if hand is None:
            self.note.hide()
        self.viewport().update()

    def _place_note(self) -> None:
        if self.hand is not None:
            self.note.place(self.viewport(), self.logical(self._area(self.hand)))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_note()

    def _area(self, hand: CourseInHand) -> QRect:
        """Where the course in hand is seen, in device pixels of the board."""
        layout = self.layout_now
        first, last = (self.shown.span.column(day) for day in hand.days)
        left = layout.grid.left() + layout.x(first) - self.across
        top = layout.grid.top() + layout.tops[self.line] - self.down
        return QRect(left, top, layout.x(last - first + 1), layout.row)

    def hideEvent(self, event: QHideEvent) -> None:
        self.put_back()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.put_back()
        self.viewport().update()

    # Painting

    def _forget_pictures(self) -> None:
        self._kept.clear()
        self._edges.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        limit = time.perf_counter() + FIRST_S
        with device_pixels(painter, QPoint(0, 0)):
            frame = Frame(
                painter, self._kept, self._edges, self.layout_now, self.shown, current(),
                self.across, self.down, self.line, self.column, self.hasFocus(),
                lambda: time.perf_counter() < limit,
            )  # fmt: skip
            frame.paint()
        painter.end()
        if frame.unfinished:
            # the rest after the keys and the mouse have had their turn
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
