"""Finds a workplace and its staff by what a list can say about them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TypeVar

from mentorapp.domain.placement import Person, Site
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold
from mentorapp.lists.row_draft import Refusal

T = TypeVar("T")


class Workplaces:
    """Sites by P-number, by CVR number and name, by name; staff by name and site."""

    def __init__(self, sites: Mapping[str, Site], people: Mapping[str, Person]) -> None:
        self.sites: dict[str, Site] = {}
        self.people: dict[str, Person] = {}
        self._by_p_number: dict[str, str] = {}
        self._sites_by_name: dict[str, dict[str, None]] = {}
        self._people_by_name: dict[str, dict[str, None]] = {}
        for site in sites.values():
            self.put_site(site)
        for person in people.values():
            self.put_person(person)

    def put_site(self, site: Site) -> None:
        """Remember a new site, or what it is now."""
        self.sites[site.id] = site
        self._sites_by_name.setdefault(fold(site.name), {})[site.id] = None
        if site.p_number:
            self._by_p_number.setdefault(site.p_number, site.id)

    def put_person(self, person: Person) -> None:
        """Remember a new member of staff, or what he or she is now."""
        self.people[person.id] = person
        self._people_by_name.setdefault(fold(person.name), {})[person.id] = None

    def find_site(
        self, name: str | None, cvr: str | None, p_number: str | None, here: Container[str | None] = ()
    ) -> Site | None:
        """The site; None where it is new. Of two that fit alike the one the learner is at (`here`), else `Refusal`."""
        if p_number and p_number in self._by_p_number:
            return self.sites[self._by_p_number[p_number]]
        if not name:
            return None
        named = [self.sites[one] for one in self._sites_by_name.get(fold(name), ())]
        fitting = [site for site in named if _agrees(site.p_number, p_number) and _agrees(site.cvr, cvr)]
        if len(fitting) > 1:
            fitting = [site for site in fitting if cvr and site.cvr == cvr] or fitting
            fitting = [site for site in fitting if site.id in here] or fitting
        return _only(fitting, _("Der er to praktiksteder, der hedder {name}. Skriv også P-nummeret."), name)

    def find_person(self, name: str, site: str | None, here: Container[str | None] = ()) -> Person | None:
        """The member of staff at `site`; one whose site is unknown, where none is there; None where new.

        Where no site is said, the only one of the name, or the one who is the learner's mentor already (`here`).
        """
        named = [self.people[one] for one in self._people_by_name.get(fold(name), ())]
        if site is None:
            named = [person for person in named if person.id in here] or named
            return _only(named, _("Der er to mentorer, der hedder {name}. Skriv også praktikstedet."), name)
        return next((person for person in named if person.site == site), None) or next(
            (person for person in named if person.site is None), None
        )


def _agrees(known: str | None, said: str | None) -> bool:
    return known is None or said is None or known == said


def _only(found: Sequence[T], sentence: str, name: str) -> T | None:
    if len(found) > 1:
        raise Refusal(sentence.format(name=name))
    return found[0] if found else None
