"""Which lines the board has: learners with a course, grouped by workplace; and the weeks they are shown in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from mentorapp.ui.board.zoom import monday, opening_monday
from mentorapp.ui.book import Entry

LONGEST = timedelta(weeks=260)
"""How far the board reaches to either side of today: a mistyped year must not make it a thousand weeks long."""

YEAR_AHEAD = timedelta(weeks=58)


@dataclass(frozen=True, slots=True)
class Group:
    """A workplace and how many of the learners below it are shown."""

    site: str
    count: int


Line: TypeAlias = "Group | Entry"


@dataclass(frozen=True, slots=True)
class Span:
    """The weeks one can scroll through."""

    first: date
    """Monday of the first."""
    weeks: int

    def monday(self, column: int) -> date:
        """The Monday of a column."""
        return self.first + timedelta(weeks=column)

    def column(self, day: date) -> int:
        """The column of a day, also of one outside."""
        return (day - self.first).days // 7


def span(entries: Iterable[Entry], today: date) -> Span:
    """From the first start to the last end of the courses that run, and at least what the board opens with."""
    running = [entry for entry in entries if entry.start is not None and not _has_ended(entry, today)]
    starts = [entry.start for entry in running if entry.start is not None]
    ends = [entry.end for entry in running if entry.end is not None]
    first = max(min([opening_monday("two_years", today), *starts]), today - LONGEST)
    last = min(max([today + YEAR_AHEAD, *ends]), today + LONGEST)
    return Span(monday(first), (monday(last) - monday(first)).days // 7 + 1)


def lines(entries: Iterable[Entry], shown: Span, site: str | None) -> tuple[Line, ...]:
    """Learners by workplace, those without one last. Before the figures are there a name stands without a group.

    Without a course there is no row; a course that ended before the first week shown has none either.
    """
    by_site: dict[str, list[Entry]] = {}
    unknown: list[Entry] = []
    for entry in entries:
        if not entry.known:
            unknown.append(entry)
        elif entry.start is not None and not (entry.end and entry.end < shown.first) and site in (None, entry.site):
            by_site.setdefault(entry.site, []).append(entry)
    found: list[Line] = []
    for name in sorted(by_site, key=lambda name: (not name, name.casefold())):
        members = sorted(by_site[name], key=lambda entry: (entry.name.casefold(), entry.learner))
        found += [Group(name, len(members)), *members]
    return (*found, *(unknown if site is None else ()))


def _has_ended(entry: Entry, today: date) -> bool:
    return entry.end is not None and entry.end < today
