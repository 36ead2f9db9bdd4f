"""Lays the hours of schooling over the days they belong to, for the cells of the weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.week import DAY
from mentorapp.domain.whole_minutes import FULL_DAY

LEAST_WHOLE_DAY = 270
"""A session of 4,5 hours is drawn as a day, a shorter one as half a day."""

SEGMENT_KINDS = {"amu": "amu", "danskuddannelse": "danish"}
OTHER_SCHOOL = "other"

ABSENCE_KINDS = {
    "sick": "sick",
    "child_sick": "sick",
    "holiday": "holiday",
    "closed": "holiday",
    "time_off": "leave",
    "care_day": "leave",
    "leave": "leave",
    "lawful": "leave",
    "unexcused": "unexcused",
}
"""Kind of segment by attendance status."""


class Part(NamedTuple):
    """A part of one day: kind and state of its segment, minutes, and eighths of a day."""

    kind: str
    state: str
    minutes: int
    eighths: int


def lay_out(rows: Iterable[SchoolRow], today: date) -> dict[int, list[Part]]:
    """The parts of school by day (ordinal): attended, planned, and sessions missed.

    Dated attendance lies where it was recorded, up to the row's total; what is left of the total lies on the
    earliest past sessions nobody said anything about, and what no session can hold on the last attended one.
    So the attended parts of a row sum to its attended minutes. Past sessions beyond that stay planned: an
    outline left of today's line asks to be confirmed. Where a proof says how much was attended in all, nothing is
    left to confirm, and sessions missed before it are not shown. A cancelled row has no planned parts.
    """
    days: dict[int, list[Part]] = {}
    now = today.toordinal()
    for row in rows:
        kind = SEGMENT_KINDS.get(row.schooling.type, OTHER_SCHOOL)
        done_state = "documented" if row.documented else "done"
        sessions = {session.day.toordinal(): session.minutes for session in row.sessions}
        missed = {
            entry.day.toordinal(): ABSENCE_KINDS[entry.status] for entry in row.dated if entry.status in ABSENCE_KINDS
        }
        attended = _attended_by_day(row, sessions, missed, now)
        for day, minutes in attended.items():
            days.setdefault(day, []).append(Part(kind, done_state, minutes, eighths(minutes)))
        for day, absence in missed.items():
            if day not in attended:
                minutes = sessions.get(day, FULL_DAY)
                state = "done" if day <= now else "planned"
                days.setdefault(day, []).append(Part(absence, state, minutes, eighths(minutes)))
        if row.planned:
            settled = _settled_until(row, now)
            for day, minutes in sessions.items():
                if day > settled and day not in attended and day not in missed:
                    days.setdefault(day, []).append(Part(kind, "planned", minutes, eighths(minutes)))
    return days


def planned_by_day(rows: Iterable[SchoolRow]) -> dict[int, int]:
    """Planned clock minutes by day (ordinal)."""
    planned: dict[int, int] = {}
    for row in rows:
        for session in row.sessions if row.planned else ():
            day = session.day.toordinal()
            planned[day] = planned.get(day, 0) + session.minutes
    return planned


def eighths(minutes: int) -> int:
    """Height of a session: a whole day or half a day."""
    return DAY if minutes >= LEAST_WHOLE_DAY else DAY // 2


def _settled_until(row: SchoolRow, now: int) -> int:
    """The day (ordinal) of the proof of a known total, 0 where nothing is settled."""
    proof = row.schooling.proof_on
    if proof is None or proof.toordinal() > now or row.schooling.attended_minutes is None:
        return 0
    return proof.toordinal()


def _attended_by_day(row: SchoolRow, sessions: dict[int, int], missed: dict[int, str], now: int) -> dict[int, int]:
    """The row's attended minutes by ordinal, in order of the rules of `lay_out`."""
    left = row.attended
    if not left:
        return {}
    attended: dict[int, int] = {}
    recorded: set[int] = set()
    for entry in sorted(row.dated, key=lambda entry: entry.day):
        if entry.status == "present" and entry.minutes and entry.day.toordinal() <= now:
            day = entry.day.toordinal()
            recorded.add(day)
            taken = min(left, entry.minutes)
            if taken:
                attended[day] = attended.get(day, 0) + taken
                left -= taken
    for day, minutes in sessions.items():
        if not left or day > now:
            break
        if day not in recorded and day not in missed:
            attended[day] = min(left, minutes)
            left -= attended[day]
    if left and (attended or sessions):
        last = max(attended) if attended else next(iter(sessions))
        attended[last] = attended.get(last, 0) + left
    return attended
