"""When a course begins and ends, how far it may be extended, and which of its days leave takes away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from mentorapp.domain.calendar import last_day_of_years, working_days
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.programme import Programme, RuleSet

LONGEST_SHOWN = timedelta(weeks=520)
"""How much of a course is shown: a mistyped year must not make thousands of weeks."""

# Where leaves overlap, the one with the larger consequence for the course is the one that is told.
_WEIGHTIEST_LAST = ("holiday", "leave", "sick", "parental")


@dataclass(frozen=True, slots=True)
class CourseDates:
    """The days of one course. Ordinals (`date.toordinal`) stand for days in sets."""

    start: date
    end: date | None
    end_extended: date | None
    latest_lawful_end: date | None
    last_day: date | None
    """`end_extended`, or the day of the outcome where the course was finished or stopped before."""
    leave: Mapping[int, str]
    """Kind of leave by ordinal, for every day of leave inside the course."""
    extending: frozenset[int]
    """Days of leave for which an extension was agreed."""

    def until(self, today: date) -> date:
        """The last day of the course that has happened on `today`; before `start` where none has."""
        return today if self.last_day is None else min(today, self.last_day)

    def elapsed_weeks(self, today: date) -> Fraction:
        """Weeks from start to `today` or to the end, both included, less extending leave; 0 before the start."""
        return self._weeks(self.until(today))

    def active_weeks(self) -> Fraction | None:
        """Weeks of the whole course less extending leave; None where the end is not known."""
        return None if self.end_extended is None else self._weeks(self.end_extended)

    def days_left(self, today: date, away: frozenset[int]) -> int | None:
        """Working days after `today` (from the start if that is later) to the end, less leave and days `away`."""
        if self.last_day is None:
            return None
        first = max(today + timedelta(days=1), self.start)
        return working_days(first, self.last_day, away | self.leave.keys())

    def _weeks(self, last: date) -> Fraction:
        days = (last - self.start).days + 1
        if days <= 0:
            return Fraction(0)
        return Fraction(days - sum(1 for ordinal in self.extending if ordinal <= last.toordinal()), 7)


def course_dates(
    enrolment: Enrolment,
    programme: Programme | None,
    rule_set: RuleSet | None,
    leaves: Iterable[Leave],
    horizon: date,
) -> CourseDates:
    """The dates of `enrolment`. `horizon` bounds the days of leave where the course has no end.

    The plain end is the day before the anniversary where the programme has `years`, else the agreed end. An
    agreed end that is not later than the plain one changes nothing: the law gives two years. Extension because the
    school part was not completed (§ 6, stk. 5) has no fixed length: the agreed date is all there is.
    """
    leaves = list(leaves)
    start, agreed = enrolment.start, enrolment.agreed_end
    end = last_day_of_years(start, programme.years) if programme and programme.years else agreed
    extended = max(end, agreed) if end and agreed else end
    last = extended
    if enrolment.outcome and enrolment.outcome_on:
        last = min(extended, enrolment.outcome_on) if extended else enrolment.outcome_on
    lawful = None
    if programme and programme.years and end and enrolment.extension_reason != "school":
        lawful = end + timedelta(days=qualifying_days(leaves, start, end, rule_set))
    inside = [(leave, _ordinals(leave, start, extended or horizon)) for leave in leaves]
    kinds: dict[int, str] = {}
    for leave, days in sorted(inside, key=_weight):
        kinds |= dict.fromkeys(days, leave.kind)
    extending = frozenset(day for leave, days in inside if leave.extends for day in days)
    return CourseDates(start, end, extended, lawful, last, kinds, extending)


def known_until(case: CaseFile, start: date, today: date) -> date:
    """The later of `today` and the last date known of the course: how far its weeks go where it has no end."""
    known = [start, today]
    known += [row.last_day for row in case.schooling if row.last_day]
    known += [row.last_day for row in case.placements if row.last_day]
    known += [row.last_day for row in case.leaves]
    known += [row.last_day for row in case.practice_periods]
    known += [entry.day for entry in case.attendance]
    return min(max(known), start + LONGEST_SHOWN)


def last_shown_day(dates: CourseDates, last_known_day: date) -> date:
    """How far the weeks of a course go: to its (extended) end, else to the last day known of it."""
    return min(max(dates.end_extended or last_known_day, dates.start), dates.start + LONGEST_SHOWN)


def qualifying_days(leaves: Iterable[Leave], start: date, end: date, rule_set: RuleSet | None) -> int:
    """How many days the parties may agree to extend the course for; see `qualifying`."""
    return len(qualifying(leaves, start, end, rule_set))


def qualifying(leaves: Iterable[Leave], start: date, end: date, rule_set: RuleSet | None) -> frozenset[int]:
    """Days (ordinals) of leave inside `start`–`end` for which the parties may agree to extend the course.

    § 6, stk. 6–7 of the act (L 217 of 2019): parental leave, and one continuous sickness of more than 8 weeks;
    the extension is no longer than the leave. A rule set without these figures (2016) knows no such extension.
    """
    if rule_set is None:
        return frozenset()
    longest_short_sickness = rule_set.get("extension_sickness_days")
    parental: set[int] = set()
    sick: set[int] = set()
    for leave in leaves:
        if leave.kind == "parental" and rule_set.get("extension_parental"):
            parental.update(_ordinals(leave, start, end))
        elif leave.kind == "sick" and longest_short_sickness is not None:
            sick.update(_ordinals(leave, start, end))
    return frozenset(parental).union(*(spell for spell in _spells(sick) if len(spell) > (longest_short_sickness or 0)))


def _spells(days: set[int]) -> list[list[int]]:
    """`days` in runs without a gap: two sick notes that follow each other are one sickness."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _ordinals(leave: Leave, first: date, last: date) -> range:
    """The days of `leave` from `first` to `last`. Clipped first: a mistyped year must not fill the memory."""
    return range(max(leave.first_day, first).toordinal(), min(leave.last_day, last).toordinal() + 1)


def _weight(entry: tuple[Leave, range]) -> int:
    kind = entry[0].kind
    return _WEIGHTIEST_LAST.index(kind) if kind in _WEIGHTIEST_LAST else 0
