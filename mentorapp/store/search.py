"""Finds notes by their words as they are typed, in the index that `note_index` keeps; and courses by theirs."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import NamedTuple

from mentorapp.domain.found_words import folded, rank
from mentorapp.store.database import Store
from mentorapp.store.note_index import FROM_INDEX, TO_INDEX, spelled

AT_MOST = 50
"""Notes answered: more than one looks through."""
WORDS_AROUND = 14
"""Words of a note shown, the found ones among them."""

_MARK, _END = "\ue000", "\ue001"


class FoundNote(NamedTuple):
    """A note with searched words in it. `around` is pieces of its text, each with whether it was searched for."""

    learner: bytes
    name: str
    id: str
    kind: str
    written_on: date
    written_by: str | None
    confidential: bool
    around: tuple[tuple[str, bool], ...]


def notes(store: Store, written: str, at_most: int = AT_MOST) -> list[FoundNote]:
    """The notes holding every word that is `written` or a longer one that begins so, newest first."""
    asked = question(written)
    if not asked:
        return []
    found = store.reader().execute(_FIND, (asked, at_most)).fetchall()
    return [
        FoundNote(
            learner=bytes(learner),
            name=name,
            id=row,
            kind=kind,
            written_on=date.fromisoformat(written_on),
            written_by=written_by,
            confidential=table == "note_confidential",
            around=_pieces(text),
        )
        for learner, name, table, row, kind, written_on, written_by, text in found
    ]


_FIND = f"""
SELECT p.learner, l.name, p.tbl, p.id, p.kind, p.written_on, p.written_by,
       snippet(note_words, 0, '{_MARK}', '{_END}', '…', {WORDS_AROUND})
FROM note_words
CROSS JOIN note_place p ON p.place = note_words.rowid
CROSS JOIN learner l ON l.learner = p.learner AND l.whole
WHERE note_words MATCH ? ORDER BY note_words.rowid DESC LIMIT ?
"""


def question(written: str) -> str:
    """What is typed, as FTS5 asks: every word, quoted, as the beginning of one; empty where nothing can be asked."""
    text = spelled(unicodedata.normalize("NFC", written), TO_INDEX)
    words = text.replace('"', " ").replace("\0", " ").split()
    return " ".join(f'"{word}"*' for word in words if any(letter.isalnum() for letter in word))


def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """The text between marks, each piece with whether it is marked."""
    pieces = []
    for number, part in enumerate(spelled(text, FROM_INDEX).split(_MARK)):
        found, end, rest = part.partition(_END) if number else ("", "", part)
        pieces += [(found, True)] if end or found else []
        pieces += [(rest, False)] if rest else []
    return tuple(pieces)


class FoundCourse(NamedTuple):
    """A course or module whose title, type, code or provider has the searched words."""

    learner: bytes
    name: str
    id: str
    type: str
    title: str | None
    provider: str | None
    first_day: date | None
    last_day: date | None


def courses(store: Store, written: str, at_most: int) -> list[FoundCourse]:
    """Courses with every word of `written` in them or in the learner's name: best fit first, then the latest."""
    words = folded(written).split()
    if not words:
        return []
    found = []
    for row in store.reader().execute(_COURSES):
        _learner, name, _course, kind, title, provider, code, _first, _last = row
        fit = rank(words, " ".join(filter(None, (title, kind, provider, code, name))))
        if fit is not None and rank(words, name) is None:
            found.append((fit, row))
    # stable, so that the latest stay first among those that fit alike
    found.sort(key=lambda pair: pair[0])
    return [
        FoundCourse(bytes(learner), name, course, kind, title, provider, _day(first), _day(last))
        for _fit, (learner, name, course, kind, title, provider, _code, first, last) in found[:at_most]
    ]


_COURSES = """
SELECT s.learner, l.name, s.id, s.type, s.title, s.provider, s.code, s.first_day, s.last_day
FROM schooling s CROSS JOIN learner l ON l.learner = s.learner AND l.whole
WHERE s.whole ORDER BY s.first_day DESC, l.name, s.id
"""


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
