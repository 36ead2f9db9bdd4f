"""`plan LEARNER …`: what a course would do to totals and forecast; without `--dry-run` it is laid into the plan."""

from __future__ import annotations

import argparse
import secrets
from typing import Any

from mentorapp import planning_sentences
from mentorapp.cli import learners, output
from mentorapp.cli.output import as_hours, as_weeks
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.planning import Effect, effect
from mentorapp.domain.schooling import Schooling
from mentorapp.domain.whole_minutes import half_up
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells import times, words
from mentorapp.lists.cells.text import Unreadable, line
from mentorapp.sentences import school_type
from mentorapp.store.session import Session

MOST_HOURS = 3000


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    if case.enrolment is None:
        raise UserError(_("{name} har intet forløb endnu.").format(name=case.learner.name))
    row = _row(case, arguments)
    told = effect(case, [row], session.today)
    assert told is not None
    if not arguments.dry_run:
        label = _("Kursus: {title}").format(title=row.title or school_type(row.type))
        session.store.record(creation(row), label)
    if arguments.json:
        output.print_json(as_json(told, case, arguments.dry_run))
        return
    for said in planning_sentences.effect(told, case):
        print(said.text)
    print(_("Intet er gemt (prøvekørsel).") if arguments.dry_run else _("Kurset er gemt."))


def as_json(told: Effect, case: CaseFile, dry_run: bool) -> dict[str, Any]:
    """Figures before and after, conflicts with their days, and the sentences the window shows."""
    block = told.last_block
    return {
        "dry_run": dry_run,
        "before": _figures(told.before),
        "after": _figures(told.after),
        "practice_hours_per_week": None if told.practice_average is None else as_hours(half_up(told.practice_average)),
        "conflicts": [
            {"kind": one.kind, "what": one.what or None, "days": [day.isoformat() for day in one.days]}
            for one in told.conflicts
        ],
        "weeks_over_37": [
            {"monday": week.monday.isoformat(), "hours": as_hours(week.total)} for week in told.over_full
        ],
        "last_block_start": block.monday.isoformat() if block and block.monday else None,
        "sentences": [said.text for said in planning_sentences.effect(told, case)],
    }


def _figures(ledger: Ledger) -> dict[str, Any]:
    counted = ledger.counted
    return {
        "planned_hours": as_hours(ledger.school.planned),
        "counted_planned_hours": as_hours(counted.planned) if counted else None,
        "forecast_school_weeks": as_weeks(ledger.forecast),
        "needed_hours_per_week": as_hours(ledger.needed_a_week),
        "reachable": ledger.reachable,
    }


def _row(case: CaseFile, arguments: argparse.Namespace) -> Schooling:
    """The course as it was written; a `UserError` where it cannot be."""
    assert case.enrolment is not None
    starts, dash, ends = arguments.time.partition("-")
    try:
        row = Schooling(
            case.enrolment.learner,
            secrets.token_hex(8),
            case.enrolment.id,
            words.school_type(arguments.type),
            title=line(arguments.title) or None,
            provider=line(arguments.provider) or None,
            first_day=times.day(arguments.first),
            last_day=times.day(arguments.last),
            weekdays=times.weekdays(arguments.days) if arguments.days.strip() else (),
            starts_at=times.clock(starts) if dash else None,
            ends_at=times.clock(ends) if dash else None,
            planned_minutes=times.minutes(arguments.hours, MOST_HOURS) if arguments.hours.strip() else None,
        )
    except Unreadable as fault:
        raise UserError(_("{reason} Intet er ændret.").format(reason=fault)) from fault
    if arguments.time and not dash:
        raise UserError(_("{value} er ikke en tid som 08:00-15:24. Intet er ændret.").format(value=arguments.time))
    if row.last_day and row.first_day and row.last_day < row.first_day:
        raise UserError(_("Til ligger før fra. Intet er ændret."))
    if (row.session_minutes or 1) <= 0:
        raise UserError(_("Slutter før det begynder. Intet er ændret."))
    return row
