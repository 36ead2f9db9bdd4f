"""A month's sheet of practice for a mentor without the program: which days it holds, and what is planned on each.

It holds whole weeks, those whose Thursday lies in the month, as months of weeks are confirmed everywhere: every week
stands on one sheet, is confirmed once and has one note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS, monday, months_after
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_days import CourseDays, course_days
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.public_holiday_names import holiday_name
from mentorapp.domain.school_days import LEAST_WHOLE_DAY
from mentorapp.domain.schooling import SCHOOL_TYPES

ABSENCES = {
    "sick": "Syg",
    "child_sick": "Barnet er sygt",
    "holiday": "Ferie",
    "closed": "Lukket eller helligdag",
    "time_off": "Afspadsering",
    "care_day": "Omsorgsdag",
    "leave": "Orlov",
    "lawful": "Lovligt fravær",
    "unexcused": "Ulovligt fravær",
}
"""What the sheet lets a mentor choose, by key of STATUSES, in words that are read at once. Never a diagnosis."""

PRACTICE, FREE, SCHOOL, HOLIDAY, CLOSED, LEAVE, OUTSIDE = (
    "practice", "free", "school", "holiday", "closed", "leave", "outside",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One day. `minutes` of practice are as the sheet shows them; `about` names the school, holiday or closing."""

    day: date
    kind: str
    minutes: int = 0
    about: str = ""

    @property
    def may_be_filled(self) -> bool:
        """Whether the mentor has something to say of it: of school and leave others do."""
        return self.kind in (PRACTICE, FREE, HOLIDAY, CLOSED)

    @property
    def must_be_filled(self) -> bool:
        """Whether the week is not told without it."""
        return self.kind == PRACTICE


@dataclass(frozen=True, slots=True)
class SheetWeek:
    """One ISO week, Monday to Sunday."""

    days: tuple[SheetDay, ...]
    moved: bool
    """Whether practice that the plan lays on whole days at school is shown on the other days, where it is done."""

    @property
    def monday(self) -> date:
        """Its first day."""
        return self.days[0].day

    @property
    def number(self) -> int:
        """ISO week number."""
        return self.monday.isocalendar().week

    @property
    def minutes(self) -> int:
        """Planned practice, as a confirmation of the week counts it, public holidays aside."""
        return sum(day.minutes for day in self.days)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """The weeks of the month `month` (its first day) that touch the course."""

    month: date
    case: CaseFile
    """With the rows of the course alone."""
    days: CourseDays
    weeks: tuple[SheetWeek, ...]

    @property
    def enrolment(self) -> str:
        """The id of the course."""
        assert self.case.enrolment is not None
        return self.case.enrolment.id

    def day(self, day: date) -> SheetDay | None:
        """The day of the sheet; None where it is not on it."""
        return next((one for week in self.weeks for one in week.days if one.day == day), None)


def month_sheet(case: CaseFile, ledger: Ledger, month: date) -> MonthSheet:
    """The sheet of the newest enrolment of `case`, whose ledger is `ledger`; no weeks outside the course."""
    days, first = course_days(case, ledger), month.replace(day=1)
    last_day = _last_day(days)
    names = _names(days)
    weeks = []
    for begin in mondays(first):
        if begin + timedelta(days=6) >= days.dates.start and begin <= last_day:
            told = [_day(days, begin + timedelta(days=number), names) for number in range(7)]
            weeks.append(_week(days, told))
    return MonthSheet(first, days.case, days, tuple(weeks))


def of_enrolment(case: CaseFile, enrolment: str) -> CaseFile | None:
    """The case file as if `enrolment` were its only one; None where it is not there (any more)."""
    found = tuple(row for row in case.enrolments if row.id == enrolment)
    return replace(case.only(enrolment), enrolments=found) if found else None


def mondays(month: date) -> Iterator[date]:
    """The Mondays of the weeks that belong to the month: those of its Thursdays."""
    first = month.replace(day=1)
    thursday = monday(first + timedelta(days=3)) + timedelta(days=3)
    while thursday < months_after(first, 1):
        if thursday >= first:
            yield thursday - timedelta(days=3)
        thursday += timedelta(days=7)


def sheet_months(ledger: Ledger) -> tuple[date, ...]:
    """The months of the course that have a sheet, oldest first, at most up to the one after today's and its end."""
    last = max(ledger.today, ledger.start)
    end = ledger.workings.dates.last_day
    until = months_after(last.replace(day=1), 1)
    until = min(until, (monday(end) + timedelta(days=3)).replace(day=1)) if end else until
    month = (monday(ledger.start) + timedelta(days=3)).replace(day=1)
    found = []
    while month <= until:
        found.append(month)
        month = months_after(month, 1)
    return tuple(found)


def _last_day(days: CourseDays) -> date:
    return days.dates.last_day or days.last


def _names(days: CourseDays) -> Mapping[str, str]:
    return {row.id: row.title or SCHOOL_TYPES.get(row.type, row.type) for row in days.case.schooling}


def _day(days: CourseDays, day: date, names: Mapping[str, str]) -> SheetDay:
    """One day, by what weighs most: outside the course, leave, school, holiday, closed, practice."""
    ordinal = day.toordinal()
    if day < days.dates.start or day > _last_day(days):
        return SheetDay(day, OUTSIDE)
    if ordinal in days.dates.leave:
        # which leave it is may be confidential, and the sheet lies on a desk
        return SheetDay(day, LEAVE, about="ferie" if days.dates.leave[ordinal] == "holiday" else "orlov")
    taught, minutes = _taught(days, day, names)
    if taught and minutes >= LEAST_WHOLE_DAY:
        return SheetDay(day, SCHOOL, about=taught)
    if day in PUBLIC_HOLIDAYS:
        return SheetDay(day, HOLIDAY, about=holiday_name(day))
    if (closing := _closing(days, day)) is not None:
        return SheetDay(day, CLOSED, about=closing)
    planned = days.practice().get(ordinal, 0)
    return SheetDay(day, PRACTICE if planned else FREE, planned, taught)


def _taught(days: CourseDays, day: date, names: Mapping[str, str]) -> tuple[str, int]:
    """The courses of the day and their minutes. Of a course without weekdays only whole days are known."""
    known = {row.id: bool(row.weekdays) for row in days.case.schooling}
    found: dict[str, int] = {}
    for row, sessions in days.sessions.items():
        for session in sessions:
            if session.day == day and (known.get(row) or session.minutes >= LEAST_WHOLE_DAY):
                found[row] = found.get(row, 0) + session.minutes
    for entry in days.case.attendance:
        if entry.kind == "school" and entry.day == day and entry.schooling not in found:
            found[entry.schooling or ""] = entry.minutes or LEAST_WHOLE_DAY
    return ", ".join(dict.fromkeys(names.get(row, "skole") for row in found)), sum(found.values())


def _closing(days: CourseDays, day: date) -> str | None:
    """What the closing of the workplace on `day` is called; None where it is open."""
    placement = days.case.placement(day)
    for row in days.case.organisation.site_closing:
        if placement is not None and row.site == placement.site and day in row.days():
            return row.name or "lukket"
    return None


def _week(days: CourseDays, told: list[SheetDay]) -> SheetWeek:
    """The week with the practice of whole days at school laid on its other days, in proportion.

    The plan shares a week's hours over all its working days, whatever is taught on them; 28 hours beside a day at
    school are worked as four days of 7 hours, and so they are shown.
    """
    plan = days.practice()
    at_school = sum(plan.get(one.day.toordinal(), 0) for one in told if one.kind == SCHOOL)
    own = sum(one.minutes for one in told)
    if not at_school or not own:
        return SheetWeek(tuple(told), False)
    shown, before, total = [], 0, own + at_school
    for one in told:
        share = total * (before + one.minutes) // own - total * before // own
        before += one.minutes
        shown.append(replace(one, minutes=share))
    return SheetWeek(tuple(shown), True)
