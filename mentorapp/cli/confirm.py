"""`confirm LEARNER WEEK|MONTH`: the plan becomes practice done; `--except` names the days that went otherwise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date, timedelta

from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.calendar import monday_of_week
from mentorapp.domain.course_days import course_days
from mentorapp.domain.practice_weeks import open_weeks
from mentorapp.domain.week_confirmation import CannotConfirm, Deviation, confirm_month, confirm_week
from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _, ngettext
from mentorapp.lists.cells import times, words
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    ledger = ledgers.build(case, session.today)
    if ledger is None:
        raise UserError(_("{name} har intet forløb endnu.").format(name=case.learner.name))
    days, span = course_days(case, ledger), arguments.span.upper()
    name, store = session.store.local("name"), session.store
    source = "mentor"
    try:
        if "W" in span:
            changes = confirm_week(days, span, _deviations(arguments.deviations, span), name, source)
            count = 1
        elif store.role != COORDINATOR:
            raise Refused(_("En hel måned bekræftes af gennemførselsvejlederen. Bekræft en uge ad gangen."))
        else:
            count = len(open_weeks(days, span))
            changes = confirm_month(days, span, _deviations(arguments.deviations), name, source)
    except CannotConfirm as fault:
        raise UserError(_("{reason} Intet er ændret.").format(reason=fault.sentence.said(_))) from fault
    store.record(changes, _("Praktik bekræftet: {span}").format(span=span))
    if arguments.json:
        output.print_json({"learner": case.learner.name, "confirmed": span, "weeks": count})
    else:
        text = ngettext("{n} uges praktik er bekræftet.", "{n} ugers praktik er bekræftet.", count)
        print(text.format(n=count))


def _deviations(written: Iterable[str], week: str = "") -> dict[date, Deviation | None]:
    """Each `DAY=KIND[:HOURS]`; a weekday's name is a day of `week`."""
    found: dict[date, Deviation | None] = {}
    for one in written:
        day, equals, said = one.partition("=")
        kind, _colon, amount = said.partition(":")
        if not equals:
            raise UserError(_("{value} forstås ikke. Skriv fx tir=syg eller tor=fremmødt:5.").format(value=one))
        try:
            status = words.attendance_status(kind)
            found[_day(day, week)] = Deviation(status, times.minutes(amount, 24) if amount else None)
        except Unreadable as fault:
            raise UserError(_("{value}: {reason}").format(value=one, reason=fault)) from fault
    return found


def _day(written: str, week: str) -> date:
    if week:
        try:
            (weekday,) = times.weekdays(written)
            return monday_of_week(week) + timedelta(days=weekday - 1)
        except (Unreadable, ValueError):
            pass  # a date, then
    return times.day(written)
