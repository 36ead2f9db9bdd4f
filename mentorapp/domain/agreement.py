"""What the agreement of a placement must say: its purpose, the P-number of the workplace, hours within full time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.figure import Figure
from mentorapp.domain.hours_ladder import minutes_a_week_on, steps_of
from mentorapp.domain.placement import PURPOSES, Placement
from mentorapp.domain.programme import Programme


def p_number(case: CaseFile, placement: Placement) -> str | None:
    """The placement's own P-number, else the site's."""
    site = case.organisation.sites.get(placement.site or "")
    return placement.p_number or (site.p_number if site else None)


def most_minutes_a_week(placement: Placement, today: date) -> int | None:
    """The most minutes a week agreed from `today`, or from the first day if that is later, to the last."""
    first = max(today, placement.first_day or today)
    days = (first, *(step.first_day for step in steps_of(placement) if first < step.first_day))
    inside = (day for day in days if placement.last_day is None or day <= max(first, placement.last_day))
    agreed = (minutes_a_week_on(placement, day) for day in inside)
    return max((minutes for minutes in agreed if minutes is not None), default=None)


def gaps(case: CaseFile, programme: Programme, placement: Placement, today: date) -> Iterator[tuple[str, Figure]]:
    """What the agreement lacks by the programme's figures, each with the figure that asks for it (BAB § 60).

    `purpose`: none of PURPOSES is chosen; `p_number`: none is known; `hours`: more than `hours_a_week_most`.
    """
    figures = programme.figures
    purpose, number, most = (
        figures.get(name) for name in ("purpose_required", "p_number_required", "hours_a_week_most")
    )
    if purpose and purpose.value and placement.purpose not in PURPOSES:
        yield "purpose", purpose
    if number and number.value and not p_number(case, placement):
        yield "p_number", number
    agreed = most_minutes_a_week(placement, today)
    if most and agreed is not None and agreed > most.value * 60:
        yield "hours", most
