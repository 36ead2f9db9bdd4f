"""Sites and mentors by the names people type: the one that is known, or a new one made in the same save."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.change import Change, creation
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold

Named = TypeVar("Named", Site, Person)


def site_named(organisation: Organisation, name: str | None) -> tuple[str | None, list[Change]]:
    """Id of the site of that name (as `site_names` tells it), and the changes that make it where there is none."""
    if not name:
        return None, []
    called = [row for row in organisation.sites.values() if fold(organisation.site_names[row.id]) == fold(name)]
    known = called or _by_name(organisation.sites.values(), name)
    if known:
        return known[0].id, []
    made = Site(secrets.token_hex(8), name)
    return made.id, creation(made)


def mentor_named(organisation: Organisation, name: str | None, site: str | None) -> tuple[str | None, list[Change]]:
    """Id of the person of that name, of that site first, and the changes that make one where there is none."""
    if not name:
        return None, []
    known = _by_name(organisation.people.values(), name)
    # two sites may each have a Gitte Holm
    here = [person for person in known if person.site == site] or [person for person in known if person.site is None]
    known = here or (known if site is None else [])
    if known:
        return known[0].id, []
    made = Person(secrets.token_hex(8), name, role="mentor", site=site)
    return made.id, creation(made)


def site_names(organisation: Organisation) -> list[str]:
    """Names to complete a site from; two of one name are told apart."""
    return list(organisation.site_names.values())


def site_trouble(organisation: Organisation, name: str | None) -> str:
    """A sentence where `name` alone does not say which of several sites is meant; else empty."""
    if not name or any(fold(known) == fold(name) for known in organisation.site_names.values()):
        return ""
    several = [organisation.site_names[site.id] for site in _by_name(organisation.sites.values(), name)]
    if len(several) < 2:
        return ""
    return _("Flere steder hedder sådan. Vælg et af dem: {names}.").format(names=" · ".join(several[:4]))


def overlap(case: CaseFile, row: Placement) -> str:
    """A sentence where `row` and another placement of its course hold the same days; else empty.

    Paid hours are worked beside practice, so they overlap nothing.
    """
    first, last = row.first_day or date.min, row.last_day or date.max
    for other in case.placements:
        if other.id == row.id or other.enrolment != row.enrolment or other.paid or row.paid:
            continue
        if first <= (other.last_day or date.max) and (other.first_day or date.min) <= last:
            site = case.organisation.site_names.get(other.site or "") or _("et andet sted")
            return _("Overlapper praktikken på {site}. Ret den ene, så de følger efter hinanden.").format(site=site)
    return ""


def mentor_names(organisation: Organisation) -> list[str]:
    """Names to complete a mentor from."""
    return [person.name for person in organisation.people.values() if person.role in (None, "mentor")]


def _by_name(rows: Iterable[Named], name: str) -> list[Named]:
    wanted = fold(name)
    return sorted((row for row in rows if fold(row.name) == wanted), key=lambda row: row.id)
