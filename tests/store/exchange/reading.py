"""Everything that reads what the store holds: case files, figures, alerts, reports, lists and calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mentorapp.alerts import all_alerts, status
from mentorapp.cli import case as case_verb
from mentorapp.cli import export
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.months_due import months_with_school
from mentorapp.domain.this_week import this_week
from mentorapp.errors import UserError
from mentorapp.lists import calendar_file, learner_calendar, month_sheet_out, table_out
from mentorapp.reports import month_sheet, month_statement, progress
from mentorapp.store.session import Session


def read_everything(session: Session) -> None:
    """Read all learners in every way; a `UserError` says what is missing and is no fault."""
    cases = session.case_files()
    for case in cases:
        _read(case, session.today)
    table_out.write(export.table(session, cases))
    calendar_file.write(learner_calendar.events(cases, True), "Dage", datetime.fromtimestamp(0, UTC))


def _read(case: CaseFile, today: date) -> None:
    ledger = ledgers.build(case, today)
    all_alerts.check(case, ledger, today)
    status.status(case, ledger, today)
    case_verb.figures(case, ledger)
    if ledger is None:
        return
    this_week(case, ledger)
    months_with_school(case, ledger)
    story = progress.build(case, ledger, today, case.notes)
    progress.to_bytes(story, progress.document_title(case, today), progress.foot(today))
    try:
        month_statement.build(case, ledger, today)
        month_sheet_out.write(month_sheet.sheet(case, ledger, today))
    except UserError:
        pass
