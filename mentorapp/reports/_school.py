"""School hours in a report: figures in the three states, the bar, the forecast and the share of AMU."""

from __future__ import annotations

from mentorapp.domain.ledger import Ledger
from mentorapp.domain.whole_minutes import FULL_WEEK
from mentorapp.i18n import _, hours, weeks
from mentorapp.reports._flow import BODY, MUTED, STRONG, Part, Statement, Story, Text, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room
from mentorapp.reports._totals import Amounts, Bar, Figures, Total
from mentorapp.sentences import forecast, required_weeks, requirement


def school(ledger: Ledger) -> Story:
    """Where the learner stands, in counted hours and on the clock, and whether the goal can be reached."""
    aside = requirement(ledger)
    if ledger.rule_set is not None:
        aside = _("{requirement} (regelsæt {key})").format(requirement=aside, key=ledger.rule_set.key)
    said = forecast(ledger)
    statement = Statement((said.lead, STRONG), (f" {said.rest}", BODY), keep=99)
    statement.spaceBefore = px(12)
    parts: list[Part] = [Figures(_totals(ledger))]
    if ledger.required is not None and ledger.counted is not None:
        counted = ledger.counted
        amounts = Amounts(ledger.required, counted.documented, counted.attended, counted.planned, ledger.expected)
        parts.append(Bar(amounts, FULL_WEEK))
    parts.append(statement)
    if ledger.amu_required is not None:
        parts.append(_amu(ledger))
    return section(_("Skole"), parts, aside=aside, room=room())


def _totals(ledger: Ledger) -> list[Total]:
    clock_states, counted = ledger.school, ledger.counted
    names = (
        ("attended", _("Deltaget")),
        ("documented", _("Dokumenteret")),
        ("planned", _("Planlagt i alt")),
    )
    if counted is None or ledger.required is None:
        return [Total("", name, hours(getattr(clock_states, state)), _("timer")) for state, name in names]
    required = _("af {hours} t · {weeks} uger krævet").format(
        hours=hours(ledger.required, 0), weeks=required_weeks(ledger)
    )
    totals = [_total("expected", _("Forventet i dag"), ledger.expected, required)]
    for state, name in names:
        clock, counts = getattr(clock_states, state), getattr(counted, state)
        below = _("{clock} timer, tæller {counted}").format(clock=hours(clock), counted=hours(counts))
        totals.append(_total(state, name, counts, below))
    return totals


def _total(swatch: str, name: str, minutes: int | None, below: str) -> Total:
    if minutes is None:
        return Total(swatch, name, "–", "", _("kan ikke beregnes"))
    return Total(swatch, name, hours(minutes), _("t · {weeks} uger").format(weeks=weeks(minutes)), below)


def _amu(ledger: Ledger) -> Text:
    states = {name: hours(getattr(ledger.amu, name)) for name in ("planned", "attended", "documented")}
    text = _("Heraf AMU: {attended} timer deltaget, {documented} dokumenteret, {planned} planlagt.").format(**states)
    if ledger.amu_required:
        asked = _("Mindst {n} timer kræves efter bestået Prøve i Dansk.").format(n=hours(ledger.amu_required, 0))
    else:
        asked = _("AMU skal indgå.")
    part = Text((f"{text} {asked}", MUTED), keep=99)
    part.spaceBefore = px(8)
    return part
