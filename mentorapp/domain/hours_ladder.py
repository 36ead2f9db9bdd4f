"""The hours ladder (timetrappe) of a placement: the minutes a week that are agreed from each day on.

VITAS holds one figure a placement and no rising hours (igu-domain section 2), so the steps live here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.placement import Placement
from mentorapp.domain.programme_parts import Rung


@dataclass(frozen=True, slots=True)
class HoursStep:
    """From `first_day` on, `minutes` a week."""

    first_day: date
    minutes: int


def hours_step(written: str) -> HoursStep | None:
    """`"2026-03-02=600"` → 600 minutes a week from 2 March 2026; None where it cannot be read."""
    day, _, minutes = written.partition("=")
    # isdecimal: int() would take a sign, blanks and underscores, and fewer minutes than none are no hours.
    if not (minutes.isascii() and minutes.isdecimal()):
        return None
    try:
        return HoursStep(date.fromisoformat(day), int(minutes))
    except ValueError:
        return None


def written_steps(steps: Iterable[HoursStep]) -> tuple[str, ...]:
    """Steps as a placement keeps them, oldest first."""
    return tuple(f"{step.first_day.isoformat()}={step.minutes}" for step in sorted(steps, key=_by_day))


def suggested(ladder: Iterable[Rung], first_day: date) -> tuple[HoursStep, ...]:
    """The rungs of a programme's ladder as steps of a placement begun on `first_day`; a suggestion, to be changed."""
    return tuple(HoursStep(first_day + timedelta(weeks=rung.after_weeks), rung.minutes) for rung in ladder)


def steps_of(placement: Placement) -> tuple[HoursStep, ...]:
    """The steps of `placement` that can be read, oldest first; of two for one day the later written is last."""
    if not placement.hours_steps:
        return ()
    read = (hours_step(written) for written in placement.hours_steps)
    return tuple(sorted((step for step in read if step), key=_by_day))


def unreadable_steps(placement: Placement) -> tuple[str, ...]:
    """Steps as they were written that nobody can read: they change no hours, and the reader is told."""
    return tuple(written for written in placement.hours_steps if hours_step(written) is None)


def minutes_a_week_on(placement: Placement, day: date) -> int | None:
    """The agreed minutes a week on `day`: of the last step begun by then, else `placement.minutes_a_week`."""
    agreed = placement.minutes_a_week
    if placement.hours_steps:  # almost none has any, and this is asked for every day of every placement
        for step in steps_of(placement):
            if step.first_day > day:
                break
            agreed = step.minutes
    return agreed


def _by_day(step: HoursStep) -> date:
    return step.first_day
