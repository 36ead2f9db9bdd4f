"""The monthly statement: the teaching of one calendar month, held and still to come, each line with who said so.

The learner applies for allowance and travel by it, so nothing is worked out that nobody said: where the school gave
one total for a course, the hours of its single days are unknown and stay so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.month_lines import STATES, Line, lines_of, recorded_only, without_course
from mentorapp.domain.month_since import Since, since_start
from mentorapp.domain.schooling import Schooling


@dataclass(frozen=True, slots=True)
class MonthStatement:
    """The statement of one calendar month as it is known on `ledger.today`."""

    first: date
    last: date
    ledger: Ledger
    lines: tuple[Line, ...]
    since: Since
    undated: tuple[Schooling, ...]
    """Courses that no month can have, for they have no dates."""

    @property
    def month(self) -> str:
        """`2026-11`, as in a MonthClaim."""
        return f"{self.first:%Y-%m}"

    @property
    def has_school(self) -> bool:
        """Whether teaching was held, missed or planned."""
        return any(line.state != "closed" for line in self.lines)

    def of(self, *states: str) -> tuple[Line, ...]:
        """The lines in `states`."""
        return tuple(line for line in self.lines if line.state in states)

    @property
    def attended_days(self) -> tuple[date, ...]:
        """Days on which the learner was at school, by the school: those of travel allowance."""
        return _days(line for line in self.of("held") if line.attended is None or line.attended > 0)

    @property
    def coming_days(self) -> tuple[date, ...]:
        """Days of teaching still to come."""
        return tuple(day for day in _days(self.of("coming")) if day not in set(self.attended_days))

    @property
    def unknown_days(self) -> tuple[date, ...]:
        """Days of teaching by the pattern of which nobody has said who came."""
        known = {*self.attended_days, *self.coming_days}
        return tuple(day for day in _days(self.of("total", "unknown", "unconfirmed")) if day not in known)

    @property
    def has_unknown_days(self) -> bool:
        """Whether there was or will be teaching on days that nobody has named."""
        return any(not line.days for line in self.lines)

    @property
    def is_least(self) -> bool:
        """Whether there may be more attended hours than the lines know: days nobody has said everything of."""
        unsaid = any(line.attended is None for line in self.of("held"))
        return unsaid or bool(self.of("unknown", "unconfirmed"))

    @property
    def absences(self) -> dict[str, tuple[Line, ...]]:
        """The lines missed, by status."""
        statuses = dict.fromkeys(line.status or "" for line in self.of("absent"))
        return {status: tuple(line for line in self.of("absent") if line.status == status) for status in statuses}

    def attended(self) -> int:
        """Clock minutes attended in the month, as far as they are known."""
        return sum(line.attended or 0 for line in self.lines)

    def counted(self) -> int:
        """Counted minutes attended in the month, as far as they are known."""
        return sum(line.counted or 0 for line in self.lines)

    def planned(self, *states: str) -> tuple[int, int]:
        """Clock and counted minutes planned in the lines in `states`, as far as they are known."""
        lines = self.of(*states)
        return sum(line.planned or 0 for line in lines), sum(line.counted_plan or 0 for line in lines)


def statement(case: CaseFile, made: Ledger, month: date) -> MonthStatement | None:
    """The statement of the calendar month of `month`; `made` is the ledger of `case`. None without a course."""
    if case.enrolment is None:
        return None
    own, first, last = case.only(case.enrolment.id), month.replace(day=1), last_of_month(month)
    rows = (*made.school_rows, *recorded_only(own, made))
    lines = [line for row in rows for line in lines_of(row, first, last, made.today)]
    lines += without_course(own, first, last, made.today)
    lines.sort(key=lambda line: (line.first, line.last, line.title, STATES.index(line.state)))
    undated = [row for row in rows if row.schooling.first_day is None and row.schooling.last_day is None]
    return MonthStatement(
        first,
        last,
        made,
        tuple(lines),
        since_start(made, last),
        tuple(row.schooling for row in undated if row.planned or row.attended),
    )


def last_of_month(day: date) -> date:
    """The last day of the calendar month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _days(lines: Iterable[Line]) -> tuple[date, ...]:
    return tuple(sorted({day for line in lines for day in line.days}))
