"""Alerts about contact: notes that stopped, the first talk of a placement, and a change of mentor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.placement import Placement
from mentorapp.i18n import _, day, ngettext

LOOK_BACK = timedelta(days=60)
"""How long a missed first talk or handover is worth speaking of. Our own."""

A_WEEK = timedelta(days=7)

HANDOVER_EARLY = timedelta(days=14)
"""How long before the change a handover may have been written. Our own."""


def no_note(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R43: nobody has written a note for 14 days (info) or 28 (soon) while the learner was present. Our own limits.

    Days count from the last note, the start, or the end of the last leave; nothing is said without a placement.
    """
    if has_ended(case, ledger, today) or not _is_present(case, today):
        return
    since = _present_since(case, ledger, today)
    last = max((note.written_on for note in case.notes if note.written_on <= today), default=None)
    quiet = (today - max(since, last or since)).days
    info, soon = limit(case, "R43.info"), limit(case, "R43.soon")
    if quiet <= min(info, soon):
        return
    if last is not None:
        text = ngettext(
            "Den seneste note er fra {day}; der er ikke skrevet noget i {n} dag.",
            "Den seneste note er fra {day}; der er ikke skrevet noget i {n} dage.",
            quiet,
        ).format(day=day(last), n=quiet)
    else:
        text = _("Der er ikke skrevet nogen note endnu.")
    yield Alert(
        case.learner.learner,
        "R43",
        "soon" if quiet > soon else "info",
        max(max(since, last or since) + timedelta(days=soon), today + A_WEEK),
        text,
        _("Skriv et par linjer om ugen, eller spørg mentoren, hvordan det går."),
        _("Egen grænse: {info} og {soon} dage").format(info=info, soon=soon),
    )


def no_first_talk(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R45: a placement began more than 14 days ago, and no talk is noted since (Knudmosen; our own limit).

    A meeting that was held or a note of kind talk is the trace of a talk. Older placements are history.
    """
    placement = _current(case, today)
    if placement is None or placement.first_day is None or has_ended(case, ledger, today):
        return
    begun, patience = placement.first_day, timedelta(days=limit(case, "R45.days"))
    if not patience < today - begun <= patience + LOOK_BACK:
        return
    if any(begun <= talk <= today for talk in talks(case)):
        return
    yield Alert(
        case.learner.learner,
        "R45",
        "soon",
        begun + patience,
        _("Praktikken begyndte {day}, og der er endnu ingen note om en samtale.").format(day=day(begun)),
        _("Hold den første opfølgningssamtale, og skriv den under Mål og samtaler."),
        _("Første evaluering efter 14 dage: knudmosen.dk. Egen grænse: {n} dage").format(n=patience.days),
        placement.id,
    )


def no_handover(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R48: the mentor changed more than 7 days ago (our own limit), and no talk or agreement is noted around it.

    A meeting held then, of whatever kind, counts as a talk.

    A change shows as two placements with different mentors; a name that was only overwritten leaves no trace.
    """
    changed = changed_mentor(case, today)
    if changed is None or has_ended(case, ledger, today):
        return
    patience = timedelta(days=limit(case, "R48.days"))
    if not patience < today - changed <= patience + LOOK_BACK:
        return
    agreed = (note.written_on for note in case.notes if note.kind == "agreement")
    if any(changed - HANDOVER_EARLY <= on <= today for on in (*agreed, *talks(case))):
        return
    yield Alert(
        case.learner.learner,
        "R48",
        "soon",
        changed + patience,
        _("Eleven fik ny mentor {day}, og der er ingen note om overleveringen.").format(day=day(changed)),
        _("Skriv, hvad den nye mentor skal vide, som en note af slagsen »Samtale« eller »Aftale«."),
        _("Skift af kontaktperson skader forløbet (BIP). Egen grænse: {n} dage").format(n=patience.days),
        changed.isoformat(),
    )


def talks(case: CaseFile) -> list[date]:
    """The days of talks: notes of that kind, and meetings that were held."""
    noted = (note.written_on for note in case.notes if note.kind == "talk")
    own = (row for row in case.meetings if case.enrolment and row.enrolment == case.enrolment.id)
    return [*noted, *(row.day for row in own if row.is_held)]


def changed_mentor(case: CaseFile, today: date) -> date | None:
    """The first day of the current placement where its mentor is another than that of the placement before."""
    current = _current(case, today)
    if current is None or current.first_day is None or current.mentor is None:
        return None
    before = [row for row in _own(case) if row.mentor is not None and (row.first_day or date.min) < current.first_day]
    return current.first_day if before and before[-1].mentor != current.mentor else None


def _own(case: CaseFile) -> list[Placement]:
    """The placements of the newest enrolment, oldest first."""
    enrolment = case.enrolment
    own = [row for row in case.placements if enrolment is not None and row.enrolment == enrolment.id]
    return sorted(own, key=lambda row: (row.first_day or date.min, row.id))


def _current(case: CaseFile, today: date) -> Placement | None:
    """The placement begun last that covers `today`."""
    covering = [
        row
        for row in _own(case)
        if (row.first_day or date.min) <= today and (row.last_day is None or row.last_day >= today)
    ]
    return covering[-1] if covering else None


def _is_present(case: CaseFile, today: date) -> bool:
    """Whether the learner has a placement today and is on no leave."""
    return _current(case, today) is not None and not any(leave.covers(today) for leave in case.leaves)


def _present_since(case: CaseFile, ledger: Ledger, today: date) -> date:
    """From when on somebody could have written: the start, or the end of the last leave."""
    return max([ledger.start, *(leave.last_day for leave in case.leaves if leave.last_day < today)])
