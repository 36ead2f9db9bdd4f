"""Why a course is known to fall short from its first days: the two figures of `domain/day_one.py`."""

from __future__ import annotations

from collections.abc import Iterator

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_days import course_days
from mentorapp.domain.day_one import SAID_UNTIL, PracticeShort, SchoolShort, course_weeks, practice_short, school_short
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure, in_hours, in_school_weeks
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why import conventions
from mentorapp.domain.why.derivation import Derivation, Entry, grounds
from mentorapp.domain.why.practice import planned_practice_hours_per_week
from mentorapp.domain.why.school import counted_plan

FIGURES = {"day_one_school": "Skole, som den er aftalt", "day_one_practice": "Praktik, som den er aftalt"}
"""What is said of a course in its first weeks, in words; answered only while it is said."""

BY_PLAN = (
    "{active} uger i forløbet × 47 ÷ 52 = {working} arbejdsuger (5 ugers ferie om året er trukket fra, et skøn). "
    "De {working} uger med mest skole i planen giver {planned} tællende timer = {weeks} skoleuger; "
    "{required} kræves, {missing} mangler."
)
BY_AGREEMENT = (
    "{active} uger i forløbet × 47 ÷ 52 = {working} arbejdsuger (5 ugers ferie om året er trukket fra, et skøn). "
    "{working} × {agreed} aftalte timer om ugen med faktor 1 = {planned} tællende timer = {weeks} skoleuger; "
    "{required} kræves, {missing} mangler."
)
PRACTICE = (
    "{all} timer praktik, gjort og planlagt ÷ {weeks} uger à 5 arbejdsdage = {value} timer om ugen; "
    "mindst {least} kræves."
)
PRACTICE_BESIDE = (
    "{all} timer praktik, gjort og planlagt ÷ {weeks} uger à 5 arbejdsdage × {left} uger uden skole ÷ {weeks} = "
    "{value} timer om ugen, når skolen lægges som {school} hele uger; mindst {least} kræves."
)


def day_one(case: CaseFile, ledger: Ledger) -> Iterator[Derivation]:
    """Where the warnings of the first weeks come from; nothing where none is given."""
    if ledger.elapsed_weeks > SAID_UNTIL:
        return
    days = course_days(case, ledger)
    if (school := school_short(days)) is not None:
        yield _school(school, ledger)
    if (practice := practice_short(days)) is not None:
        yield _practice(practice, course_weeks(days), planned_practice_hours_per_week(case, ledger).entries, ledger)


def _school(found: SchoolShort, ledger: Ledger) -> Derivation:
    assert ledger.active_weeks is not None, "a course without an end is not said to fall short"
    value = in_school_weeks(found.planned)
    values: dict[str, int | Measure] = {
        "active": Measure(ledger.active_weeks),
        "working": found.working_weeks,
        "planned": in_hours(found.planned),
        "weeks": value,
        "required": in_school_weeks(found.required),
        "missing": in_school_weeks(found.missing),
    }
    sources = (*grounds(ledger.rule_set, "school_weeks", "hours_a_school_week"), conventions.OWN)
    if found.minutes_a_week is not None:
        told = Sentence(BY_AGREEMENT, agreed=in_hours(found.minutes_a_week), **values)
        return Derivation("day_one_school", value, told, sources)
    entries = (*counted_plan(ledger, "due"), *counted_plan(ledger, "future"))
    return Derivation("day_one_school", value, Sentence(BY_PLAN, **values), sources, entries)


def _practice(found: PracticeShort, weeks: Measure, entries: tuple[Entry, ...], ledger: Ledger) -> Derivation:
    value, least, whole = in_hours(found.a_week), in_hours(found.least), found.whole_school_weeks
    values = {"weeks": weeks, "value": value, "least": least}
    in_all = found.a_week * weeks.exact
    if whole is None:
        told = Sentence(PRACTICE, all=in_hours(in_all), **values)
    else:
        left = weeks.exact - whole
        all_weeks = in_hours(in_all * weeks.exact / left)
        told = Sentence(PRACTICE_BESIDE, all=all_weeks, left=Measure(left), school=whole, **values)
    sources = (*grounds(ledger.rule_set, "practice_hours_a_week"), conventions.OWN)
    return Derivation("day_one_practice", value, told, sources, entries)
