"""A scheme as its file describes it: figures with their sources, and the rule set in force on a date.

`programme_file` reads the file; `programme_parts` holds the steps, stages and weekly patterns a scheme may have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from mentorapp.domain.figure import Figure
from mentorapp.domain.programme_parts import Group, ProgrammeStep, Remark, Rung, Stage, WeekPart

__all__ = ["Figure", "Programme", "RuleSet", "find"]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The figures that hold for courses begun from–until (both included), with those that hold for every course."""

    key: str
    starts_from: date
    starts_until: date | None
    figures: Mapping[str, Figure]

    def get(self, name: str) -> int | None:
        """The value of figure `name` (unit in its name: `_weeks`, `_hours`, `_years`), or None."""
        figure = self.figures.get(name)
        return figure.value if figure else None


@dataclass(frozen=True, slots=True)
class Programme:
    """A scheme as its file describes it. `factors` turns clock hours into counted hours, by school type."""

    key: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    years: int | None
    factors: Mapping[str, Figure]
    rule_sets: tuple[RuleSet, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """Figures of every course, whenever it began; a group's own take their place."""
    groups: tuple[Group, ...] = ()
    """Target groups or kinds of workplace with figures of their own; the first that fits holds."""
    steps: tuple[ProgrammeStep, ...] = ()
    stages: tuple[Stage, ...] = ()
    week: tuple[WeekPart, ...] = ()
    """How many days of a week belong where."""
    ladder: tuple[Rung, ...] = ()
    """Suggested rising hours, first rung first."""
    remarks: tuple[Remark, ...] = ()

    def rule_set_on(self, start: date) -> RuleSet | None:
        """The rule set for a course begun on `start`; None where none was in force."""
        for rule_set in self.rule_sets:
            if rule_set.starts_from <= start and (rule_set.starts_until is None or start <= rule_set.starts_until):
                return rule_set
        return None

    def rule_set(self, key: str | None) -> RuleSet | None:
        """The rule set named `key`."""
        return next((rule_set for rule_set in self.rule_sets if rule_set.key == key), None)

    def remarks_on(self, day: date) -> tuple[Remark, ...]:
        """What must be said beside the scheme's figures on `day`."""
        return tuple(remark for remark in self.remarks if remark.holds_on(day))

    def doubt_on(self, day: date) -> Remark | None:
        """The remark that puts the scheme's figures in doubt from `day` on; None where they stand."""
        return next((remark for remark in self.remarks_on(day) if remark.doubt), None)


def find(programmes: Sequence[Programme], written: str) -> Programme | None:
    """The programme whose key, name or alias is `written`, whatever its case."""
    for programme in programmes:
        if programme.key == written:  # what a stored course says
            return programme
    wanted = " ".join(written.split()).casefold()
    for programme in programmes:
        if wanted in _folded((programme.key, programme.name, *programme.aliases)):
            return programme
    return None


@cache
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
