"""From a file to what the import dialog shows and writes; everything here may run on any thread."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import Change
from mentorapp.i18n import _, ngettext
from mentorapp.lists import columns, list_import, table_file
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.list_import import Choice
from mentorapp.lists.month_sheet import mark as month_mark
from mentorapp.lists.plan import Existing
from mentorapp.lists.table_file import Sheet
from mentorapp.store import word_lists
from mentorapp.store.record import Action
from mentorapp.store.session import Session
from mentorapp.ui.dialogs.importing import planned_rows
from mentorapp.ui.dialogs.importing.planned_rows import OUTCOMES
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet of the file, the kind of list it is taken for (None: not recognised), and how its columns are read."""

    sheet: Sheet
    kind: str | None
    columns: ColumnMap
    candidates: tuple[CaseFile, ...] = ()
    """Whom a month sheet without its mark may be about, by the name on it; empty where nothing is to be asked."""

    def about(self, learner: bytes) -> ReadSheet:
        """The same sheet, said to be about one of the candidates."""
        case = next(one for one in self.candidates if one.learner.learner == learner)
        return replace(self, sheet=month_mark.answered(self.sheet, case))

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
    counts: Mapping[Outcome, int]

    @property
    def importable(self) -> int:
        """Rows that would change something."""
        return self.counts.get(Outcome.NEW, 0) + self.counts.get(Outcome.CHANGED, 0)

    @property
    def refused(self) -> int:
        """Rows that are left out."""
        return self.counts.get(Outcome.REFUSED, 0)


def read(session: Session, path: Path) -> list[ReadSheet]:
    """The sheets of a file; a `UserError` where it cannot be read."""
    sheets = []
    for sheet in table_file.read(path):
        kind = columns.kind_of(sheet.headings)
        asks = kind == columns.OWN_FORM and month_mark.needs_an_answer(sheet)
        candidates = tuple(month_mark.candidates(sheet, session.case_files())) if asks else ()
        sheets.append(ReadSheet(sheet, kind, columns.guess(sheet.headings, kind) if kind else (), candidates))
    return sheets


def plan(session: Session, path: Path, sheets: Sequence[ReadSheet]) -> Planned:
    """What importing `sheets` would do to what is known now; a `UserError` where a column is missing or unclear."""
    choices = []
    for sheet in sheets:
        if sheet.kind is None:
            raise columns.unclear(path.name, sheet.sheet.headings)
        columns.check(sheet.columns, sheet.kind, sheet.sheet.name)
        choices.append(Choice(sheet.sheet, sheet.kind, sheet.columns))
    if not choices:
        raise columns.unclear(path.name, ())
    after = session.store.last_undoable()
    existing = Existing(session.case_files(), session.organisation, session.today, word_lists.load(session.store))
    made = list_import.plan_sheets(choices, existing, lambda: secrets.token_hex(8), lambda: secrets.token_bytes(16))
    by_name = {sheet.sheet.name: sheet.sheet for sheet in sheets}
    one = made.plans[0] if len(made.plans) == 1 else None
    rows: list[PreviewRow] = []
    for each in made.plans:
        show = planned_rows.rows if one else planned_rows.in_brief
        rows += show(each, by_name[each.sheet])
    return Planned(
        kind=one.kind if one else "",
        titles=planned_rows.titles(one) if one else planned_rows.brief_titles(),
        rows=rows,
        changes=made.changes,
        after=after,
        counts={OUTCOMES[outcome]: count for outcome, count in made.counts.items()},
    )


def summary(planned: Planned) -> str:
    """What was done, for the status line."""
    new, changed = planned.counts[Outcome.NEW], planned.counts[Outcome.CHANGED]
    said = [
        ngettext("{n} ny", "{n} nye", new).format(n=new) if new else "",
        ngettext("{n} ændret", "{n} ændrede", changed).format(n=changed) if changed else "",
        ngettext("{n} sprunget over", "{n} sprunget over", planned.refused).format(n=planned.refused)
        if planned.refused
        else "",
    ]
    return _("Importeret: {what}.").format(what=", ".join(filter(None, said)))
