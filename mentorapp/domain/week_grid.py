"""The weeks of a course, cell by cell: school on the base line, then practice, and absence from the top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from mentorapp.domain.calendar import PUBLIC_HOLIDAY_ORDINALS, is_weekday, monday_ordinal
from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.practice_hours import PracticeEntries
from mentorapp.domain.school_days import ABSENCE_KINDS, LEAST_WHOLE_DAY, Part
from mentorapp.domain.week import DAY, KINDS, WEEK, Segment, Week
from mentorapp.domain.whole_minutes import FULL_DAY, half_up

_STATES = ("documented", "done", "planned")
_PLACES = {place: n for n, place in enumerate((kind, state) for kind in KINDS for state in _STATES)}
"""Where a segment stands in its column, counted from the base line."""

# Where a week is overfull (teaching on a Saturday), practice gives way first, then absence, then school.
_GIVES_WAY = {kind: n for n, kind in enumerate(("practice", *reversed([kind for kind in KINDS if kind != "practice"])))}

Cells = dict[tuple[str, str], list[int]]
"""Minutes and eighths by kind and state, for one week."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What the weeks are drawn from; days are ordinals."""

    dates: CourseDates
    school: Mapping[int, list[Part]]
    practice: Mapping[int, int]
    """Minutes of practice by weekday within a placement: planned, or the day's share of its period."""
    entries: PracticeEntries
    today: date
    closed: frozenset[int] = frozenset()
    """Days without practice because the site is closed."""


def week_grid(grid: Grid, horizon: date) -> tuple[Week, ...]:
    """One `Week` for each ISO week from that of the start to that of `horizon` (the extended end).

    The minutes of school and practice are the ledger's; what is away counts 7,4 hours for a whole day. No week
    is higher than five days. Practice fills the days that are left when it comes to 4,5 hours or more on each
    of them, else it is as high as its hours.
    """
    first, last = grid.dates.start.toordinal(), horizon.toordinal()
    end = grid.dates.end.toordinal() if grid.dates.end else last
    mondays = range(monday_ordinal(first), last + 1, 7)
    cells = _cells(grid, mondays, first, last)
    return tuple(
        Week(
            monday=date.fromordinal(monday),
            first_day=date.fromordinal(max(monday, first)),
            last_day=date.fromordinal(min(monday + 6, last)),
            segments=_stacked(cells[monday]),
            extended=monday > end,
        )
        for monday in mondays
    )


def _cells(grid: Grid, mondays: range, first: int, last: int) -> dict[int, Cells]:
    """The cells of each week, by its Monday. School has its place first, then absence, then practice."""
    weeks: dict[int, Cells] = {monday: {} for monday in mondays}
    stop = grid.dates.last_day.toordinal() if grid.dates.last_day else last
    now = grid.today.toordinal()
    room: dict[int, int] = {}
    for day, parts in grid.school.items():
        if first <= day <= last:
            cells = weeks[monday_ordinal(day)]
            left = DAY
            for kind, state, minutes, height in parts:
                _add(cells, kind, state, minutes, height)
                left -= height
            room[day] = max(0, left)
    away = _away(grid, first, min(stop, last))
    for day, kind in away.items():
        left = room.get(day, DAY)
        if left:
            state = "done" if day <= now else "planned"
            _add(weeks[monday_ordinal(day)], kind, state, FULL_DAY * left // DAY, left)
    for monday, (done, planned, left) in _practice_by_week(grid, away, room, min(stop, last)).items():
        if left and (done or planned):
            _add_practice(weeks[monday], done, planned, left)
    return weeks


def _away(grid: Grid, first: int, last: int) -> dict[int, str]:
    """The kind of absence by weekday: recorded leave, else a public holiday, else a day missed in practice, else one
    on which the site is closed.

    Somebody recorded as present was there: a nursing home is open at Christmas.
    """
    away = dict.fromkeys(grid.closed, "holiday")
    away |= {day: ABSENCE_KINDS[status] for day, status in grid.entries.absent.items() if status in ABSENCE_KINDS}
    away |= dict.fromkeys(PUBLIC_HOLIDAY_ORDINALS.intersection(range(first, last + 1)), "holiday")
    away |= {day: kind if kind in LEAVE_KINDS else "leave" for day, kind in grid.dates.leave.items()}
    present = grid.entries.present
    return {day: kind for day, kind in away.items() if first <= day <= last and is_weekday(day) and day not in present}


def _practice_by_week(grid: Grid, away: Mapping[int, str], room: Mapping[int, int], last: int) -> dict[int, list[int]]:
    """Minutes done, minutes planned and eighths of room by Monday. Practice nobody confirmed stays planned."""
    now, entries = grid.today.toordinal(), grid.entries
    present, in_period, marked = entries.present, entries.in_period, entries.marked_weeks
    only_by_day = entries.weeks_only_by_day
    weeks: dict[int, list[int]] = {}
    for day, minutes in grid.practice.items():
        if day in away or day in present or day > last:
            continue
        monday = day - (day - 1) % 7
        week = weeks.get(monday)
        if week is None:
            week = weeks[monday] = [0, 0, 0]
        if day in in_period or monday in marked:
            week[0] += minutes
        elif day > now or monday not in only_by_day:
            week[1] += minutes
        week[2] += room.get(day, DAY)
    for day, recorded in present.items():
        if day <= last:
            week = weeks.setdefault(monday_ordinal(day), [0, 0, 0])
            week[0] += grid.practice.get(day, 0) if recorded is None else recorded
            # Recorded practice is seen even where the day has no room for it: a weekend, a day of school.
            week[2] += room.get(day, DAY) or DAY
    return weeks


def _add_practice(cells: Cells, done: int, planned: int, room: int) -> None:
    """Put `done` and `planned` minutes of practice into `room` eighths."""
    minutes = done + planned
    full = minutes * DAY >= LEAST_WHOLE_DAY * room
    height = room if full else half_up(Fraction(minutes * DAY, FULL_DAY))
    if not (done and planned):
        _add(cells, "practice", "done" if done else "planned", minutes, max(height, 1))
        return
    # Whatever has hours is seen, be it ever so low.
    height = max(height, 2)
    done_height = min(max(half_up(Fraction(height * done, minutes)), 1), height - 1)
    _add(cells, "practice", "done", done, done_height)
    _add(cells, "practice", "planned", planned, height - done_height)


def _add(cells: Cells, kind: str, state: str, minutes: int, height: int) -> None:
    cell = cells.get((kind, state))
    if cell is None:
        cells[kind, state] = [minutes, height]
    else:
        cell[0] += minutes
        cell[1] += height


def _stacked(cells: Cells) -> tuple[Segment, ...]:
    """The segments of a week from the base line up, five days high at most."""
    if sum([height for _, height in cells.values()]) > WEEK:
        _lower(cells)
    return tuple([_segment(*place, *cells[place]) for place in sorted(cells, key=_PLACES.__getitem__)])


@lru_cache(maxsize=4096)
def _segment(kind: str, state: str, minutes: int, height: int) -> Segment:
    """One object for all weeks that are alike: most of a course is the same week again and again."""
    return Segment(kind, state, minutes, height)


def _lower(cells: Cells) -> None:
    """Take the eighths above five days away; something is left of every cell, and its minutes stay."""
    excess = sum(height for _, height in cells.values()) - WEEK
    for place in sorted(cells, key=lambda place: (_GIVES_WAY[place[0]], -_PLACES[place])):
        taken = min(excess, cells[place][1] - 1)
        cells[place][1] -= taken
        excess -= taken
