"""The chosen cell in words: who, which week and what is in it, what can be moved."""

from __future__ import annotations

from datetime import date

from mentorapp.i18n import _, ngettext, weeks
from mentorapp.ui.board.learner_weeks import LearnerWeeks
from mentorapp.ui.board.move_words import course_name, in_weeks
from mentorapp.ui.board.shown import Shown
from mentorapp.ui.parts.week_words import week_in_words
from mentorapp.ui.status_words import state_of


def cell(shown: Shown, line: int, column: int) -> str:
    """`Khaled al-Sayed · Uge 46, 9.–13. nov. 2026: 5 dage praktik`, for any line but a workplace."""
    monday = shown.span.monday(column)
    if line >= len(shown.lines):
        return at_school(shown, monday)
    entry = shown.entry(line)
    if entry is None:
        return ""
    row = shown.row(entry.learner)
    if row is None:
        return _("{name} · ugerne hentes").format(name=entry.name)
    week = row.week(monday)
    said = (
        week_in_words(week, shown.today)
        if week is not None
        else _("{week}: uden for forløbet").format(week=week_name(monday))
    )
    return f"{entry.name} · {said}"


def who(shown: Shown, line: int) -> str:
    """What a row says besides its weeks: the status and the planned school, for reading aloud."""
    entry = shown.entry(line)
    row = shown.row(entry.learner) if entry else None
    if entry is None or row is None:
        return ""
    return ", ".join(filter(None, (entry.site, state_of(entry).text, plan(row))))


def plan(row: LearnerWeeks) -> str:
    """`planlagt 17,0 af 23 uger`."""
    if row.planned is None:
        return ""
    if row.required is None:
        return _("planlagt {n} skoleuger").format(n=weeks(row.planned))
    return _("planlagt {n} af {all} uger").format(n=weeks(row.planned), all=weeks(row.required, 0))


def at_school(shown: Shown, monday: date) -> str:
    """`Uge 47, 2026: 12 elever på skole (8 deltaget, 4 planlagt)`."""
    count = shown.at_school.get(monday)
    if count is None:
        return _("{week}: ingen på skole").format(week=week_name(monday))
    total = ngettext("{n} elev på skole", "{n} elever på skole", count.total).format(n=count.total)
    planned = _("ikke bekræftet") if (shown.today - monday).days > 6 else _("planlagt")
    parts = [f"{number} {word}" for number, word in ((count.done, _("deltaget")), (count.planned, planned)) if number]
    return f"{week_name(monday)}: {total} ({', '.join(parts)})"


def week_name(monday: date) -> str:
    """`Uge 47, 2026`."""
    year, week, _day = monday.isocalendar()
    return _("Uge {n}, {year}").format(n=week, year=year)


def hint(shown: Shown, line: int, column: int, may_move: bool, pick: int) -> str:
    """What the keys do here."""
    if line >= len(shown.lines):
        return ""
    entry = shown.entry(line)
    row = shown.row(entry.learner) if entry else None
    said = [_("Enter åbner eleven")] if entry else []
    movable = row.movable_in(shown.span.monday(column)) if row and may_move else ()
    if movable:
        course = movable[pick % len(movable)]
        assert course.first_day is not None and course.last_day is not None
        name = f"{course_name(course)}, {in_weeks(course.first_day, course.last_day)}"
        said.insert(0, _("{course}: Ctrl+← → eller musen flytter").format(course=name))
        if len(movable) > 1:
            said.insert(1, _("Ctrl+↓ næste kursus"))
    return " · ".join(said)
