"""When something was written, from the store's milliseconds to the reader's own clock."""

from __future__ import annotations

from datetime import UTC, datetime

from mentorapp.domain.note import Note
from mentorapp.i18n import _, day


def local(milliseconds: int) -> datetime:
    """The moment by this machine's time zone."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()


def clock(milliseconds: int) -> str:
    """`14.05.22`."""
    return local(milliseconds).strftime("%H.%M.%S")


def moment(milliseconds: int) -> str:
    """`22-11-2026 kl. 14.05`."""
    at = local(milliseconds)
    return _("{day} kl. {time}").format(day=day(at.date()), time=at.strftime("%H.%M"))


def written(note: Note) -> str:
    """When a version was written: day and time, or the day alone where no more is known."""
    return moment(note.written_at) if note.written_at is not None else day(note.written_on)
