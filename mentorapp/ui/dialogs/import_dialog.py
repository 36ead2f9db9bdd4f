"""A list before it is imported: how its columns were understood, and what will happen to every row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _, ngettext
from mentorapp.lists.columns import kind_name, labels
from mentorapp.store.tables import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.importing import planning
from mentorapp.ui.dialogs.importing.chip_row import ChipRow, noun
from mentorapp.ui.dialogs.importing.column_row import ColumnRow
from mentorapp.ui.dialogs.importing.planning import Planned, ReadSheet
from mentorapp.ui.dialogs.importing.preview_panel import PreviewPanel
from mentorapp.ui.dialogs.importing.sheet_choice import SheetChoice
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

EVERY_SHEET = -1


class ImportDialog(Dialog):
    """Reading, planning and importing run in the background; nothing is written before the primary button."""

    @classmethod
    def ask(cls, parent: QWidget, desk: Desk, path: Path | None = None) -> None:
        """Preview the list at `path`, or ask which; a mentor is told whose task it is."""
        if desk.session.store.role != COORDINATOR:
            desk.fail(
                Refused(
                    _(
                        "Lister importeres af gennemførselsvejlederen. Intet er ændret. "
                        "Dine elever kommer med den fil, gennemførselsvejlederen sender."
                    )
                )
            )
            return
        path = path or choose_file(parent)
        if path is not None:
            cls(parent, desk, path).exec()

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(parent, _("Importér liste"), width=1120, height=720, overhang=4)
        self._desk = desk
        self._path = path
        self._sheets: list[ReadSheet] = []
        self._chosen = EVERY_SHEET
        self._importing = False
        self.planned: Planned | None = None
        self.chips = ChipRow()
        self.choice = SheetChoice()
        self.choice.sheet_chosen.connect(self.choose_sheet)
        self.choice.kind_chosen.connect(self.choose_kind)
        self.columns = ColumnRow()
        self.columns.changed.connect(self._correct)
        self.preview = PreviewPanel()
        self._other = Button(_("Vælg en anden fil"), icon="folder-open")
        self._other.clicked.connect(self._choose_other)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self.chips)
        self._top.addStretch(1)
        self._top.addWidget(self.choice)
        self._parts = QVBoxLayout()
        self._parts.addLayout(self._top)
        self._parts.addWidget(self.columns)
        self._parts.addWidget(self.preview, 1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._other)
        self._row.addStretch(1)
        self.body.addLayout(self._row)
        self.body.addLayout(self._parts, 1)
        self.set_safe(_("Importen kan fortrydes med Ctrl+Z."))
        measured(self, self._arrange)
        self._blank()
        self.read(path)

    def read(self, path: Path) -> None:
        """Read another file."""
        self._path = path
        self._blank()
        self.set_title(_("Importér liste"), path.name)
        self.run(_("Læser {file} …").format(file=path.name), lambda: planning.read(path), self._take)

    def choose_sheet(self, place: int) -> None:
        """Show and import one sheet, or all that were recognised (-1)."""
        self._chosen = place
        self._plan()

    def choose_kind(self, kind: str) -> None:
        """Take the chosen sheet for a list of another kind."""
        if kind:
            place = self._place()
            self._sheets[place] = self._sheets[place].taken_for(kind)
            self._plan()

    def submit(self) -> None:
        """Import what is shown, unless something was saved since it was planned: then it is planned and shown again."""
        planned, store = self.planned, self._desk.session.store
        if planned is None or not planned.importable or self.running.busy:
            return
        if store.last_undoable() != planned.after:
            self._plan(again=True)
            return
        self._importing = True
        self.cancel.setEnabled(False)
        self._offer()
        label = _("Import af {list}").format(list=kind_name(planned.kind) if planned.kind else self._path.name)
        self.run(
            _("Importerer …"),
            lambda: store.record(planned.changes, label, "import"),
            lambda _action: self._imported(planned),
        )

    def reject(self) -> None:
        """Go away; not in the middle of a write, which ends by itself in a moment."""
        if not self._importing:
            self.running.drop()
            super().reject()

    def fail(self, error: Exception) -> None:
        """A known fault is said in place, and there is nothing to import until it is mended."""
        self._importing = False
        self.cancel.setEnabled(True)
        if not isinstance(error, UserError):
            self._offer()
            raise error
        self.planned = None
        self.preview.clear()
        self.chips.hide()
        self._other.setVisible(not self._sheets)
        self._offer()
        if self._sheets and self._sheets[self._place()].kind is None:
            error = UserError(f"{error} {_('Eller vælg selv herunder, hvilken liste det er.')}")
        super().fail(error)

    def _take(self, sheets: list[ReadSheet]) -> None:
        self._sheets = sheets
        known = [place for place, sheet in enumerate(sheets) if sheet.kind]
        self._chosen = EVERY_SHEET if len(known) > 1 else known[0] if known else 0
        self.choice.offer_sheets([sheet.sheet.name for sheet in sheets], len(known), self._chosen)
        self._plan()

    def _plan(self, again: bool = False) -> None:
        """Plan in the background. `again`: because something was saved meanwhile."""
        self.planned = None
        self.hush()
        self._show_reading()
        place, session = self._place(), self._desk.session
        wanted = [self._sheets[place]] if self._chosen >= 0 else [sheet for sheet in self._sheets if sheet.kind]
        self.primary.setEnabled(False)

        def show(planned: Planned) -> None:
            self._show(planned)
            if again:
                self.say("info", _("Noget er gemt, siden listen blev læst. Se det hele igennem igen, og importér så."))

        path = self._path
        self.run(_("Ser på {file} …").format(file=path.name), lambda: planning.plan(session, path, wanted), show)

    def _correct(self, column_map: tuple[str | None, ...]) -> None:
        place = self._place()
        self._sheets[place] = self._sheets[place].with_columns(column_map)
        self._plan()

    def _place(self) -> int:
        """The sheet whose columns are shown."""
        return max(0, self._chosen)

    def _show_reading(self) -> None:
        """What is known before anything is planned: the file, the sheet, its headings."""
        one = self._chosen >= 0
        sheet = self._sheets[self._place()]
        self.choice.setVisible(True)
        self.choice.show_kind(sheet.kind, offered=one)
        title = _("Importér {list}").format(list=kind_name(sheet.kind) if one and sheet.kind else _("liste"))
        parts = [self._path.name]
        if one:
            if len(self._sheets) > 1 or sheet.sheet.name != self._path.name:
                parts.append(_("ark „{name}“").format(name=sheet.sheet.name))
            count = len(sheet.sheet.rows)
            parts.append(ngettext("{n} række", "{n} rækker", count).format(n=count))
            parts.append(_("overskrifter fundet i række {n}").format(n=sheet.sheet.heading_row))
        else:
            parts += [
                f"{known.sheet.name}: "
                + ngettext("{n} række", "{n} rækker", len(known.sheet.rows)).format(n=len(known.sheet.rows))
                for known in self._sheets
                if known.kind
            ]
        self.set_title(title, " · ".join(parts))
        self.columns.setVisible(one and sheet.kind is not None)
        if one and sheet.kind:
            self.columns.show_columns(sheet.sheet.headings, labels(sheet.kind), sheet.columns)

    def _show(self, planned: Planned) -> None:
        self.planned = planned
        self.chips.setVisible(True)
        self.chips.show_counts(planned.kind, planned.counts)
        self.preview.show_rows(planned.titles, planned.rows)
        if not planned.importable and not planned.refused:
            self.say("ok", _("Der er intet nyt i listen. Alt, hvad der står i den, er kendt i forvejen."))
        elif not planned.importable:
            self.preview.table.selectRow(0)  # says in full why nothing of the list comes in
        self._offer()

    def _offer(self) -> None:
        planned = self.planned
        count = planned.importable if planned else 0
        if count and planned:
            words = _("Importér {n} {noun}").format(n=count, noun=noun(planned.kind, count))
            self.set_primary(words, enabled=not self._importing)
            if self.focusWidget() in (None, self.cancel) and not self._importing:
                self.primary.setFocus()
        else:
            why = _("Ingen af rækkerne kan importeres.") if planned and planned.refused else _("Der er intet nyt.")
            self.set_primary(_("Intet at importere"), enabled=False, why_not=why)

    def _imported(self, planned: Planned) -> None:
        self._importing = False
        self._desk.said.emit(planning.summary(planned))
        self.accept()

    def _blank(self) -> None:
        """Nothing has been read yet."""
        self._sheets, self.planned = [], None
        self.hush()
        for part in (self.chips, self.choice, self.columns, self._other):
            part.hide()
        self.preview.clear()
        self._offer()

    def _choose_other(self) -> None:
        path = choose_file(self)
        if path is not None:
            self.read(path)

    def _arrange(self) -> None:
        theme = current()
        beside = theme.scale < 1.5
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        ring = theme.space("half")
        self._top.setContentsMargins(ring, 0, 0, 0)
        self._row.setContentsMargins(ring, 0, 0, 0)
        self._top.setSpacing(theme.space("control"))
        self._parts.setSpacing(theme.px(16))


def choose_file(parent: QWidget) -> Path | None:
    """Ask which list; None when the user went away."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Lister (*.xlsx *.xlsm *.csv *.txt)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Vælg en liste"), folder, kinds)
    return Path(chosen) if chosen else None
