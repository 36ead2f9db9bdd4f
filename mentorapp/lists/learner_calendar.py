"""Everything of learners that goes into a calendar: schooling and meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentorapp.domain.case_file import CaseFile
from mentorapp.lists import meeting_calendar, school_calendar
from mentorapp.lists.calendar_file import Event


def events(cases: Iterable[CaseFile], named: bool) -> Iterator[Event]:
    """The events of all enrolments, each learner's together; by initials unless `named`."""
    for case in cases:
        yield from school_calendar.events([case], named)
        yield from meeting_calendar.events([case], named)
