"""`export FILE.xlsx|FILE.ics`: the learners as a spreadsheet, or their schooling and meetings as a calendar; of some
or of all.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from fractions import Fraction

from mentorapp.alerts import status
from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists import calendar_file, learner_calendar, table_out
from mentorapp.lists.table_out import Cell, TableOut
from mentorapp.store.session import Session


def before(arguments: argparse.Namespace) -> None:
    """Refuse another kind of file before anything is opened."""
    if arguments.file.suffix.casefold() not in (".xlsx", ".ics"):
        raise UserError(_("Filens navn skal ende på .xlsx eller .ics. Intet er gemt."))


def run(session: Session, arguments: argparse.Namespace) -> None:
    wanted = arguments.learner or ()
    cases = [learners.find(session, name) for name in wanted] if wanted else session.case_files()
    if arguments.file.suffix.casefold() == ".ics":
        at = datetime.fromtimestamp(session.store.now() / 1000, UTC)
        content = calendar_file.write(learner_calendar.events(cases, arguments.names), _("Skoledage og møder"), at)
    else:
        content = table_out.write(table(session, cases))
    try:
        arguments.file.write_bytes(content)
    except OSError as fault:
        raise UserError(
            _("Mappen {folder} kan ikke skrives: {reason}. Intet er ændret. Vælg en anden mappe.").format(
                folder=arguments.file.parent, reason=fault.strerror or fault
            )
        ) from fault
    if arguments.json:
        output.print_json({"file": str(arguments.file), "learners": len(cases)})
    else:
        print(_("{file} er gemt.").format(file=arguments.file))


def table(session: Session, cases: list[CaseFile]) -> TableOut:
    """One row a learner: course, place, dates, and school hours in three states (counted where there are factors)."""
    headings = (
        _("Elev"), _("Ordning"), _("Praktiksted"), _("Afdeling"), _("Mentor"), _("Startdato"), _("Slutdato"),
        _("Skoletimer planlagt"), _("Skoletimer deltaget"), _("Skoletimer dokumenteret"), _("Skoletimer krævet"),
        _("Status"),
    )  # fmt: skip
    return TableOut(_("Elever"), headings, [_row(session, case) for case in cases])


def _row(session: Session, case: CaseFile) -> tuple[Cell, ...]:
    ledger, placement = ledgers.build(case, session.today), case.placement(session.today)
    site = case.organisation.sites.get(placement.site or "") if placement else None
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    where = (site.name if site else None, placement.department if placement else None, mentor.name if mentor else None)
    told = status.status(case, ledger, session.today)
    if ledger is None:
        return (case.learner.name, None, *where, *(None,) * 6, told.key)
    programme = case.programme.short_name if case.programme else case.enrolment.programme if case.enrolment else None
    school = ledger.counted or ledger.school
    states = (school.planned, school.attended, school.documented, ledger.required)
    hours = (None if minutes is None else Fraction(minutes, 60) for minutes in states)
    return (case.learner.name, programme, *where, ledger.start, ledger.end_extended or ledger.end, *hours, told.key)
