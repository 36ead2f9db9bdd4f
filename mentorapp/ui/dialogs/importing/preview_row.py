"""One row of a list as the preview shows it: what stands there, and what will happen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


LOOKS = {
    Outcome.NEW: ("circle-check", "ok"),
    Outcome.CHANGED: ("pencil", "info"),
    Outcome.SAME: ("minus", "neutral"),
    Outcome.REFUSED: ("octagon-alert", "danger"),
}
"""Icon and tone of each outcome."""

WARNED = ("triangle-alert", "warning")
"""Icon and tone of a row that is imported but should be looked at."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row: its sheet, its number in the file, the text of its main fields, and the words for what happens."""

    sheet: str
    number: int
    outcome: Outcome
    cells: tuple[str, ...]
    what: str
    who: str = ""
    wrong: int | None = None
    """Place of the cell that could not be understood."""
    warned: bool = False
    details: tuple[str, ...] = ()
    """Every changed field with both values, and every warning, for the line below the table."""

    @property
    def look(self) -> tuple[str, str]:
        """Icon and tone."""
        return WARNED if self.warned and self.outcome is not Outcome.REFUSED else LOOKS[self.outcome]
