"""Finds meetings by their kind, day, place and agenda as they are typed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mentorapp.domain.found_words import folded, rank
from mentorapp.domain.meeting import MEETING_KINDS
from mentorapp.i18n import _, day, long_day
from mentorapp.store.database import Store


class FoundMeeting(NamedTuple):
    """A meeting with the searched words in it; `kind` in the reader's words."""

    learner: bytes
    name: str
    id: str
    kind: str
    day: date
    place: str | None
    outcome: str | None


def meetings(store: Store, written: str, at_most: int) -> list[FoundMeeting]:
    """Meetings with every word of `written` in them or in the learner's name: best fit first, then the latest."""
    words = folded(written).split()
    if not words:
        return []
    found = []
    for learner, name, row, kind, on, place, agenda, outcome in store.reader().execute(_MEETINGS):
        told, held_on = _(MEETING_KINDS[kind]) if kind in MEETING_KINDS else kind, date.fromisoformat(on)
        said = (told, day(held_on), long_day(held_on), place, agenda, name)
        fit = rank(words, " ".join(filter(None, said)).replace("\n", " "))
        if fit is not None and rank(words, name) is None:
            found.append((fit, FoundMeeting(bytes(learner), name, row, told, held_on, place, outcome)))
    # stable, so that the latest stay first among those that fit alike
    found.sort(key=lambda pair: pair[0])
    return [meeting for _fit, meeting in found[:at_most]]


_MEETINGS = """
SELECT m.learner, l.name, m.id, m.kind, m.day, m.place, m.agenda, m.outcome
FROM meeting m
CROSS JOIN learner l ON l.learner = m.learner AND l.whole
CROSS JOIN enrolment e ON e.learner = m.learner AND e.id = m.enrolment AND e.whole
WHERE m.whole ORDER BY m.day DESC, l.name, m.id
"""
