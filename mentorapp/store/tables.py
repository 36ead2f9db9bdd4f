"""One declaration per noun: who may read and write it and what makes its rows whole.

Typed tables, projection and the check of a role's right to write all follow from these lines. To add a field,
add it to the noun's dataclass: its table is rebuilt from the cells at the next start. To add a noun, write its
dataclass in `domain` and one line here.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mentorapp.domain.access import Access
from mentorapp.domain.alert_mark import AlertMark
from mentorapp.domain.attendance import Attendance, PracticePeriod, WeekMark
from mentorapp.domain.change import NOT_FIELDS
from mentorapp.domain.document import Document
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.meeting import ActionPoint, Meeting
from mentorapp.domain.mentor_support import MentorGrant, MentorTime
from mentorapp.domain.month_claim import MonthClaim
from mentorapp.domain.note import Note
from mentorapp.domain.organisation import ClosingDay, ExamTerm, Setting
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.schooling import Schooling
from mentorapp.domain.step import Step
from mentorapp.store.roles import COORDINATOR, MENTOR

FIRST_DAY, AFTER_LAST_DAY = "1900-01-01", "2200-01-01"
"""No day of a course or a life lies outside: what counts weeks from one that does would never end."""

ONLY_COORDINATORS = frozenset({COORDINATOR})
EVERYBODY = frozenset({COORDINATOR, MENTOR})


@dataclass(frozen=True)
class Noun:
    """How one noun is kept. `audience`: shared, team, site or coordinators (who receives it, DESIGN section 4)."""

    table: str
    of: Any
    audience: str
    writers: frozenset[str]
    required: tuple[str, ...]
    """Fields without which a row is not shown: it waits for the rest to arrive."""

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Names of the stored fields, in the order of the dataclass."""
        return tuple(field.name for field in dataclasses.fields(self.of) if field.name not in NOT_FIELDS)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What each field holds: text, int, bool, date, ints or texts (lists of them)."""
        hints = typing.get_type_hints(self.of)
        return {name: _kind(hints[name]) for name in self.fields}

    @property
    def shared(self) -> bool:
        """Whether the rows belong to no learner."""
        return self.audience == "shared"


def _kind(hint: Any) -> str:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is tuple:
        return "ints" if typing.get_args(hint)[0] is int else "texts"
    return {str: "text", int: "int", bool: "bool", date: "date"}[hint]


NOUNS = (
    Noun("site", Site, "shared", ONLY_COORDINATORS, ("name",)),
    Noun("person", Person, "shared", ONLY_COORDINATORS, ("name",)),
    Noun("closing_day", ClosingDay, "shared", ONLY_COORDINATORS, ("first_day",)),
    Noun("exam_term", ExamTerm, "shared", ONLY_COORDINATORS, ("first_day",)),
    Noun("setting", Setting, "shared", ONLY_COORDINATORS, ("value",)),
    Noun("learner", Learner, "team", ONLY_COORDINATORS, ("name",)),
    Noun("learner_private", LearnerPrivate, "coordinators", ONLY_COORDINATORS, ()),
    Noun("enrolment", Enrolment, "team", ONLY_COORDINATORS, ("programme", "start")),
    Noun("placement", Placement, "team", ONLY_COORDINATORS, ("enrolment",)),
    Noun("leave", Leave, "team", ONLY_COORDINATORS, ("enrolment", "kind", "first_day", "last_day")),
    Noun("schooling", Schooling, "team", ONLY_COORDINATORS, ("enrolment", "type")),
    Noun("attendance", Attendance, "team", EVERYBODY, ("enrolment", "day", "kind", "status")),
    Noun("week_mark", WeekMark, "team", EVERYBODY, ("enrolment", "week")),
    Noun("practice_period", PracticePeriod, "team", ONLY_COORDINATORS, ("enrolment", "first_day", "last_day")),
    Noun("step", Step, "team", EVERYBODY, ("enrolment", "step")),
    Noun("month_claim", MonthClaim, "team", ONLY_COORDINATORS, ("enrolment", "month")),
    Noun("mentor_grant", MentorGrant, "team", ONLY_COORDINATORS, ("enrolment", "first_day")),
    Noun("mentor_time", MentorTime, "team", EVERYBODY, ("enrolment", "day", "minutes")),
    Noun("document", Document, "team", EVERYBODY, ("name", "sha256", "media", "size")),
    Noun("access", Access, "team", ONLY_COORDINATORS, ("first_day",)),
    Noun("meeting", Meeting, "team", EVERYBODY, ("enrolment", "kind", "day")),
    Noun("action_point", ActionPoint, "team", EVERYBODY, ("enrolment", "meeting", "what")),
    Noun("alert_mark", AlertMark, "team", EVERYBODY, ("rule", "until", "reason")),
    Noun("note", Note, "site", EVERYBODY, ("text", "kind", "written_on")),
    Noun("note_confidential", Note, "coordinators", EVERYBODY, ("text", "kind", "written_on")),
)
BY_TABLE = {noun.table: noun for noun in NOUNS}
