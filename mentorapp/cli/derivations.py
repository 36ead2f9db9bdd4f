"""`case LEARNER --why`: where the figures come from, as text or beside them as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorapp.cli import output
from mentorapp.cli.arguments import EVERY_FIGURE
from mentorapp.cli.case import figures
from mentorapp.cli.output import as_hours
from mentorapp.domain.attendance import SOURCES
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure
from mentorapp.domain.why.answers import FIGURES, why
from mentorapp.domain.why.derivation import ENTRY_STATES, ENTRY_TABLES, SURENESS, Derivation, Entry, Ground, Value
from mentorapp.errors import Refused
from mentorapp.i18n import _, day, hours
from mentorapp.sentences import measure, told


def answer(case: CaseFile, ledger: Ledger | None, wanted: str, as_json: bool) -> None:
    """Print where `wanted` (a figure's name, or every one) comes from; refuses a name no figure has."""
    if wanted != EVERY_FIGURE and wanted not in FIGURES:
        names = ", ".join(FIGURES)
        raise Refused(_("Intet tal hedder {name}. Tallene hedder: {names}.").format(name=wanted, names=names))
    found = why(case, ledger, None if wanted == EVERY_FIGURE else wanted) if ledger else ()
    if as_json:
        values = figures(case, ledger)
        reasons = {derivation.figure: _as_json(derivation, values[derivation.figure]) for derivation in found}
        output.print_json(values | {"why": reasons})
        return
    for derivation in found:
        output.print_rows(_lines(derivation))
        output.print_rows([_entry_line(entry) for entry in derivation.entries])
        print()


def _as_json(derivation: Derivation, value: Any) -> dict[str, Any]:
    return {
        "value": value,
        "formula": told(derivation.formula),
        "status": derivation.status,
        "grounds": [_ground_as_json(ground) for ground in derivation.grounds],
        "entries": [_entry_as_json(entry) for entry in derivation.entries],
    }


def _ground_as_json(ground: Ground) -> dict[str, Any]:
    value = None if ground.value is None else str(ground.value)
    return {"figure": ground.figure, "value": value, "source": told(ground.source), "status": ground.status}


def _entry_as_json(entry: Entry) -> dict[str, Any]:
    def iso(value: date | None) -> str | None:
        return value.isoformat() if value else None

    return {
        "table": entry.table,
        "row": entry.row,
        "title": told(entry.title),
        "first_day": iso(entry.first_day),
        "last_day": iso(entry.last_day),
        "state": entry.state,
        "minutes": entry.minutes,
        "hours": as_hours(entry.minutes),
        "factor": entry.factor,
        "counted_minutes": entry.counted,
        "counted_hours": as_hours(entry.counted),
        "days": entry.days,
        "said_by": entry.said_by,
        "proof_on": iso(entry.proof_on),
    }


def _lines(derivation: Derivation) -> list[tuple[str, str]]:
    name = f"{_(FIGURES[derivation.figure])} ({derivation.figure})"
    lines = [(_("Tal"), f"{name}: {_value(derivation.value)}"), (_("Sådan"), told(derivation.formula))]
    # one page may be the source of several figures (each type's factor) and is named once
    sources = dict.fromkeys(f"{told(ground.source)} ({_(SURENESS[ground.status])})" for ground in derivation.grounds)
    return [*lines, *((_("Kilde"), source) for source in sources)]


def _value(value: Value) -> str:
    if value is None:
        return _("ukendt")
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, Measure):
        return measure(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{_(ENTRY_STATES[state])} {measure(part)}" for state, part in value.items())
    return day(value) if isinstance(value, date) else value


def _entry_line(entry: Entry) -> tuple[str, ...]:
    """A row for people: what, when, as what, how much, and who said so."""
    period = " – ".join(day(on) for on in dict.fromkeys((entry.first_day, entry.last_day)) if on)
    amount = ""
    if entry.minutes is not None:
        amount = _("{n} timer").format(n=hours(entry.minutes, 2))
        if entry.factor is not None:
            amount += f" × {entry.factor} = {hours(entry.counted or 0, 2)}"
    elif entry.days is not None:
        amount = _("{n} dage").format(n=entry.days)
    state = _(ENTRY_STATES[entry.state]) if entry.state else ""
    said_by = told(SOURCES.get(entry.said_by or "", entry.said_by or ""))
    return ("", _(ENTRY_TABLES[entry.table]), told(entry.title), period, state, amount, said_by)
