"""How much time the board shows at once, and where it opens."""

from __future__ import annotations

from datetime import date, timedelta

from mentorapp.i18n import _

WEEKS = {"two_years": 104, "year": 52, "quarter": 13, "month": 5}
"""Weeks that fit beside each other, by zoom; the first is what the board opens with."""

PAST = 0.44
"""Share of the width that has been when today is brought into sight: what is to come is what one plans."""


def name(zoom: str) -> str:
    """A zoom as its segment is called."""
    return {"two_years": _("To år"), "year": _("År"), "quarter": _("Kvartal"), "month": _("Måned")}[zoom]


def opening_monday(zoom: str, today: date) -> date:
    """The first week shown when the board opens: of a quarter in two years, of a month in a year, else any."""
    back = today - timedelta(weeks=round(WEEKS[zoom] * PAST))
    month = {"two_years": (back.month - 1) // 3 * 3 + 1, "year": back.month}.get(zoom)
    if month is None:
        return monday(back)
    # a month begins with the week whose Thursday it holds
    first = date(back.year, month, 1)
    return monday(first + timedelta(days=3 - first.weekday() if first.weekday() <= 3 else 10 - first.weekday()))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())
