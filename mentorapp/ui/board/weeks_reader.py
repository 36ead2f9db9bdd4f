"""Reads the weeks of the learners on the board in the background, a few at a time, and again when they change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from mentorapp.ui.board.learner_weeks import LearnerWeeks, read
from mentorapp.ui.desk import Desk

AT_ONCE = 8
"""Learners read in one go: rows fill in from the top while the window goes on."""


class WeeksReader(QObject):
    """Keeps the rows that were read; `updated(ids)` when there are new ones."""

    updated = Signal(object)

    def __init__(self, desk: Desk, page: QObject) -> None:
        # of the page: without a parent it could be taken down on the thread that reads
        super().__init__(page)
        self._desk = desk
        self.known: dict[bytes, LearnerWeeks] = {}
        self._old: set[bytes] = set()
        self._waiting: list[bytes] = []
        self._working = False

    def want(self, learners: Iterable[bytes]) -> None:
        """Read those of `learners` that are not known, or have changed; the first of them first."""
        self._waiting = [learner for learner in learners if learner not in self.known or learner in self._old]
        self._next()

    def forget(self, learners: Iterable[bytes]) -> None:
        """These have changed: they are shown as they were until they have been read again."""
        self._old.update(learners)

    def put(self, learner: bytes, row: LearnerWeeks) -> None:
        """Show a row as it will be read: a course that was just dropped stays where it was dropped."""
        self.known[learner] = row

    @property
    def complete(self) -> bool:
        """Whether everything that is wanted has been read."""
        return not self._waiting and not self._working

    def _next(self) -> None:
        if self._working or not self._waiting:
            return
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        # before reading: what changes from here on is old again
        self._old.difference_update(batch)
        self._working = True
        session = self._desk.session
        self._desk.run(self, lambda: read(session, batch, session.today), lambda made: self._take(batch, made))

    def _take(self, batch: list[bytes], made: dict[bytes, LearnerWeeks]) -> None:
        self._working = False
        for learner in batch:
            self.known.pop(learner, None)
        self.known.update(made)
        self.updated.emit(frozenset(batch))
        self._next()
