"""What the board needs of one learner: the weeks, the planned total, and the courses that may be moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # the board may be the page the window opens at: names are painted before nouns and rules are imported
    from mentorapp.domain.case_file import CaseFile
    from mentorapp.domain.ledger import Ledger
    from mentorapp.domain.schooling import Schooling
    from mentorapp.domain.week import Week
    from mentorapp.store.session import Session


@dataclass(frozen=True, slots=True)
class LearnerWeeks:
    """One learner's course as a row of the board."""

    weeks: tuple[Week, ...] = ()
    """Every ISO week of the newest course, without a gap."""
    planned: int | None = None
    """Minutes of school that today's plan gives: counted where the programme has factors, else on the clock."""
    required: int | None = None
    """Counted minutes the law asks; None where it asks none."""
    movable: tuple[Schooling, ...] = ()
    """Courses that are only a plan, the shortest first: a block lies over a module, and is what one takes hold of."""

    def week(self, monday: date) -> Week | None:
        """The week that begins on `monday`, None outside the course."""
        if not self.weeks:
            return None
        place = (monday - self.weeks[0].monday).days // 7
        return self.weeks[place] if 0 <= place < len(self.weeks) else None

    def movable_in(self, monday: date) -> tuple[Schooling, ...]:
        """Courses that may be moved and lie in the week of `monday`."""
        sunday = monday + timedelta(days=6)
        return tuple(row for row in self.movable if row.first_day <= sunday and row.last_day >= monday)  # type: ignore[operator]


def of(case: CaseFile, ledger: Ledger | None, today: date) -> LearnerWeeks:
    """The row of a learner whose ledger is already made."""
    from mentorapp.domain import course_move

    if ledger is None or case.enrolment is None:
        return LearnerWeeks()
    own = [row for row in case.only(case.enrolment.id).schooling if course_move.is_movable(row, today)]
    own.sort(key=lambda row: ((row.last_day - row.first_day).days, row.first_day, row.id))  # type: ignore[operator]
    return LearnerWeeks(ledger.weeks, planned(ledger), ledger.required, tuple(own))


def planned(ledger: Ledger) -> int:
    """Minutes of school today's plan gives: the forecast, or the plan on the clock where no factors are known."""
    return ledger.forecast if ledger.forecast is not None else ledger.school.planned


def read(session: Session, learners: list[bytes], today: date) -> dict[bytes, LearnerWeeks]:
    """The rows of `learners`, worked out now; may run on any thread. Who is gone is left out."""
    from mentorapp.domain import ledger as ledgers
    from mentorapp.store import queries

    cases = queries.case_files(session.store, session.organisation, learners)
    return {case.learner.learner: of(case, ledgers.build(case, today), today) for case in cases}
