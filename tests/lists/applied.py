"""What is known after changes have been written: a store of dictionaries, for tests that plan many lists."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.change import DELETED, Change
from mentorapp.domain.programme import Programme
from mentorapp.lists.plan import Existing
from mentorapp.store.tables import BY_TABLE

PLACES = {
    "enrolment": "enrolments", "placement": "placements", "leave": "leaves", "schooling": "schooling",
    "attendance": "attendance", "practice_period": "practice_periods",
}  # fmt: skip


class Applied:
    """Rows by table, made from changes alone."""

    def __init__(self, programmes: tuple[Programme, ...]) -> None:
        self._programmes = programmes
        self._rows: dict[tuple[str, bytes, str], dict[str, Any]] = defaultdict(dict)

    def apply(self, changes: Iterable[Change]) -> None:
        """Write changes; a plan that sets one field twice is at fault."""
        changes = list(changes)
        cells = [(change.table, change.learner, change.row, change.field) for change in changes]
        assert len(cells) == len(set(cells))
        for change in changes:
            row = self._rows[change.table, change.learner, change.row]
            if row.get(DELETED):
                row.clear()
            row[change.field] = change.value

    def existing(self) -> Existing:
        """What a list is held against."""
        nouns: dict[str, list[Any]] = defaultdict(list)
        for (table, learner, row), values in self._rows.items():
            if not values.get(DELETED):
                nouns[table].append(_noun(table, learner, row, values))
        organisation = Organisation(
            {site.id: site for site in nouns["site"]}, {one.id: one for one in nouns["person"]}, self._programmes
        )
        return Existing([_case(learner, nouns, organisation) for learner in nouns["learner"]], organisation)


def _noun(table: str, learner: bytes, row: str, values: dict[str, Any]) -> Any:
    kind = BY_TABLE[table]
    known = {"learner": learner, "id": row}
    for name, value in values.items():
        if kind.kinds[name] == "date" and value is not None:
            value = date.fromisoformat(value)
        known[name] = tuple(value) if kind.kinds[name] == "list" else value
    fields = {field.name for field in dataclasses.fields(kind.of)}
    return kind.of(**{name: value for name, value in known.items() if name in fields})


def _case(learner: Any, nouns: dict[str, list[Any]], organisation: Organisation) -> CaseFile:
    own: dict[str, Any] = {
        place: tuple(noun for noun in nouns[table] if noun.learner == learner.learner)
        for table, place in PLACES.items()
    }
    private = next((one for one in nouns["learner_private"] if one.learner == learner.learner), None)
    return CaseFile(learner, organisation, private, **own)
