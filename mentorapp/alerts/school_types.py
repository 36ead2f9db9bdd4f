"""Alerts about what kind of schooling counts: enough AMU, and rows that count nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.sources import cited
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.schooling import SCHOOL_TYPES, Schooling
from mentorapp.i18n import _, hours
from mentorapp.sentences import exam


def too_little_amu(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R13: Prøve i Dansk was passed before the start, and AMU attended and planned is under 8 weeks.

    BEK 1825/2023 § 6, stk. 2. A passed exam of unknown date is taken as passed before, and that is said.
    """
    if has_ended(case, ledger, today) or ledger.danish_counts or not ledger.amu_required:
        return
    has = _amu(ledger)
    if has >= ledger.amu_required:
        return
    text = _("AMU mangler: {has} af mindst {required} timer er deltaget eller planlagt.").format(
        has=hours(has), required=hours(ledger.amu_required)
    )
    passed = exam(case.learner.exam, case.learner.exam_passed_on)
    why = _("kravet gælder efter {exam}").format(exam=passed)
    if case.learner.exam_passed_on is None:
        why = _("{why}; datoen er ukendt og regnet som før start").format(why=why)
    yield Alert(
        case.learner.learner,
        "R13",
        "act",
        ledger.end_extended,
        text,
        _("Læg {n} timers AMU mere i planen.").format(n=hours(ledger.amu_required - has)),
        f"{cited(ledger.rule_set, 'amu_weeks_after_exam')}; {why}",
    )


def no_amu(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R14: no Prøve i Dansk was passed before the start, and AMU is neither attended nor planned.

    It must be an element of the schooling (BEK 1825/2023 § 6).
    """
    if has_ended(case, ledger, today) or ledger.amu_required != 0 or _amu(ledger) > 0:
        return
    yield Alert(
        case.learner.learner,
        "R14",
        "act",
        ledger.end_extended,
        _("Der er ingen AMU i planen; AMU skal indgå i skoledelen."),
        _("Læg et AMU-kursus i planen."),
        _("BEK 1825/2023 § 6 (integrationogjob.dk)"),
    )


def type_does_not_count(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R15: schooling whose type is not on the list of BEK 1825/2023 § 6, or danskuddannelse after a passed exam.

    One alert a row. Danskuddannelse that is over is history; a type that is not known may still be a slip.
    """
    enrolment = case.enrolment
    if enrolment is None or ledger.required is None or has_ended(case, ledger, today):
        return
    for row in case.schooling:
        if row.enrolment != enrolment.id or row.cancelled:
            continue
        if row.type not in SCHOOL_TYPES:
            text = _("{title} ({type}) tæller ikke med i skoletimerne.").format(title=_title(row), type=row.type)
            todo = _("Ret typen, hvis den er skrevet forkert; ellers planlæg timerne på en anden måde.")
            source = _("BEK 1825/2023 § 6: AMU, FVU, avu, hf-enkeltfag, FGU og danskuddannelse tæller")
        elif row.type == "danskuddannelse" and not ledger.danish_counts and _is_ahead(row, today):
            text = _("{title} tæller ikke: danskuddannelse tæller ikke efter en bestået Prøve i Dansk.").format(
                title=_title(row)
            )
            todo = _("Planlæg timerne som AMU, FVU, avu eller hf, hvis de skal tælle.")
            source = _("Undervisningsministeriet, IGU-uddannelsesplaner (20-ugers-teksten)")
        else:
            continue
        yield Alert(case.learner.learner, "R15", "info", row.last_day, text, todo, source, row.id)


def _amu(ledger: Ledger) -> int:
    """Counted minutes of AMU attended, and planned but not yet due."""
    rows = (row for row in ledger.school_rows if row.schooling.type == "amu")
    return sum((row.attended + row.planned - row.due) * (1 if row.factor is None else row.factor) for row in rows)


def _is_ahead(row: Schooling, today: date) -> bool:
    last = row.last_day or row.first_day
    return last is None or last >= today


def _title(row: Schooling) -> str:
    return row.title or (_(SCHOOL_TYPES[row.type]) if row.type in SCHOOL_TYPES else row.type)
