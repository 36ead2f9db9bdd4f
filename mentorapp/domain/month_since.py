"""What was attended and documented from the start of a course to the end of a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow, States


@dataclass(frozen=True, slots=True)
class Since:
    """Minutes from the start to `until`. Nothing is planned here: that figure is always 0.

    `at_least` says that a course which reaches beyond the month has only a total, so that of it the dated days alone
    are in the figures.
    """

    until: date
    clock: States
    counted: States | None
    at_least: bool


def since_start(made: Ledger, last: date) -> Since:
    """Attended and documented by `last`, the end of a month; by the ledger's own day where that is not later."""
    if last >= made.today:
        clock, counted = made.school, made.counted
        told = States(0, clock.attended, clock.documented)
        return Since(
            made.today, told, States(0, counted.attended, counted.documented) if counted else None, at_least=False
        )
    rows = [(row, *_until(row, last)) for row in made.school_rows]
    clock = States(0, sum(attended for _r, attended, _d, _s in rows), sum(proved for _r, _a, proved, _s in rows))
    counted = States(
        0,
        sum(attended * (row.factor or 0) for row, attended, _d, _s in rows),
        sum(proved * (row.factor or 0) for row, _a, proved, _s in rows),
    )
    return Since(last, clock, counted if made.counted else None, not all(sure for _r, _a, _d, sure in rows))


def _until(row: SchoolRow, last: date) -> tuple[int, int, bool]:
    """Attended and documented minutes of a row by `last`, and whether they are all of them."""
    schooling = row.schooling
    begin, end = schooling.first_day or schooling.last_day, schooling.last_day or schooling.first_day
    attended = sum(one.minutes or 0 for one in row.dated if one.status == "present" and one.day <= last)
    sure = True
    if schooling.attended_minutes is not None:
        if end is not None and end <= last:
            attended = schooling.attended_minutes
        elif row.attended > row.dated_minutes:
            sure = begin is not None and begin > last
    proof = schooling.proof_on
    return attended, attended if proof is not None and proof <= last else 0, sure
