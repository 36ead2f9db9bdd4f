"""What pages, reports and rules read: case files and what they share; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.programme import Programme
from mentorapp.store import rows
from mentorapp.store.database import Store
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.tables import BY_TABLE

T = TypeVar("T")


def organisation(store: Store, programmes: tuple[Programme, ...]) -> Organisation:
    """Workplaces, staff and programmes: what all case files share."""
    connection = store.reader()
    closing = closing_days(store)
    return Organisation(
        sites={site.id: site for site in rows.read(connection, BY_TABLE["site"])},
        people={person.id: person for person in rows.read(connection, BY_TABLE["person"])},
        programmes=programmes,
        closing_days=frozenset(day for row in closing if row.site is None for day in row.days()),
        site_closing=tuple(row for row in closing if row.site is not None),
        exam_terms=tuple(rows.read(connection, BY_TABLE["exam_term"])),
        settings={setting.id: setting.value for setting in rows.read(connection, BY_TABLE["setting"])},
    )


def closing_days(store: Store) -> list[ClosingDay]:
    """The closing days as they were written, of teaching and of single sites."""
    return list(rows.read(store.reader(), BY_TABLE["closing_day"]))


def case_file(store: Store, learner: bytes, shared: Organisation) -> CaseFile | None:
    """Everything known about one learner; None where there is no such learner (any more)."""
    found = case_files(store, shared, [learner])
    return found[0] if found else None


def case_files(store: Store, shared: Organisation, learners: Iterable[bytes] | None = None) -> list[CaseFile]:
    """Case files of some learners or of all, by name. Rows whose enrolment has not arrived are left waiting."""
    wanted = None if learners is None else list(learners)
    connection = store.reader()
    # one read transaction: a save on another thread never shows half of itself
    connection.execute("BEGIN")
    try:
        learner_rows = list(rows.read(connection, BY_TABLE["learner"], wanted))
        by_table = {table: _by_learner(connection, table, wanted) for table in CASE_TABLES}
    finally:
        connection.execute("COMMIT")
    withheld = frozenset() if store.role == COORDINATOR else frozenset({"learner_private"})
    files = []
    for learner in learner_rows:
        own = {table: by_table[table].get(learner.learner, ()) for table in CASE_TABLES}
        whole = {enrolment.id for enrolment in own["enrolment"]}
        meetings = _under(own["meeting"], whole)
        held_at = {meeting.id for meeting in meetings}
        files.append(
            CaseFile(
                learner=learner,
                organisation=shared,
                private=next(iter(own["learner_private"]), None),
                enrolments=tuple(own["enrolment"]),
                placements=_under(own["placement"], whole),
                leaves=_under(own["leave"], whole),
                schooling=_under(own["schooling"], whole),
                attendance=_under(own["attendance"], whole),
                practice_periods=_under(own["practice_period"], whole),
                week_marks=_under(own["week_mark"], whole),
                notes=(*own["note"], *own["note_confidential"]),
                steps=_under(own["step"], whole),
                month_claims=_under(own["month_claim"], whole),
                mentor_grants=_under(own["mentor_grant"], whole),
                mentor_times=_under(own["mentor_time"], whole),
                alert_marks=tuple(own["alert_mark"]),
                meetings=meetings,
                action_points=tuple(row for row in _under(own["action_point"], whole) if row.meeting in held_at),
                withheld=withheld,
            )
        )
    return sorted(files, key=lambda case: (case.learner.name.casefold(), case.learner.learner))


CASE_TABLES = (
    "learner_private", "enrolment", "placement", "leave", "schooling", "attendance",
    "practice_period", "week_mark", "note", "note_confidential", "step", "month_claim", "mentor_grant",
    "mentor_time", "alert_mark", "meeting", "action_point",
)  # fmt: skip
"""What a case file holds besides its learner."""


def _by_learner(connection: Any, table: str, learners: list[bytes] | None) -> dict[bytes, list[Any]]:
    noun = BY_TABLE[table]
    if learners is not None:
        return {learner: list(rows.read(connection, noun, [learner])) for learner in learners}
    return {learner: list(own) for learner, own in groupby(rows.read(connection, noun), attrgetter("learner"))}


def _under(children: Iterable[T], enrolments: set[str]) -> tuple[T, ...]:
    return tuple(child for child in children if child.enrolment in enrolments)  # type: ignore[attr-defined]
