"""Alerts about placements: how long they may last, and what their agreement must say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.domain import agreement
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.placement import Placement
from mentorapp.domain.placement_limits import Limit, limit
from mentorapp.i18n import _, day, hours, ngettext

NOTICE = timedelta(days=14)


def placement_duration(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R38: a placement nears its limit of 4, 13 or 26 weeks (14 days before: soon) or has passed it (act).

    LAB § 61; beyond 26 weeks 13 at a time with a quite special need. The 14 days are our own. Where the group is not
    known, the figure is not verified or may no longer hold, the alert says so and is never more than `soon`.
    """
    yield from _durations("R38", "weeks", case, ledger, today)


def subsidy_duration(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R40: a wage subsidy nears its limit of 4 months (public) or 6 (private; 14 days before: soon) or has passed it.

    LAB § 68. The 14 days are our own; an unsure limit as in R38.
    """
    yield from _durations("R40", "months", case, ledger, today)


def placement_agreement(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R39: the agreement lacks one of the three purposes or the P-number, or has hours above full time (BAB § 60).

    Soon from 14 days before the placement, act from its first day; a figure that may no longer hold is only `soon`.
    """
    programme = case.programme
    if programme is None or has_ended(case, ledger, today):
        return
    doubt = programme.doubt_on(today)
    for placement in _running(case, today):
        first = placement.first_day
        if placement.paid or (first is not None and first - today > NOTICE):
            continue
        lacking = list(agreement.gaps(case, programme, placement, today))
        if not lacking:
            continue
        sure = doubt is None and any(figure.status != "unverified" for _name, figure in lacking)
        said = [_lacking(name, case, placement, today, figure.value) for name, figure in lacking]
        text = _("Aftalen om {site}: {said}.").format(site=_site(case, placement), said="; ".join(said))
        yield Alert(
            learner=case.learner.learner,
            id="R39",
            severity="act" if sure and first is not None and today >= first else "soon",
            due=first,
            text=f"{text} {_(doubt.text)}" if doubt else text,
            todo=_("Skriv det i aftalen og her."),
            source="; ".join(dict.fromkeys(figure.source for _name, figure in lacking)),
            subject=placement.id,
        )


def _durations(rule: str, unit: str, case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    if has_ended(case, ledger, today):
        return
    for placement in _running(case, today):
        # Paid hours beside a placement are an ordinary job, which may last.
        bound = None if placement.paid and unit == "weeks" else limit(case, placement, today)
        if bound is None or bound.unit != unit:
            continue
        last, agreed = bound.last_day, placement.last_day
        too_long = agreed is not None and agreed > last
        if today <= last and not too_long and (last - today > NOTICE or (agreed is not None and agreed < last)):
            continue
        what = _("Løntilskuddet") if unit == "months" else _("Praktikken")
        longest = length(bound)
        if today > last:
            text = _("{what} på {site} har varet længere end {longest}: sidste dag var {day}.")
            todo = _("Afslut eller aftal på ny med kommunen; skriv et særligt behov, hvis loven giver plads til det.")
        elif too_long:
            text = _("{what} på {site} er aftalt længere end {longest}: sidste dag er {day}.")
            todo = _("Ret slutdatoen, eller aftal med kommunen, om den kan forlænges.")
        else:
            text = _("{what} på {site} må højst vare {longest} og slutter senest {day}.")
            todo = _("Aftal, hvad der kommer efter.")
            if bound.next_day:
                todo = _("Forlæng den til senest {day}, eller aftal, hvad der kommer efter.").format(
                    day=day(bound.next_day)
                )
        text = text.format(what=what, site=_site(case, placement), longest=longest, day=day(last))
        yield Alert(
            learner=case.learner.learner,
            id=rule,
            severity="act" if today > last and bound.is_sure else "soon",
            due=last,
            text=f"{text} {unsure(bound)}".rstrip(),
            todo=todo,
            source=bound.figure.source,
            subject=placement.id,
        )


def _running(case: CaseFile, today: date) -> Iterator[Placement]:
    """The newest course's placements that are not over, first begun first."""
    own = (row for row in case.placements if case.enrolment and row.enrolment == case.enrolment.id)
    going_on = (row for row in own if row.last_day is None or row.last_day >= today)
    yield from sorted(going_on, key=lambda row: (row.first_day or date.max, row.id))


def length(bound: Limit) -> str:
    """How long the limit lets a placement last: `13 uger`, `6 måneder`."""
    n = bound.figure.value
    if bound.unit == "months":
        return ngettext("{n} måned", "{n} måneder", n).format(n=n)
    return ngettext("{n} uge", "{n} uger", n).format(n=n)


def unsure(bound: Limit) -> str:
    """Why the limit is not sure; empty where it is."""
    if bound.doubt is not None:
        return _(bound.doubt.text)
    if bound.group is None:
        return _("Målgruppe eller sektor er ikke oplyst; den korteste grænse er brugt.")
    return "" if bound.figure.is_sure else _("Grænsen er ikke bekræftet.")


def _lacking(name: str, case: CaseFile, placement: Placement, today: date, most: int) -> str:
    if name == "purpose":
        if placement.purpose:
            return _("formålet er ikke et af lovens tre")
        return _("formålet mangler")
    if name == "p_number":
        return _("P-nummeret mangler")
    agreed = agreement.most_minutes_a_week(placement, today) or 0
    return _("{n} timer om ugen er over {most}").format(n=hours(agreed), most=most)


def _site(case: CaseFile, placement: Placement) -> str:
    site = case.organisation.sites.get(placement.site or "")
    return site.name if site else _("praktikstedet")
