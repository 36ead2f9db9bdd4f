"""The steps of a course with their days: what its programme file asks to be done, by when, and what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.calendar import months_after
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import Leave
from mentorapp.domain.placement import Placement
from mentorapp.domain.programme_parts import ProgrammeStep, Stage


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A step of the newest course. `key` is what a ticked `Step` row says (`step_key(enrolment, key)`)."""

    key: str
    step: ProgrammeStep
    placement: Placement | None
    """The placement it belongs to; None where it belongs to the whole course."""
    due: date | None
    """The last day on time; None where the programme names none or what it is counted from is not known."""
    done_on: date | None

    @property
    def is_of_this_course(self) -> bool:
        """Whether it is about this course: what is counted from a leave waits until there is one."""
        of_leave = self.step.due_from in ("leave_start", "leave_end")
        return not of_leave or self.due is not None or self.done_on is not None

    def is_done(self, today: date) -> bool:
        """Whether it was done by `today`; a day to come is an intention."""
        return self.done_on is not None and self.done_on <= today

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed without it."""
        return self.due is not None and today > self.due and not self.is_done(today)


@dataclass(frozen=True, slots=True)
class CourseStage:
    """A stage of the newest course: what it still waits for, and whether somebody is or was at it."""

    stage: Stage
    missing: tuple[ProgrammeStep, ...]
    placements: tuple[Placement, ...]

    @property
    def is_open(self) -> bool:
        """Whether everything it needs is done."""
        return not self.missing


def course_steps(case: CaseFile, end: date | None, today: date, rule: str | None = None) -> tuple[CourseStep, ...]:
    """The steps of the newest course, those without a day last; `end` is its (extended) last day.

    A step that is due from a placement is one step for each placement. A step for some sectors is left out where
    the workplace is of another, or its sector is not known. With `rule` only those it watches: rules ask for every
    learner at every keystroke.
    """
    enrolment, programme = case.enrolment, case.programme
    if enrolment is None or programme is None:
        return ()
    asked = programme.steps if rule is None else [step for step in programme.steps if step.rule == rule]
    if not asked:
        return ()
    done = {row.step: row.done_on for row in case.steps if row.enrolment == enrolment.id}
    own = [row for row in case.placements if row.enrolment == enrolment.id]
    own.sort(key=lambda row: (row.first_day or date.max, row.id))
    found = []
    for step in asked:
        for placement in own if step.of_placement else (None,):
            if not _is_for(step, case, placement or case.placement(today)):
                continue
            key = placement_step(step.key, placement.id) if placement else step.key
            counted_from = _counted_from(step, case, placement, end)
            found.append(CourseStep(key, step, placement, _due(step, counted_from), done.get(key)))
    return tuple(sorted(found, key=lambda each: each.due or date.max))


def placement_step(step: str, placement: str) -> str:
    """What the row of a step says that is done in each placement anew: `evaluation_first/<placement>`."""
    return f"{step}/{placement}"


def course_stages(case: CaseFile, today: date) -> Iterator[CourseStage]:
    """The stages of the newest course in the file's order, each with what it still waits for.

    A step that is done in each placement is passed when it is done in one of them.
    """
    enrolment, programme = case.enrolment, case.programme
    if enrolment is None or programme is None:
        return
    rows = [row for row in case.steps if row.enrolment == enrolment.id]
    done = {row.step.partition("/")[0] for row in rows if row.done_on is not None and row.done_on <= today}
    by_key = {step.key: step for step in programme.steps}
    for stage in programme.stages:
        missing = tuple(by_key[key] for key in stage.needs if key not in done)
        at_it = tuple(row for row in case.placements if row.enrolment == enrolment.id and row.stage == stage.key)
        yield CourseStage(stage, missing, at_it)


def _is_for(step: ProgrammeStep, case: CaseFile, placement: Placement | None) -> bool:
    if not step.sectors:
        return True
    site = case.organisation.sites.get(placement.site or "") if placement else None
    return site is not None and site.sector in step.sectors


def _counted_from(step: ProgrammeStep, file: CaseFile, placement: Placement | None, end: date | None) -> date | None:
    enrolment = file.enrolment
    assert enrolment is not None
    match step.due_from:
        case "start":
            return enrolment.start
        case "end":
            return end
        case "signed":
            # An agreement is signed by the start at the latest, so that its day is never later than this (inferred).
            return enrolment.signed_on or enrolment.start
        case "arrived":
            return enrolment.arrived_on
        case "placement_start":
            return placement.first_day if placement else None
        case "placement_end":
            return placement.last_day if placement else None
        case "leave_start" | "leave_end":
            leave = _newest_leave(file)
            if leave is None:
                return None
            return leave.first_day if step.due_from == "leave_start" else leave.last_day
    return None


def _newest_leave(case: CaseFile) -> Leave | None:
    """The newest parental leave of the newest course."""
    enrolment = case.enrolment
    own = (row for row in case.leaves if enrolment and row.enrolment == enrolment.id and row.kind == "parental")
    return max(own, key=lambda row: (row.first_day, row.last_day), default=None)


def _due(step: ProgrammeStep, counted_from: date | None) -> date | None:
    if counted_from is None:
        return None
    return months_after(counted_from, step.due_months) + timedelta(days=step.due_days)
