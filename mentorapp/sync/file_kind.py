"""Which of our files something is, by its first bytes: for what is dropped, double-clicked or lies in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from mentorapp.sync import envelope, faults

Kind: TypeAlias = Literal["sealed", "invitation", "reply", "letter"]

_KINDS: dict[bytes, Kind] = {
    envelope.SEALED: "sealed",
    envelope.INVITATION: "invitation",
    envelope.REPLY: "reply",
}


def kind_of(source: Path | bytes) -> Kind | None:
    """What a file claims to be; None for anything else, and for what cannot be read. A PDF is taken for a letter."""
    try:
        beginning = envelope.beginning(source)
    except faults.Unreadable:
        return None
    told = envelope.kind_and_major(beginning)
    if told is not None:
        return _KINDS.get(told[0])
    # other programs may put some bytes before it, and readers of PDF look at the first thousand
    return "letter" if b"%PDF-" in beginning else None
