"""Weeks to draw and to say: a course of practice, and single weeks of any make."""

from datetime import date, timedelta

from mentorapp.domain.week import Segment, Week

TODAY = date(2026, 11, 20)
START, END = date(2025, 9, 1), date(2027, 8, 31)
FULL = (Segment("practice", "planned", 2220, 40),)


def seg(kind: str, state: str, eighths: int, minutes: int = 0) -> Segment:
    return Segment(kind, state, minutes, eighths)


def course(start: date = START, end: date = END, agreed: date | None = None) -> tuple[Week, ...]:
    """Practice all the way, done until today; part weeks as low as they are short."""
    weeks, monday = [], start - timedelta(days=start.weekday())
    while monday <= end:
        friday = monday + timedelta(days=4)
        first, last = max(monday, start), min(monday + timedelta(days=6), end)
        days = max(0, (min(last, friday) - first).days + 1)
        state = "done" if friday <= TODAY else "planned"
        segments = (seg("practice", state, 8 * days, 444 * days),) if days else ()
        weeks.append(Week(monday, first, last, segments, agreed is not None and monday > agreed))
        monday += timedelta(days=7)
    return tuple(weeks)


def week(*segments: Segment, monday: date = date(2026, 11, 9)) -> Week:
    return Week(monday, monday, monday + timedelta(days=6), segments)
