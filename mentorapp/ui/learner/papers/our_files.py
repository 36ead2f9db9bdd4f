"""Files of the program itself: they are read in where partners' files are, and are nobody's papers."""

from __future__ import annotations

from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.sync import file_kind


def is_plainly_ours(path: Path) -> bool:
    """Whether the first bytes say so; a PDF may still be a letter with a file of ours in it."""
    return file_kind.kind_of(path) not in (None, "letter")


def is_ours(path: Path) -> bool:
    """Whether it is a file of ours, or a letter with one in it. Reads a PDF whole: not for the window's thread."""
    kind = file_kind.kind_of(path)
    if kind != "letter":
        return kind is not None
    from mentorapp.sync import letter

    try:
        return bool(letter.attached(path))
    except UserError:
        return False
