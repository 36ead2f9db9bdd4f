"""The course of one row of a learners' list: enrolment, workplace and mentor, placement, leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.programme import find
from mentorapp.i18n import _
from mentorapp.lists.known import Held, Known
from mentorapp.lists.row_draft import Refusal, RowDraft

WITHOUT_A_COLUMN = "igu"
"""What a list that names no schemes is about. Said with every row, for it decides which law applies."""

EXTENDING = frozenset({"parental", "sick"})
"""Leave for which the parties may agree to extend the course (§ 6, stk. 6)."""


@dataclass(slots=True)
class CourseFacts:
    """What a row says of the course; None where it says nothing."""

    programme: str | None = None
    start: date | None = None
    agreed_end: date | None = None
    site: str | None = None
    cvr: str | None = None
    p_number: str | None = None
    sector: str | None = None
    address: str | None = None
    department: str | None = None
    mentor: str | None = None
    mentor_phone: str | None = None
    practice_minutes: int | None = None
    school_minutes: int | None = None
    municipality: str | None = None
    target_group: str | None = None
    leave_from: date | None = None
    leave_to: date | None = None
    leave_kind: str | None = None
    remark: str | None = None


def plan_course(
    row: CourseFacts, draft: RowDraft, known: Known, learner: bytes, held: Held | None, has_programmes: bool
) -> None:
    """Draft enrolment, placement and leave. `held` is None for a new learner; `has_programmes`: there is a column."""
    assert row.start is not None
    programme = _programme(row, draft, known, held, has_programmes)
    before = _same_enrolment(held, known, programme, row.start, row.agreed_end) if held else None
    rule_set = None
    if before is None or before.start != row.start or before.rule_set is None:
        # The rule set is chosen by the start and then stays: a new law never changes an old course.
        found = find(known.programmes, programme)
        chosen = found.rule_set_on(row.start) if found else None
        rule_set = chosen.key if chosen else None
    facts = {
        "start": row.start, "agreed_end": row.agreed_end, "rule_set": rule_set,
        "school_minutes_a_week": row.school_minutes, "municipality": row.municipality,
        "target_group": row.target_group, "remark": row.remark,
    }  # fmt: skip
    if before is None:
        enrolment = draft.make(Enrolment(learner, known.new_id(), programme, **facts))  # type: ignore[arg-type]
    else:
        enrolment = draft.amend(before, facts)
    draft.claim(
        learner, enrolment.id, _("Række {n} er om samme elev og ordning, men siger noget andet. Behold én af dem.")
    )
    placements = held.placements.values() if held else ()
    site = _plan_site(row, draft, known, {one.site for one in placements})
    mentor = _plan_mentor(row, draft, known, site, {one.mentor for one in placements})
    _plan_placement(row, draft, known, enrolment, before, held, site, mentor)
    _plan_leave(row, draft, known, enrolment, held)


def _programme(row: CourseFacts, draft: RowDraft, known: Known, held: Held | None, has_column: bool) -> str:
    if row.programme is not None:
        return row.programme
    begun = [one.programme for one in held.enrolments.values() if one.start == row.start] if held else []
    if len(begun) == 1:
        return begun[0]
    if not has_column and (igu := find(known.programmes, WITHOUT_A_COLUMN)):
        draft.warnings.append(_("Ordningen står ikke i listen; forløbet er regnet som IGU."))
        return igu.key
    raise Refusal(_("Ordningen mangler, fx IGU."))


def _same_enrolment(held: Held, known: Known, programme: str, start: date, end: date | None) -> Enrolment | None:
    """The enrolment a row is about: same programme and start, else the only one of the programme, if they overlap."""
    own = [one for one in held.enrolments.values() if one.programme == programme]
    for enrolment in own:
        if enrolment.start == start:
            return enrolment
    if len(own) != 1:
        return None
    known_end = own[0].agreed_end or known.plain_end(programme, own[0].start) or date.max
    said_end = end or known.plain_end(programme, start) or date.max
    return own[0] if start <= known_end and own[0].start <= said_end else None


def _plan_site(row: CourseFacts, draft: RowDraft, known: Known, here: set[str | None]) -> Site | None:
    if row.site is None and row.p_number is None:
        return None
    found = known.workplaces.find_site(row.site, row.cvr, row.p_number, here)
    if found is None and row.site is None:
        raise Refusal(
            _("Praktikstedet med P-nummer {number} kendes ikke; skriv dets navn.").format(number=row.p_number)
        )
    facts = {
        "name": row.site, "cvr": row.cvr, "p_number": row.p_number, "sector": row.sector, "address": row.address,
    }  # fmt: skip
    if found is None:
        return draft.make(Site(known.new_id(), **facts))  # type: ignore[arg-type]
    return draft.amend(found, facts)


def _plan_mentor(
    row: CourseFacts, draft: RowDraft, known: Known, site: Site | None, here: set[str | None]
) -> Person | None:
    if row.mentor is None:
        return None
    place = site.id if site else None
    found = known.workplaces.find_person(row.mentor, place, here)
    if found is None:
        return draft.make(Person(known.new_id(), row.mentor, "mentor", place, row.mentor_phone))
    # Who is known as a coordinator or teacher stays one, also where a list puts him in the mentor's column.
    role = None if found.role else "mentor"
    return draft.amend(found, {"name": row.mentor, "role": role, "site": place, "phone": row.mentor_phone})


def _plan_placement(
    row: CourseFacts,
    draft: RowDraft,
    known: Known,
    enrolment: Enrolment,
    before: Enrolment | None,
    held: Held | None,
    site: Site | None,
    mentor: Person | None,
) -> None:
    said = {
        "site": site.id if site else None, "department": row.department,
        "mentor": mentor.id if mentor else None, "minutes_a_week": row.practice_minutes,
    }  # fmt: skip
    own = [one for one in held.placements.values() if one.enrolment == enrolment.id] if held else []
    if not own:
        if any(value is not None for value in said.values()):
            draft.make(
                Placement(
                    enrolment.learner, known.new_id(), enrolment.id, first_day=enrolment.start,
                    last_day=enrolment.agreed_end, **said,  # type: ignore[arg-type]
                )
            )  # fmt: skip
        return
    own.sort(key=lambda one: one.first_day or date.min)
    # A list tells where the learner is now: the newest placement there, else the newest.
    there = [one for one in own if site and one.site == site.id] or own
    placement = there[-1]
    if site and placement.site and placement.site != site.id:
        draft.warnings.append(
            _("Praktikstedet ændres. Er eleven flyttet, så opret et nyt praktiksted på elevens side.")
        )
    dates: dict[str, date | None] = {}
    if len(own) == 1 and before is not None:
        # The only placement follows its course, where nobody has given it dates of its own.
        if placement.first_day == before.start:
            dates["first_day"] = enrolment.start
        if placement.last_day == before.agreed_end:
            dates["last_day"] = enrolment.agreed_end
    draft.amend(placement, said | dates)


def _plan_leave(row: CourseFacts, draft: RowDraft, known: Known, enrolment: Enrolment, held: Held | None) -> None:
    if row.leave_from is None or row.leave_to is None:
        return
    if row.leave_kind is None:
        draft.warnings.append(_("Orlovstypen mangler; den er sat til anden orlov."))
    kind = row.leave_kind or "leave"
    plain_end = known.plain_end(enrolment.programme, enrolment.start)
    later = plain_end is not None and enrolment.agreed_end is not None and enrolment.agreed_end > plain_end
    # None says nothing: what people have noted about the extension themselves is not taken back by a list.
    said = {
        "first_day": row.leave_from,
        "last_day": row.leave_to,
        "extends": True if later and kind in EXTENDING else None,
    }
    course_end = max(filter(None, (plain_end, enrolment.agreed_end)), default=None)
    if row.leave_from < enrolment.start or (course_end and row.leave_to > course_end):
        draft.warnings.append(_("Orloven ligger ikke helt inden for forløbet."))
    own = [one for one in held.leaves.values() if one.enrolment == enrolment.id and one.kind == kind] if held else []
    for leave in own:
        if leave.first_day <= row.leave_to and row.leave_from <= leave.last_day:
            draft.amend(leave, said)
            return
    draft.make(Leave(enrolment.learner, known.new_id(), enrolment.id, kind, **said))  # type: ignore[arg-type]
