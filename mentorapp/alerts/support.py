"""Alerts about what the municipality gives: mentor support, and the next offer in a company."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert, has_ended
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.calendar import last_day_of_months
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.mentor_support import MentorGrant
from mentorapp.domain.placement import Placement
from mentorapp.domain.placement_limits import group_of
from mentorapp.domain.programme import find
from mentorapp.domain.programme_parts import Remark
from mentorapp.i18n import _, day, hours, ngettext

GRANT_NOTICE = timedelta(days=30)

FOUR_WEEKS = timedelta(days=28)

MENTOR_SUPPORT = "mentorstoette"
"""Key of the programme whose figures hold for every grant."""


def mentor_grant(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R35: a grant of mentor support ends within 30 days (soon), has ended (act), or is longer than 6 months (act).

    LAB § 167; the 30 days are our own. A grant that begins later is the renewal. An expired rule is only `soon`.
    """
    programme = find(case.organisation.programmes, MENTOR_SUPPORT)
    figure = programme.figures.get("grant_months_most") if programme else None
    own = [grant for grant in case.mentor_grants if case.enrolment and grant.enrolment == case.enrolment.id]
    if programme is None or figure is None or not own or has_ended(case, ledger, today):
        return
    doubt = programme.doubt_on(today)
    worst = "act" if doubt is None and figure.is_sure else "soon"
    newest = max(own, key=lambda grant: (grant.first_day, grant.id))
    for grant in own:
        longest = last_day_of_months(grant.first_day, figure.value)
        last = grant.last_day or longest
        if last > longest and today <= last:
            text = _("Mentorstøtten er bevilget til {last}, men en bevilling må højst vare {n} måneder, til {longest}.")
            todo = _("Ret bevillingen, eller bevilg en ny periode fra dagen efter.")
            text = text.format(last=day(last), n=figure.value, longest=day(longest))
            yield _grant_alert(case, grant, worst, longest, _with(text, doubt), todo, figure.source)
        elif grant is newest and today > last:
            text = _("Mentorstøtten sluttede {day}.").format(day=day(last))
            todo = _("Søg kommunen om en ny periode på højst {n} måneder, eller afslut støtten.").format(n=figure.value)
            yield _grant_alert(case, grant, worst, last, _with(text, doubt), todo, figure.source)
        elif grant is newest and last - today <= GRANT_NOTICE:
            left = (last - today).days
            text = ngettext(
                "Mentorstøtten slutter {day}, om {n} dag.", "Mentorstøtten slutter {day}, om {n} dage.", left
            ).format(day=day(last), n=left)
            todo = _("Afklar med kommunen, om den skal fornyes.")
            yield _grant_alert(case, grant, "soon", last, _with(text, doubt), todo, figure.source)


def mentor_hours(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R36: over four weeks of one grant, more than 110 % or less than 50 % of its hours were spent (soon).

    Our own limits. The four weeks end yesterday, and the grant must cover them all; one of no hours a week is quiet.
    """
    if case.enrolment is None or has_ended(case, ledger, today):
        return
    first, last = today - FOUR_WEEKS, today - timedelta(days=1)
    own = [grant for grant in case.mentor_grants if grant.enrolment == case.enrolment.id and grant.first_day <= first]
    grant = max(own, key=lambda row: (row.first_day, row.id), default=None)
    if grant is None or not grant.minutes_a_week or (grant.last_day is not None and grant.last_day < last):
        return
    granted = 4 * grant.minutes_a_week
    times = (row for row in case.mentor_times if row.enrolment == case.enrolment.id and first <= row.day <= last)
    spent = sum(row.minutes for row in times)
    most, least = limit(case, "R36.most"), limit(case, "R36.least")
    if spent * 100 > granted * most:
        todo = _("Hold timerne inden for bevillingen, eller søg kommunen om flere.")
    elif spent * 100 < granted * least:
        todo = _("Skriv de timer, der er givet, eller aftal, hvordan støtten kommer i gang.")
    else:
        return
    yield Alert(
        case.learner.learner,
        "R36",
        "soon",
        today + timedelta(days=7),
        _("Mentortimer de seneste fire uger: {n} af {granted} bevilgede.").format(
            n=hours(spent), granted=hours(granted)
        ),
        todo,
        _("Egne grænser: {least} og {most} procent af de bevilgede timer").format(least=least, most=most),
        grant.id,
    )


def next_offer(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R42: more than 42 days between two company offers, or more than 14 from arrival to the first (soon).

    For the introduction programme, never for IGU. A seed fact of 2016 (Lejre); whether it still holds is not known,
    and the alert says so.
    """
    enrolment, programme = case.enrolment, case.programme
    if enrolment is None or programme is None or enrolment.outcome:
        return
    group = group_of(case, programme, case.placement(today))
    longest_gap = group.figures.get("offer_gap_days_most") if group else None
    first_within = group.figures.get("first_offer_days_most") if group else None
    offers = sorted((row for row in case.placements if row.first_day and not row.paid), key=_first_day)
    begun = [row for row in offers if _first_day(row) <= today]
    if not begun:
        if first_within is None or enrolment.arrived_on is None:
            return
        latest = enrolment.arrived_on + timedelta(days=first_within.value)
        if today <= latest:
            return
        text = _("Intet tilbud i en virksomhed endnu, {n} dage efter ankomsten {day}; reglen sagde {most}.").format(
            n=(today - enrolment.arrived_on).days, day=day(enrolment.arrived_on), most=first_within.value
        )
        source = first_within.source
    else:
        ends = [row.last_day for row in begun]
        coming = [_first_day(row) for row in offers if _first_day(row) > today]
        if longest_gap is None or None in ends:
            return
        last = max(end for end in ends if end is not None)
        latest = last + timedelta(days=longest_gap.value)
        until = min(coming, default=today)
        if until <= latest or today <= last:
            return
        text = _("{n} dage uden tilbud i en virksomhed siden {day}; reglen sagde højst {most}.").format(
            n=(until - last).days, day=day(last), most=longest_gap.value
        )
        source = longest_gap.source
    yield Alert(
        learner=case.learner.learner,
        id="R42",
        severity="soon",
        due=latest,
        text=text + " " + _("Reglen er ikke bekræftet."),
        todo=_("Find næste virksomhed, eller skriv udfaldet."),
        source=source,
    )


def _grant_alert(
    case: CaseFile, grant: MentorGrant, severity: str, due: date, text: str, todo: str, source: str
) -> Alert:
    return Alert(case.learner.learner, "R35", severity, due, text, todo, source, grant.id)


def _with(text: str, doubt: Remark | None) -> str:
    return f"{text} {_(doubt.text)}" if doubt else text


def _first_day(row: Placement) -> date:
    return row.first_day or date.min
