"""The hand-over sheet before it is printed or saved: its pages, and who takes over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.store.exchange import following
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label


class HandOverSheet(Dialog):
    """Says what stands on the sheet and what does not; nothing leaves the program before a button is pressed."""

    def __init__(self, parent: QWidget, desk: Desk, opened: Opened) -> None:
        super().__init__(parent, _("Overdragelsesark"), opened.case.learner.name)
        self._desk, self._opened, self._today = desk, opened, desk.session.today
        for sentence in (
            _("På arket står stamdata, skolens tal, kurser, åbne trin, aftaler og de seneste noter, teamet må læse."),
            _("Fortrolige noter og CPR-nummer kommer aldrig med."),
        ):
            self.body.addWidget(Label(sentence, wrap=True))
        self.print_button = Button(_("Udskriv"), icon="printer")
        self.print_button.clicked.connect(self.print_out)
        self.add_button(self.print_button)
        self.set_primary(_("Gem som PDF"), "save")
        self.cancel.setText(_("Luk"))

    def pdf(self) -> bytes:
        """The sheet as it is printed; may run on any thread."""
        from mentorapp.reports import handover_sheet

        case, today, session = self._opened.case, self._today, self._desk.session
        given = following.of_learner(session.store, case.learner.learner)
        old = next((one for one in given if one.last_day is not None), None)
        last = old.last_day if old else None
        new = max((one for one in given if one.is_open(today)), key=lambda one: one.first_day, default=None)
        people = session.organisation.people
        to = people[new.id].name if last and new and new.last_day is None and new.id in people else ""
        by = people[old.id].name if old and old.id in people else ""
        story = handover_sheet.build(case, self._opened.ledger, today, by=by, to=to, last_day=last)
        return handover_sheet.to_bytes(story, handover_sheet.document_title(case, today), handover_sheet.foot(today))

    def submit(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wished = str(Path(folder) / f"overdragelsesark-{day(self._today)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem som PDF"), wished, _("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Save the sheet; a fault is said in place."""
        from mentorapp.reports import handover_sheet

        def done(_nothing: object) -> None:
            self._desk.said.emit(_("{file} er gemt. Filen er ikke krypteret: pas på den.").format(file=path.name))
            self.accept()

        self.run(_("Gemmer …"), lambda: handover_sheet.save(self.pdf(), path), done)

    def print_out(self) -> None:
        """Ask for the printer and print."""
        from mentorapp.ui.dialogs.report import pdf_pictures, printing

        def ask(pdf: bytes) -> None:
            count = len(pdf_pictures.sizes(pdf))
            try:
                printer = printing.ask_printer(self, count)
            except UserError as fault:
                self.fail(fault)
                return
            if printer is not None:
                printer.setDocName("Mentorapp")
                numbers = printing.page_numbers(printer, count)
                self.run(_("Printer …"), lambda: printing.print_pages(pdf, printer, numbers), self._printed)

        self.run(_("Laver arket …"), self.pdf, ask)

    def _printed(self, _nothing: object) -> None:
        self._desk.said.emit(_("Arket er sendt til printeren."))
        self.accept()
