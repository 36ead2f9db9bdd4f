"""What one row of a list comes to: its changes, and in words what they change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from mentorapp.domain.attendance import STATUSES
from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.placement import SECTORS
from mentorapp.domain.schooling import RESULTS, SCHOOL_TYPES
from mentorapp.i18n import _, day, hours, weekday
from mentorapp.lists.known import Known
from mentorapp.lists.plan_row import PlannedRow

T = TypeVar("T")

LABELS = {
    "start": "start",
    "minutes_a_week": "practice_minutes",
    "school_minutes_a_week": "school_minutes",
    "kind": "leave_kind",
}
"""Fields of nouns whose column in a list has another key."""

_WORDS = {"type": SCHOOL_TYPES, "status": STATUSES, "kind": LEAVE_KINDS, "sector": SECTORS, "result": RESULTS}


@dataclass(slots=True)
class Draft:
    """Collects what a row changes. `subject` is the table that makes the row new."""

    known: Known
    labels: dict[str, str]
    subject: str
    changes: list[Change] = field(default_factory=list)
    said: list[tuple[str, str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    is_new: bool = False

    def create(self, noun: T) -> T:
        """A new row of some table."""
        self.changes += creation(noun)
        self.is_new = self.is_new or noun.TABLE == self.subject  # type: ignore[attr-defined]
        return noun

    def change(self, before: T, **values: Any) -> T:
        """A known row with other values; what is None or empty in the list never erases what is known."""
        given = {name: value for name, value in values.items() if value not in (None, ())}
        different = {name: value for name, value in given.items() if getattr(before, name) != value}
        if not different:
            return before
        after = replace(before, **different)  # type: ignore[type-var]
        self.changes += update(before, after)
        for name, value in different.items():
            label = self.labels.get(LABELS.get(name, name))
            if label:
                self.said.append((label, self._words(name, getattr(before, name)), self._words(name, value)))
        return after

    def planned(self, number: int, who: str) -> PlannedRow:
        """The row as the preview shows it."""
        outcome = "new" if self.is_new else "changed" if self.changes else "unchanged"
        return PlannedRow(
            number, who, outcome, "", tuple(self.said), tuple(self.warnings), tuple(self.changes)
        )

    def _words(self, name: str, value: Any) -> str:
        if value is None or value == ():
            return ""
        if name in ("site", "mentor"):
            shared = self.known.sites if name == "site" else self.known.people
            return shared[value].name if value in shared else ""
        if isinstance(value, date):
            return day(value)
        if isinstance(value, bool):
            return _("ja") if value else _("nej")
        if isinstance(value, int):
            return hours(value) if "minutes" in name else str(value)
        if isinstance(value, tuple):
            return ", ".join(weekday(number)[:3] for number in value)
        return _(_WORDS[name][value]) if name in _WORDS and value in _WORDS[name] else str(value)
