"""What can still be read in a damaged store and is newer than a backup of it: cells, drafts and documents."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from mentorapp.domain.change import SHARED
from mentorapp.i18n import _, ngettext
from mentorapp.store import note_index
from mentorapp.store.rescue.pages import Pages
from mentorapp.store.rescue.rows import Row, rows

_NAME = re.compile("[a-z_0-9]{1,40}")
_MADE_UP = 1
"""The stamp of what is filled in so that words can be seen: any real value, wherever it comes from, wins over it."""


class Cell(NamedTuple):
    """One field as it was written: its place, its value as JSON, and its stamp."""

    learner: bytes
    table: str
    row: str
    field: str
    value: str
    ts: int
    author: int

    @property
    def place(self) -> tuple[bytes, str, str, str]:
        """Which field it is."""
        return self[:4]


@dataclass(frozen=True, slots=True)
class Person:
    """What was found about one learner."""

    name: str | None
    """None for what all share."""
    notes: int
    others: int
    """Rows that are no notes."""


@dataclass(frozen=True, slots=True)
class Readable:
    """Everything found that the backup does not have."""

    cells: tuple[Cell, ...]
    drafts: tuple[tuple[str, str, int], ...]
    """Key, text and moment of what was being typed."""
    papers: tuple[tuple[bytes, bytes, bytes], ...]
    """Learner, hash and content of documents."""
    people: tuple[Person, ...]

    def __bool__(self) -> bool:
        return bool(self.cells or self.drafts or self.papers)

    def in_words(self) -> list[str]:
        """The same for people, a line for each learner."""
        said = []
        for one in self.people:
            notes = ngettext("{n} note", "{n} noter", one.notes).format(n=one.notes)
            others = ngettext("{n} anden oplysning", "{n} andre oplysninger", one.others).format(n=one.others)
            counted = ", ".join(words for words, n in ((notes, one.notes), (others, one.others)) if n)
            said.append(f"{one.name or _('Fælles for alle')}: {counted}")
        if self.drafts:
            n = len(self.drafts)
            said.append(ngettext("{n} kladde, der ikke var gemt", "{n} kladder, der ikke var gemt", n).format(n=n))
        if self.papers:
            n = len(self.papers)
            said.append(ngettext("{n} dokument", "{n} dokumenter", n).format(n=n))
        return said


def read(database: Path, key: bytes, backup: Any, salt: bytes, gone: Collection[bytes] = ()) -> Readable:
    """What is in `database` and not in the backup, read through the connection `backup`; `gone` stay erased.

    `salt` is that of the backup's file. Nothing is written. A file that cannot be read at all holds nothing.
    """
    cells: dict[tuple[bytes, str, str, str], Cell] = {}
    drafts: dict[str, tuple[str, str, int]] = {}
    papers: dict[tuple[bytes, bytes], tuple[bytes, bytes, bytes]] = {}
    erased = {bytes(learner) for (learner,) in _asked(backup, "SELECT learner FROM erased")} | set(gone)
    try:
        pages = Pages(database, key, salt)
    except OSError:
        return Readable((), (), (), ())
    for row in rows(pages):
        if (cell := _cell(row)) and cell.learner not in erased:
            known = cells.get(cell.place) or _known(backup, cell)
            if known is None or (cell.ts, cell.author, cell.value) > (known.ts, known.author, known.value):
                cells[cell.place] = cell
        elif draft := _draft(row):
            drafts[draft[0]] = max(draft, drafts.get(draft[0], draft), key=lambda one: one[2])
        elif (paper := _paper(row)) and paper[0] not in erased:
            papers[paper[:2]] = paper
    newer = [draft for draft in drafts.values() if _is_newer(backup, draft)]
    missing = [paper for paper in papers.values() if not _has_paper(backup, paper)]
    found = [*cells.values(), *_filled_in(backup, cells)]
    return Readable(tuple(sorted(found)), tuple(newer), tuple(missing), tuple(_people(backup, found)))


def _cell(row: Row) -> Cell | None:
    """The row as a cell, if it is one: seven columns, of which the fifth is JSON."""
    if len(row) != 7 or not isinstance(row[0], bytes) or len(row[0]) != 16:
        return None
    if not all(isinstance(each, str) for each in row[1:5]) or not all(isinstance(each, int) for each in row[5:]):
        return None
    cell = Cell(*row)
    if not _NAME.fullmatch(cell.table) or not _NAME.fullmatch(cell.field):
        return None
    try:
        json.loads(cell.value)
    except (ValueError, RecursionError):
        return None
    return cell


def _draft(row: Row) -> tuple[str, str, int] | None:
    if len(row) == 3 and isinstance(row[0], str) and isinstance(row[1], str) and isinstance(row[2], int):
        return (row[0], row[1], row[2]) if row[0].startswith("note/") else None
    return None


def _paper(row: Row) -> tuple[bytes, bytes, bytes] | None:
    if len(row) == 3 and all(isinstance(each, bytes) for each in row) and len(row[0]) == 16:
        return (row[0], row[1], row[2]) if hashlib.sha256(row[2]).digest() == row[1] else None
    return None


def _known(backup: Any, cell: Cell) -> Cell | None:
    found = backup.execute(
        "SELECT val, ts, author FROM cell WHERE learner = ? AND tbl = ? AND row = ? AND fld = ?", cell.place
    ).fetchone()
    return Cell(*cell.place, *found) if found else None


def _is_newer(backup: Any, draft: tuple[str, str, int]) -> bool:
    found = backup.execute("SELECT at FROM draft WHERE key = ?", draft[:1]).fetchone()
    return found is None or draft[2] > found[0]


def _has_paper(backup: Any, paper: tuple[bytes, bytes, bytes]) -> bool:
    return bool(_asked(backup, "SELECT 1 FROM blob WHERE learner = ? AND sha256 = ?", *paper[:2]))


def _asked(backup: Any, query: str, *values: object) -> list[Any]:
    """The answer of a backup, which an older program may have made: what it has no table for, it has none of."""
    table = query.split(" FROM ")[1].split(" ")[0]
    if not backup.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return []
    return list(backup.execute(query, values).fetchall())


def _filled_in(backup: Any, cells: dict[tuple[bytes, str, str, str], Cell]) -> Iterable[Cell]:
    """Fields whose page is lost and without which a note's words, or all about a learner, would not be shown."""

    def lacks(learner: bytes, table: str, row: str, field: str) -> bool:
        place = (learner, table, row, field)
        return place not in cells and _known(backup, Cell(*place, "", 0, 0)) is None

    for text in [cell for cell in cells.values() if cell.field == "text" and cell.table in note_index.NOTES]:
        written = datetime.fromtimestamp(text.ts / 1000, UTC).date()
        for field, value in (("kind", "other"), ("written_on", written.isoformat())):
            if lacks(text.learner, text.table, text.row, field):
                yield Cell(*text.place[:3], field, json.dumps(value), _MADE_UP, text.author)
    for learner, author in {cell.learner: cell.author for cell in cells.values()}.items():
        if learner != SHARED and lacks(learner, "learner", "-", "name"):
            unknown = json.dumps(_("Navn kunne ikke læses"), ensure_ascii=False)
            yield Cell(learner, "learner", "-", "name", unknown, _MADE_UP, author)


def _people(backup: Any, cells: Iterable[Cell]) -> list[Person]:
    names: dict[bytes, str] = {}
    notes: Counter[bytes] = Counter()
    others: Counter[bytes] = Counter()
    for learner, table, _row in {cell.place[:3] for cell in cells}:
        (notes if table in note_index.NOTES else others)[learner] += 1
    for learner in notes | others:
        known = _known(backup, Cell(learner, "learner", "-", "name", "", 0, 0))
        names[learner] = json.loads(known.value) if known else ""
    names |= {cell.learner: json.loads(cell.value) for cell in cells if cell.place[1:] == ("learner", "-", "name")}
    return [
        Person(None if learner == SHARED else names[learner], notes[learner], others[learner])
        for learner in sorted(names, key=lambda each: (each != SHARED, str(names[each]).casefold()))
    ]
