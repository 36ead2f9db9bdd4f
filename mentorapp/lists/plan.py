"""What a list would do, row by row, before anything is written: shown to people, then given to the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, NamedTuple

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.change import Change
from mentorapp.domain.note_warnings import WordLists
from mentorapp.lists import shown_fields
from mentorapp.lists.columns import ColumnMap

NEW, CHANGED, UNCHANGED, REFUSED = OUTCOMES = ("new", "changed", "unchanged", "refused")


@dataclass(frozen=True, slots=True)
class Existing:
    """What is known before the list is read: every case file, what they share, and the day it is read.

    Without `today` no month sheet can be read, for nobody confirms what has not been.
    """

    cases: Sequence[CaseFile]
    organisation: Organisation
    today: date | None = None
    words: WordLists = field(default_factory=WordLists)
    """Words a note had better not have; who imports one is reminded of them."""


class Edit(NamedTuple):
    """One noun before and after: made where there is no before, removed where there is no after."""

    before: Any
    after: Any


class FieldChange(NamedTuple):
    """One field in words: its label, what it was (None where nothing was) and what it becomes."""

    label: str
    before: str | None
    after: str
    key: str
    """Table and field, `placement.minutes_a_week`."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What one row of a list does. `outcome` is new, changed, unchanged or refused; `reason` says why."""

    number: int
    """The row's number as Excel shows it."""
    who: str
    outcome: str
    reason: str = ""
    warnings: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    faulty_columns: tuple[int, ...] = ()
    """Columns (from 0) whose cell could not be understood."""
    edits: tuple[Edit, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Names of programmes, sites, people and courses by id, to show them by."""

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields this row sets, in words. Made when asked: most rows of a long list are never looked at."""
        return tuple(change for edit in self.edits for change in _field_changes(edit, self.names))


@dataclass(frozen=True, slots=True)
class Plan:
    """What one sheet would do. `column_map` is how its columns were understood."""

    kind: str
    sheet: str
    rows: tuple[PlannedRow, ...]
    column_map: ColumnMap = ()

    @property
    def changes(self) -> list[Change]:
        """Every change of every row, in order; each field of a noun is in it once."""
        return [change for row in self.rows for change in row.changes]

    @property
    def counts(self) -> dict[str, int]:
        """Number of rows by outcome; all four are there."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in OUTCOMES}


class Skipped(NamedTuple):
    """A sheet that was left out, and why."""

    sheet: str
    reason: str


@dataclass(frozen=True, slots=True)
class ListImport:
    """What a whole file would do: the plans of its sheets in the order they are carried out."""

    plans: tuple[Plan, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def changes(self) -> list[Change]:
        """The changes of all sheets, to be recorded as one action."""
        return [change for plan in self.plans for change in plan.changes]

    @property
    def counts(self) -> dict[str, int]:
        """Number of rows by outcome, over all sheets."""
        return {outcome: sum(plan.counts[outcome] for plan in self.plans) for outcome in OUTCOMES}


def _field_changes(edit: Edit, names: Mapping[str, str]) -> list[FieldChange]:
    noun = edit.after or edit.before
    labels = shown_fields.labels(noun.TABLE)
    found = []
    for one in fields(noun):
        label = labels.get(one.name)
        before, after = (getattr(state, one.name, None) for state in edit)
        if label and before != after:
            was = shown_fields.in_words(one.name, before, names) or None
            found.append(
                FieldChange(label, was, shown_fields.in_words(one.name, after, names), f"{noun.TABLE}.{one.name}")
            )
    return found
