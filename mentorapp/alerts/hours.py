"""Alerts about the school requirement: the pace, what is planned, whether it can still be reached, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.sources import cited
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.i18n import _, hours, ngettext, number, weeks


def requirement_unmet(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R08: the course is over, or noted as completed, and the school requirement is not met or not proved.

    No tolerance. A course with another outcome (stopped, partly completed) has its answer and is quiet.
    """
    outcome = case.enrolment.outcome if case.enrolment else None
    if not has_ended(case, ledger, today) or outcome not in (None, "completed"):
        return
    if ledger.counted is None or ledger.required is None or ledger.counted.documented >= ledger.required:
        return
    attended, required = ledger.counted.attended, ledger.required
    if attended < required:
        text = _("Forløbet er slut med {done} af {required} tællende timer; {missing} mangler.").format(
            done=hours(attended), required=hours(required), missing=hours(required - attended)
        )
        todo = _("Aftal forlængelse eller bevis for delvis gennemførelse, og skriv, hvordan forløbet sluttede.")
    else:
        text = _("Forløbet er slut, og kun {done} af {required} tællende timer er dokumenteret.").format(
            done=hours(ledger.counted.documented), required=hours(required)
        )
        todo = _("Bed skolerne om de beviser, der mangler.")
    yield Alert(
        case.learner.learner,
        "R08",
        "act" if attended < required else "soon",
        ledger.end_extended,
        text,
        todo,
        cited(ledger.rule_set, "school_weeks"),
    )


def too_little_planned_late(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R09: the plan does not reach the requirement and fewer than 26 weeks are left (our own limit).

    With more time than that, R12 says the same without hurry.
    """
    missing = _missing_in_plan(case, ledger, today)
    if missing is None or ledger.weeks_left is None or ledger.weeks_left >= limit(case, "R09.weeks"):
        return
    yield Alert(
        case.learner.learner,
        "R09",
        "act",
        ledger.end_extended,
        _("Der er {left} uger tilbage, og {missing} tællende timer er endnu ikke lagt i planen.").format(
            left=number(float(ledger.weeks_left)), missing=hours(missing)
        ),
        _("Læg kurserne i planen nu, eller aftal forlængelse."),
        _("Egen grænse: {n} uger. Kravet: {source}").format(
            n=limit(case, "R09.weeks"), source=cited(ledger.rule_set, "school_weeks")
        ),
    )


def behind_the_pace(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R10: the gap is more than 2 school weeks (soon) or 4 (act). Our own limits; the gap by `definitions.md`."""
    if has_ended(case, ledger, today) or ledger.gap is None or ledger.counted is None or ledger.required is None:
        return
    soon, act = limit(case, "R10.soon"), limit(case, "R10.act")
    if ledger.gap <= min(soon, act) * FULL_WEEK:
        return
    text = _("{n} skoleuger bagud: {attended} tællende timer af {expected} ventede.").format(
        n=weeks(ledger.gap), attended=hours(ledger.counted.attended), expected=hours(ledger.expected or 0)
    )
    if ledger.counted.planned < ledger.required:
        text = _("{text} Der mangler også en plan, som rækker.").format(text=text)
    yield Alert(
        case.learner.learner,
        "R10",
        "act" if ledger.gap > act * FULL_WEEK else "soon",
        ledger.end_extended,
        text,
        _("Aftal, hvordan timerne indhentes."),
        _("Egen grænse: {soon} og {act} uger. Kravet: {source}").format(
            soon=soon, act=act, source=cited(ledger.rule_set, "school_weeks")
        ),
    )


def much_a_week(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R11: more than 15 counted hours a week are needed from now on (soon), or more than 37 (act). Our own limits.

    Where the plan reaches the requirement, much teaching a week is what was agreed; only the impossible is said then.
    """
    if has_ended(case, ledger, today) or not ledger.needed_a_week or ledger.required is None:
        return
    soon, act = limit(case, "R11.soon"), limit(case, "R11.act")
    planned = ledger.forecast is not None and ledger.forecast >= ledger.required
    if ledger.needed_a_week <= (act if planned else min(soon, act)) * 60:
        return
    yield Alert(
        case.learner.learner,
        "R11",
        "act" if ledger.needed_a_week > act * 60 else "soon",
        ledger.end_extended,
        _("{needed} tællende timer om ugen skal til resten af forløbet ({left} uger).").format(
            needed=hours(ledger.needed_a_week), left=number(float(ledger.weeks_left or 0))
        ),
        _("Find hele skoleuger, før tiden bliver for kort."),
        _("Egen grænse: {soon} og {act} timer. Kravet: {source}").format(
            soon=soon, act=act, source=cited(ledger.rule_set, "school_weeks")
        ),
    )


def plan_falls_short(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R12: what is attended and what is planned together do not reach the requirement (`definitions.md`)."""
    missing = _missing_in_plan(case, ledger, today)
    if missing is None:
        return
    whole_weeks = -(-missing // FULL_WEEK)
    yield Alert(
        case.learner.learner,
        "R12",
        "soon",
        ledger.end_extended,
        ngettext(
            "Plan mangler: planen giver {plan} af {required} uger; {n} hel uge mangler.",
            "Plan mangler: planen giver {plan} af {required} uger; {n} hele uger mangler.",
            whole_weeks,
        ).format(plan=weeks(ledger.forecast or 0), required=weeks(ledger.required or 0), n=whole_weeks),
        _("Læg flere kurser i planen."),
        cited(ledger.rule_set, "school_weeks"),
    )


def out_of_reach(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R19: missing school and practice no longer fit into the weeks left.

    The arithmetic is ours; the ways out are those of the act, § 6, stk. 5 (extension) and § 8, stk. 3 (part proof).
    """
    if has_ended(case, ledger, today) or ledger.reachable is not False:
        return
    if ledger.counted is None or ledger.required is None or ledger.weeks_left is None:
        return
    missing = ledger.required - ledger.counted.attended
    if missing > 0:
        text = _("Kravet kan ikke nås: {missing} tællende timer mangler, og der er {left} uger tilbage.").format(
            missing=hours(missing), left=number(float(ledger.weeks_left))
        )
    else:
        text = _("Skolekravet er nået, men praktikken kan ikke nå gennemsnittet i de {left} uger, der er tilbage.")
        text = text.format(left=number(float(ledger.weeks_left)))
    yield Alert(
        case.learner.learner,
        "R19",
        "act",
        ledger.end_extended,
        text,
        _("Tal om forlængelse eller bevis for delvis gennemførelse."),
        _("Lov om igu § 6, stk. 5, og § 8, stk. 3; beregningen er vores"),
    )


def _missing_in_plan(case: CaseFile, ledger: Ledger, today: date) -> int | None:
    """Counted minutes that are neither attended nor planned; None where the plan reaches, or nothing is asked."""
    if has_ended(case, ledger, today) or ledger.forecast is None or ledger.required is None:
        return None
    missing = ledger.required - ledger.forecast
    return missing if missing > 0 else None
