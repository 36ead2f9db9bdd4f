"""Where a rule comes from, as every alert says it: the figure's own source, and how sure that is."""

from __future__ import annotations

from mentorapp.domain.programme import RuleSet
from mentorapp.i18n import _


def cited(rule_set: RuleSet | None, figure: str) -> str:
    """The source of `figure` in the programme file; one that is not verified says so. Empty where there is none."""
    found = rule_set.figures.get(figure) if rule_set else None
    if found is None:
        return ""
    if found.status == "verified":
        return found.source
    if found.status == "inferred":
        return _("{source} (udledt, ikke bekræftet)").format(source=found.source)
    return _("{source} (ikke bekræftet)").format(source=found.source)
