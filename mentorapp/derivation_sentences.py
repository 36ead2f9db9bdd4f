"""Where a figure comes from, in words: the same in the window, on the command line and in what is copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.attendance import SOURCES
from mentorapp.domain.measure import Measure
from mentorapp.domain.why import day_one
from mentorapp.domain.why.answers import FIGURES
from mentorapp.domain.why.derivation import ENTRY_STATES, ENTRY_TABLES, SURENESS, Derivation, Entry, Value
from mentorapp.i18n import _, day, hours
from mentorapp.sentences import measure, told


@dataclass(frozen=True, slots=True)
class EntrySaid:
    """A counted row for people: what, when, as what, how much, and who said so; empty where it does not apply."""

    kind: str
    title: str
    period: str
    state: str
    amount: str
    said_by: str


def figure_name(figure: str) -> str:
    """A figure that answers, in words."""
    return _(FIGURES.get(figure) or day_one.FIGURES[figure])


def value_said(derivation: Derivation) -> str:
    """The value as the reader's language writes it; three states in one line."""
    return derivation.shown or _written(derivation.value)


def _written(value: Value) -> str:
    if value is None:
        return _("ukendt")
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, Measure):
        return measure(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{_(ENTRY_STATES[state])} {measure(part)}" for state, part in value.items())
    return day(value) if isinstance(value, date) else value


def sources(derivation: Derivation) -> list[tuple[str, str]]:
    """Every rule or convention it rests on, with its status (verified, inferred, unverified)."""
    # one page may be the source of several figures (each type's factor) and is named once
    return list(dict.fromkeys((told(ground.source), ground.status) for ground in derivation.grounds))


def sureness(status: str) -> str:
    """How sure a source is, in words."""
    return _(SURENESS[status])


def entry_said(entry: Entry) -> EntrySaid:
    """A counted row in words."""
    return EntrySaid(
        kind=_(ENTRY_TABLES[entry.table]),
        title=told(entry.title),
        period=" – ".join(day(on) for on in dict.fromkeys((entry.first_day, entry.last_day)) if on),
        state=_(ENTRY_STATES[entry.state]) if entry.state else "",
        amount=_amount(entry),
        said_by=told(SOURCES.get(entry.said_by or "", entry.said_by or "")),
    )


def _amount(entry: Entry) -> str:
    if entry.minutes is not None:
        amount = _("{n} timer").format(n=hours(entry.minutes, 2))
        if entry.factor is not None:
            amount += f" × {entry.factor} = {hours(entry.counted or 0, 2)}"
        return amount
    return _("{n} dage").format(n=entry.days) if entry.days is not None else ""


def lines(derivation: Derivation) -> list[tuple[str, ...]]:
    """The whole answer as rows of columns: figure, formula and sources first, then what was counted."""
    name = f"{figure_name(derivation.figure)} ({derivation.figure})"
    said: list[tuple[str, ...]] = [
        (_("Tal"), f"{name}: {value_said(derivation)}"),
        (_("Sådan"), told(derivation.formula)),
        *((_("Kilde"), f"{source} ({sureness(status)})") for source, status in sources(derivation)),
    ]
    for entry in map(entry_said, derivation.entries):
        said.append(("", entry.kind, entry.title, entry.period, entry.state, entry.amount, entry.said_by))
    return said
