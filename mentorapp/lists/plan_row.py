"""One row of a list, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from mentorapp.domain.change import Change


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the list, by the number Excel shows."""

    number: int
    who: str
    outcome: str
    """`new`, `changed`, `unchanged` or `refused`."""
    reason: str = ""
    """Why the row is refused, in a sentence."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """What changes: label, before (empty where there was nothing), after."""
    warnings: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    wrong: str | None = None
    """Key of the field that could not be understood."""
