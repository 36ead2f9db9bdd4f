"""The events of learners' schooling: one a session where the days are known, else one over the whole course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _
from mentorapp.lists.calendar_file import Event, uid


def events(cases: Iterable[CaseFile], named: bool) -> Iterator[Event]:
    """The events of all enrolments. A calendar is seen by others: learners by their initials unless `named`."""
    for case in cases:
        who = case.learner.name if named else initials(case.learner.name)
        closed = PUBLIC_HOLIDAYS | case.organisation.closing_days
        for row in case.schooling:
            yield from _of(row, who, closed)


def initials(name: str) -> str:
    """`A.I.H.`"""
    return "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())


def _of(row: Schooling, who: str, closed: frozenset[date]) -> Iterator[Event]:
    first, last = row.first_day or row.last_day, row.last_day or row.first_day
    if first is None or last is None:
        return
    kind = SCHOOL_TYPES.get(row.type, row.type)
    title = f"{who}: {row.title or _(kind)}"
    text = " · ".join(filter(None, (_(kind) if row.title else "", row.code)))
    # only with both is it known which part of the day it takes
    starts_at, ends_at = (_clock(row.starts_at), _clock(row.ends_at)) if row.starts_at and row.ends_at else (None, None)
    if not row.weekdays:
        yield Event(_uid(row, None), title, first, last_day=last, place=row.provider, text=text,
                    cancelled=bool(row.cancelled))  # fmt: skip
        return
    for ordinal in range((last - first).days + 1):
        day = first + timedelta(days=ordinal)
        if day.isoweekday() in row.weekdays and day not in closed:
            yield Event(_uid(row, day), title, day, starts_at, ends_at, None, row.provider, text, bool(row.cancelled))


def _uid(row: Schooling, day: date | None) -> str:
    """The same each time the same day of the same course is written, and telling nothing of either."""
    return uid(f"{row.learner.hex()}/{row.id}/{day.isoformat() if day else ''}")


def _clock(written: str | None) -> time | None:
    try:
        return time.fromisoformat(written) if written else None
    except ValueError:
        # a partner's file may hold any text: the day is known all the same
        return None
