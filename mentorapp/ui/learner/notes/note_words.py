"""What a note says about itself in a list: when, which week, what kind, by whom, and that it was put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.note import NOTE_KINDS, VISIBILITIES, Note
from mentorapp.domain.note_warnings import SENTENCES, Reminder
from mentorapp.i18n import _, day, ngettext
from mentorapp.ui.learner.notes.moments import local


def reminders(found: Sequence[Reminder]) -> list[str]:
    """What had better not stand in a note, in words."""
    return [_(SENTENCES[reminder.kind]).format(words=reminder.words) for reminder in found]


def heading(key: str, held: Note | None, today: date, minutes: str = "") -> str:
    """What is being written: `Ugenotat, uge 47`, `Ret ugenotat fra 06-11-2026`, or `Referat` of `minutes`."""
    if minutes:
        return _("Referat")
    named = _(NOTE_KINDS[key])
    if held is not None and held.written_on != today:
        return _("Ret {kind} fra {day}").format(kind=named.lower(), day=day(held.written_on))
    return _("{kind}, uge {week}").format(kind=named, week=today.isocalendar().week)


def kind(note: Note) -> str:
    """The kind in words; one of a later version as it was written."""
    return _(NOTE_KINDS[note.kind]) if note.kind in NOTE_KINDS else note.kind


def about(note: Note) -> str:
    """`uge 46 · Ugenotat · Gitte Ørsted-Hansen`, and for a confidential one that it is."""
    week = _("uge {n}").format(n=note.written_on.isocalendar().week)
    author = note.written_by or _("forfatter ikke oplyst")
    secret = _(VISIBILITIES["confidential"]).lower() if note.visibility == "confidential" else ""
    return " · ".join(filter(None, (week, kind(note), author, secret)))


def corrected(versions: Sequence[Note]) -> str:
    """`Rettet 09-11-2026 · se første udgave` of a note in `versions`, newest first; empty where it was not."""
    earlier = len(versions) - 1
    if not earlier:
        return ""
    newest = versions[0]
    when = day(local(newest.written_at).date()) if newest.written_at is not None else day(newest.written_on)
    see = ngettext("se første udgave", "se {n} tidligere udgaver", earlier).format(n=earlier)
    return _("Rettet {day} · {see}").format(day=when, see=see)
