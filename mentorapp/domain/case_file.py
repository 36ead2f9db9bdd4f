"""CaseFile: everything known about one learner, read once; alerts, reports and figures come from it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mentorapp.domain.alert_mark import AlertMark
from mentorapp.domain.attendance import Attendance, PracticePeriod, WeekMark
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.meeting import ActionPoint, Meeting
from mentorapp.domain.mentor_support import MentorGrant, MentorTime
from mentorapp.domain.month_claim import MonthClaim
from mentorapp.domain.note import Note
from mentorapp.domain.organisation import ClosingDay, ExamTerm
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.programme import Programme, find
from mentorapp.domain.schooling import Schooling
from mentorapp.domain.site_names import told_apart
from mentorapp.domain.step import Step


@dataclass(frozen=True, slots=True)
class Organisation:
    """What all learners share: workplaces, staff, programmes, local closing days. One object for all case files."""

    sites: Mapping[str, Site] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()
    closing_days: frozenset[date] = frozenset()
    """Days without teaching anywhere, besides public holidays."""
    site_closing: tuple[ClosingDay, ...] = ()
    """Days on which single workplaces are closed."""
    exam_terms: tuple[ExamTerm, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    """What the organisation chose, by name of the setting."""
    site_names: Mapping[str, str] = field(init=False, repr=False, compare=False)
    """What each site is called where one is chosen or named: two of one name are told apart."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "site_names", told_apart(self.sites))


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One learner. `withheld` names the tables this profile may not see; their figures are then unknown."""

    learner: Learner
    organisation: Organisation
    private: LearnerPrivate | None = None
    enrolments: tuple[Enrolment, ...] = ()
    placements: tuple[Placement, ...] = ()
    leaves: tuple[Leave, ...] = ()
    schooling: tuple[Schooling, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    practice_periods: tuple[PracticePeriod, ...] = ()
    week_marks: tuple[WeekMark, ...] = ()
    notes: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    month_claims: tuple[MonthClaim, ...] = ()
    mentor_grants: tuple[MentorGrant, ...] = ()
    mentor_times: tuple[MentorTime, ...] = ()
    alert_marks: tuple[AlertMark, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    withheld: frozenset[str] = frozenset()

    @property
    def enrolment(self) -> Enrolment | None:
        """The newest enrolment: the one pages and reports are about."""
        # rules ask for it at every turn, and almost everybody has one
        if len(self.enrolments) == 1:
            return self.enrolments[0]
        return max(self.enrolments, key=lambda enrolment: (enrolment.start, enrolment.id), default=None)

    @property
    def programme(self) -> Programme | None:
        """The programme of the newest enrolment; None where no programme file knows it."""
        return find(self.organisation.programmes, self.enrolment.programme) if self.enrolment else None

    def placement(self, day: date) -> Placement | None:
        """The newest enrolment's placement on `day`, else the last one before it, else the first one after."""
        own = [p for p in self.placements if self.enrolment and p.enrolment == self.enrolment.id]
        own.sort(key=lambda placement: placement.first_day or date.min)
        begun = [p for p in own if (p.first_day or date.min) <= day]
        return begun[-1] if begun else (own[0] if own else None)

    def only(self, enrolment: str) -> CaseFile:
        """The same case file with the rows of one enrolment."""
        if [row.id for row in self.enrolments] == [enrolment]:
            return self
        return replace(
            self,
            placements=tuple(row for row in self.placements if row.enrolment == enrolment),
            leaves=tuple(row for row in self.leaves if row.enrolment == enrolment),
            schooling=tuple(row for row in self.schooling if row.enrolment == enrolment),
            attendance=tuple(row for row in self.attendance if row.enrolment == enrolment),
            practice_periods=tuple(row for row in self.practice_periods if row.enrolment == enrolment),
            week_marks=tuple(row for row in self.week_marks if row.enrolment == enrolment),
            steps=tuple(row for row in self.steps if row.enrolment == enrolment),
            month_claims=tuple(row for row in self.month_claims if row.enrolment == enrolment),
            mentor_grants=tuple(row for row in self.mentor_grants if row.enrolment == enrolment),
            mentor_times=tuple(row for row in self.mentor_times if row.enrolment == enrolment),
            meetings=tuple(row for row in self.meetings if row.enrolment == enrolment),
            action_points=tuple(row for row in self.action_points if row.enrolment == enrolment),
        )
