"""A list before it is imported: how its columns were understood, and what will happen to every row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.lists.columns import kind_name
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.importing import heading, planning
from mentorapp.ui.dialogs.importing.chip_row import noun
from mentorapp.ui.dialogs.importing.choose_file import choose_file
from mentorapp.ui.dialogs.importing.list_panel import ListPanel
from mentorapp.ui.dialogs.importing.planning import Planned, ReadSheet

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
        self.list = ListPanel()
        self.list.other.clicked.connect(self._choose_other)
        self.list.choice.sheet_chosen.connect(self.choose_sheet)
        self.list.choice.kind_chosen.connect(self.choose_kind)
        self.list.choice.learner_chosen.connect(self.choose_learner)
        self.list.columns.changed.connect(self._correct)
        self.body.addWidget(self.list, 1)
        self.set_safe(_("Importen kan fortrydes med Ctrl+Z."))
        self.read(path)

    def read(self, path: Path) -> None:
        """Read another file."""
        session, self._path = self._desk.session, path
        self._sheets, self.planned = [], None
        self.hush()
        self.list.blank()
        self._offer()
        self.set_title(_("Importér liste"), path.name)
        self.run(_("Læser {file} …").format(file=path.name), lambda: planning.read(session, path), self._take)

    def choose_sheet(self, place: int) -> None:
        """Show and import one sheet, or all that were recognised (-1)."""
        self._chosen = place
        self._plan()

    def choose_kind(self, kind: str) -> None:
        """Take the chosen sheet for a list of another kind."""
        if kind:
            self._sheets[self._chosen] = self._sheets[self._chosen].taken_for(kind)
            self._plan()

    def choose_learner(self, learner: bytes) -> None:
        """Who a month sheet without its mark is about."""
        with self._desk.catching():
            self._sheets[self._chosen] = self._sheets[self._chosen].about(learner)
            self._plan()

    def submit(self) -> None:
        """Import what is shown, unless something was saved since: then it is planned and shown again."""
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
            lambda: self._record(planned, label),
            lambda _action: self._imported(planned),
        )

    def _record(self, planned: Planned, label: str) -> None:
        """In the background: a backup, and then the import."""
        self._desk.session.protect("import")
        self._desk.session.store.record(planned.changes, label, "import")

    def reject(self) -> None:
        """Go away; not in the middle of a write, which ends by itself in a moment."""
        if not self._importing:
            self.running.drop()
            super().reject()

    def fail(self, error: Exception) -> None:
        """A known fault is said in place; there is nothing to import until it is mended."""
        was_importing, self._importing = self._importing, False
        self.cancel.setEnabled(True)
        if isinstance(error, UserError) and not was_importing:
            self.planned = None
            self.list.show_fault(was_read=bool(self._sheets))
            if self._sheets and self._sheets[self._chosen].kind is None:
                error = UserError(f"{error} {_('Eller vælg selv herunder, hvilken liste det er.')}")
        self._offer()
        super().fail(error)

    def _take(self, sheets: list[ReadSheet]) -> None:
        self._sheets = sheets
        known = [place for place, sheet in enumerate(sheets) if sheet.kind]
        self._chosen = EVERY_SHEET if len(known) > 1 else known[0] if known else 0
        self.list.offer_sheets(sheets, self._chosen)
        self._plan()

    def _plan(self, again: bool = False) -> None:
        """Plan in the background. `again`: because something was saved meanwhile."""
        self.planned = None
        self.hush()
        one = self._sheets[self._chosen] if self._chosen != EVERY_SHEET else None
        wanted = [one] if one else [sheet for sheet in self._sheets if sheet.kind]
        self.set_title(heading.title(wanted), heading.subtitle(self._path, wanted, several=len(self._sheets) > 1))
        self.list.show_reading(one)
        self.primary.setEnabled(False)
        session, path = self._desk.session, self._path

        def show(planned: Planned) -> None:
            self._show(planned)
            if again:
                self.say("info", _("Noget er gemt, siden listen blev læst. Se det hele igennem igen, og importér så."))

        self.run(_("Ser på {file} …").format(file=path.name), lambda: planning.plan(session, path, wanted), show)

    def _correct(self, column_map: tuple[str | None, ...]) -> None:
        self._sheets[self._chosen] = self._sheets[self._chosen].with_columns(column_map)
        self._plan()

    def _show(self, planned: Planned) -> None:
        self.planned = planned
        self.list.show_plan(planned)
        if not planned.importable and not planned.refused:
            self.say("ok", _("Der er intet nyt i listen. Alt, hvad der står i den, er kendt i forvejen."))
        self._offer()

    def _offer(self) -> None:
        """The primary button promises what would happen, or says why nothing would."""
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

    def _choose_other(self) -> None:
        path = choose_file(self)
        if path is not None:
            self.read(path)
