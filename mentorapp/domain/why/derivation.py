"""What the answer to "why?" is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentorapp.domain.figure import STATUSES, Figure
from mentorapp.domain.measure import Measure, in_hours
from mentorapp.domain.programme import RuleSet
from mentorapp.domain.school_hours import States
from mentorapp.domain.sentence import Sentence

Value: TypeAlias = "Measure | Mapping[str, Measure] | date | bool | str | None"
"""A figure as `case --json` gives it; three states are a mapping; None is unknown or does not apply."""

SURENESS = {"verified": "bekræftet", "inferred": "udledt", "unverified": "ikke bekræftet"}
"""How sure a source is, in words."""

ENTRY_TABLES = {
    "enrolment": "Forløb",
    "placement": "Praktikplads",
    "leave": "Orlov",
    "schooling": "Skole",
    "attendance": "Fremmøde",
    "week_mark": "Bekræftet uge",
    "practice_period": "Praktikperiode",
}
"""What kind of row an entry is, in the field's words."""

ENTRY_STATES = {
    "planned": "planlagt",
    "attended": "deltaget",
    "documented": "dokumenteret",
    "due": "forfaldent",
    "future": "kommende",
    "worked": "arbejdet",
    "paid_absence": "betalt fravær",
    "as_planned": "regnet som planlagt",
    "away": "fravær",
}
"""What an entry was counted as."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A figure of the law or a convention of ours that a derivation rests on."""

    figure: str
    """Name in the programme file, `factor amu`, or the name of the convention."""
    value: int | None
    source: str
    """Law, order or page with its paragraph; a `Sentence` where the words are ours."""
    status: str
    """verified, inferred or unverified."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was counted. What does not apply is None; minutes x factor = counted minutes."""

    table: str
    row: str
    title: str
    first_day: date | None
    last_day: date | None
    state: str | None = None
    """Key of ENTRY_STATES."""
    minutes: int | None = None
    factor: int | None = None
    days: int | None = None
    said_by: str | None = None
    """Who said so: key of `attendance.SOURCES`, or as it was written."""
    proof_on: date | None = None
    """Date of the proof, where it is documented."""

    @property
    def counted(self) -> int | None:
        """Counted minutes; None without a factor."""
        return None if self.minutes is None or self.factor is None else self.minutes * self.factor


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why a figure is what it is: the formula in words with its numbers, what it rests on, the entries counted."""

    figure: str
    value: Value
    formula: Sentence
    grounds: tuple[Ground, ...] = ()
    entries: tuple[Entry, ...] = ()
    shown: str = ""
    """The value as people say it, where that is not the one programs read (a scheme has a name beside its key)."""

    @property
    def status(self) -> str | None:
        """As sure as the least sure of the grounds; None where a figure rests on nothing but what was entered."""
        return max((ground.status for ground in self.grounds), key=STATUSES.index, default=None)


def ground(name: str, figure: Figure) -> Ground:
    """The ground that a figure of a programme file is."""
    return Ground(name, figure.value, figure.source, figure.status)


def grounds(rule_set: RuleSet | None, *names: str) -> tuple[Ground, ...]:
    """The figures of `rule_set` called `names`, those that it has."""
    figures = rule_set.figures if rule_set else {}
    return tuple(ground(name, figures[name]) for name in names if name in figures)


def three(states: States | None) -> Mapping[str, Measure] | None:
    """The three states in hours."""
    if states is None:
        return None
    named = {"planned": states.planned, "attended": states.attended, "documented": states.documented}
    return {name: in_hours(minutes) for name, minutes in named.items()}
