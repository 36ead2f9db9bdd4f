"""Which report is chosen, and for when: how it is made, and what it is called as a file and as a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain import month_sheet_words
from mentorapp.domain.note import Note
from mentorapp.i18n import day
from mentorapp.ui.book import Opened
from mentorapp.ui.dialogs.report import kinds

PROGRESS, MONTH, SHEET = "progress", "month", "sheet"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One report with its options."""

    kind: str
    today: date
    month: date
    """Of the monthly statement and the month sheet."""
    notes: Sequence[Note]
    steps: Sequence[str]
    coordinator: str
    """Who signs the monthly statement."""

    def pdf(self, opened: Opened) -> bytes:
        """The report; may run on any thread."""
        if self.kind == SHEET:
            return kinds.sheet_pdf(opened, self.month, self.today)
        if self.kind == MONTH:
            return kinds.statement_pdf(opened, self.today, self.month, self.coordinator)
        return kinds.report_pdf(opened, self.today, self.notes, self.steps)

    def pdf_for_everybody(self, opened: Opened) -> bytes:
        """The report for the learner's papers, which all read who follow the learner: without confidential notes,
        and without what coordinators alone may know, as the birth date. May run on any thread."""
        notes = tuple(note for note in self.notes if note.visibility != "confidential")
        return replace(self, notes=notes).pdf(Opened(replace(opened.case, private=None), opened.ledger))

    def file_name(self, learner: str, suffix: str = ".pdf") -> str:
        """What the file is called; of the learner's name it has the initials."""
        if self.kind == SHEET:
            return month_sheet_words.file_name(learner, self.month, suffix)
        if self.kind == MONTH:
            return kinds.month_file_name(learner, self.month)
        return kinds.file_name(learner, self.today)

    def paper_name(self, title: str) -> str:
        """`Statusrapport 22-11-2026.pdf`: without the learner's name, for it stands at the learner already."""
        return f"{title} {day(self.today) if self.kind == PROGRESS else f'{self.month:%Y-%m}'}.pdf"
