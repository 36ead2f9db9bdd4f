"""Alerts about school hours: behind the pace, planned too little, out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.i18n import _, hours, ngettext, number, weeks

BEHIND_SOON = 2 * FULL_WEEK
BEHIND_ACT = 4 * FULL_WEEK


def behind_the_pace(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R10: the gap is more than 2 school weeks (soon) or 4 (act). Our own limits; the gap by `definitions.md`."""
    if has_ended(case, ledger, today) or ledger.gap is None or ledger.counted is None or ledger.required is None:
        return
    if ledger.gap <= BEHIND_SOON:
        return
    text = _("{n} skoleuger bagud: {attended} tællende timer af {expected} ventede.").format(
        n=weeks(ledger.gap), attended=hours(ledger.counted.attended), expected=hours(ledger.expected or 0)
    )
    if ledger.counted.planned < ledger.required:
        text = _("{text} Der mangler også en plan, som rækker.").format(text=text)
    yield Alert(
        learner=case.learner.learner,
        id="R10",
        severity="act" if ledger.gap > BEHIND_ACT else "soon",
        due=ledger.end_extended,
        text=text,
        todo=_("Aftal, hvordan timerne indhentes."),
        source=_("Egen grænse: 2 og 4 uger. Kravet: {source}").format(source=_requirement(ledger)),
    )


def plan_falls_short(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R12: what is attended and what is planned together do not reach the requirement (`definitions.md`)."""
    if has_ended(case, ledger, today) or ledger.forecast is None or ledger.required is None:
        return
    missing = ledger.required - ledger.forecast
    if missing <= 0:
        return
    whole_weeks = -(-missing // FULL_WEEK)
    yield Alert(
        learner=case.learner.learner,
        id="R12",
        severity="soon",
        due=ledger.end_extended,
        text=ngettext(
            "Plan mangler: planen giver {plan} af {required} uger; {n} hel uge mangler.",
            "Plan mangler: planen giver {plan} af {required} uger; {n} hele uger mangler.",
            whole_weeks,
        ).format(plan=weeks(ledger.forecast), required=weeks(ledger.required), n=whole_weeks),
        todo=_("Læg flere kurser i planen."),
        source=_requirement(ledger),
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
        learner=case.learner.learner,
        id="R19",
        severity="act",
        due=ledger.end_extended,
        text=text,
        todo=_("Tal om forlængelse eller bevis for delvis gennemførelse."),
        source=_("Lov om igu § 6, stk. 5, og § 8, stk. 3; beregningen er vores"),
    )


def _requirement(ledger: Ledger) -> str:
    figure = ledger.rule_set.figures.get("school_weeks") if ledger.rule_set else None
    return figure.source if figure else ""
