"""What a list is compared with: every learner, site and member of staff, quick to find, growing as rows are planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentorapp.domain.attendance import Attendance, PracticePeriod
from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.domain.programme import Programme, find
from mentorapp.domain.schooling import Schooling
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable, fold


@dataclass(slots=True)
class Folder:
    """One learner as far as lists go; rows of the list are put into it as they are planned."""

    learner: Learner
    private: LearnerPrivate
    private_known: bool = False
    enrolments: list[Enrolment] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    leaves: list[Leave] = field(default_factory=list)
    schooling: list[Schooling] = field(default_factory=list)
    attendance: dict[str, Attendance] = field(default_factory=dict)
    practice: list[PracticePeriod] = field(default_factory=list)

    def enrolment_on(self, day: date) -> Enrolment | None:
        """The enrolment whose dates hold `day`, else the newest begun before it, else the newest."""
        begun = sorted((e for e in self.enrolments if e.start <= day), key=lambda e: e.start)
        holding = [e for e in begun if e.agreed_end is None or day <= e.agreed_end]
        newest = sorted(self.enrolments, key=lambda e: e.start)
        return (holding or begun or newest or [None])[-1]


class Known:
    """All learners and what they share. `new_id` and `new_learner` make ids for what is new."""

    def __init__(
        self,
        cases: Sequence[CaseFile],
        organisation: Organisation,
        new_id: Callable[[], str],
        new_learner: Callable[[], bytes],
    ) -> None:
        self.new_id, self.new_learner = new_id, new_learner
        self.programmes = organisation.programmes
        self.sites: dict[str, Site] = {}
        self.people: dict[str, Person] = {}
        self._sites: dict[tuple[str, str], Site] = {}
        self._people: dict[tuple[str, str], Person] = {}
        self._by_number: dict[str, Folder] = {}
        self._by_name: dict[str, list[Folder]] = {}
        self._programmes: dict[str, Programme | None] = {}
        for site in organisation.sites.values():
            self.put_site(site)
        for person in organisation.people.values():
            self.put_person(person)
        for case in cases:
            self.put_folder(_folder(case))

    def programme(self, written: str) -> Programme | None:
        """The programme of this name, looked up once."""
        if written not in self._programmes:
            self._programmes[written] = find(self.programmes, written)
        return self._programmes[written]

    def site(self, name: str, cvr: str | None, p_number: str | None) -> Site | None:
        """A site by P-number, else by CVR and name, else by name alone."""
        if p_number and (found := self._sites.get(("p", p_number))):
            return found
        found = self._sites.get((cvr or "", fold(name))) or self._sites.get(("", fold(name)))
        # the same name with another P-number is another place
        return None if found and p_number and found.p_number and found.p_number != p_number else found

    def put_site(self, site: Site) -> None:
        """Know a site, or its new state."""
        self.sites[site.id] = site
        self._sites[("", fold(site.name))] = site
        if site.cvr:
            self._sites[(site.cvr, fold(site.name))] = site
        if site.p_number:
            self._sites[("p", site.p_number)] = site

    def person(self, name: str, site: str | None) -> Person | None:
        """A member of staff by name at a site."""
        return self._people.get((fold(name), site or ""))

    def put_person(self, person: Person) -> None:
        """Know a member of staff, or their new state."""
        self.people[person.id] = person
        self._people[(fold(person.name), person.site or "")] = person

    def put_folder(self, folder: Folder) -> None:
        """Know a learner; call it again after name or number were changed."""
        if folder.private.registration_number:
            self._by_number[folder.private.registration_number] = folder
        same = self._by_name.setdefault(fold(folder.learner.name), [])
        if folder not in same:
            same.append(folder)

    def matching(self, name: str, number: str | None, born: date | None) -> list[Folder]:
        """Learners who may be the one meant: by number, else all of the name that nothing contradicts."""
        if number and number in self._by_number:
            return [self._by_number[number]]
        found = [f for f in self._by_name.get(fold(name), ()) if not _contradicts(f.private, number, born)]
        sure = [f for f in found if born and f.private.birth_date == born]
        return sure or found

    def one(self, name: str | None, number: str | None, born: date | None) -> Folder:
        """The learner meant by a row of another list; `Unreadable` where there is none, or more than one."""
        found = self.matching(name or "", number, born)
        if not found:
            raise Unreadable(
                _("Ingen elev hedder »{name}«. Importér elevlisten først, eller ret navnet.").format(name=name or number)
            )
        if len(found) > 1:
            raise Unreadable(
                _("{n} elever hedder »{name}«. Tilføj en kolonne med fødselsdato eller CPR-nr.").format(
                    n=len(found), name=name
                )
            )
        return found[0]


def _contradicts(private: LearnerPrivate, number: str | None, born: date | None) -> bool:
    other_number = bool(number and private.registration_number and private.registration_number != number)
    other_birth = bool(born and private.birth_date and private.birth_date != born)
    return other_number or other_birth


def _folder(case: CaseFile) -> Folder:
    return Folder(
        learner=case.learner,
        private=case.private or LearnerPrivate(case.learner.learner, case.learner.id),
        private_known=case.private is not None,
        enrolments=list(case.enrolments),
        placements=list(case.placements),
        leaves=list(case.leaves),
        schooling=list(case.schooling),
        attendance={row.id: row for row in case.attendance},
        practice=list(case.practice_periods),
    )
