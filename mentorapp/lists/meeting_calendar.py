"""The events of learners' meetings; what was agreed and its minutes stay in the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time

from mentorapp import meeting_sentences
from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.meeting import DAY_MINUTES, MEETING_KINDS, Meeting
from mentorapp.i18n import _
from mentorapp.lists.calendar_file import Event, uid
from mentorapp.lists.school_calendar import initials


def events(cases: Iterable[CaseFile], named: bool) -> Iterator[Event]:
    """The meetings of all enrolments, cancelled ones marked as such.

    Unless `named` nothing that somebody wrote freely goes along but the place, for it may hold names: no agenda, no
    people, no kind of one's own.
    """
    for case in cases:
        who = case.learner.name if named else initials(case.learner.name)
        for row in case.meetings:
            yield _of(row, who, named, case.organisation)


def _of(row: Meeting, who: str, named: bool, organisation: Organisation) -> Event:
    kind = meeting_sentences.kind(row) if named or row.kind in MEETING_KINDS else _("Møde")
    taking_part = meeting_sentences.parties(row)
    if named:
        taking_part += meeting_sentences.people(row, organisation)
    starts_at = ends_at = None
    if row.starts_at is not None:
        starts_at = _clock(row.starts_at)
        ends_at = _clock(min(row.starts_at + row.minutes, DAY_MINUTES - 1)) if row.minutes else None
    return Event(
        uid(f"{row.learner.hex()}/{row.TABLE}/{row.id}"),
        f"{who}: {kind}",
        row.day,
        starts_at,
        ends_at,
        place=row.place,
        text="\n\n".join(filter(None, (", ".join(taking_part), row.agenda if named else None))),
        cancelled=row.outcome == "cancelled",
    )


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
