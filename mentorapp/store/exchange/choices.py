"""What is chosen in the preview of a file, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from mentorapp.store.record import Action

Key = tuple[bytes, str, str, str]
"""Learner, table, row, field."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose in the preview. The file counts as read only when all of it was taken."""

    learners: Collection[bytes] | None = None
    """Only what concerns these; None: everything."""
    keep_ours: Collection[Key] = field(default=())
    """Fields in which our value stays, as a new edit of ours, so that both sides agree afterwards."""
    removals: bool = False
    """That learners may go in numbers, after the question was answered."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done: the action that undoes it (None where nothing was new) and what was touched."""

    action: Action | None
    kept_ours: int = 0
    held: int = 0
    """Cells set aside, for their writer may not write them."""
