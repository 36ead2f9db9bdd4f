"""Alerts about the steps of a course that a rule watches: papers at the start, bonus, certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp import sentences
from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.step_dates import CourseStep, course_steps
from mentorapp.domain.whole_minutes import half_up
from mentorapp.i18n import _, day, hours

NOTICE = timedelta(days=30)

LONG_AGO = timedelta(days=90)
"""When what nobody has ticked is taken as not noted here rather than not done: the course was begun elsewhere."""


def papers_at_the_start(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R06: papers that must be there at the start are not ticked, 30 days before (soon) and after their day (act).

    The employer's duty (uim.dk, cms.uvm.dk); the 30 days are our own. Where no step of the course was ever ticked and
    its start is more than 90 days ago, the papers are only not noted here (info).
    """
    if has_ended(case, ledger, today):
        return
    lacking = [step for step in _open(case, ledger, today, "R06") if step.due and step.due - today <= NOTICE]
    if not lacking:
        return
    late = [step for step in lacking if step.is_overdue(today)]
    names = ", ".join(_(step.step.name) for step in lacking)
    if not late:
        severity, text = "soon", _("Ved start skal dette være på plads: {names}.")
    elif _kept_here(case, ledger.start, today):
        severity, text = "act", _("Dette skulle være på plads og er ikke noteret: {names}.")
    else:
        severity, text = "info", _("Det er ikke noteret, om dette er på plads: {names}.")
    yield Alert(
        learner=case.learner.learner,
        id="R06",
        severity=severity,
        due=min(step.due for step in lacking if step.due),
        text=text.format(names=names),
        todo=_("Få det på plads, og sæt flueben med dato."),
        source="; ".join(dict.fromkeys(step.step.source for step in lacking)),
    )


def first_bonus(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R31: 6 months have gone at a private employer and the bonus is not applied for (info)."""
    if has_ended(case, ledger, today):
        return
    for step in _open(case, ledger, today, "R31"):
        if step.due is None or today < step.due:
            continue
        # The agreement and the teaching plan must be in VITAS when the bonus is applied for (igu-domain 1.3).
        papers = [_(each.step.name) for each in _open(case, ledger, today, "R06") if each.key.endswith("_in_vitas")]
        text = _("De 6 måneder er gået {day}; virksomheden kan søge den første bonus.").format(day=day(step.due))
        if papers:
            text += " " + _("Først skal dette være på plads: {names}.").format(names=", ".join(papers))
        todo = _("Mind virksomheden om at søge hos SIRI.")
        yield Alert(case.learner.learner, "R31", "info", step.due, text, todo, step.step.source)


def second_bonus(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R32: the course at a private employer is over and the bonus is not applied for (soon), with what is missing.

    Asked for: the certificate, 25 hours of practice on average, and proof of the teaching (SIRI, DI).
    """
    if _was_stopped(case) or not _kept_here(case, ledger.end_extended, today):
        return
    for step in _open(case, ledger, today, "R32"):
        if step.due is None or today < step.due:
            continue
        missing = list(_missing_for_bonus(case, ledger, today))
        text = _("Bonus efter 24 måneder kan søges; alt er noteret.")
        if missing:
            text = _("Bonus efter 24 måneder kan søges, når dette er på plads: {missing}.").format(
                missing="; ".join(missing)
            )
        todo = _("Saml papirerne, og mind virksomheden om at søge hos SIRI.")
        yield Alert(case.learner.learner, "R32", "soon", step.due, text, todo, step.step.source)


def certificate(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R33: the certificate is not ticked 30 days before the end (soon) and after it (act).

    The employer issues it (Cabi, L 82); the 30 days are our own. A stopped course has a right to a proof of what was
    done (§ 8, stk. 3; soon).
    """
    enrolment = case.enrolment
    stopped_on = enrolment.outcome_on if enrolment and _was_stopped(case) else None
    end = stopped_on or ledger.end_extended
    if end is None or not _kept_here(case, end, today):
        return
    for step in _open(case, ledger, today, "R33"):
        if _was_stopped(case):
            severity, text = "soon", _("Forløbet er afbrudt; der skal udstedes bevis for den del, der er gennemført.")
        elif today > end:
            severity = "act"
            text = _("Forløbet sluttede {day}, og igu-beviset er ikke noteret.").format(day=day(end))
        elif end - today <= NOTICE:
            severity = "soon"
            text = _("Forløbet slutter {day}; igu-beviset skal udstedes af virksomheden.").format(day=day(end))
        else:
            continue
        todo = _("Bed virksomheden om beviset, og sæt flueben med dato.")
        yield Alert(case.learner.learner, "R33", severity, end, text, todo, step.step.source)


def _open(case: CaseFile, ledger: Ledger, today: date, rule: str) -> list[CourseStep]:
    """The steps that `rule` watches and that are not done."""
    return [step for step in course_steps(case, ledger.end_extended, today, rule) if not step.is_done(today)]


def _missing_for_bonus(case: CaseFile, ledger: Ledger, today: date) -> Iterator[str]:
    yield from (_(step.step.name) for step in _open(case, ledger, today, "R33"))
    least = ledger.rule_set.get("practice_hours_a_week") if ledger.rule_set else None
    if ledger.practice_a_week is None:
        yield _("praktiktimerne kendes ikke")
    elif least is not None and ledger.practice_a_week < least * 60:
        average = hours(half_up(ledger.practice_a_week))
        yield _("praktik {n} timer om ugen af {least}: oplys fraværstimer").format(n=average, least=least)
    if ledger.counted is not None and ledger.required is not None and ledger.counted.attended < ledger.required:
        missing = hours(ledger.required - ledger.counted.attended)
        yield _("{n} tællende skoletimer").format(n=missing)
    if proof := sentences.proof_gap(ledger):
        yield proof.rstrip(".")


def _kept_here(case: CaseFile, since: date | None, today: date) -> bool:
    """Whether somebody ticks this course's steps here, or `since` is not long ago."""
    own = any(case.enrolment and row.enrolment == case.enrolment.id for row in case.steps)
    return own or since is None or today - since <= LONG_AGO


def _was_stopped(case: CaseFile) -> bool:
    return case.enrolment is not None and case.enrolment.outcome == "stopped"
