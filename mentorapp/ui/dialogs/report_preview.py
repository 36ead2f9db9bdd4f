"""A learner's report before it is printed or saved: which one and what goes into it at the left, its pages at right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import documents
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.report import page_keys, pdf_pictures
from mentorapp.ui.dialogs.report.chosen import MONTH, PROGRESS, SHEET, Chosen
from mentorapp.ui.dialogs.report.kinds import sheet_xlsx
from mentorapp.ui.dialogs.report.month_options import MonthOptions
from mentorapp.ui.dialogs.report.options import Options
from mentorapp.ui.dialogs.report.page_view import PageView
from mentorapp.ui.dialogs.report.pdf_pictures import Picture
from mentorapp.ui.dialogs.report.preview_bar import PreviewBar
from mentorapp.ui.dialogs.report.sheet_options import SheetOptions
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current


class Made(NamedTuple):
    """A report, and its pages for the screen."""

    pdf: bytes
    pictures: list[Picture]


class ReportPreview(Dialog):
    """Made anew in the background whenever its options change."""

    @classmethod
    def show_for(cls, parent: QWidget, desk: Desk, learner: bytes, kind: str = PROGRESS) -> None:
        """Preview a report of `learner`: PROGRESS, MONTH or SHEET; nothing where the learner is gone."""
        opened = desk.book.open(learner)
        if opened is not None:
            cls(parent, desk, opened, kind=kind).exec()

    def __init__(self, parent: QWidget, desk: Desk, opened: Opened, *, kind: str = PROGRESS) -> None:
        case = opened.case
        super().__init__(parent, _("Statusrapport"), case.learner.name, width=1240, height=720, overhang=4)
        self._desk, self._opened, self._today = desk, opened, desk.session.today
        self.pdf = b""
        kinds = ((PROGRESS, _("Statusrapport")), (MONTH, _("Månedsopgørelse")), (SHEET, _("Månedsark")))
        self._titles = dict(kinds)
        # short enough for three side by side
        short = ((PROGRESS, _("Status")), *kinds[1:])
        self.kind = Segmented(short, _("Hvad skal udskrives?"))
        self.options, self.months = Options(case), MonthOptions(desk, opened)
        self.sheets = SheetOptions(opened, self._today)
        self._beside: dict[str, Options | MonthOptions | SheetOptions] = {
            PROGRESS: self.options,
            MONTH: self.months,
            SHEET: self.sheets,
        }
        for beside in self._beside.values():
            beside.changed.connect(self.make)
        self.kind.set_current(kind)
        self.kind.chosen.connect(lambda _key: self._turn())
        self.view = PageView()
        self.view.wanted.connect(self._draw)
        self.bar = PreviewBar(self.view)
        self.print_button = Button(_("Udskriv"), icon="printer")
        self.print_button.clicked.connect(self.print_out)
        self.add_button(self.print_button)
        self.table_button = Button(_("Regneark"), icon="file-spreadsheet")
        self.table_button.setAccessibleName(_("Gem som regneark"))
        self.table_button.clicked.connect(self.save_table)
        self.add_button(self.table_button)
        self.keep_button = Button(_("Gem hos eleven"), icon="file-lock")
        self.keep_button.clicked.connect(self.keep)
        self.keep_button.setVisible(documents.may_write(desk.session.store, case.learner.learner))
        self.cancel.setText(_("Luk"))
        self.set_primary(_("Gem som PDF"), "save")
        self.set_safe(_("Rapporten forlader kun programmet, når du gemmer eller printer den."))
        pages = self._pages = QVBoxLayout()
        pages.addWidget(self.bar)
        pages.addWidget(self.view, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = QWidget()
        self._choices = QVBoxLayout(self._left)
        self._kind_row = QHBoxLayout()
        self._kind_row.addWidget(self.kind)
        self._kind_row.addStretch(1)
        self._choices.addLayout(self._kind_row)
        for beside in self._beside.values():
            self._choices.addWidget(beside)
        self._choices.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self._left)
        self._row.addLayout(pages, 1)
        self.body.addLayout(self._row, 1)
        page_keys.bind(self, self.view, self.submit, self.print_out)
        measured(self, self._arrange)
        self.view.setFocus()
        self._offer()
        self._turn()

    def _turn(self) -> None:
        """Show the options of the kind that is chosen, and make it."""
        for kind, beside in self._beside.items():
            beside.setVisible(kind == self.kind.current())
        self.table_button.setVisible(self.kind.current() == SHEET)
        self.set_title(self._titles[self.kind.current()], self._opened.case.learner.name)
        self.make()

    def make(self) -> None:
        """Make the report with the options as they are now."""
        opened, finer = self._opened, self.view.fineness()
        chosen = self._chosen()
        self.hush()

        def work() -> Made:
            pdf = chosen.pdf(opened)
            return Made(pdf, pdf_pictures.pictures(pdf, finer))

        self.run(_("Laver rapporten …"), work, self._show)

    def _chosen(self) -> Chosen:
        kind, store = self.kind.current(), self._desk.session.store
        return Chosen(
            kind, self._today, (self.sheets if kind == SHEET else self.months).month(), self.options.chosen_notes(),
            self.options.next_steps(), (store.local("name") or "") if store.role == COORDINATOR else "",
        )  # fmt: skip

    def keep(self) -> None:
        """Keep the report among the learner's papers."""
        opened, chosen, store = self._opened, self._chosen(), self._desk.session.store
        name, learner, today = chosen.paper_name(self._titles[chosen.kind]), opened.case.learner.learner, self._today
        self.run(
            _("Gemmer …"),
            lambda: documents.add(store, learner, name, chosen.pdf_for_everybody(opened), today),
            lambda _paper: self._kept(name),
        )

    def submit(self) -> None:
        """Ask where, and save what is shown."""
        if self.pdf:
            wished = _in_documents(self._chosen().file_name(self._opened.case.learner.name))
            chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem som PDF"), wished, _("PDF (*.pdf)"))
            if chosen:
                self.save_to(Path(chosen))

    def save_table(self) -> None:
        """Ask where, and save the month sheet as a spreadsheet to fill in."""
        wished = _in_documents(self._chosen().file_name(self._opened.case.learner.name, ".xlsx"))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem som regneark"), wished, _("Regneark (*.xlsx)"))
        if chosen:
            self.save_table_to(Path(chosen))

    def save_table_to(self, path: Path) -> None:
        """Save the spreadsheet; a fault is said in place."""
        opened, month = self._opened, self.sheets.month()
        path = path if path.suffix else path.with_suffix(".xlsx")
        self.run(
            _("Gemmer …"), lambda: file_out.write(path, sheet_xlsx(opened, month)), lambda _nothing: self._saved(path)
        )

    def save_to(self, path: Path) -> None:
        """Save the report; a fault is said in place."""
        pdf = self.pdf
        path = path if path.suffix else path.with_suffix(".pdf")
        self.run(_("Gemmer …"), lambda: file_out.write(path, pdf), lambda _nothing: self._saved(path))

    def print_out(self) -> None:
        """Ask for the printer and print."""
        if not self.pdf:
            return
        from mentorapp.ui.dialogs.report import printing

        try:
            printer = printing.ask_printer(self, self.view.count())
        except UserError as fault:
            self.say("info", str(fault))
            self.primary.setFocus()
            return
        if printer is not None:
            pdf, numbers = self.pdf, printing.page_numbers(printer, self.view.count())
            self.run(
                _("Printer …"),
                lambda: printing.print_pages(pdf, printer, numbers),
                lambda _nothing: self.set_safe(_("Rapporten er sendt til printeren.")),
            )

    def _show(self, made: Made) -> None:
        self.pdf = made.pdf
        self.view.show_pictures(made.pictures)
        self._offer()

    def _draw(self, pixels_a_point: float) -> None:
        """The same report, finer or coarser; where the report itself is being made, it comes as it should."""
        if self.pdf and not self.running.busy:
            pdf = self.pdf
            self.run(
                _("Tegner siderne …"),
                lambda: pdf_pictures.pictures(pdf, pixels_a_point),
                self.view.show_pictures,
            )

    def _saved(self, path: Path) -> None:
        self._desk.said.emit(_("Rapporten er gemt som {file}.").format(file=path.name))
        self.accept()

    def _kept(self, name: str) -> None:
        self.keep_button.setEnabled(False)  # the same once more would be a second paper
        self.primary.setFocus()
        told = _("Gemt under Papirer som »{name}«. Der er den uden fødselsdato og fortrolige noter. Ctrl+Z fortryder.")
        self.say("ok", told.format(name=name))

    def _offer(self) -> None:
        ready = bool(self.pdf)
        self.keep_button.setEnabled(ready)
        self.print_button.setEnabled(ready)
        self.table_button.setEnabled(ready)
        self.set_primary(_("Gem som PDF"), "save", ready, _("Rapporten er ikke lavet endnu."))

    def _arrange(self) -> None:
        theme = current()
        beside = theme.scale < 1.5  # larger text needs the width, so the options move above the pages
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(theme.space("column_gap"))
        self._pages.setSpacing(theme.space("grid"))
        self._row.setAlignment(self._left, Qt.AlignmentFlag(0))
        self._left.setFixedWidth(theme.size("side")) if beside else self._left.setMaximumWidth(16_777_215)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._kind_row.setContentsMargins(theme.space("half"), 0, theme.space("half"), 0)
        self._choices.setSpacing(theme.space("control"))


def _in_documents(name: str) -> str:
    """Where a file of this name is offered to be saved."""
    return str(Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / name)
