"""Who follows a learner, and until when: what decides which mentor's machine gets which learner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Access:
    """A member of staff follows the learner; the row's id is the person's, so that two machines agree on it."""

    TABLE: ClassVar = "access"
    learner: bytes
    id: str
    """Id of the person who follows."""
    first_day: date
    last_day: date | None = None
    """The last day the person may write; None: until further notice."""
    remove_on: date | None = None
    """The day the person's machine lets go of its copy, after a hand-over: the agreed tail is over."""

    def is_open(self, day: date) -> bool:
        """Whether the person may write on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
