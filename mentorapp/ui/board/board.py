"""The board itself: learners down, weeks across, under mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.ui.board.choosing import ChoosingBoard
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.week_cell import SCHOOL, blocks

if TYPE_CHECKING:
    from mentorapp.domain.schooling import Schooling

SCROLL_MS = 90
"""How often the board goes a week further while a course is held beyond its edge."""

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Grip(NamedTuple):
    """Where the mouse took hold of a course."""

    course: Schooling
    column: int
    point: QPoint


class Board(ChoosingBoard):
    """← → a week, ↑ ↓ a learner, PgUp PgDn a page, Home End the course's ends, T today, Enter opens the learner.

    Ctrl+← → picks up the planned course of the chosen week and moves it, Ctrl+↑ ↓ means another course of that
    week; then Enter saves and Esc puts back. With the mouse: click, double click, drag.
    """

    def __init__(self, desk: Desk, shown: Shown, over: QWidget) -> None:
        super().__init__(desk, shown, over)
        self._grip: Grip | None = None
        self._pointer = QPoint()
        self._beyond = QTimer(self, interval=SCROLL_MS)
        self._beyond.timeout.connect(self._scroll_on)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Key(event.key())
        if self.hand is not None:
            self._key_in_hand(key, event)
        elif held == Control:
            self._control(key, event)
        elif held != Qt.KeyboardModifier.NoModifier or not self._plain(key):
            super().keyPressEvent(event)

    def _plain(self, key: Qt.Key) -> bool:
        if key in (Key.Key_Left, Key.Key_Right):
            self.choose(self.line, self.column + (1 if key == Key.Key_Right else -1))
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step(1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            page = max(1, self.layout_now.grid.height() // self.layout_now.row - 1)
            self._step(page if key == Key.Key_PageDown else -page)
        elif key in (Key.Key_Home, Key.Key_End):
            self.choose(self.line, self._end_of_course(last=key == Key.Key_End))
        elif key == Key.Key_T:
            self.go_to_today()
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(self.line)
        else:
            return False
        return True

    def _control(self, key: Qt.Key, event: QKeyEvent) -> None:
        if key in (Key.Key_Left, Key.Key_Right):
            courses = self.courses()
            if courses and self.pick_up(courses[self.pick % len(courses)]):
                self.move_to(1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Up, Key.Key_Down):
            self.choose_course(1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Home, Key.Key_End):
            self._step(-len(self.shown.lines) if key == Key.Key_Home else len(self.shown.lines))
        else:
            super().keyPressEvent(event)

    def _key_in_hand(self, key: Qt.Key, event: QKeyEvent) -> None:
        """While a course is held only what moves, saves or ends that has a meaning."""
        assert self.hand is not None
        if key in (Key.Key_Left, Key.Key_Right):
            if self._grip is None:
                self.move_to(self.hand.weeks + (1 if key == Key.Key_Right else -1))
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._let_go()
            self.drop()
        elif key == Key.Key_Escape:
            self._let_go()
            self.put_back()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go up or down by learners; below the last is the row of learners at school."""
        places = [*self.shown.learner_lines, len(self.shown.lines)]
        now = places.index(self.line) if self.line in places else 0
        self.choose(places[min(max(now + by, 0), len(places) - 1)], self.column)

    def _end_of_course(self, last: bool) -> int:
        entry = self.shown.entry(self.line)
        row = self.shown.row(entry.learner) if entry else None
        if row is None or not row.weeks:
            return self.shown.span.weeks - 1 if last else 0
        return self.shown.span.column(row.weeks[-1 if last else 0].monday)

    def _open(self, line: int) -> None:
        entry = self.shown.entry(line)
        if entry is not None:
            self.learner_opened.emit(entry.learner)

    # Mouse

    def _at(self, event: QMouseEvent) -> tuple[int | None, int | None]:
        """The line and the column under the mouse; the line after the last is the row of learners at school."""
        layout, point = self.layout_now, self._device(event.position().toPoint())
        line = layout.line_at(point.y(), self.down)
        if line is None and point.y() >= layout.below:
            line = len(self.shown.lines)
        return line, layout.column_at(point.x(), self.across)

    def _device(self, point: QPoint) -> QPoint:
        ratio = self.devicePixelRatioF()
        return QPoint(int(point.x() * ratio), int(point.y() * ratio))

    def _is_name(self, event: QMouseEvent, line: int | None) -> bool:
        left_of_weeks = self._device(event.position().toPoint()).x() < self.layout_now.grid.left()
        return left_of_weeks and line is not None and self.shown.entry(line) is not None

    def _course_at(self, line: int, column: int, y: int) -> Schooling | None:
        """The movable course under the mouse: of the kind that is pointed at, else the shortest of the week."""
        from mentorapp.domain.school_days import OTHER_SCHOOL, SEGMENT_KINDS

        entry = self.shown.entry(line)
        row = self.shown.row(entry.learner) if entry and self.may_move else None
        courses = row.movable_in(self.shown.span.monday(column)) if row else ()
        week = self.shown.week(line, column)
        if not courses or week is None:
            return None
        layout = self.layout_now
        high = layout.grid.top() + layout.tops[line] - self.down + layout.base - y
        kind = next((block.segment.kind for block in blocks(week.segments, layout.measure) if high <= block.high), "")
        alike = [course for course in courses if SEGMENT_KINDS.get(course.type, OTHER_SCHOOL) == kind]
        return alike[0] if alike else None if kind in SCHOOL else courses[0]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line, column = self._at(event)
        if event.button() != Qt.MouseButton.LeftButton or line is None or self.hand is not None:
            return
        if self._is_name(event, line):
            self._open(line)
        elif line >= len(self.shown.lines) or self.shown.entry(line) is not None:
            self.choose(line, self.column if column is None else column)
            point = event.position().toPoint()
            course = None if column is None else self._course_at(line, column, self._device(point).y())
            if course is not None and column is not None:
                self._grip = Grip(course, column, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if self._grip is not None:
            far = (self._pointer - self._grip.point).manhattanLength() >= QApplication.startDragDistance()
            if self.hand is not None or (far and self._take_hold()):
                self._drag()
            return
        line, column = self._at(event)
        if self._is_name(event, line):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif line is None or column is None or self.hand is not None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setToolTip(self.tell(line, column))
            over = self._course_at(line, column, self._device(self._pointer).y())
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._grip is not None and self.hand is not None
        self._let_go()
        if dragged:
            self.drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line, _column = self._at(event)
        if line is not None and not self._is_name(event, line):
            self._open(line)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self.hand is None:
            self.told_again()
        return super().viewportEvent(event)

    def _take_hold(self) -> bool:
        assert self._grip is not None
        if self.pick_up(self._grip.course):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        self._grip = None
        return False

    def _drag(self) -> None:
        """Hold the course under the mouse; beyond an edge the board goes on by itself."""
        assert self._grip is not None
        layout = self.layout_now
        x = self._device(self._pointer).x() - layout.grid.left()
        inside = min(max(x, 0), layout.grid.width() - 1)
        column = (inside + self.across) // layout.measure.pitch
        self.move_to(column - self._grip.column, by_mouse=True)
        if x == inside:
            self._beyond.stop()
        elif not self._beyond.isActive():
            self._beyond.start()

    def _scroll_on(self) -> None:
        layout, bar = self.layout_now, self.horizontalScrollBar()
        right = self._device(self._pointer).x() > layout.grid.center().x()
        bar.setValue(bar.value() + (layout.measure.pitch if right else -layout.measure.pitch))
        if self._grip is not None and self.hand is not None:
            self._drag()

    def _let_go(self) -> None:
        self._grip = None
        self._beyond.stop()
        self.viewport().unsetCursor()

    def put_back(self) -> None:
        """Leave the course where it was, whatever held it."""
        if self.hand is not None:
            self._let_go()
        super().put_back()
