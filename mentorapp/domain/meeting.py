"""Meetings of an enrolment, what was agreed at them, and the notes that are their minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

MEETING_KINDS = {
    "follow_up": "Opfølgningssamtale",
    "three_party": "Trepartssamtale",
    "expectations": "Forventningsafstemning",
    "midway": "Midtvejsevaluering",
    "final": "Slutevaluering",
    "handover": "Overlevering",
    "other": "Andet møde",
}
"""Kinds in the field's words (igu-domain section 7); another kind is kept as it was written."""

PARTIES = {
    "learner": "Elev",
    "mentor": "Mentor",
    "coordinator": "Gennemførselsvejleder",
    "employer": "Leder",
    "school": "Skole",
    "municipality": "Kommune",
}
"""Who may be at a meeting, by what they are to the learner."""

THREE_PARTIES = frozenset({"learner", "mentor", "coordinator"})
"""With these three it is a three-party meeting, whatever its kind is called."""

OUTCOMES = {"held": "Afholdt", "cancelled": "Aflyst"}

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting planned, held or cancelled. Its minutes are notes `about` it (`note_about`)."""

    TABLE: ClassVar = "meeting"
    learner: bytes
    id: str
    enrolment: str
    kind: str
    """Key of MEETING_KINDS, or as it was written."""
    day: date
    starts_at: int | None = None
    """Minutes after midnight, Danish time; None: the time is not agreed."""
    minutes: int | None = None
    """Length; None: not agreed."""
    place: str | None = None
    parties: tuple[str, ...] = ()
    """Keys of PARTIES who take part."""
    people: tuple[str, ...] = ()
    """Who else: ids of staff, or names as they were written."""
    agenda: str | None = None
    outcome: str | None = None
    """Key of OUTCOMES; None while it is planned."""
    reason: str | None = None
    """Why it was cancelled."""

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.outcome == "held"

    @property
    def is_planned(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.outcome is None

    @property
    def is_three_party(self) -> bool:
        """Whether learner, mentor and coordinator meet: by its kind or by who takes part."""
        return self.kind == "three_party" or set(self.parties) >= THREE_PARTIES

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and nobody has said what became of it."""
        return self.is_planned and self.day < today


@dataclass(frozen=True, slots=True)
class ActionPoint:
    """What somebody agreed at a meeting to do."""

    TABLE: ClassVar = "action_point"
    learner: bytes
    id: str
    enrolment: str
    meeting: str
    what: str
    who: str | None = None
    """As it was written: a name, or what somebody is to the learner."""
    due: date | None = None
    done_on: date | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.done_on is None and self.due is not None and self.due < today


def note_about(meeting: Meeting) -> str:
    """What a note says that is the minutes of `meeting`: `meeting/<id>`."""
    return f"{Meeting.TABLE}/{meeting.id}"


def next_meeting(meetings: Iterable[Meeting], enrolment: str, today: date) -> Meeting | None:
    """The first planned meeting of `enrolment` from `today` on."""
    coming = (row for row in meetings if row.enrolment == enrolment and row.is_planned and row.day >= today)
    return min(coming, key=meeting_order, default=None)


def meeting_order(meeting: Meeting) -> tuple[date, int, str]:
    """By day and time; one without a time before the others of its day."""
    return meeting.day, -1 if meeting.starts_at is None else meeting.starts_at, meeting.id


def action_order(point: ActionPoint) -> tuple[date, str, str]:
    """By the day it is due; those without one last."""
    return point.due or date.max, point.what, point.id
