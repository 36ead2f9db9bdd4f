"""A list of schooling held and planned: each row is a course with its dates, weekly pattern, hours and proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _, day, hours
from mentorapp.lists.cells import text, times, words
from mentorapp.lists.cells.text import fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Held, Known
from mentorapp.lists.parsers import WHO, hours_of_a_course
from mentorapp.lists.plan import Plan
from mentorapp.lists.row_draft import Refusal, RowDraft
from mentorapp.lists.row_reader import Parse, plan_rows, read_rows
from mentorapp.lists.table_file import Sheet

PROOF_WITHOUT_DATE, NO_PROOF = "received", "missing"


@dataclass(slots=True)
class SchoolingRow:
    """One row understood; None where the cell is blank or the column missing."""

    name: str | None = None
    registration_number: str | None = None
    birth_date: date | None = None
    type: str | None = None
    provider: str | None = None
    title: str | None = None
    code: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    weekdays: tuple[int, ...] | None = None
    planned_minutes: int | None = None
    attended_minutes: int | None = None
    proof_on: date | str | None = None
    result: str | None = None
    cancelled: bool | None = None


PARSERS: dict[str, Parse] = {
    **WHO,
    "type": words.school_type, "provider": text.line, "title": text.line, "code": text.line,
    "first_day": times.day, "last_day": times.day, "starts_at": times.clock, "ends_at": times.clock,
    "weekdays": times.weekdays, "planned_minutes": hours_of_a_course, "attended_minutes": hours_of_a_course,
    "proof_on": lambda cell: _proof(cell), "result": words.result, "cancelled": words.yes,
}  # fmt: skip


def plan(sheet: Sheet, column_map: ColumnMap, known: Known) -> Plan:
    """What becomes of each row. A course is the same by learner, type, title and first day (and provider)."""
    rows = read_rows(sheet, column_map, SchoolingRow, PARSERS)

    def plan_row(row: SchoolingRow, draft: RowDraft) -> None:
        _check(row)
        held = known.the_learner(row.name, row.registration_number, row.birth_date)
        draft.who = held.learner.name
        _plan_course(row, draft, known, held)

    return plan_rows("schooling", sheet, column_map, known, rows, Schooling, plan_row)


def _proof(cell: text.Cell) -> date | str:
    """The day a proof came; whether it came, where the list says only that."""
    answer = fold(text.line(cell)) if isinstance(cell, str) else ""
    if answer in {"nej", "mangler", "ikkemodtaget", "afventer", "endnuikke"}:
        return NO_PROOF
    if answer in {"ja", "x", "modtaget"}:
        return PROOF_WITHOUT_DATE
    return times.day(cell)


def _check(row: SchoolingRow) -> None:
    if row.type is None:
        raise Refusal(_("Typen mangler, fx AMU eller danskuddannelse."))
    if row.first_day is None:
        raise Refusal(_("Kursets første dag mangler."))
    if row.last_day is not None and row.last_day < row.first_day:
        raise Refusal(_("Kursets første dag ligger efter dets sidste."))
    if row.starts_at is not None and row.ends_at is not None and row.ends_at <= row.starts_at:
        raise Refusal(_("Undervisningen slutter, før den begynder."))


def _plan_course(row: SchoolingRow, draft: RowDraft, known: Known, held: Held) -> None:
    assert row.type is not None and row.first_day is not None
    found = held.courses.starting(row.type, row.title, row.first_day, row.provider)
    if len(found) > 1:
        raise Refusal(_("Eleven har flere af disse kurser fra den dag. Skriv også udbyderen."))
    facts: dict[str, Any] = {
        "title": row.title, "provider": row.provider, "code": row.code, "last_day": row.last_day,
        "weekdays": row.weekdays or None, "starts_at": row.starts_at, "ends_at": row.ends_at,
        "planned_minutes": row.planned_minutes, "attended_minutes": row.attended_minutes,
        "proof_on": row.proof_on if isinstance(row.proof_on, date) else None,
        "result": None if row.result == "cancelled" else row.result,
        "cancelled": True if row.result == "cancelled" else row.cancelled,
    }  # fmt: skip
    by_any = f"{fold(row.type)}/{fold(row.title or '')}/{row.first_day}"
    if row.provider is None:
        draft.claim(
            held.learner.learner, by_any, _("Række {n} er om samme kursus, men siger noget andet. Behold én af dem.")
        )
    elif not found:
        # with this course there would be two, and at the next reading nobody could tell which one that row means
        draft.refuse_if_claimed(
            held.learner.learner,
            by_any,
            _("Række {n} er om samme kursus uden udbyder. Skriv udbyderen i begge rækker."),
        )
    if found:
        course = draft.amend(found[0], facts)
        enrolment = held.enrolments.get(course.enrolment) or known.enrolment_on(held, row.first_day)
    else:
        enrolment = known.enrolment_on(held, row.first_day)
        facts["weekdays"] = facts["weekdays"] or ()
        if facts["cancelled"] is False:
            del facts["cancelled"]
        course = draft.make(
            Schooling(held.learner.learner, known.new_id(), enrolment.id, row.type, first_day=row.first_day, **facts)
        )
        _warn_of_a_move(course, draft, held)
    draft.claim(
        held.learner.learner, course.id, _("Række {n} er om samme kursus, men siger noget andet. Behold én af dem.")
    )
    if row.proof_on == PROOF_WITHOUT_DATE and course.proof_on is None:
        draft.warnings.append(_("Beviset har ingen dato og regnes ikke med. Skriv den dag, det kom."))
    _warn(course, enrolment, draft, known)


def _warn(course: Schooling, enrolment: Enrolment, draft: RowDraft, known: Known) -> None:
    """Said, never corrected: what stands in the list may be right, and the pattern wrong."""
    if course.type not in SCHOOL_TYPES:
        draft.warnings.append(_("{type} er ikke en skoletype, der tæller.").format(type=course.type))
    pattern = pattern_minutes(course, known)
    if pattern is not None and course.planned_minutes not in (None, pattern):
        draft.warnings.append(
            _("Listen siger {stated} timer; ugedage og klokkeslæt giver {pattern}.").format(
                stated=hours(course.planned_minutes or 0), pattern=hours(pattern)
            )
        )
    if course.planned_minutes is not None and (course.attended_minutes or 0) > course.planned_minutes:
        draft.warnings.append(_("Der er flere fremmødte timer end planlagte."))
    last_day = course.last_day or course.first_day
    if (
        course.first_day
        and last_day
        and not (known.covers(enrolment, course.first_day) and known.covers(enrolment, last_day))
    ):
        draft.warnings.append(_("Kurset ligger ikke helt inden for forløbet."))


def _warn_of_a_move(course: Schooling, draft: RowDraft, held: Held) -> None:
    """A course that is planned anew in another week would count twice."""
    if not course.first_day or not course.last_day:
        return
    for other in held.courses.titled(course.type, course.title, course.provider):
        if (
            other.first_day
            and other.last_day
            and other.first_day <= course.last_day
            and course.first_day <= other.last_day
        ):
            draft.warnings.append(
                _("Kurset står allerede fra {day}. Er det flyttet, så slet det gamle.").format(day=day(other.first_day))
            )
            return


def pattern_minutes(course: Schooling, known: Known) -> int | None:
    """What the weekly pattern gives, less public holidays and closing days; None without a pattern.

    Counted, not walked through day by day as `Schooling.sessions` does: a list has thousands of courses.
    """
    length = course.session_minutes
    if not course.weekdays or not length or not course.first_day or not course.last_day:
        return None
    before, last = course.first_day.toordinal() - 1, course.last_day.toordinal()
    # Ordinal 1 is a Monday, so the ordinals of weekday w are those that leave w when divided by seven.
    days = sum((last - weekday) // 7 - (before - weekday) // 7 for weekday in course.weekdays)
    closed = known.closed_between(course.first_day, course.last_day)
    return length * (days - sum(1 for ordinal in closed if (ordinal - 1) % 7 + 1 in course.weekdays))
