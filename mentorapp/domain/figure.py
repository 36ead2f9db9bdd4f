"""A legal or agreed number, with where it comes from and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

STATUSES = ("verified", "inferred", "unverified")
"""Read in the page named; our own arithmetic or reading of it; to be asked of an authority."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in the unit its name says (`_weeks`, `_hours`, `_days`); 1 where a rule just holds."""

    value: int
    source: str
    status: str

    @property
    def is_sure(self) -> bool:
        """Whether somebody has read it where it is written."""
        return self.status == "verified"
