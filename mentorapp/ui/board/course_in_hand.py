"""A planned course that has been picked up: where it would lie, and what that does, before it is dropped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentorapp.ui.board.learner_weeks import LearnerWeeks, planned
from mentorapp.ui.book import Opened

if TYPE_CHECKING:
    from mentorapp.domain.planning import Effect
    from mentorapp.domain.schooling import Schooling


class CourseInHand:
    """One course of one learner. Nothing is saved here: `moved` is what a drop would make of the row."""

    def __init__(self, opened: Opened, row: Schooling, today: date, last: date) -> None:
        """`last` is the last day the board reaches to; a course can be moved no further."""
        from mentorapp.domain import course_move

        assert row.last_day is not None
        self.opened, self.before, self._today = opened, row, today
        self._least = course_move.furthest_back(row, today)
        self._most = max(0, (last - row.last_day).days // 7)
        self.weeks = 0
        self.moved = row
        self.effect: Effect | None = None
        self.row = LearnerWeeks()
        self.to(0)

    @property
    def learner(self) -> bytes:
        """Whose course it is."""
        return self.before.learner

    @property
    def days_before(self) -> tuple[date, date]:
        """First and last day of the old place."""
        assert self.before.first_day is not None and self.before.last_day is not None
        return self.before.first_day, self.before.last_day

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of the place it is held over."""
        assert self.moved.first_day is not None and self.moved.last_day is not None
        return self.moved.first_day, self.moved.last_day

    def to(self, weeks: int) -> bool:
        """Hold it so many weeks from its old place, or as far as it can be moved; whether that is another place."""
        from mentorapp.domain import course_move, planning

        weeks = min(max(weeks, self._least), self._most)
        if weeks == self.weeks and self.effect is not None:
            return False
        self.weeks = weeks
        self.moved = course_move.moved(self.before, weeks)
        self.effect = planning.effect(self.opened.case, [self.moved], self._today, self.opened.ledger)
        if self.effect is not None:
            after = self.effect.after
            self.row = LearnerWeeks(after.weeks, planned(after), after.required, (self.moved,))
        return True
