"""How long a placement may last: by target group or by the workplace's sector, with the programme file's figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from mentorapp.domain.calendar import last_day_of_months
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.figure import Figure
from mentorapp.domain.placement import Placement
from mentorapp.domain.programme import Programme
from mentorapp.domain.programme_parts import Group, Remark

SAME_PLACEMENT = timedelta(days=7)
"""A placement at the same workplace begun within a week of another's end goes on with it (our own reading)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a placement may last, and how sure that is."""

    last_day: date
    """The last lawful day."""
    figure: Figure
    """The figure that gives it, in weeks or months."""
    unit: str
    """`weeks` or `months`."""
    group: Group | None
    """None where the target group or the sector is not known: the shortest limit is then used."""
    next_day: date | None
    """How far it may be extended (13 → 26 weeks) where nobody has agreed on a later end yet; None: no further."""
    doubt: Remark | None
    """What puts the figure in doubt today."""

    @property
    def is_sure(self) -> bool:
        """Whether breaking it breaks a rule that somebody has read and that holds today."""
        return self.group is not None and self.figure.is_sure and self.doubt is None


def group_of(case: CaseFile, programme: Programme, placement: Placement | None) -> Group | None:
    """The first group of `programme` that fits the newest course's target group and the placement's workplace."""
    written = case.enrolment.target_group if case.enrolment else None
    site = case.organisation.sites.get(placement.site or "") if placement else None
    sector = site.sector if site else None
    return next((group for group in programme.groups if _fits(group, written, sector)), None)


def limit(case: CaseFile, placement: Placement, today: date) -> Limit | None:
    """The limit of a placement of the newest course on `today`; None where its programme has none, or no first day.

    Placements at the same workplace that follow each other are one, and each that says a special need adds the
    weeks the law gives at a time (LAB § 61: 13).
    """
    programme, first = case.programme, placement.first_day
    if programme is None or first is None:
        return None
    group = group_of(case, programme, placement)
    chain = _chain(case, placement)
    first = min(row.first_day for row in chain if row.first_day)
    doubt = programme.doubt_on(today)
    if group is None:
        ends = [found for each in programme.groups if (found := _plain(each, first))]
        if not ends:
            return None
        last, figure, unit = min(ends, key=lambda found: found[0])
        return Limit(last, figure, unit, None, None, doubt)
    plain = _plain(group, first)
    if plain is None:
        return None
    last, figure, unit = plain
    extended, more = group.figures.get("weeks_extended"), group.figures.get("weeks_more")
    if extended is None:
        return Limit(last, figure, unit, group, None, doubt)
    longest = first + timedelta(weeks=extended.value, days=-1)
    agreed = max((row.last_day for row in chain if row.last_day), default=None)
    blocks = sum(1 for row in chain if row.special_need)
    if not blocks and (agreed is None or agreed <= last):
        return Limit(last, figure, unit, group, longest, doubt)
    if blocks and more is not None:
        longest += timedelta(weeks=more.value * blocks)
        total = Figure(extended.value + more.value * blocks, more.source, more.status)
        return Limit(longest, total, unit, group, None, doubt)
    return Limit(longest, extended, unit, group, None, doubt)


def _plain(group: Group, first: date) -> tuple[date, Figure, str] | None:
    if weeks := group.figures.get("weeks"):
        return first + timedelta(weeks=weeks.value, days=-1), weeks, "weeks"
    if months := group.figures.get("months"):
        return last_day_of_months(first, months.value), months, "months"
    return None


def _chain(case: CaseFile, placement: Placement) -> list[Placement]:
    """`placement` and those before it that it goes on from at the same workplace."""
    before = sorted(
        (row for row in case.placements if row.enrolment == placement.enrolment and row.first_day and row.last_day),
        key=lambda row: (row.last_day or date.min, row.id),
        reverse=True,
    )
    chain = [placement]
    for row in before if placement.site else ():
        first = chain[-1].first_day
        if row.id == placement.id or row.site != placement.site or first is None or row.last_day is None:
            continue
        if row.first_day is not None and row.first_day < first <= row.last_day + SAME_PLACEMENT:
            chain.append(row)
    return chain


def _fits(group: Group, written: str | None, sector: str | None) -> bool:
    if group.sectors and sector not in group.sectors:
        return False
    if not group.aliases and not group.others:
        return True
    if written is None:
        return False
    if group.others or written == group.key:
        return True
    return any(_says(written, alias) for alias in group.aliases)


@lru_cache(maxsize=1024)
def _says(written: str, alias: str) -> bool:
    """Whether `alias` stands in what was written as words of its own, and not after "ikke"."""
    return re.search(rf"(?<!\w)(?<!ikke )(?<!ikke-){re.escape(alias)}(?!\w)", written, re.IGNORECASE) is not None
