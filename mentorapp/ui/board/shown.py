"""What the board shows at one moment: its lines, their weeks, and the course that is being moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from mentorapp.ui.board.learner_weeks import LearnerWeeks
from mentorapp.ui.board.lines import Group, Line, Span
from mentorapp.ui.book import Entry

if TYPE_CHECKING:
    from mentorapp.domain.at_school import AtSchool
    from mentorapp.domain.week import Week
    from mentorapp.ui.board.course_in_hand import CourseInHand

AXES = (5, 10, 20, 30, 50, 100, 200, 500, 1_000)
"""Heights of the row of learners at school: round numbers, so that it does not change with every learner."""


@dataclass(frozen=True)
class Shown:
    """Made anew when anything in it changes; `rows` are those read so far."""

    lines: tuple[Line, ...]
    span: Span
    today: date
    rows: Mapping[bytes, LearnerWeeks] = field(default_factory=dict)
    hand: CourseInHand | None = None

    def entry(self, line: int) -> Entry | None:
        """The learner of a line; None for a workplace."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return None if isinstance(found, Group) else found

    def row(self, learner: bytes) -> LearnerWeeks | None:
        """A learner's weeks, as they would be with the course in hand; None before they are read."""
        if self.hand is not None and self.hand.learner == learner:
            return self.hand.row
        return self.rows.get(learner)

    def week(self, line: int, column: int) -> Week | None:
        """The week in a cell; None outside the course and before it is read."""
        entry = self.entry(line)
        row = self.row(entry.learner) if entry else None
        return row.week(self.span.monday(column)) if row else None

    @cached_property
    def learner_lines(self) -> tuple[int, ...]:
        """Places of the lines that are learners."""
        return tuple(place for place, line in enumerate(self.lines) if not isinstance(line, Group))

    @cached_property
    def at_school(self) -> dict[date, AtSchool]:
        """Learners at school by Monday, of the lines shown."""
        from mentorapp.domain.at_school import at_school

        entries = (line for line in self.lines if not isinstance(line, Group))
        rows = (self.row(entry.learner) for entry in entries)
        return at_school(row.weeks for row in rows if row is not None)

    @cached_property
    def axis(self) -> int:
        """What a bar of full height stands for."""
        most = max((count.total for count in self.at_school.values()), default=0)
        return next((round_number for round_number in AXES if round_number >= most), most)

    @cached_property
    def required(self) -> int | None:
        """Minutes of school that all who have a requirement are asked; None where they differ."""
        asked = {row.required for row in self.rows.values() if row.required is not None}
        return asked.pop() if len(asked) == 1 else None
