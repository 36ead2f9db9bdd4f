"""Why the school hours are what they are: three states in clock and counted hours, AMU, the proof that is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import in_hours
from mentorapp.domain.school_hours import SchoolRow, States
from mentorapp.domain.schooling import SCHOOL_TYPES
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why import conventions
from mentorapp.domain.why.derivation import Derivation, Entry, Ground, ground, grounds, three

WEEKS_OF_THE_FACTORS = 20
"""The ministry's page gives the factors in its text on 20 school weeks."""

CLOCK = (
    "Klokketimer af al skole af en type, der tæller: "
    "planlagt {planned}, deltaget {attended}, dokumenteret {documented}. "
    "Angivne timer går forud for ugemønster og enkelte dage; dokumenteret er det deltagne med bevis."
)
COUNTED = (
    "Klokketimer × typens faktor: planlagt {planned}, deltaget {attended}, dokumenteret {documented} tællende timer."
)
COUNTED_AFTER_EXAM = (
    "Klokketimer × typens faktor: planlagt {planned}, deltaget {attended}, dokumenteret {documented} tællende timer. "
    "Danskuddannelse tæller 0, fordi Prøve i Dansk er bestået før første dag."
)
NO_FACTORS = "Ordningen har ingen faktorer, så der er ingen tællende timer."
AMU = "Timer af typen AMU (faktor 1): planlagt {planned}, deltaget {attended}, dokumenteret {documented}."
AMU_REQUIRED = (
    "Prøve i Dansk er bestået før første dag, så AMU skal være mindst {weeks} uger × {hours} timer = {value} timer."
)
AMU_PRESENT = "Prøve i Dansk er ikke bestået før første dag, så AMU skal indgå, men uden et mindste timetal."
NO_AMU_RULE = "Ordningen har ingen regel om AMU."
PROOF_GAP = "{attended} deltagne klokketimer − {documented} dokumenterede = {value} timer uden bevis."


def school_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """Clock hours in three states."""
    sources = (conventions.SCHOOL_TYPES_OF_THE_ORDER, conventions.OWN)
    entries = tuple(entry for row in ledger.school_rows for entry in _in_every_state(row, None, ledger.today))
    return Derivation("school_hours", three(ledger.school), _told(CLOCK, ledger.school), sources, entries)


def counted_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """Counted hours in three states."""
    if ledger.counted is None:
        return Derivation("counted_hours", None, Sentence(NO_FACTORS))
    message = COUNTED if ledger.danish_counts else COUNTED_AFTER_EXAM
    entries = tuple(entry for row in ledger.school_rows for entry in _in_every_state(row, row.factor, ledger.today))
    sources = factor_grounds(case, ledger, ledger.school_rows)
    return Derivation("counted_hours", three(ledger.counted), _told(message, ledger.counted), sources, entries)


def amu_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """AMU in three states."""
    rows = [row for row in ledger.school_rows if row.schooling.type == "amu"]
    entries = tuple(entry for row in rows for entry in _in_every_state(row, row.factor, ledger.today))
    sources = factor_grounds(case, ledger, rows) or (conventions.SCHOOL_TYPES_OF_THE_ORDER,)
    return Derivation("amu_hours", three(ledger.amu), _told(AMU, ledger.amu), sources, entries)


def amu_required_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """How much AMU is asked."""
    name, rules = "amu_required_hours", ledger.rule_set
    if ledger.amu_required is None or rules is None:
        return Derivation(name, None, Sentence(NO_AMU_RULE))
    value = in_hours(ledger.amu_required)
    if ledger.danish_counts:
        return Derivation(name, value, Sentence(AMU_PRESENT), (conventions.SCHOOL_TYPES_OF_THE_ORDER,))
    weeks, hours = rules.get("amu_weeks_after_exam") or 0, rules.get("hours_a_school_week") or 0
    sources = (*grounds(rules, "amu_weeks_after_exam", "hours_a_school_week"), *_exam_grounds(case))
    return Derivation(name, value, Sentence(AMU_REQUIRED, weeks=weeks, hours=hours, value=value), sources)


def proof_gap_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """Attended hours without a proof."""
    school = ledger.school
    value = in_hours(school.attended - school.documented)
    told = Sentence(PROOF_GAP, attended=in_hours(school.attended), documented=in_hours(school.documented), value=value)
    rows = [row for row in ledger.school_rows if row.attended != row.documented]
    entries = tuple(entry for row in rows for entry in attended_entries(row, None, ledger.today))
    return Derivation("proof_gap_hours", value, told, (conventions.OWN,), entries)


def attended_entries(row: SchoolRow, factor: int | None, today: date) -> Iterator[Entry]:
    """The row's total where the school stated one, else its days; only what was counted."""
    course = row.schooling
    if course.attended_minutes is not None:
        if row.attended:
            # the certificate says so once it is there; before it nobody is on record
            yield _of_row(row, "attended", row.attended, factor, "certificate" if row.documented else None)
        return
    for day in row.dated:
        if day.minutes and day.status == "present" and day.day <= today:
            title = title_of(row)
            yield Entry(
                "attendance", day.id, title, day.day, day.day, "attended", day.minutes, factor, said_by=day.source
            )


def counted_attended(ledger: Ledger) -> tuple[Entry, ...]:
    """What makes the counted attended hours, row by row."""
    return tuple(entry for row in ledger.school_rows for entry in attended_entries(row, row.factor, ledger.today))


def counted_plan(ledger: Ledger, state: str) -> tuple[Entry, ...]:
    """What makes the counted plan that is `due`, or that is yet to come (`future`), row by row."""
    shares = ((row, row.due if state == "due" else row.planned - row.due) for row in ledger.school_rows)
    return tuple(_of_row(row, state, minutes, row.factor, None) for row, minutes in shares if minutes)


def factor_grounds(case: CaseFile, ledger: Ledger, rows: Iterable[SchoolRow]) -> tuple[Ground, ...]:
    """The factors of the types in `rows`, and what is unsure about them."""
    programme = case.programme
    types = dict.fromkeys(row.schooling.type for row in rows)
    if programme is None or not types:
        return ()
    found: list[Ground] = []
    for kind in types:
        if kind == "danskuddannelse" and not ledger.danish_counts:
            found += [conventions.EXAM_ENDS_DANISH, *_exam_grounds(case)]
        elif kind in programme.factors:
            found.append(ground(f"factor {kind}", programme.factors[kind]))
    if ledger.rule_set is not None and ledger.rule_set.get("school_weeks") != WEEKS_OF_THE_FACTORS:
        found.append(conventions.FACTORS_OF_23_WEEKS)
    if "danskuddannelse" in types and ledger.danish_counts:
        found.append(conventions.LESSON)
    return tuple(found)


def title_of(row: SchoolRow) -> str:
    """The course by its title, else by its type."""
    return row.schooling.title or SCHOOL_TYPES[row.schooling.type]


def _exam_grounds(case: CaseFile) -> tuple[Ground, ...]:
    return (conventions.EXAM_DATE,) if case.learner.exam_passed_on is None else ()


def _in_every_state(row: SchoolRow, factor: int | None, today: date) -> Iterator[Entry]:
    if row.planned:
        yield _of_row(row, "planned", row.planned, factor, None)
    yield from attended_entries(row, factor, today)
    if row.documented:
        yield _of_row(row, "documented", row.documented, factor, "certificate")


def _of_row(row: SchoolRow, state: str, minutes: int, factor: int | None, said_by: str | None) -> Entry:
    course = row.schooling
    proof = course.proof_on if state == "documented" else None
    return Entry(
        "schooling", course.id, title_of(row), course.first_day, course.last_day, state, minutes, factor,
        said_by=said_by, proof_on=proof,
    )  # fmt: skip


def _told(message: str, states: States) -> Sentence:
    values = (states.planned, states.attended, states.documented)
    planned, attended, documented = map(in_hours, values)
    return Sentence(message, planned=planned, attended=attended, documented=documented)
