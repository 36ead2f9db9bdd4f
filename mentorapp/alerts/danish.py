"""Alerts about Danish: enough of it for AMU, AMU that must be called off, and signing up for Prøve i Dansk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.learner import Learner
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.school_hours import SchoolRow
from mentorapp.i18n import _, day
from mentorapp.sentences import exam

EXAMS = ("PD1", "PD2", "PD3", "SP")
"""Passed exams by rank."""

EXAM_OF_TRACK = {1: "PD1", 2: "PD2", 3: "PD3"}
LAST_MODULE = {1: 6, 2: 6, 3: 5}
"""The module after which the exam is taken (danskogproever.dk; the logic is inferred)."""

SIGN_UP = timedelta(days=70)
"""Sign-up is at least 10 weeks before the term (danskogproever.dk)."""

USUAL_TERMS = ((5, 1), (11, 1))
"""Terms are in May–June and November–December (danskogproever.dk): the earliest they can begin."""

MISSED_FOR = timedelta(days=30)
"""How long a missed term is worth speaking of. Our own."""

_LEVEL = re.compile(r"du\s*([123])(?:\D{0,12}?(\d))?", re.IGNORECASE)
_SECOND_LANGUAGE = re.compile(r"andetsprog|\bdsa\b|f/i\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the exam: its first day, the last day to sign up, and whether we only suppose them."""

    first_day: date
    sign_up_by: date
    supposed: bool


def danish_for_amu(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R28: the next AMU course is planned and the Danish exams passed are below what AMU asks (uvm.dk).

    Ordinary AMU asks about PD2, AMU with Danish as a second language about PD1. Only good to know where the learner
    has passed AMU before: the school has seen that the Danish is enough.
    """
    passed = case.learner.exam
    if has_ended(case, ledger, today) or _rank(passed) >= EXAMS.index("PD2"):
        return
    row = next(iter(_amu_ahead(ledger, today)), None)
    if row is None or row.schooling.first_day is None:
        return
    title = row.schooling.title or "AMU"
    if passed == "PD1" or _level(case.learner)[0] in (2, 3):
        if _SECOND_LANGUAGE.search(title):
            return
        text = _("{title} begynder {day}; AMU kræver som regel dansk som Prøve i Dansk 2, og den er ikke bestået.")
    else:
        text = _("{title} begynder {day}; AMU kræver mindst dansk som Prøve i Dansk 1, og den er ikke bestået.")
    before = any(other.schooling.type == "amu" and other.schooling.result == "passed" for other in ledger.school_rows)
    yield Alert(
        case.learner.learner,
        "R28",
        "info" if before else "soon",
        row.schooling.first_day,
        text.format(title=title, day=day(row.schooling.first_day)),
        _("Spørg skolen, om en sprogtest er nok, eller om der er et hold med dansk som andetsprog."),
        _("uvm.dk om AMU for tosprogede; AMU-bekendtgørelsen § 25, stk. 3"),
        row.schooling.id,
    )


def call_off_amu(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R29: AMU begins within 8 days, and leave or absence is planned on it, one alert a row.

    Calling off later than a week before the start, or not at all, costs a fee (sosuranders.dk, an older page).
    """
    if has_ended(case, ledger, today):
        return
    notice = timedelta(days=limit(case, "R29.days"))
    for row in _amu_ahead(ledger, today):
        first = row.schooling.first_day
        if first is None or first - today > notice or not _is_away(case, row, today):
            continue
        yield Alert(
            case.learner.learner,
            "R29",
            "act",
            max(first - notice, today),
            _("{title} begynder {day}, og der er skrevet orlov eller fravær på kurset.").format(
                title=row.schooling.title or "AMU", day=day(first)
            ),
            _("Meld fra til skolen i dag, eller ret fraværet."),
            _("Sen afmelding koster et gebyr (sosuranders.dk, ældre side). Egen grænse: {n} dage").format(
                n=notice.days
            ),
            row.schooling.id,
        )


def sign_up_for_exam(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R30: the last module is reached and the learner is not signed up for the next Prøve i Dansk.

    Soon from 30 days before the last day to sign up, act from 7 (our own); for 30 days after it, the next term.
    """
    learner = case.learner
    track, module = _level(learner)
    if track is None or module is None or module < LAST_MODULE[track] or has_ended(case, ledger, today):
        return
    if _rank(learner.exam) >= EXAMS.index(EXAM_OF_TRACK[track]):
        return
    if learner.exam_signed_up_for is not None and learner.exam_signed_up_for >= today:
        return
    terms = _terms(case, today)
    coming = next(term for term in terms if term.sign_up_by >= today)
    missed = [term for term in terms if term.sign_up_by < today <= term.sign_up_by + MISSED_FOR]
    name = exam(EXAM_OF_TRACK[track])
    if coming.sign_up_by - today <= timedelta(days=limit(case, "R30.soon")):
        urgent = coming.sign_up_by - today <= timedelta(days=limit(case, "R30.act"))
        severity = "act" if urgent else "soon"
        text = _("Sidste modul er nået. Tilmelding til {exam} er senest {day} (prøven begynder {term}).").format(
            exam=name, day=day(coming.sign_up_by), term=day(coming.first_day)
        )
    elif missed:
        severity = "info"
        text = _(
            "Fristen for tilmelding til {exam} var {missed}. Næste frist er {day} (prøven begynder {term})."
        ).format(exam=name, missed=day(missed[-1].sign_up_by), day=day(coming.sign_up_by), term=day(coming.first_day))
    else:
        return
    todo = _("Hjælp eleven med tilmeldingen, og skriv terminen på eleven.")
    if coming.supposed:
        todo = _("Kontrollér datoen hos sprogcentret, og hjælp eleven med tilmeldingen.")
    source = _("Tilmelding senest 10 uger før terminen: danskogproever.dk; hvilket modul er udledt")
    if coming.supposed:
        source = _("{source}. Terminen er ikke lagt ind; datoen er den tidligst mulige").format(source=source)
    yield Alert(case.learner.learner, "R30", severity, coming.sign_up_by, text, todo, source)


def _amu_ahead(ledger: Ledger, today: date) -> list[SchoolRow]:
    """AMU that has not begun, in order of its first day."""
    rows = [row for row in ledger.school_rows if row.schooling.type == "amu" and not row.schooling.cancelled]
    ahead = [row for row in rows if row.schooling.first_day is not None and row.schooling.first_day > today]
    return sorted(ahead, key=lambda row: (row.schooling.first_day or date.max, row.schooling.id))


def _is_away(case: CaseFile, row: SchoolRow, today: date) -> bool:
    """Whether leave is recorded on a day of the course, or absence announced."""
    if any(entry.day > today and entry.status not in ("present", "closed") for entry in row.dated):
        return True
    leaves = [leave for leave in case.leaves if leave.enrolment == row.schooling.enrolment]
    return any(leave.covers(session.day) for leave in leaves for session in row.sessions)


def _terms(case: CaseFile, today: date) -> list[Term]:
    """The exam terms the organisation has entered, in order; the usual ones where none lies ahead."""
    entered = [
        Term(term.first_day, term.sign_up_by or term.first_day - SIGN_UP, False)
        for term in case.organisation.exam_terms
    ]
    if not any(term.sign_up_by >= today for term in entered):
        years = range(today.year - 1, today.year + 3)
        begins = [date(year, month, first) for year in years for month, first in USUAL_TERMS]
        entered += [Term(first, first - SIGN_UP, True) for first in begins if first - SIGN_UP >= today or not entered]
    return sorted(entered, key=lambda term: term.sign_up_by)


def _level(learner: Learner) -> tuple[int | None, int | None]:
    """Track and module of Danish: the module on the learner wins over the one in the written level."""
    found = _LEVEL.search(learner.danish_level or "")
    if found is None:
        return None, learner.danish_module
    return int(found[1]), learner.danish_module or (int(found[2]) if found[2] else None)


def _rank(passed: str | None) -> int:
    return EXAMS.index(passed) if passed in EXAMS else -1
