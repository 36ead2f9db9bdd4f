"""Alerts about hours a week: practice on average, practice and school together, and a single week that is too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from mentorapp.alerts.alert import Alert, has_ended, is_closed
from mentorapp.alerts.sources import cited
from mentorapp.alerts.thresholds import limit
from mentorapp.domain.calendar import monday
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.pace import full_week
from mentorapp.domain.school_days import planned_by_day
from mentorapp.i18n import _, day, number

LOOK_BACK = timedelta(weeks=4)
"""How long a week that was too long is worth speaking of. Our own."""


def practice_too_low(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R16: practice averages under 25 hours a week (`practice_hours_a_week`), so far or with the plan to the end.

    Soon while it runs, act from its last day. Whether paid absence counts as practice is not verified.
    """
    if is_closed(case, ledger, today) or _has_other_outcome(case):
        return
    least = ledger.rule_set.get("practice_hours_a_week") if ledger.rule_set else None
    if least is None:
        return
    at_end = ledger.end_extended is not None and today >= ledger.end_extended
    so_far = ledger.practice_a_week if at_end or ledger.elapsed_weeks >= limit(case, "R16.after") else None
    ahead = None if at_end else ledger.practice_forecast
    low = [average for average in (so_far, ahead) if average is not None and average < least * 60]
    if not low:
        return
    if so_far is not None and so_far < least * 60:
        text = _("Praktikken er {n} timer om ugen i snit; kravet er mindst {least}.")
    else:
        text = _("Med den plan, der ligger nu, ender praktikken på {n} timer om ugen i snit; kravet er mindst {least}.")
    if at_end:
        todo = _("Kontrollér lønsedler og fravær; virksomheden skal oplyse det samlede fravær.")
    else:
        todo = _("Aftal flere praktiktimer, eller kontrollér de timer, der er skrevet ind.")
    yield Alert(
        case.learner.learner,
        "R16",
        "act" if at_end else "soon",
        ledger.end_extended,
        text.format(n=_hours(low[0]), least=least),
        todo,
        _("{source}; om betalt fravær tæller, er ikke bekræftet").format(
            source=cited(ledger.rule_set, "practice_hours_a_week")
        ),
    )


def total_too_high(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R17: practice and school together average over 37 hours a week (`total_hours_a_week_most`)."""
    total, most = _total(case, ledger, today, "total_hours_a_week_most")
    if total is None or most is None or total <= most * 60:
        return
    yield Alert(
        case.learner.learner,
        "R17",
        "act",
        ledger.end_extended,
        _("Praktik og skole er {n} timer om ugen i snit; der må højst være {most}.").format(n=_hours(total), most=most),
        _("Sæt praktiktimerne ned i de uger, der er skole."),
        _("{source}; om det er klokketimer eller tællende timer, er ikke bekræftet").format(
            source=cited(ledger.rule_set, "total_hours_a_week_most")
        ),
    )


def total_too_low(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R18: practice and school together average under 32 hours a week (`total_hours_a_week_least`).

    Sources disagree: danskogproever.dk says 33. The average is of the whole course, so a plan that lifts it is enough.
    """
    total, least = _total(case, ledger, today, "total_hours_a_week_least")
    if total is None or least is None or total >= least * 60:
        return
    ahead = _total_forecast(ledger)
    if ahead is not None and ahead >= least * 60 and not has_ended(case, ledger, today):
        return
    yield Alert(
        case.learner.learner,
        "R18",
        "soon",
        ledger.end_extended,
        _("Praktik og skole er {n} timer om ugen i snit; der skal være mindst {least}.").format(
            n=_hours(total), least=least
        ),
        _("Læg flere timer i planen, eller kontrollér de timer, der er skrevet ind."),
        _("{source}; om det er klokketimer eller tællende timer, er ikke bekræftet").format(
            source=cited(ledger.rule_set, "total_hours_a_week_least")
        ),
    )


def week_too_long(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R20: a single week holds more than 37 hours: recorded practice and the sessions of school together.

    The 37 hours are an average, so a long week breaks no rule of the scheme, but the agreement may know one. Weeks of
    the last four and those to come; one alert a week.
    """
    if has_ended(case, ledger, today) or ledger.rule_set is None or ledger.required is None:
        return
    first, most = monday(today - LOOK_BACK), full_week(ledger.rule_set)
    rows = (row for row in ledger.school_rows if (row.schooling.last_day or row.schooling.first_day or first) >= first)
    minutes: dict[date, int] = {}
    for ordinal, taught in planned_by_day(rows).items():
        if ordinal >= first.toordinal():
            week = monday(date.fromordinal(ordinal))
            minutes[week] = minutes.get(week, 0) + taught
    for entry in case.attendance:
        if entry.day >= first and entry.kind == "practice" and entry.minutes and entry.enrolment == _course(case):
            week = monday(entry.day)
            minutes[week] = minutes.get(week, 0) + entry.minutes
    for week in sorted(minutes):
        if minutes[week] > most:
            yield Alert(
                case.learner.learner,
                "R20",
                "soon",
                max(week, today),
                _("Uge {week} ({day}) har {n} timers skole og praktik tilsammen.").format(
                    week=week.isocalendar().week, day=day(week), n=_hours(Fraction(minutes[week]))
                ),
                _("Flyt timer til en anden uge, eller kontrollér overenskomsten."),
                _("Egen regel: kravet om højst {n} timer er et gennemsnit ({source})").format(
                    n=most // 60, source=cited(ledger.rule_set, "total_hours_a_week_most")
                ),
                week.isoformat(),
            )


def _total(case: CaseFile, ledger: Ledger, today: date, figure: str) -> tuple[Fraction | None, int | None]:
    """The average of practice and school and the limit it is held against; None where it is too early or over."""
    if is_closed(case, ledger, today) or _has_other_outcome(case) or ledger.rule_set is None:
        return None, None
    if ledger.elapsed_weeks < limit(case, "R16.after"):
        return None, None
    return ledger.total_a_week, ledger.rule_set.get(figure)


def _total_forecast(ledger: Ledger) -> Fraction | None:
    """Minutes a week of practice and school over the whole course with today's plan; None where it is unknown."""
    if ledger.practice_forecast is None or not ledger.active_weeks:
        return None
    school = ledger.school.attended + sum(row.planned - row.due for row in ledger.school_rows)
    return ledger.practice_forecast + Fraction(school) / ledger.active_weeks


def _has_other_outcome(case: CaseFile) -> bool:
    """Whether the course was stopped, or ended in part: its average has no requirement to meet any more."""
    return case.enrolment is not None and case.enrolment.outcome not in (None, "completed")


def _course(case: CaseFile) -> str:
    return case.enrolment.id if case.enrolment else ""


def _hours(minutes: Fraction) -> str:
    return number(float(minutes) / 60)
