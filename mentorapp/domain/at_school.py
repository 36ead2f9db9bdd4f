"""How many learners are at school in each week, counted from the same weeks that are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.school_days import OTHER_SCHOOL, SEGMENT_KINDS
from mentorapp.domain.week import Segment, Week

_SCHOOL = frozenset({*SEGMENT_KINDS.values(), OTHER_SCHOOL})


@dataclass(frozen=True, slots=True)
class AtSchool:
    """Learners of one ISO week. Each is counted once, however many days and courses the week holds."""

    done: int = 0
    """With any school of the week attended or documented."""
    planned: int = 0
    """With school that is planned, or past and not confirmed, and none attended."""

    @property
    def total(self) -> int:
        """Both together."""
        return self.done + self.planned


def at_school(courses: Iterable[Iterable[Week]]) -> dict[date, AtSchool]:
    """Learners at school by the Monday of the week, one course a learner; weeks with nobody are left out."""
    found: dict[date, list[int]] = {}
    for weeks in courses:
        for week in weeks:
            state = _state(week.segments)
            if state is not None:
                found.setdefault(week.monday, [0, 0])[state] += 1
    return {monday: AtSchool(done, planned) for monday, (done, planned) in found.items()}


def _state(segments: Iterable[Segment]) -> int | None:
    """0 for school attended, 1 for school planned alone, None without school."""
    state = None
    for segment in segments:
        if segment.kind in _SCHOOL:
            if segment.state != "planned":
                return 0
            state = 1
    return state
