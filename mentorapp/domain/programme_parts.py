"""What a programme file may hold besides figures: groups, steps, stages, a weekly pattern, rising hours, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.figure import Figure

DUE_FROM = (
    "start", "end", "signed", "arrived", "placement_start", "placement_end", "leave_start", "leave_end",
)  # fmt: skip
"""What the due day of a step is counted from."""

WHO = {
    "learner": "eleven",
    "company": "virksomheden",
    "mentor": "mentor",
    "coordinator": "gennemførselsvejlederen",
    "municipality": "kommunen",
    "school": "skolen",
}
"""Who does a step."""

PLACES = {"school": "skole", "practice": "praktik", "meeting": "mødested"}
"""Where days of a weekly pattern are spent."""


@dataclass(frozen=True, slots=True)
class Group:
    """A target group, or a kind of workplace, with figures of its own.

    It fits where the site's sector is one of `sectors` and one of `aliases` is among the words of the target group;
    an empty tuple asks nothing. `others` fits any stated target group.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    sectors: tuple[str, ...]
    others: bool
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class ProgrammeStep:
    """Something to be done once in a course, or once in each placement where it is due from one."""

    key: str
    name: str
    due_from: str | None
    """One of DUE_FROM; None: no day is known."""
    due_months: int
    due_days: int
    """Days after that (before: negative)."""
    sectors: tuple[str, ...]
    """Sectors of the workplaces it is for; empty: all."""
    who: str | None
    """Key of WHO."""
    rule: str | None
    """Number of the alert that watches it (`R06`)."""
    source: str
    status: str

    @property
    def of_placement(self) -> bool:
        """Whether it is done in each placement anew."""
        return self.due_from in ("placement_start", "placement_end")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a course that begins when every step of `needs` is done."""

    key: str
    name: str
    needs: tuple[str, ...]
    """Keys of steps."""
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class WeekPart:
    """Days of each week at one place."""

    place: str
    """Key of PLACES."""
    name: str
    days: int
    type: str | None
    """Key of SCHOOL_TYPES where it is schooling."""
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Rung:
    """From `after_weeks` after the start on, `minutes` a week."""

    after_weeks: int
    minutes: int
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence to be said beside the figures from a day on. `doubt`: the figures may no longer hold then."""

    text: str
    holds_from: date | None
    doubt: bool
    source: str

    def holds_on(self, day: date) -> bool:
        """Whether it is to be said on `day`."""
        return self.holds_from is None or day >= self.holds_from
