"""`months LEARNER`: the months with school that no application was handed in for; `--handed-in` says one was."""

from __future__ import annotations

import argparse
from typing import Any

from mentorapp.cli import learners, output
from mentorapp.cli.output import as_hours
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.month_statement import MonthStatement
from mentorapp.domain.months_due import hand_in, months_with_school, not_handed_in
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, hours, month
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    ledger = ledgers.build(case, session.today)
    if ledger is None:
        raise UserError(_("{name} har intet forløb endnu.").format(name=case.learner.name))
    if arguments.handed_in:
        _hand_in(session, case, ledger, arguments)
    elif arguments.json:
        output.print_json([as_json(told) for told in not_handed_in(case, ledger)])
    else:
        waiting = not_handed_in(case, ledger)
        output.print_rows([_line(told) for told in waiting])
        if not waiting:
            print(_("Alle måneder med skole er indsendt."))


def as_json(told: MonthStatement) -> dict[str, Any]:
    """One month; days as ISO dates, hours as decimals."""
    return {
        "month": told.month,
        "attended_hours": as_hours(told.attended()),
        "counted_hours": as_hours(told.counted()) if told.ledger.counted else None,
        "at_least": told.is_least,
        "attended_days": [one.isoformat() for one in told.attended_days],
        "coming_days": [one.isoformat() for one in told.coming_days],
        "unknown_days": [one.isoformat() for one in told.unknown_days],
    }


def _line(told: MonthStatement) -> tuple[str, str, str]:
    least = _("mindst {n} timer") if told.is_least else _("{n} timer")
    unknown = _("{n} dage uden oplyst fremmøde").format(n=len(told.unknown_days)) if told.unknown_days else ""
    return f"{month(told.first.month)} {told.first.year}", least.format(n=hours(told.attended())), unknown


def _hand_in(session: Session, case: CaseFile, ledger: Ledger, arguments: argparse.Namespace) -> None:
    of = f"{arguments.handed_in:%Y-%m}"
    on = arguments.on or session.today
    if not any(told.month == of for told in months_with_school(case, ledger)):
        raise UserError(
            _("Der er ingen skole i {month}, så der er intet at søge for. Intet er ændret.").format(month=of)
        )
    if on > session.today:
        raise UserError(_("{day} ligger ude i fremtiden. Intet er ændret.").format(day=day(on)))
    label = _("Måned indsendt: {month}").format(month=of)
    session.store.record(hand_in(case, of, on), label)
    if arguments.json:
        output.print_json({"learner": case.learner.name, "month": of, "handed_in_on": on.isoformat()})
    else:
        print(_("{month} er skrevet som indsendt {day}.").format(month=of, day=day(on)))
