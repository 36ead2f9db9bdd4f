"""`case LEARNER --why`: where the figures come from, as text or beside them as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorapp.cli import output
from mentorapp.cli.arguments import EVERY_FIGURE
from mentorapp.cli.case import figures
from mentorapp.cli.output import as_hours
from mentorapp.derivation_sentences import lines
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.why.answers import FIGURES, why
from mentorapp.domain.why.derivation import Derivation, Entry, Ground
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.sentences import told


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
        said = lines(derivation)
        head = len(said) - len(derivation.entries)
        # apart, so that the columns of what was counted are not as wide as a formula
        output.print_rows(said[:head])
        output.print_rows(said[head:])
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
