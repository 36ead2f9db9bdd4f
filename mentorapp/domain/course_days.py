"""Which days of a course are taken: leave, holidays, closing days, and the teaching that is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS, is_weekday
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.pace import full_week
from mentorapp.domain.practice_plan import planned_practice
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling, Session


@dataclass(frozen=True)
class CourseDays:
    """The days of one course with what its ledger planned for them. Days in sets and maps are ordinals."""

    case: CaseFile
    """With the rows of the course alone."""
    ledger: Ledger
    dates: CourseDates
    last: date
    """How far the course is known: its (extended) end, else the last day anything is known of."""
    closed: frozenset[date]
    """Public holidays and the organisation's closing days."""
    holidays: frozenset[int]
    """Days recorded as holiday in the attendance."""
    sessions: Mapping[str, tuple[Session, ...]]
    """Planned teaching days by row of schooling, also of types that do not count; none of a cancelled row."""

    @property
    def taught(self) -> frozenset[int]:
        """Days with planned teaching."""
        return frozenset(session.day.toordinal() for days in self.sessions.values() for session in days)

    def is_free(self, day: int, taught: frozenset[int]) -> bool:
        """Whether `day` is a working day of the course with nothing on it; `taught` is the property, made once."""
        return (
            is_weekday(day)
            and self.dates.start.toordinal() <= day <= (self.dates.last_day or self.last).toordinal()
            and date.fromordinal(day) not in self.closed
            and day not in self.dates.leave
            and day not in self.holidays
            and day not in taught
        )

    def practice(self, beside_school: bool = True) -> Mapping[int, int]:
        """Planned minutes of practice by day; as agreed, whatever the school takes, unless `beside_school`."""
        made = self.ledger.workings
        if beside_school:
            return made.practice_plan
        longest = full_week(self.ledger.rule_set)
        return planned_practice(self.case.placements, self.dates, self.last, {}, longest, made.closed)


def course_days(case: CaseFile, ledger: Ledger) -> CourseDays:
    """The days of the newest enrolment of `case`, whose ledger is `ledger`."""
    assert case.enrolment is not None
    own = case.only(case.enrolment.id)
    closed = PUBLIC_HOLIDAYS | case.organisation.closing_days
    sessions = {row.schooling.id: row.sessions for row in ledger.school_rows if row.planned}
    sessions |= {row.id: _recorded_only(row, closed) for row in own.schooling if row.type not in SCHOOL_TYPES}
    holidays = frozenset(entry.day.toordinal() for entry in own.attendance if entry.status == "holiday")
    return CourseDays(own, ledger, ledger.workings.dates, ledger.workings.horizon, closed, holidays, sessions)


def _recorded_only(row: Schooling, closed: frozenset[date]) -> tuple[Session, ...]:
    """The days of a type that does not count: they count 0 and take time all the same."""
    return () if row.cancelled or (row.session_minutes or 0) <= 0 else tuple(row.sessions(closed))
