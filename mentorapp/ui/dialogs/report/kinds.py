"""The reports the preview can make, as PDF, and what their files are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.note import Note
from mentorapp.i18n import day
from mentorapp.ui.book import Opened


def report_pdf(opened: Opened, today: date, notes: Sequence[Note], next_steps: Sequence[str]) -> bytes:
    """The progress report as PDF; may run on any thread."""
    from mentorapp.reports import progress

    story = progress.build(opened.case, opened.ledger, today, notes, next_steps)
    return progress.to_bytes(story, progress.document_title(opened.case, today), progress.foot(today))


def file_name(name: str, today: date) -> str:
    """`statusrapport-ma-22-11-2026.pdf`: initials only, for file names are seen by many."""
    return "-".join(filter(None, ("statusrapport", _initials(name), day(today)))) + ".pdf"


def statement_pdf(opened: Opened, today: date, month: date, coordinator: str) -> bytes:
    """The monthly statement of the month of `month` as PDF; may run on any thread."""
    from mentorapp.reports import month_statement

    story = month_statement.build(opened.case, opened.ledger, month, coordinator=coordinator)
    title = month_statement.document_title(opened.case, month)
    return month_statement.to_bytes(story, title, month_statement.foot(today))


def month_file_name(name: str, month: date) -> str:
    """`maanedsopgoerelse-ma-2026-11.pdf`: initials only, as in `file_name`."""
    return "-".join(filter(None, ("maanedsopgoerelse", _initials(name), f"{month:%Y-%m}"))) + ".pdf"


def sheet_pdf(opened: Opened, month: date, today: date) -> bytes:
    """The month sheet as PDF; may run on any thread."""
    from mentorapp.reports import month_sheet

    told = month_sheet.sheet(opened.case, opened.ledger, month)
    title = month_sheet.document_title(opened.case, month)
    return month_sheet.to_bytes(month_sheet.build(told), title, month_sheet.foot(today))


def sheet_xlsx(opened: Opened, month: date) -> bytes:
    """The month sheet as a spreadsheet to fill in; may run on any thread."""
    from mentorapp.lists import month_sheet_out
    from mentorapp.reports import month_sheet

    return month_sheet_out.write(month_sheet.sheet(opened.case, opened.ledger, month))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalpha()).casefold()
