"""Understands a programme file: the figures of a scheme, their sources, and the rule set in force on a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorapp.errors import UserError

STATUSES = ("verified", "inferred", "unverified")


@dataclass(frozen=True, slots=True)
class Figure:
    """A legal or agreed number with where it comes from and how sure that is."""

    value: int
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The figures that hold for courses begun from–until (both included)."""

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

    def rule_set_on(self, start: date) -> RuleSet | None:
        """The rule set for a course begun on `start`; None where none was in force."""
        for rule_set in self.rule_sets:
            if rule_set.starts_from <= start and (rule_set.starts_until is None or start <= rule_set.starts_until):
                return rule_set
        return None

    def rule_set(self, key: str | None) -> RuleSet | None:
        """The rule set named `key`."""
        return next((rule_set for rule_set in self.rule_sets if rule_set.key == key), None)


def find(programmes: Sequence[Programme], written: str) -> Programme | None:
    """The programme whose key, name or alias is `written`, whatever its case."""
    wanted = " ".join(written.split()).casefold()
    for programme in programmes:
        if wanted in {name.casefold() for name in (programme.key, programme.name, *programme.aliases)}:
            return programme
    return None


def parse(data: Mapping[str, Any], origin: str) -> Programme:
    """A `Programme` from the parsed TOML of file `origin`; a fault is a `UserError` naming file and place."""
    try:
        return Programme(
            key=_text(data, "key"),
            name=_text(data, "name"),
            short_name=data.get("short_name", data["name"]),
            aliases=tuple(data.get("aliases", ())),
            years=data.get("years"),
            factors={key: _figure(entry, f"factors.{key}") for key, entry in data.get("factors", {}).items()},
            rule_sets=tuple(_rule_set(entry) for entry in data.get("rule_set", ())),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise UserError(
            f"Ordningsfilen {origin} kan ikke bruges: {_said(fault)}. Intet er ændret. Ret filen, og start igen."
        ) from fault


def _rule_set(entry: Mapping[str, Any]) -> RuleSet:
    key = _text(entry, "key")
    figures = {name: _figure(value, f"{key}.{name}") for name, value in entry.items() if isinstance(value, dict)}
    starts_from, until = entry["starts_from"], entry.get("starts_until")
    if not isinstance(starts_from, date) or not (until is None or isinstance(until, date)):
        raise ValueError(f"{key}: starts_from og starts_until skal være datoer")
    return RuleSet(key, starts_from, until, figures)


def _figure(entry: Any, place: str) -> Figure:
    value, source, status = entry["value"], entry.get("source", ""), entry.get("status", "")
    if type(value) is not int:
        raise ValueError(f"{place}: value skal være et helt tal")
    if not source or status not in STATUSES:
        raise ValueError(f"{place}: source og status ({', '.join(STATUSES)}) skal være udfyldt")
    return Figure(value, source, status)


def _text(data: Mapping[str, Any], name: str) -> str:
    if not isinstance(data[name], str) or not data[name]:
        raise ValueError(f"{name} skal være en tekst")
    return str(data[name])


def _said(fault: Exception) -> str:
    return f"feltet {fault.args[0]} mangler" if isinstance(fault, KeyError) else str(fault)
