"""The mentor's words about one week of a month sheet as a note, whose id follows from course and week.

The same words read again are the same note, on every machine; other words of the same person are its next version,
and those of somebody else a note beside it, so that no word takes the place of another's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

from mentorapp.domain.calendar import week_key
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.month_sheet_words import long_day
from mentorapp.domain.note import Note, leaves
from mentorapp.lists.cells.text import fold
from mentorapp.lists.month_sheet.rows import DayLine
from mentorapp.lists.plan import Edit

FRIDAY = timedelta(days=4)


def words_of(note: str, lines: Iterable[DayLine]) -> str:
    """The note of the week, and below it the remarks, each with its day."""
    remarks = [f"{long_day(line.day).capitalize()}: {line.remark}" for line in lines if line.day and line.remark]
    return "\n".join(filter(None, (note, *remarks)))


def edit(case: CaseFile, monday: date, text: str, by: str | None, today: date) -> Edit | None:
    """The edit that keeps `text`, written by `by`, of the week that begins on `monday`; None where it is known.

    `before` is the version it replaces.
    """
    assert case.enrolment is not None
    key = sha256(f"{case.enrolment.id}/{week_key(monday)}".encode()).hexdigest()[:16]
    own = [note for note in case.notes if note.id.rpartition("/")[2].startswith(f"{key}-")]
    # words that were made confidential since must not come back where the whole team reads them
    known = [*own, *(note for note in case.notes if note.visibility == "confidential")]
    if any(_said(note.text) == _said(text) for note in known):
        return None
    chain = {note.id for note in own if fold(note.written_by or "") == fold(by or "")}
    before = next((note for note in leaves(case.notes) if _begins_in(note, case.notes, chain)), None)
    words = sha256(f"{by or ''}\n{text}".encode()).hexdigest()[:16]
    note = Note(
        learner=case.learner.learner,
        id=f"{_site(case)}/{key}-{words}",
        text=text,
        kind="week",
        written_on=before.written_on if before else max(min(monday + FRIDAY, today), case.enrolment.start),
        written_by=by,
        replaces=before.id if before else None,
    )
    return Edit(before, note)


def _begins_in(note: Note, notes: Iterable[Note], chain: set[str]) -> bool:
    """Whether `note` is one of `chain`, or a later version of one, written in the program since."""
    by_id = {one.id: one for one in notes}
    seen: set[str] = set()
    one: Note | None = note
    while one is not None and one.id not in seen:
        if one.id in chain:
            return True
        seen.add(one.id)
        one = by_id.get(one.replaces or "")
    return False


def _said(text: str) -> str:
    return " ".join(text.split())


def _site(case: CaseFile) -> str:
    """Where the note belongs, as of every note: the site of the last placement that has one."""
    placed = [one for one in case.placements if one.site]
    return max(placed, key=lambda one: one.first_day or date.min).site or "all" if placed else "all"
