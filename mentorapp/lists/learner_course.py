"""The course of one row of a learners' list: enrolment, workplace and mentor, placement, leave."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.programme import find
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold
from mentorapp.lists.known import Held, Known
from mentorapp.lists.learner_row import LearnerRow
from mentorapp.lists.row_draft import Refusal, RowDraft

WITHOUT_A_COLUMN = "igu"
"""What a list that names no schemes is about. Said with every row, for it decides which law applies."""

EXTENDING = frozenset({"parental", "sick"})
"""Leave for which the parties may agree to extend the course (§ 6, stk. 6)."""


class CoursePlanner:
    """Drafts enrolment, workplace, placement and leave of one row."""

    def __init__(
        self,
        row: LearnerRow,
        draft: RowDraft,
        known: Known,
        learner: bytes,
        held: Held | None,
        fields: frozenset[str],
    ) -> None:
        """`held` is what is known of the learner, None where new; `fields` are those the list has columns for."""
        self._row, self._draft, self._known = row, draft, known
        self._learner, self._held, self._fields = learner, held, fields

    def plan(self, start: date) -> None:
        """Draft the course begun on `start`."""
        row, draft, known = self._row, self._draft, self._known
        programme = self._programme(start)
        before = self._same_enrolment(programme, start)
        rule_set = None
        if before is None or before.start != start or before.rule_set is None:
            # The rule set is chosen by the start and then stays: a new law never changes an old course.
            found = find(known.programmes, programme)
            chosen = found.rule_set_on(start) if found else None
            rule_set = chosen.key if chosen else None
        facts: dict[str, Any] = {
            "start": start, "agreed_end": row.agreed_end, "rule_set": rule_set,
            "school_minutes_a_week": row.school_minutes, "municipality": row.municipality,
            "target_group": row.target_group, "team": row.team, "signed_on": row.signed_on,
            "arrived_on": row.arrived_on, "earlier_igu": row.earlier_igu,
            "earlier_job_ended_on": row.earlier_job_ended_on, "remark": row.remark,
        }  # fmt: skip
        if before is None:
            enrolment = draft.make(Enrolment(self._learner, known.new_id(), programme, **facts))
        else:
            enrolment = draft.amend(before, facts)
        draft.claim(
            self._learner,
            enrolment.id,
            _("Række {n} er om samme elev og ordning, men siger noget andet. Behold én af dem."),
        )
        own = [one for one in self._held.placements.values() if one.enrolment == enrolment.id] if self._held else []
        site = self._site({one.site for one in own})
        mentor = self._mentor(site, {one.mentor for one in own})
        self._placement(enrolment, before, own, site, mentor)
        self._leave(enrolment)

    def _programme(self, start: date) -> str:
        if self._row.programme is not None:
            return self._row.programme
        igu = find(self._known.programmes, WITHOUT_A_COLUMN)
        if "programme" in self._fields or igu is None:
            # Not guessed from what is known: a row below may have made it known, and then the same list again
            # would do something else.
            raise Refusal(_("Ordningen mangler, fx IGU."))
        own = self._held.enrolments.values() if self._held else ()
        begun = [one.programme for one in own if one.start == start]
        if len(begun) == 1:
            return begun[0]
        self._draft.warnings.append(_("Ordningen står ikke i listen; forløbet er regnet som IGU."))
        return igu.key

    def _same_enrolment(self, programme: str, start: date) -> Enrolment | None:
        """The enrolment the row is about: same programme and start, else the only one of it, if they overlap."""
        held = self._held.enrolments.values() if self._held else ()
        # A course from before its scheme had a file is kept under the name somebody wrote.
        own = [one for one in held if self._known.programme_key(one.programme) == programme]
        for enrolment in own:
            if enrolment.start == start:
                return enrolment
        if len(own) != 1:
            return None
        known_end = own[0].agreed_end or self._known.plain_end(programme, own[0].start) or date.max
        said_end = self._row.agreed_end or self._known.plain_end(programme, start) or date.max
        return own[0] if start <= known_end and own[0].start <= said_end else None

    def _site(self, here: set[str | None]) -> Site | None:
        row = self._row
        if row.site is None and row.p_number is None:
            return None
        if row.site is None and "site" in self._fields:
            raise Refusal(_("Praktikstedets navn mangler ved P-nummeret."))
        found = self._known.workplaces.find_site(row.site, row.cvr, row.p_number, here)
        facts: dict[str, Any] = {
            "cvr": row.cvr, "p_number": row.p_number, "sector": row.sector, "address": row.address,
        }  # fmt: skip
        if found is not None:
            if row.site is not None and fold(row.site) != fold(found.name):
                # One slip in a number must not give a workplace another name for everybody.
                sentence = _("P-nummeret tilhører {name}; navnet i listen er ikke brugt.")
                self._draft.warnings.append(sentence.format(name=found.name))
            return self._draft.amend(found, facts)
        if row.site is None:
            raise Refusal(
                _("Praktikstedet med P-nummer {number} kendes ikke; skriv dets navn.").format(number=row.p_number)
            )
        return self._draft.make(Site(self._known.new_id(), row.site, **facts))

    def _mentor(self, site: Site | None, here: set[str | None]) -> Person | None:
        row, place = self._row, site.id if site else None
        if row.mentor is None:
            return None
        found = self._known.workplaces.find_person(row.mentor, place, here)
        if found is None:
            return self._draft.make(Person(self._known.new_id(), row.mentor, "mentor", place, row.mentor_phone))
        # Who is known as a coordinator or teacher stays one, also where a list puts them in the mentor's column.
        role = None if found.role else "mentor"
        return self._draft.amend(found, {"role": role, "site": place, "phone": row.mentor_phone})

    def _placement(
        self,
        enrolment: Enrolment,
        before: Enrolment | None,
        own: list[Placement],
        site: Site | None,
        mentor: Person | None,
    ) -> None:
        said: dict[str, Any] = {
            "site": site.id if site else None, "department": self._row.department,
            "mentor": mentor.id if mentor else None, "minutes_a_week": self._row.practice_minutes,
            "purpose": self._row.purpose,
        }  # fmt: skip
        if not own:
            if any(value is not None for value in said.values()):
                dates: dict[str, Any] = {"first_day": enrolment.start, "last_day": enrolment.agreed_end}
                self._draft.make(Placement(self._learner, self._known.new_id(), enrolment.id, **said, **dates))
            return
        own.sort(key=lambda one: one.first_day or date.min)
        # A list tells where the learner is now: the newest placement there, else the newest.
        placement = ([one for one in own if site and one.site == site.id] or own)[-1]
        if site and placement.site and placement.site != site.id:
            self._draft.warnings.append(
                _("Praktikstedet ændres. Er eleven flyttet, så opret et nyt praktiksted på elevens side.")
            )
        if len(own) == 1 and before is not None:
            # The only placement follows its course, where nobody has given it dates of its own.
            if placement.first_day == before.start:
                said["first_day"] = enrolment.start
            if placement.last_day == before.agreed_end:
                said["last_day"] = enrolment.agreed_end
        self._draft.amend(placement, said)

    def _leave(self, enrolment: Enrolment) -> None:
        first, last, kind = self._row.leave_from, self._row.leave_to, self._row.leave_kind
        if first is None or last is None:
            return
        if kind is None:
            self._draft.warnings.append(_("Orlovstypen mangler; den er sat til anden orlov."))
            kind = "leave"
        plain_end = self._known.plain_end(enrolment.programme, enrolment.start)
        later = plain_end is not None and enrolment.agreed_end is not None and enrolment.agreed_end > plain_end
        end = max(filter(None, (plain_end, enrolment.agreed_end)), default=date.max)
        if first < enrolment.start or last > end:
            self._draft.warnings.append(_("Orloven ligger ikke helt inden for forløbet."))
        # None says nothing: what people have noted about the extension themselves is not taken back by a list.
        extends = True if later and kind in EXTENDING else None
        for leave in self._held.leaves.values() if self._held else ():
            same = leave.enrolment == enrolment.id and leave.kind == kind
            if same and leave.first_day <= last and first <= leave.last_day:
                self._draft.amend(leave, {"first_day": first, "last_day": last, "extends": extends})
                return
        self._draft.make(Leave(self._learner, self._known.new_id(), enrolment.id, kind, first, last, extends))
