"""A week's five days in words: what the cells beside them show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorapp.i18n import ngettext

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.this_week import Cell


def summary(cells: Sequence[Cell]) -> str:
    """`3 dage dansk · 2 dage praktik`; kinds in the order they come."""
    days = Counter(cell[0] for cell in cells if cell is not None)
    return " · ".join(_counted(kind, count) for kind, count in days.items())


def _counted(kind: str, count: int) -> str:
    one_and_more = {
        "practice": ngettext("{n} dag praktik", "{n} dage praktik", count),
        "amu": ngettext("{n} dag AMU", "{n} dage AMU", count),
        "danish": ngettext("{n} dag dansk", "{n} dage dansk", count),
        "other": ngettext("{n} dag skole", "{n} dage skole", count),
        "holiday": ngettext("{n} fridag", "{n} fridage", count),
        "sick": ngettext("{n} sygedag", "{n} sygedage", count),
        "parental": ngettext("{n} dag barsel", "{n} dage barsel", count),
        "unexcused": ngettext("{n} dag ulovligt fravær", "{n} dage ulovligt fravær", count),
    }
    return one_and_more.get(kind, ngettext("{n} dag fravær", "{n} dage fravær", count)).format(n=count)
