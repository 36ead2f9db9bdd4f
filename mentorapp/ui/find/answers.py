"""What is found for the words typed: learners, notes, courses, meetings, places and actions, and where each leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from mentorapp.domain.found_words import folded, rank
from mentorapp.domain.meeting import OUTCOMES
from mentorapp.domain.note import NOTE_KINDS
from mentorapp.i18n import _, day, ngettext
from mentorapp.sentences import school_type
from mentorapp.store import meeting_search, search
from mentorapp.store.database import Store
from mentorapp.ui.book import Entry

T = TypeVar("T")

AT_MOST = {"learner": 8, "note": 20, "course": 8, "meeting": 8, "site": 5, "action": 8}
"""Answers of each group: so many that the next group is still near."""

Pieces = tuple[tuple[str, bool], ...]
"""Text in pieces, each with whether it was searched for."""


class Action(NamedTuple):
    """Something that can be done from anywhere: its name, its keys, other words for it, and how."""

    title: str
    icon: str
    keys: str
    also: str
    run: Callable[[], object]


class Answer(NamedTuple):
    """One line of what is found. A learner's `tab` and `row` say where on the page it leads."""

    group: str
    title: str
    detail: Pieces
    icon: str
    learner: bytes | None = None
    tab: str = ""
    row: str = ""
    run: Callable[[], object] | None = None


def groups() -> dict[str, str]:
    """The groups in their order, in the reader's words."""
    return {
        "learner": _("Elever"),
        "note": _("Noter"),
        "course": _("Kurser"),
        "meeting": _("Møder"),
        "site": _("Steder"),
        "action": _("Handlinger"),
    }


def answers(store: Store, entries: Sequence[Entry], actions: Sequence[Action], written: str) -> list[Answer]:
    """Everything that fits what is `written`, by group; nothing written offers what can be done. On any thread."""
    words = folded(written).split()
    if not words:
        return [_of_action(action) for action in actions]
    return [
        *_best(entries, words, _said_of_learner, "learner", _of_learner),
        *(_of_note(found) for found in search.notes(store, written, AT_MOST["note"])),
        *(_of_course(found) for found in search.courses(store, written, AT_MOST["course"])),
        *(_of_meeting(found) for found in meeting_search.meetings(store, written, AT_MOST["meeting"])),
        *_best(_sites(entries), words, lambda site: site[0], "site", _of_site),
        *_best(actions, words, lambda action: f"{action.title} {action.also}", "action", _of_action),
    ]


def _best(
    rows: Iterable[T], words: Sequence[str], said: Callable[[T], str], group: str, make: Callable[[T], Answer]
) -> Iterator[Answer]:
    fitting = [(fit, row) for row in rows if (fit := rank(words, said(row))) is not None]
    fitting.sort(key=lambda pair: pair[0])
    return (make(row) for _fit, row in fitting[: AT_MOST[group]])


def _said_of_learner(entry: Entry) -> str:
    return f"{entry.name} {entry.site} {entry.department} {entry.mentor}"


def _of_learner(entry: Entry) -> Answer:
    where = " · ".join(filter(None, (entry.programme, entry.site, entry.department, entry.mentor)))
    return Answer("learner", entry.name, ((where, False),), "user", entry.learner)


def _of_note(found: search.FoundNote) -> Answer:
    kind = _(NOTE_KINDS[found.kind]) if found.kind in NOTE_KINDS else found.kind
    title = " · ".join(filter(None, (found.name, day(found.written_on), kind, found.written_by)))
    # the words of a confidential note are not for who looks over a shoulder
    around = ((_("Fortroligt. Åbn for at læse."), False),) if found.confidential else found.around
    detail = tuple((piece.replace("\n", " "), marked) for piece, marked in around)
    return Answer(
        "note", title, detail, "lock" if found.confidential else "file-text", found.learner, "notes", found.id
    )


def _of_course(found: search.FoundCourse) -> Answer:
    days = " – ".join(day(each) for each in (found.first_day, found.last_day) if each)
    told = " · ".join(filter(None, (found.name, school_type(found.type), days, found.provider)))
    title = found.title or school_type(found.type)
    return Answer("course", title, ((told, False),), "graduation-cap", found.learner, "schooling", found.id)


def _of_meeting(found: meeting_search.FoundMeeting) -> Answer:
    became = _(OUTCOMES[found.outcome]).lower() if found.outcome in OUTCOMES else None
    told = " · ".join(filter(None, (found.name, found.place, became)))
    return Answer(
        "meeting", f"{found.kind} {day(found.day)}", ((told, False),), "users", found.learner, "meetings", found.id
    )


def _sites(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """Workplaces by name, each with how many learners are there."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.site:
            counts[entry.site] = counts.get(entry.site, 0) + 1
    return sorted(counts.items(), key=lambda site: site[0].casefold())


def _of_site(site: tuple[str, int]) -> Answer:
    name, count = site
    told = ngettext("Vis stedets {n} elev", "Vis stedets {n} elever", count).format(n=count)
    return Answer("site", name, ((told, False),), "building-2", row=name)


def _of_action(action: Action) -> Answer:
    return Answer("action", action.title, ((action.keys, False),), action.icon, run=action.run)
