"""Weeks of practice in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mentorapp.domain.attendance import STATUSES, Attendance
from mentorapp.domain.practice_weeks import PracticeWeek
from mentorapp.i18n import _, day, hours, weekday


def name(week: PracticeWeek) -> str:
    """`Uge 47`, with the year where it is asked for by the dates beside it."""
    return _("Uge {n}").format(n=week.monday.isocalendar().week)


def span(week: PracticeWeek) -> str:
    """`16-11-2026 – 22-11-2026`."""
    return f"{day(week.monday)} – {day(week.monday + timedelta(days=6))}"


def planned(week: PracticeWeek) -> str:
    """`28,0 timer planlagt`."""
    return _("{n} timer planlagt").format(n=hours(week.total))


def status(key: str) -> str:
    """An attendance status in the field's words, or as it was written."""
    return _(STATUSES[key]) if key in STATUSES else key


def by_day(entries: Sequence[Attendance]) -> str:
    """`tir syg, tor 5,0 timer`; empty where all was as planned."""
    return ", ".join(_one_day(entry) for entry in entries)


def _one_day(entry: Attendance) -> str:
    on = weekday(entry.day.isoweekday())[:3]
    if entry.status != "present":
        return f"{on} {status(entry.status)}"
    if entry.minutes is None:
        return _("{day} fremmødt").format(day=on)
    return _("{day} {n} timer").format(day=on, n=hours(entry.minutes))


def settled(week: PracticeWeek) -> tuple[str, str]:
    """State and tone of a week that nobody has to confirm."""
    return (_("bekræftet") if week.confirmed else _("dag for dag")), "ok"
