"""School hours of a course: each row's plan, what of it has fallen due, what was attended, what is documented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from mentorapp.domain.attendance import Attendance
from mentorapp.domain.learner import Learner
from mentorapp.domain.programme import Programme
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling, Session
from mentorapp.domain.whole_minutes import half_up, shares


@dataclass(frozen=True, slots=True)
class States:
    """Minutes in the three honest states. Each is a total of its own; none is derived from another."""

    planned: int = 0
    attended: int = 0
    documented: int = 0


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One row of schooling that counts as a type, with its figures in clock minutes."""

    schooling: Schooling
    factor: int | None
    """Clock minutes x factor = counted minutes; 0 where they do not count, None for programmes without factors."""
    planned: int
    due: int
    """What of the plan has fallen due by today."""
    attended: int
    documented: int
    sessions: tuple[Session, ...]
    """The teaching days with the planned minutes laid over them (also of a cancelled row)."""
    dated: tuple[Attendance, ...]
    """What the school said about single days, up to and including today or announced for later."""
    pattern_minutes: int | None
    """What the weekly pattern gives; None without one. Stated minutes win over it."""
    dated_minutes: int
    """Minutes present by dated attendance up to today. A stated total wins over it."""


def school_rows(
    rows: Iterable[Schooling],
    dated: Mapping[str, Sequence[Attendance]],
    factors: Mapping[str, int] | None,
    closed: frozenset[date],
    today: date,
) -> tuple[SchoolRow, ...]:
    """The rows whose type counts (BEK 1825/2023 § 6), each with its figures; other types count 0 everywhere.

    `dated` holds the school attendance by row id, `closed` public holidays and closing days.
    """
    return tuple(
        _school_row(row, tuple(dated.get(row.id, ())), factors, closed, today)
        for row in rows
        if row.type in SCHOOL_TYPES
    )


def exam_passed_before(learner: Learner, start: date) -> bool:
    """Whether a Prøve i Dansk was passed before `start`, so that danskuddannelse no longer counts.

    One of unknown date is taken as such, and said (definitions, "After a passed Prøve i Dansk").
    """
    return learner.exam is not None and (learner.exam_passed_on is None or learner.exam_passed_on < start)


def counting_factors(programme: Programme | None, danish_counts: bool) -> dict[str, int] | None:
    """Factor by school type, 0 where a type does not count; None for programmes without factors."""
    if programme is None or not programme.factors:
        return None
    factors = dict.fromkeys(SCHOOL_TYPES, 0) | {key: figure.value for key, figure in programme.factors.items()}
    return factors if danish_counts else factors | {"danskuddannelse": 0}


def attendance_by_row(
    rows: Iterable[Schooling], attendance: Iterable[Attendance]
) -> tuple[dict[str, list[Attendance]], bool]:
    """School attendance by row of schooling, and whether some belongs to none."""
    dated: dict[str, list[Attendance]] = {row.id: [] for row in rows}
    unlinked = False
    for entry in attendance:
        if entry.kind == "school":
            if entry.schooling in dated:
                dated[entry.schooling].append(entry)
            else:
                unlinked = True
    return dated, unlinked


def clock_states(rows: Iterable[SchoolRow]) -> States:
    """Clock minutes of `rows` together."""
    return _sum((row, 1) for row in rows)


def counted_states(rows: Iterable[SchoolRow]) -> States:
    """Counted minutes of `rows` together: clock minutes x factor."""
    return _sum((row, row.factor or 0) for row in rows)


def _sum(weighted: Iterable[tuple[SchoolRow, int]]) -> States:
    planned = attended = documented = 0
    for row, factor in weighted:
        planned += row.planned * factor
        attended += row.attended * factor
        documented += row.documented * factor
    return States(planned, attended, documented)


def _school_row(
    row: Schooling,
    dated: tuple[Attendance, ...],
    factors: Mapping[str, int] | None,
    closed: frozenset[date],
    today: date,
) -> SchoolRow:
    pattern = tuple(row.sessions(closed)) if (row.session_minutes or 0) > 0 else ()
    pattern_minutes = sum(session.minutes for session in pattern) if pattern else None
    # Nobody can have been present on a day that has not come.
    present = sum(entry.minutes or 0 for entry in dated if entry.status == "present" and entry.day <= today)
    attended = present if row.attended_minutes is None else row.attended_minutes
    stated = (pattern_minutes or 0) if row.planned_minutes is None else row.planned_minutes
    planned = 0 if row.cancelled else stated
    days = () if pattern else _teaching_days(row, closed)
    return SchoolRow(
        schooling=row,
        factor=None if factors is None else factors[row.type],
        planned=planned,
        due=_due(row, planned, attended, pattern, days, today),
        attended=attended,
        documented=attended if row.proof_on is not None and row.proof_on <= today else 0,
        # Without a plan the attended minutes are laid over the days, so that they are seen where they happened.
        sessions=_fitted(pattern, stated or attended) if pattern else _spread(days, stated or attended),
        dated=dated,
        pattern_minutes=pattern_minutes,
        dated_minutes=present,
    )


def _due(
    row: Schooling, planned: int, attended: int, pattern: Sequence[Session], days: Sequence[date], today: date
) -> int:
    """What of `planned` has fallen due: session by session until it is used up, all of it on the last day.

    A row without a pattern falls due evenly over its teaching days; one without dates as it is attended, since
    only that says that it has been.
    """
    last_day = row.last_day or row.first_day
    if last_day is None:
        return min(planned, attended)
    if last_day <= today:
        return planned
    if pattern:
        return min(planned, sum(session.minutes for session in pattern if session.day <= today))
    return half_up(Fraction(planned * sum(1 for day in days if day <= today), len(days)))


def _teaching_days(row: Schooling, closed: frozenset[date]) -> tuple[date, ...]:
    """The days of a row without clock times: its weekdays, else Monday to Friday; its last day where none is left."""
    first, last = row.first_day or row.last_day, row.last_day or row.first_day
    if first is None or last is None:
        return ()
    weekdays = row.weekdays or (1, 2, 3, 4, 5)
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return tuple(day for day in days if day.isoweekday() in weekdays and day not in closed) or (last,)


def _spread(days: Sequence[date], minutes: int) -> tuple[Session, ...]:
    """`minutes` laid evenly over `days`."""
    if not days:
        return ()
    return tuple(Session(day, share) for day, share in zip(days, shares(minutes, len(days)), strict=True) if share)


def _fitted(pattern: Sequence[Session], minutes: int) -> tuple[Session, ...]:
    """The sessions of the pattern until `minutes` are used up; the last one takes the rest."""
    fitted: list[Session] = []
    left = minutes
    for session in pattern:
        if left <= 0:
            break
        # A last bit under half a session is no day of teaching of its own: 37,03 sessions are 37.
        if fitted and 2 * left < session.minutes:
            break
        fitted.append(session if left >= session.minutes else Session(session.day, left))
        left -= fitted[-1].minutes
    if fitted and left > 0:
        fitted[-1] = Session(fitted[-1].day, fitted[-1].minutes + left)
    return tuple(fitted)
