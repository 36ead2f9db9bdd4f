"""Alerts about who may begin: rule set, age, years in Denmark, an earlier job, an earlier IGU.

The employer answers for these conditions (uim.dk, "Hvem kan tage en igu"). They are asked for the day of the start, so
an ended course is quiet. Birth date and first address are known to coordinators only: other profiles hear nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.sources import cited
from mentorapp.domain.calendar import months_after
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.eligibility import age_allowed, age_on, residence_allowed
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.programme import RuleSet
from mentorapp.i18n import _, day


def no_rule_set(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R01: the course begins on a day on which no rule set is in force, or not the one it was given."""
    programme = case.programme
    if programme is None or not programme.rule_sets or has_ended(case, ledger, today):
        return
    chosen = ledger.rule_set
    if chosen is None:
        first = min(rule_set.starts_from for rule_set in programme.rule_sets)
        lasts = [rule_set.starts_until for rule_set in programme.rule_sets]
        text = _("Ingen regler for {programme} gælder for et forløb, der begynder {day}.").format(
            programme=programme.short_name, day=day(ledger.start)
        )
        span = _("{first} til {last}").format(first=day(first), last=day(max(filter(None, lasts))))
        source = _("Forløb kan begynde {span} efter ordningens fil").format(
            span=span if all(lasts) else _("fra {first}").format(first=day(first))
        )
    elif not _in_force(chosen, ledger.start):
        text = _("Forløbet har regelsættet {key}, men det gælder ikke for en start {day}.").format(
            key=chosen.key, day=day(ledger.start)
        )
        source = _("Regelsættet følger af startdatoen: ordningens fil, {key}").format(key=chosen.key)
    else:
        return
    todo = _("Kontrollér startdatoen, og spørg kommunen, før der aftales noget.")
    yield Alert(case.learner.learner, "R01", "act", ledger.start, text, todo, source)


def wrong_age(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R02: the age on the day of the start is outside the rule set's limits (`age_from`, `age_below`)."""
    birth = case.private.birth_date if case.private else None
    if birth is None or ledger.rule_set is None or has_ended(case, ledger, today):
        return
    if age_allowed(ledger.rule_set, birth, ledger.start) is not False:
        return
    least, below = ledger.rule_set.get("age_from"), ledger.rule_set.get("age_below")
    age = age_on(birth, ledger.start)
    too_young = least is not None and age < least
    limit = _("mindst {n} år").format(n=least) if too_young else _("under {n} år").format(n=below)
    yield Alert(
        case.learner.learner,
        "R02",
        "act",
        ledger.start,
        _("Eleven er {age} år ved start {day}; kravet er {limit}.").format(age=age, day=day(ledger.start), limit=limit),
        _("Kontrollér fødselsdatoen, og spørg kommunen, om forløbet kan gennemføres."),
        cited(ledger.rule_set, "age_from" if too_young else "age_below"),
    )


def too_long_in_denmark(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R03: the years since the first Danish address are beyond the limit on the day of the start."""
    arrived = case.private.first_danish_address if case.private else None
    rules = ledger.rule_set
    if arrived is None or rules is None or has_ended(case, ledger, today):
        return
    if residence_allowed(rules, arrived, ledger.start) is not False:
        return
    below, most = rules.get("residence_years_below"), rules.get("residence_years_most")
    limit = _("under {n} år").format(n=below) if below is not None else _("højst {n} år").format(n=most)
    yield Alert(
        case.learner.learner,
        "R03",
        "act",
        ledger.start,
        _("Første adresse i Danmark er fra {first}; ved start {day} er kravet {limit}.").format(
            first=day(arrived), day=day(ledger.start), limit=limit
        ),
        _("Kontrollér bopælsattesten, og spørg kommunen, om forløbet kan gennemføres."),
        cited(rules, "residence_years_below" if below is not None else "residence_years_most"),
    )


def in_quarantine(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R04: an ordinary job in the same firm ended less than 3 months before the start (`quarantine_months`)."""
    ended = case.enrolment.earlier_job_ended_on if case.enrolment else None
    months = ledger.rule_set.get("quarantine_months") if ledger.rule_set else None
    if ended is None or months is None or has_ended(case, ledger, today):
        return
    earliest = months_after(ended, months)
    if ledger.start >= earliest:
        return
    yield Alert(
        case.learner.learner,
        "R04",
        "act",
        earliest,
        _("Et ordinært job i samme virksomhed sluttede {ended}; forløbet kan tidligst begynde {earliest}.").format(
            ended=day(ended), earliest=day(earliest)
        ),
        _("Flyt starten, eller spørg kommunen. Virksomhedspraktik og løntilskud tæller ikke som ordinært job."),
        cited(ledger.rule_set, "quarantine_months"),
    )


def had_an_igu(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R05: an IGU was completed before; one can complete only one (`earlier_igu_bars`)."""
    enrolment = case.enrolment
    if enrolment is None or ledger.rule_set is None or has_ended(case, ledger, today):
        return
    if not ledger.rule_set.get("earlier_igu_bars"):
        return
    before = any(
        other.outcome == "completed" and other.id != enrolment.id and other.programme == enrolment.programme
        for other in case.enrolments
    )
    if enrolment.earlier_igu != "completed" and not before:
        return
    yield Alert(
        case.learner.learner,
        "R05",
        "act",
        ledger.start,
        _("Eleven har gennemført en igu før; man kan kun gennemføre én."),
        _("Spørg kommunen, før forløbet fortsætter."),
        cited(ledger.rule_set, "earlier_igu_bars"),
    )


def _in_force(rule_set: RuleSet, start: date) -> bool:
    return rule_set.starts_from <= start and (rule_set.starts_until is None or start <= rule_set.starts_until)
