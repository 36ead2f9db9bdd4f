"""Why the hours of practice are what they are: periods, days, confirmed weeks, paid absence, weeks taken as planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from mentorapp.domain.attendance import STATUSES, Attendance
from mentorapp.domain.calendar import monday_of_week, monday_ordinal
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure, in_hours
from mentorapp.domain.pace import full_week
from mentorapp.domain.placement import Placement
from mentorapp.domain.practice_hours import NOT_PAID
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why import conventions
from mentorapp.domain.why.derivation import Derivation, Entry, Ground, grounds
from mentorapp.domain.why.school import attended_entries

PRACTICE = (
    "{done} timers praktik ÷ {elapsed} uger = {value} timer om ugen. "
    "Med er arbejdede timer, betalt fravær efter vagtplan og uger uden indberetning som planlagt ({count})."
)
WORKED = "{worked} arbejdede timer efter indberetning, uden betalt fravær og uden uger regnet som planlagt."
WORKED_A_WEEK = "{worked} arbejdede timer efter indberetning ÷ {elapsed} uger = {value} timer om ugen."
PLANNED = (
    "{planned} timers praktik i hele forløbets plan ÷ {weeks} arbejdsuger = {value} timer om ugen. "
    "Praktik og skole er planlagt til højst {most} timer i en uge."
)
TOTAL = "({done} timers praktik + {school} klokketimer skole) ÷ {elapsed} uger = {value} timer om ugen."
TOTAL_COUNTED = "({done} timers praktik + {school} tællende timer skole) ÷ {elapsed} uger = {value} timer om ugen."
NOT_BEGUN = "Forløbet er ikke begyndt, så der er intet gennemsnit."
UNKNOWN = "Der er hverken planlagte eller indberettede praktiktimer."
NO_PLAN = "Praktiktimer om ugen eller slutdato er ikke oplyst."
NO_COUNTED = "Ordningen har ingen faktorer, så der er ingen tællende timer."


def practice_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """Practice on average so far."""
    name, value = "practice_hours_per_week", ledger.practice_a_week
    if value is None:
        return Derivation(name, None, _unknown(ledger))
    told = Sentence(
        PRACTICE, done=in_hours(ledger.practice_done), elapsed=Measure(ledger.elapsed_weeks), value=in_hours(value),
        count=ledger.weeks_as_planned,
    )  # fmt: skip
    return Derivation(name, in_hours(value), told, _sources(ledger), practice_entries_of(case, ledger))


def practice_hours_worked(case: CaseFile, ledger: Ledger) -> Derivation:
    """Worked by an entry, in all."""
    value = in_hours(ledger.practice_worked)
    told = Sentence(WORKED, worked=value)
    return Derivation("practice_hours_worked", value, told, (conventions.OWN,), _worked(case, ledger))


def worked_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """Worked by an entry, on average."""
    name, value = "worked_hours_per_week", ledger.worked_a_week
    if value is None:
        return Derivation(name, None, _unknown(ledger))
    worked, elapsed = in_hours(ledger.practice_worked), Measure(ledger.elapsed_weeks)
    told = Sentence(WORKED_A_WEEK, worked=worked, elapsed=elapsed, value=in_hours(value))
    return Derivation(name, in_hours(value), told, (conventions.OWN,), _worked(case, ledger))


def planned_practice_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """What the placements plan on average over the whole course."""
    name, value = "planned_practice_hours_per_week", ledger.planned_practice_a_week
    if value is None:
        return Derivation(name, None, Sentence(NO_PLAN))
    planned = sum(ledger.workings.practice_plan.values())
    weeks = Measure(planned / value) if value else Measure(value)
    told = Sentence(
        PLANNED, planned=in_hours(planned), weeks=weeks, value=in_hours(value), most=full_week(ledger.rule_set) // 60
    )
    sources = (*grounds(ledger.rule_set, "practice_hours_a_week", "total_hours_a_week_most"), conventions.OWN)
    entries = tuple(_of_placement(case, row) for row in case.placements)
    return Derivation(name, in_hours(value), told, sources, entries)


def total_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """Practice and clock school hours on average."""
    return _total(case, ledger, "total_hours_per_week", TOTAL, ledger.school.attended, counted=False)


def total_counted_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """Practice and counted school hours on average."""
    name = "total_counted_hours_per_week"
    if ledger.counted is None:
        return Derivation(name, None, Sentence(NO_COUNTED))
    return _total(case, ledger, name, TOTAL_COUNTED, ledger.counted.attended, counted=True)


def practice_entries_of(case: CaseFile, ledger: Ledger) -> tuple[Entry, ...]:
    """What makes the hours of practice so far; the minutes sum to `Ledger.practice_done`."""
    made = ledger.workings
    until = made.dates.until(ledger.today).toordinal()
    rows = {entry.day.toordinal(): entry for entry in case.attendance if entry.kind == "practice"}
    found = [*_of_periods(ledger), *_of_days(ledger, rows)]
    marks = {}
    for mark in case.week_marks:
        try:
            marks[monday_of_week(mark.week).toordinal()] = mark
        except ValueError:
            continue
    weeks: dict[tuple[str, int], Entry] = {}
    for day, minutes in made.practice_plan.items():
        if day > until or _said(ledger, day):
            continue
        monday, on = monday_ordinal(day), date.fromordinal(day)
        leave = next((leave for leave in case.leaves if leave.covers(on)), None)
        if monday in made.practice_entries.marked_weeks:
            mark = marks[monday]
            entry = Entry("week_mark", mark.id, mark.week, on, on, "worked", minutes, said_by=mark.confirmed_by)
            key = ("week_mark", monday)
        elif monday in made.practice_entries.weeks_only_by_day:
            continue
        elif day in made.dates.leave and leave is not None:
            title = LEAVE_KINDS.get(leave.kind, leave.kind)
            entry, key = Entry("leave", leave.id, title, on, on, "paid_absence", minutes), (leave.id, monday)
        else:
            placement = case.placement(on)
            entry = Entry("placement", placement.id if placement else "", "", on, on, "as_planned", minutes)
            key = ("", monday)
        before = weeks.get(key)
        weeks[key] = replace(entry, first_day=before.first_day, minutes=_plus(before, minutes)) if before else entry
    return (*found, *(entry for entry in _joined(weeks.values()) if entry.minutes))


def _of_placement(case: CaseFile, row: Placement) -> Entry:
    site = case.organisation.sites.get(row.site or "")
    title = site.name if site else ""
    return Entry("placement", row.id, title, row.first_day, row.last_day, "planned", row.minutes_a_week)


def _of_periods(ledger: Ledger) -> Iterator[Entry]:
    for row in ledger.workings.practice_entries.periods:
        paid = row.total_minutes - row.worked_minutes
        for state, minutes in (("worked", row.worked_minutes), ("paid_absence", paid)):
            if minutes:
                yield Entry(
                    "practice_period", row.id, "", row.first_day, row.last_day, state, minutes, said_by=row.source
                )


def _of_days(ledger: Ledger, rows: Mapping[int, Attendance]) -> Iterator[Entry]:
    made = ledger.workings
    until = made.dates.until(ledger.today).toordinal()
    for day, row in sorted(rows.items()):
        entries, planned = made.practice_entries, made.practice_plan.get(day, 0)
        if day in entries.in_period:
            continue
        if day in entries.present:
            recorded = entries.present[day]
            minutes, state = planned if recorded is None else recorded, "worked"
        elif day <= until and entries.absent.get(day, "unexcused") not in NOT_PAID:
            minutes, state = planned, "paid_absence"
        else:
            continue
        if minutes:
            title = STATUSES.get(row.status, row.status)
            yield Entry("attendance", row.id, title, row.day, row.day, state, minutes, said_by=row.source)


def _said(ledger: Ledger, day: int) -> bool:
    entries = ledger.workings.practice_entries
    return day in entries.in_period or day in entries.present or day in entries.absent


def _joined(weeks: Iterable[Entry]) -> list[Entry]:
    """Weeks taken as planned that follow each other, as one entry."""
    joined: list[Entry] = []
    for entry in weeks:
        last = joined[-1] if joined else None
        if last and entry.state == last.state == "as_planned" and entry.row == last.row and _follows(last, entry):
            joined[-1] = replace(last, last_day=entry.last_day, minutes=_plus(last, entry.minutes or 0))
        else:
            joined.append(entry)
    return joined


def _follows(before: Entry, after: Entry) -> bool:
    assert before.last_day and after.first_day
    return monday_ordinal(after.first_day.toordinal()) - monday_ordinal(before.last_day.toordinal()) == 7


def _plus(entry: Entry, minutes: int) -> int:
    return (entry.minutes or 0) + minutes


def _worked(case: CaseFile, ledger: Ledger) -> tuple[Entry, ...]:
    return tuple(entry for entry in practice_entries_of(case, ledger) if entry.state == "worked")


def _total(case: CaseFile, ledger: Ledger, name: str, message: str, school: int, counted: bool) -> Derivation:
    value = ledger.total_counted_a_week if counted else ledger.total_a_week
    if value is None:
        return Derivation(name, None, _unknown(ledger))
    told = Sentence(
        message, done=in_hours(ledger.practice_done), school=in_hours(school), elapsed=Measure(ledger.elapsed_weeks),
        value=in_hours(value),
    )  # fmt: skip
    sources = (
        *grounds(ledger.rule_set, "total_hours_a_week_least", "total_hours_a_week_most"),
        conventions.CLOCK_OR_COUNTED,
        conventions.PAID_ABSENCE,
    )
    rows = ledger.school_rows
    taught = (entry for row in rows for entry in attended_entries(row, row.factor if counted else None, ledger.today))
    return Derivation(name, in_hours(value), told, sources, (*practice_entries_of(case, ledger), *taught))


def _sources(ledger: Ledger) -> tuple[Ground, ...]:
    paid = (conventions.PAID_ABSENCE,) if ledger.workings.practice_totals.paid_absence else ()
    return (*grounds(ledger.rule_set, "practice_hours_a_week"), *paid, conventions.OWN)


def _unknown(ledger: Ledger) -> Sentence:
    return Sentence(UNKNOWN if ledger.elapsed_weeks else NOT_BEGUN)
