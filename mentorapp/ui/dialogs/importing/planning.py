"""From a file to what the import dialog shows and writes; everything here may run on any thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mentorapp.domain.change import Change
from mentorapp.i18n import _
from mentorapp.lists import columns
from mentorapp.lists.cells.text import Cell, plain
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.table_file import Row, Sheet
from mentorapp.store.record import Action
from mentorapp.store.session import Session
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow

MAIN_FIELDS = {
    "learners": ("name", "programme", "start", "site", "practice_minutes"),
    "schooling": ("name", "type", "title", "first_day", "last_day", "planned_minutes"),
    "attendance": ("name", "day", "type", "title", "minutes", "status"),
    "practice": ("name", "first_day", "last_day", "worked_minutes", "paid_holiday_minutes", "paid_sickness_minutes"),
}
"""The fields the preview has columns for, where the list has them."""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet of the file, the kind of list it is taken for (None: not recognised), and how its columns are read."""

    sheet: Sheet
    kind: str | None
    columns: ColumnMap

    def taken_for(self, kind: str) -> ReadSheet:
        """The same sheet as a list of another kind."""
        return replace(self, kind=kind, columns=columns.guess(self.sheet.headings, kind))

    def with_columns(self, column_map: ColumnMap) -> ReadSheet:
        """The same sheet with its columns read otherwise."""
        return replace(self, columns=column_map)


@dataclass(frozen=True, slots=True)
class Planned:
    """What an import would do. `kind` is empty where it is of several kinds; `after` the last save it knows of."""

    kind: str
    titles: Mapping[str, str]
    rows: Sequence[PreviewRow]
    changes: Sequence[Change]
    after: Action | None
    counts: Mapping[Outcome, int] = field(default_factory=dict)

    @property
    def importable(self) -> int:
        """Rows that would change something."""
        return self.counts.get(Outcome.NEW, 0) + self.counts.get(Outcome.CHANGED, 0)

    @property
    def refused(self) -> int:
        """Rows that are left out."""
        return self.counts.get(Outcome.REFUSED, 0)


def read(path: Path) -> list[ReadSheet]:
    """The sheets of a file; a `UserError` where it cannot be read."""
    from mentorapp.lists import table_file

    sheets = []
    for sheet in table_file.read(path):
        kind = columns.kind_of(sheet.headings)
        sheets.append(ReadSheet(sheet, kind, columns.guess(sheet.headings, kind) if kind else ()))
    return sheets
