"""What a ledger took for granted, as sentences that can be said in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mentorapp.domain.course_dates import CourseDates
from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.hours_ladder import unreadable_steps
from mentorapp.domain.learner import Learner
from mentorapp.domain.placement import Placement
from mentorapp.domain.practice_hours import PracticeEntries, PracticeTotals
from mentorapp.domain.programme import Programme, RuleSet
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.domain.sentence import Sentence

UNKNOWN_PROGRAMME = "Ordningen {name} kendes ikke; der regnes ikke på krav."
NO_RULE_SET = "Intet regelsæt gælder for et forløb, der er begyndt på den dato; der regnes ikke på krav."
UNKNOWN_RULE_SET = "Regelsættet {key} kendes ikke; det regelsæt, der gjaldt ved start, er brugt."
AGREED_END_EARLIER = "Det aftalte slut ligger før lovens slutdato og er ikke brugt."
SCHOOL_NEEDS_DATE = (
    "Forlængelse, fordi skoledelen ikke er gennemført, kræver en aftalt slutdato; der er ikke forlænget."
)
SCHOOL_NO_LIMIT = "Forlængelse, fordi skoledelen ikke er gennemført (§ 6, stk. 5), har ingen fast længde."
EXAM_DATE_UNKNOWN = "Datoen for Prøve i Dansk er ukendt; prøven er regnet som bestået før start."
FACTOR_UNSURE = "Faktoren for {type} er ikke bekræftet."
FACTOR_MISSING = "{type} har ingen faktor i ordningen og tæller 0."
TYPE_NOT_COUNTED = "{type} er ikke en skoletype, der tæller."
PLAN_DIFFERS = "{title}: de angivne timer afviger fra ugemønstret; de angivne er brugt."
ATTENDANCE_DIFFERS = "{title}: det samlede fremmøde afviger fra de enkelte dage; det samlede er brugt."
HOURS_UNKNOWN = "Fremmødte dage uden timetal tæller 0 skoletimer."
NOT_LINKED = "Skolefremmøde, der ikke hører til et kursus, tæller ikke."
WEEK_AS_PLANNED = "1 uge regnet som planlagt."
WEEKS_AS_PLANNED = "{count} uger regnet som planlagt."
PRACTICE_HOURS_UNKNOWN = "Praktiktimer om ugen er ikke oplyst; praktik uden indberetning er regnet som 0."
STEP_UNREADABLE = "Timetrappens trin {step} kan ikke læses og er ikke brugt; skriv det som 2026-03-02=600."
SITE_CLOSED_DAY = "1 dag, hvor praktikstedet er lukket, er regnet uden praktik."
SITE_CLOSED_DAYS = "{count} dage, hvor praktikstedet er lukket, er regnet uden praktik."
TIME_OFF = "Afspadsering tæller ikke som praktik: timerne er talt med den dag, de blev arbejdet."
PAID_HOURS = "Lønnede timer ved siden af praktikken er regnet med i praktiktimerne."
PAID_ABSENCE = "Betalt ferie og andet betalt fravær er regnet med i praktikken; det er ikke bekræftet."
PERIOD_WHOLE = "En praktikperiode, der rækker ud over forløbet eller dagen i dag, er regnet helt med."
PERIODS_OVERLAP = "Praktikperioder overlapper; begge er regnet helt med."
PRACTICE_OWED = "Skolekravet er nået; det er praktikken, der ikke kan nå {hours} timer om ugen i snit."
FUTURE_AS_PLANNED = "Om kravet kan nås, er regnet med 37 timer om ugen i de uger, der er tilbage."


def about_rules(
    enrolment: Enrolment, programme: Programme | None, rule_set: RuleSet | None, dates: CourseDates
) -> Iterator[Sentence]:
    """What was assumed about programme, rule set and dates."""
    if programme is None:
        yield Sentence(UNKNOWN_PROGRAMME, name=enrolment.programme)
    elif programme.rule_sets and rule_set is None:
        yield Sentence(NO_RULE_SET)
    elif enrolment.rule_set and rule_set and rule_set.key != enrolment.rule_set:
        yield Sentence(UNKNOWN_RULE_SET, key=enrolment.rule_set)
    if programme and programme.years and enrolment.agreed_end and dates.end and enrolment.agreed_end < dates.end:
        yield Sentence(AGREED_END_EARLIER)
    if enrolment.extension_reason == "school":
        extended = dates.end is not None and dates.end_extended is not None and dates.end_extended > dates.end
        yield Sentence(SCHOOL_NO_LIMIT if extended else SCHOOL_NEEDS_DATE)


def about_exam(learner: Learner, danish_counts: bool) -> Iterator[Sentence]:
    """What was assumed about the Prøve i Dansk."""
    if not danish_counts and learner.exam_passed_on is None:
        yield Sentence(EXAM_DATE_UNKNOWN)


def about_reach(reachable: bool | None, school_is_reached: bool, rule_set: RuleSet | None) -> Iterator[Sentence]:
    """What was assumed where the ledger says whether the requirement can be met, and what stands in the way."""
    if reachable is not None:
        yield Sentence(FUTURE_AS_PLANNED)
    least = rule_set.get("practice_hours_a_week") if rule_set else None
    if reachable is False and school_is_reached and least is not None:
        yield Sentence(PRACTICE_OWED, hours=least)


def about_school(
    rows: Iterable[SchoolRow], every: Iterable[Schooling], programme: Programme | None, unlinked: bool, today: date
) -> Iterator[Sentence]:
    """What was assumed about schooling: `rows` are those whose type counts, `every` all of them."""
    rows = list(rows)
    for kind in dict.fromkeys(row.type for row in every if row.type not in SCHOOL_TYPES):
        yield Sentence(TYPE_NOT_COUNTED, type=kind)
    for kind in dict.fromkeys(row.schooling.type for row in rows if programme and programme.factors):
        figure = programme.factors.get(kind) if programme else None
        if figure is None:
            yield Sentence(FACTOR_MISSING, type=SCHOOL_TYPES[kind])
        elif figure.status != "verified":
            yield Sentence(FACTOR_UNSURE, type=SCHOOL_TYPES[kind])
    for row in rows:
        title = row.schooling.title or SCHOOL_TYPES[row.schooling.type]
        stated = row.schooling.planned_minutes
        if stated is not None and row.pattern_minutes not in (None, stated):
            yield Sentence(PLAN_DIFFERS, title=title)
        if _attendance_differs(row, today):
            yield Sentence(ATTENDANCE_DIFFERS, title=title)
    if any(day.status == "present" and day.minutes is None for row in rows for day in row.dated):
        yield Sentence(HOURS_UNKNOWN)
    if unlinked:
        yield Sentence(NOT_LINKED)


def about_practice(
    totals: PracticeTotals,
    entries: PracticeEntries,
    placements: Iterable[Placement],
    dates: CourseDates,
    closed: int,
    today: date,
) -> Iterator[Sentence]:
    """What was assumed about practice; `closed` counts the days on which its site is closed."""
    placements = list(placements)
    if totals.weeks_as_planned == 1:
        yield Sentence(WEEK_AS_PLANNED)
    elif totals.weeks_as_planned:
        yield Sentence(WEEKS_AS_PLANNED, count=totals.weeks_as_planned)
    if any(placement.minutes_a_week is None for placement in placements):
        yield Sentence(PRACTICE_HOURS_UNKNOWN)
    for step in (step for placement in placements for step in unreadable_steps(placement)):
        yield Sentence(STEP_UNREADABLE, step=step)
    if totals.paid_absence:
        yield Sentence(PAID_ABSENCE)
    if any(placement.paid and placement.minutes_a_week for placement in placements):
        yield Sentence(PAID_HOURS)
    if "time_off" in entries.absent.values():
        yield Sentence(TIME_OFF)
    if closed == 1:
        yield Sentence(SITE_CLOSED_DAY)
    elif closed:
        yield Sentence(SITE_CLOSED_DAYS, count=closed)
    periods = sorted(entries.periods, key=lambda period: period.first_day)
    until = dates.until(today)
    if any(period.first_day < dates.start or period.last_day > until for period in periods):
        yield Sentence(PERIOD_WHOLE)
    ends = [period.last_day for period in periods]
    if any(period.first_day <= max(ends[:n]) for n, period in enumerate(periods) if n):
        yield Sentence(PERIODS_OVERLAP)


def _attendance_differs(row: SchoolRow, today: date) -> bool:
    """Whether the row's total cannot be the sum of its days: less than them, or all days said and another sum."""
    total = row.schooling.attended_minutes
    if total is None or not row.dated:
        return False
    said = {day.day for day in row.dated}
    complete = row.due == row.planned and all(session.day in said for session in row.sessions if session.day <= today)
    return row.dated_minutes > total or (complete and row.dated_minutes != total)
