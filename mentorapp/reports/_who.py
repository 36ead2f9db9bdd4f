"""Who a report is about: the head with the course, and the facts below it."""

from __future__ import annotations

from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.whole_minutes import half_up
from mentorapp.i18n import _, day, hours, long_day
from mentorapp.reports._flow import Story, gap
from mentorapp.reports._head import Facts, Head
from mentorapp.sentences import exam


def who(title: str, case: CaseFile, ledger: Ledger, today: date, coordinator: str) -> Story:
    """The head and the facts. Never the registration number: a report leaves the house."""
    dated = _("{day} · uge {week}").format(day=day(today), week=today.isocalendar().week)
    head = Head(title, dated, case.learner.name, course_line(case, ledger, today))
    return [head, gap(18), Facts(_facts(case, ledger, today, coordinator))]


def course_line(case: CaseFile, ledger: Ledger, today: date) -> str:
    """`IGU på Plejecenter Søglimt, 1. september 2025 – 31. august 2027`."""
    assert case.enrolment is not None
    name = case.programme.short_name if case.programme else case.enrolment.programme
    placement = case.placement(today)
    site = case.organisation.sites.get(placement.site or "") if placement else None
    if site:
        name = _("{programme} på {site}").format(programme=name, site=site.name)
    end = ledger.end_extended or ledger.end
    span = _("{start} – {end}").format(
        start=long_day(ledger.start), end=long_day(end) if end else _("ingen slutdato aftalt")
    )
    if end and ledger.end and end > ledger.end:
        span = _("{span} (forlænget fra {end})").format(span=span, end=long_day(ledger.end))
    return f"{name}, {span}"


def only_coordinator(case: CaseFile) -> str:
    """The organisation's coordinator; empty where there are several, for a wrong name is worse than none."""
    names = [person.name for person in case.organisation.people.values() if person.role == "coordinator"]
    return names[0] if len(names) == 1 else ""


def _facts(case: CaseFile, ledger: Ledger, today: date, coordinator: str) -> list[tuple[str, str]]:
    placement, enrolment, unknown = case.placement(today), case.enrolment, _("ikke oplyst")
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    facts = []
    if case.private is not None and case.private.birth_date is not None:
        facts.append((_("Født"), day(case.private.birth_date)))
    facts += [
        (_("Mentor"), mentor.name if mentor else _("ikke aftalt")),
        (_("Gennemførselsvejleder"), coordinator or unknown),
        (_("Afdeling"), (placement.department if placement else None) or unknown),
        (_("Kommune"), (enrolment.municipality if enrolment else None) or unknown),
        (_("Dansk"), case.learner.danish_level or unknown),
        (_("Prøve i Dansk"), exam(case.learner.exam, case.learner.exam_passed_on) or _("ingen kendt")),
    ]
    agreed = placement.minutes_a_week if placement else None
    facts.append((_("Praktik"), _practice(agreed, ledger)))
    if enrolment is not None and enrolment.outcome:
        facts.append((_("Udfald"), enrolment.outcome))
    return facts


def _practice(agreed: int | None, ledger: Ledger) -> str:
    said = [
        _("{n} t om ugen").format(n=hours(agreed, 0 if agreed % 60 == 0 else 1))
        if agreed is not None
        else _("timer ikke oplyst")
    ]
    if ledger.practice_a_week is not None:
        average = hours(half_up(ledger.practice_a_week))
        least = ledger.rule_set.get("practice_hours_a_week") if ledger.rule_set else None
        text = _("{n} i snit") if least is None else _("{n} i snit, mindst {least}")
        said.append(text.format(n=average, least=least))
    return "\n".join(said)
