"""What is known while a list is read: the case files, and what the rows above have added to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mentorapp.domain.attendance import Attendance, PracticePeriod
from mentorapp.domain.calendar import PUBLIC_HOLIDAY_ORDINALS, last_day_of_years
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.programme import Programme, find
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell, line
from mentorapp.lists.course_index import CourseIndex
from mentorapp.lists.learner_index import LearnerIndex
from mentorapp.lists.plan import Edit, Existing
from mentorapp.lists.row_draft import Refusal
from mentorapp.lists.workplaces import Workplaces


class Held:
    """One learner as known so far; nouns by id. Made from the case file when a row first asks for it."""

    def __init__(self, case: CaseFile | None, learner: Learner) -> None:
        self.learner = learner
        self.private = case.private if case else None
        self.enrolments: dict[str, Enrolment] = {row.id: row for row in case.enrolments} if case else {}
        self.placements: dict[str, Placement] = {row.id: row for row in case.placements} if case else {}
        self.leaves: dict[str, Leave] = {row.id: row for row in case.leaves} if case else {}
        self.attendance: dict[str, Attendance] = {row.id: row for row in case.attendance} if case else {}
        self.courses = CourseIndex(case.schooling if case else ())
        self.periods: list[PracticePeriod] = sorted(case.practice_periods, key=_first_day) if case else []

    def put(self, edit: Edit) -> None:
        """Remember an edit of one of the learner's nouns."""
        before, after = edit
        match before or after:
            case Learner():
                self.learner = after
            case LearnerPrivate():
                self.private = after
            case Enrolment():
                self.enrolments[after.id] = after
            case Placement():
                self.placements[after.id] = after
            case Leave():
                self.leaves[after.id] = after
            case Schooling():
                self.courses.put(after)
            case PracticePeriod():
                if before:
                    self.periods.remove(before)
                insort(self.periods, after, key=_first_day)
            case Attendance():
                if after is None:
                    del self.attendance[before.id]
                else:
                    self.attendance[after.id] = after


class Known:
    """Everything a list is held against. `new_id` and `new_learner` give the ids of what it adds."""

    def __init__(self, existing: Existing, new_id: Callable[[], str], new_learner: Callable[[], bytes]) -> None:
        self.new_id = new_id
        self.new_learner = new_learner
        self.today = existing.today
        self.words = existing.words
        self.programmes: tuple[Programme, ...] = existing.organisation.programmes
        self.workplaces = Workplaces(existing.organisation.sites, existing.organisation.people)
        self.names = {programme.key: programme.short_name for programme in self.programmes}
        """Names of programmes, sites, people and courses by id, for the preview."""
        closed = {day.toordinal() for day in existing.organisation.closing_days} | PUBLIC_HOLIDAY_ORDINALS
        self._closed = sorted(closed)
        self._cases = {case.learner.learner: case for case in existing.cases}
        self._held: dict[bytes, Held] = {}
        self._index = LearnerIndex()
        for site in existing.organisation.sites.values():
            self.names[site.id] = site.name
        for person in existing.organisation.people.values():
            self.names[person.id] = person.name
        for case in existing.cases:
            self._index_learner(case.learner, case.private)
            for course in case.schooling:
                self.names[course.id] = course_name(course)

    def held(self, learner: bytes) -> Held:
        """What is known of a learner that has been found."""
        found = self._held.get(learner)
        if found is None:
            case = self._cases[learner]
            found = self._held[learner] = Held(case, case.learner)
        return found

    def cases(self) -> Iterable[CaseFile]:
        """The case files as they were before the list."""
        return self._cases.values()

    def case(self, learner: bytes) -> CaseFile | None:
        """The case file as it was before the list; None where there is no such learner."""
        return self._cases.get(learner)

    def find(self, name: str | None, number: str | None, birth: date | None) -> list[bytes]:
        """The learners this may be, at most two."""
        return self._index.find(name, number, birth)

    def the_learner(self, name: str | None, number: str | None, birth: date | None) -> Held:
        """The one learner a row is about; `Refusal` where there is none, or two."""
        found = self.find(name, number, birth)
        if len(found) == 1:
            return self.held(found[0])
        if found:
            raise Refusal(
                _("Der er flere elever, der hedder {name}. Tilføj en kolonne med CPR-nr. eller fødselsdato.").format(
                    name=name
                )
            )
        raise Refusal(
            _("Eleven {name} kendes ikke. Importér elevlisten først, eller ret navnet.").format(name=name or number)
        )

    def programme_key(self, value: Cell) -> str:
        """The key of the programme a cell names, or the scheme as it was written."""
        programme = find(self.programmes, line(value))
        return programme.key if programme else line(value)

    def plain_end(self, programme: str, start: date) -> date | None:
        """The last day of the plain course by calendar years; None where the programme has no fixed length."""
        found = find(self.programmes, programme)
        return last_day_of_years(start, found.years) if found and found.years else None

    def enrolment_on(self, held: Held, day: date) -> Enrolment:
        """The enrolment whose period holds `day`, else the newest; `Refusal` where the learner has none."""
        newest_first = sorted(held.enrolments.values(), key=lambda one: (one.start, one.id), reverse=True)
        for enrolment in newest_first:
            if self.covers(enrolment, day):
                return enrolment
        if not newest_first:
            raise Refusal(_("Eleven {name} har intet forløb endnu.").format(name=held.learner.name))
        return newest_first[0]

    def covers(self, enrolment: Enrolment, day: date) -> bool:
        """Whether `day` lies in the course; one without an end goes on."""
        end = enrolment.agreed_end or self.plain_end(enrolment.programme, enrolment.start)
        return enrolment.start <= day and (end is None or day <= end)

    def closed_between(self, first: date, last: date) -> list[int]:
        """Public holidays and closing days from `first` to `last`, both included, as ordinals."""
        return self._closed[bisect_left(self._closed, first.toordinal()) : bisect_right(self._closed, last.toordinal())]

    def take(self, edits: Iterable[Edit]) -> None:
        """A row is good: what it changes is known to the rows below."""
        renamed: Held | None = None
        for edit in edits:
            noun = edit.after or edit.before
            match noun:
                case Site():
                    self.workplaces.put_site(noun)
                    self.names[noun.id] = noun.name
                case Person():
                    self.workplaces.put_person(noun)
                    self.names[noun.id] = noun.name
                case _:
                    held = self._held_or_new(noun)
                    held.put(edit)
                    if isinstance(noun, Learner | LearnerPrivate):
                        renamed = held
                    elif isinstance(noun, Schooling):
                        self.names[noun.id] = course_name(noun)
        if renamed:
            # A row is about one learner; name and number come as two edits, and are looked up by as one.
            self._index_learner(renamed.learner, renamed.private)

    def _held_or_new(self, noun: Any) -> Held:
        if noun.learner not in self._held and noun.learner not in self._cases:
            self._held[noun.learner] = Held(None, noun)
        return self.held(noun.learner)

    def _index_learner(self, learner: Learner, private: LearnerPrivate | None) -> None:
        number, birth = (private.registration_number, private.birth_date) if private else (None, None)
        self._index.put(learner.learner, learner.name, number, birth)


def course_name(course: Schooling) -> str:
    """What a course is called where it is only named."""
    return course.title or SCHOOL_TYPES.get(course.type, course.type)


def _first_day(period: PracticePeriod) -> date:
    return period.first_day
