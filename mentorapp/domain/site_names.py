"""Names of workplaces where two have the same: told apart by what people know of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from mentorapp.domain.placement import Site

_TELLING: tuple[Callable[[Site], str], ...] = (
    lambda site: site.address or "",
    lambda site: f"P {site.p_number}" if site.p_number else "",
    lambda site: f"CVR {site.cvr}" if site.cvr else "",
)
"""What tells two of one name apart, the most telling first: address, P-number, CVR."""


def told_apart(sites: Mapping[str, Site]) -> dict[str, str]:
    """A name for each site by its id: its own, and where others have it too, with what tells it from them.

    The first of address, P-number and CVR that is another for each of them is taken for all of them; where none is,
    each is told by the first it has that no other of the name has, at last by the beginning of its id.
    """
    names: dict[str, str] = {}
    same: dict[str, list[Site]] = defaultdict(list)
    for site in sites.values():
        names[site.id] = site.name
        same[" ".join(site.name.split()).casefold()].append(site)
    for group in same.values():
        if len(group) > 1:
            names |= {site.id: f"{site.name} ({words})" for site, words in zip(group, _words(group), strict=True)}
    return names


def _words(group: Sequence[Site]) -> list[str]:
    for telling in _TELLING:
        said = [telling(site) for site in group]
        if all(said) and len(set(said)) == len(said):
            return said
    return [next(filter(None, (_alone(telling, site, group) for telling in _TELLING)), site.id[:4]) for site in group]


def _alone(telling: Callable[[Site], str], site: Site, group: Sequence[Site]) -> str:
    """What `telling` says of the site, unless it says the same of another one."""
    said = telling(site)
    return "" if any(telling(other) == said for other in group if other is not site) else said
