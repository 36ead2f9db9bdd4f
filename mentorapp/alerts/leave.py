"""Alerts about the end of a course: its date, leave that allows an extension, and an extension that is too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.sources import cited
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.enrolment import Leave
from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _, day, hours, ngettext


def end_is_early(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R07: the agreed end is before the last day of two calendar years, as when somebody counted 104 weeks.

    The end itself is a figure of the course, shown everywhere; an alert only where another one was written.
    """
    agreed = case.enrolment.agreed_end if case.enrolment else None
    if agreed is None or ledger.end is None or agreed >= ledger.end or has_ended(case, ledger, today):
        return
    days = (ledger.end - agreed).days
    yield Alert(
        case.learner.learner,
        "R07",
        "info",
        agreed,
        ngettext(
            "Aftalt slut {agreed} (uge {week}) er {n} dag før slutdatoen, som følger af starten: {end} (uge {last}).",
            "Aftalt slut {agreed} (uge {week}) er {n} dage før slutdatoen, som følger af starten: {end} (uge {last}).",
            days,
        ).format(
            agreed=day(agreed),
            week=agreed.isocalendar().week,
            n=days,
            end=day(ledger.end),
            last=ledger.end.isocalendar().week,
        ),
        _("Ret aftalt slut, hvis der blev regnet i uger og ikke i kalenderår."),
        _("Loven siger år; at dagen før årsdagen er den sidste, er vores beregning"),
    )


def long_sickness(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R21: one continuous sickness of more than 8 weeks (`extension_sickness_days`): an extension may be agreed.

    § 6, stk. 6–7 of the act. Days up to today count; sick notes that follow each other are one sickness. Quiet once
    it is noted at a leave of the sickness whether the course is extended for it.
    """
    longest = ledger.rule_set.get("extension_sickness_days") if ledger.rule_set else None
    if longest is None or ledger.end is None or has_ended(case, ledger, today):
        return
    for spell in _spells([leave for leave in _own(case) if leave.kind == "sick" and leave.first_day <= today]):
        first = max(spell[0].first_day, ledger.start)
        last = min(max(leave.last_day for leave in spell), today, ledger.end)
        days = (last - first).days + 1
        if days <= longest or any(leave.extends is not None for leave in spell):
            continue
        yield Alert(
            case.learner.learner,
            "R21",
            "soon",
            ledger.end,
            _("Sammenhængende sygdom siden {first}, {n} dage: forløbet kan forlænges, højst lige så længe.").format(
                n=days, first=day(first)
            ),
            _("Spørg elev og arbejdsgiver, og skriv ved orloven, om forløbet forlænges."),
            cited(ledger.rule_set, "extension_sickness_days"),
            spell[0].id,
        )


def parental_leave(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R22: leave for pregnancy, birth or adoption has begun, and nobody has noted whether the course is extended.

    § 6, stk. 6–7 of the act (`extension_parental`): the parties may agree to extend it by as long as the leave at
    most. One alert a leave.
    """
    if ledger.rule_set is None or not ledger.rule_set.get("extension_parental") or ledger.end is None:
        return
    if has_ended(case, ledger, today):
        return
    for leave in _own(case):
        if leave.kind != "parental" or leave.first_day > min(today, ledger.end) or leave.last_day < ledger.start:
            continue
        if leave.extends is not None:
            continue
        first, last = max(leave.first_day, ledger.start), min(leave.last_day, ledger.end)
        days = (last - first).days + 1
        yield Alert(
            case.learner.learner,
            "R22",
            "soon",
            ledger.end,
            ngettext(
                "Barsel {first}–{last}, {n} dag: forløbet kan aftales forlænget, højst lige så længe.",
                "Barsel {first}–{last}, {n} dage: forløbet kan aftales forlænget, højst lige så længe.",
                days,
            ).format(first=day(first), last=day(last), n=days),
            _("Spørg elev og arbejdsgiver, og skriv ved orloven, om forløbet forlænges."),
            cited(ledger.rule_set, "extension_parental"),
            leave.id,
        )


def extended_too_far(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R23: the agreed end is later than the leave allows, and the reason is not that school was not completed.

    § 6, stk. 7: no longer than the leave. § 6, stk. 5 (school) has no fixed length.
    """
    lawful, end = ledger.latest_lawful_end, ledger.end_extended
    if lawful is None or end is None or end <= lawful or has_ended(case, ledger, today):
        return
    if case.enrolment is not None and case.enrolment.extension_reason == "school":
        return
    days = (end - lawful).days
    yield Alert(
        case.learner.learner,
        "R23",
        "act",
        lawful,
        ngettext(
            "Aftalt slut {end} er {n} dag senere, end orloven giver ret til ({lawful}).",
            "Aftalt slut {end} er {n} dage senere, end orloven giver ret til ({lawful}).",
            days,
        ).format(end=day(end), n=days, lawful=day(lawful)),
        _("Ret datoen, eller skriv, at grunden er skoledelen."),
        _("Lov om igu § 6, stk. 5 og 7 (L 217, 2018-19)"),
    )


def school_open_at_the_end(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R24: 60 days or fewer are left (our own limit) and the school requirement is not met: § 6, stk. 5.

    Act where the plan does not reach the requirement either, soon where it does.
    """
    if has_ended(case, ledger, today) or ledger.end_extended is None:
        return
    if ledger.counted is None or ledger.required is None or ledger.counted.attended >= ledger.required:
        return
    if today < ledger.end_extended - timedelta(days=limit(case, "R24.days")):
        return
    reaches = ledger.forecast is not None and ledger.forecast >= ledger.required
    yield Alert(
        case.learner.learner,
        "R24",
        "soon" if reaches else "act",
        ledger.end_extended,
        _("Forløbet slutter {end}, og {missing} tællende timer af skoledelen er ikke gennemført.").format(
            end=day(ledger.end_extended), missing=hours(ledger.required - ledger.counted.attended)
        ),
        _("Hold øje med, at planen følges.")
        if reaches
        else _("Har særlige forhold hindret skoledelen, skal forløbet forlænges: aftal en ny slutdato."),
        _("Lov om igu § 6, stk. 5. Egen grænse: {n} dage").format(n=limit(case, "R24.days")),
    )


def _own(case: CaseFile) -> list[Leave]:
    """The leaves of the newest enrolment, oldest first."""
    enrolment = case.enrolment
    own = [leave for leave in case.leaves if enrolment is not None and leave.enrolment == enrolment.id]
    return sorted(own, key=lambda leave: (leave.first_day, leave.id))


def _spells(leaves: list[Leave]) -> list[list[Leave]]:
    """Leaves, oldest first, in runs without a day between them."""
    spells: list[list[Leave]] = []
    until = date.min
    for leave in leaves:
        if spells and leave.first_day <= until + timedelta(days=1):
            spells[-1].append(leave)
            until = max(until, leave.last_day)
        else:
            spells.append([leave])
            until = leave.last_day
    return spells
