"""Finds meetings by their kind, day, place and agenda as they are typed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from mentorapp.domain.found_words import folded, rank, rank_folded
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
    kinds = {key: _(told) for key, told in MEETING_KINDS.items()}
    # days and agendas are alike again and again, and to fold one takes longer than to look at ten
    fold, say_day = cache(folded), cache(_said_of)
    found = []
    for row in store.reader().execute(_MEETINGS):
        _learner, name, _id, kind, on, place, agenda, _outcome = row
        said = (kinds.get(kind, kind), say_day(on), place, agenda and agenda.replace("\n", " "), name)
        fit = rank_folded(words, " ".join(fold(each) for each in said if each))
        if fit is not None and rank(words, name) is None:
            found.append((fit, row))
    # stable, so that the latest stay first among those that fit alike
    found.sort(key=lambda pair: pair[0])
    return [
        FoundMeeting(bytes(learner), name, meeting, kinds.get(kind, kind), date.fromisoformat(on), place, outcome)
        for _fit, (learner, name, meeting, kind, on, place, _agenda, outcome) in found[:at_most]
    ]


def _said_of(on: str) -> str:
    """The ways a day is written: `04-12-2026 4. december 2026`."""
    held_on = date.fromisoformat(on)
    return f"{day(held_on)} {long_day(held_on)}"


_MEETINGS = """
SELECT m.learner, l.name, m.id, m.kind, m.day, m.place, m.agenda, m.outcome
FROM meeting m
CROSS JOIN learner l ON l.learner = m.learner AND l.whole
CROSS JOIN enrolment e ON e.learner = m.learner AND e.id = m.enrolment AND e.whole
WHERE m.whole ORDER BY m.day DESC, l.name, m.id
"""
