"""Indstillinger, Sikkerhed: when the window locks, the keys, and the backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _, day, ngettext
from mentorapp.store import check, key
from mentorapp.store.backup_tiers import moment
from mentorapp.store.check import Finding
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.tab_page import STACKS_FROM
from mentorapp.ui.pages.quick_opening import QuickOpening
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.parts.panel import Panel
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current

MINUTES = (5, 10, 30)


class SafetyPanels(QWidget):
    """Two panels: the lock with its keys, and the backups."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        choices = [(str(n), _("{n} minutter").format(n=n)) for n in MINUTES] + [("0", _("Aldrig"))]
        self.lock_after = Segmented(choices, _("Lås, når ingen har rørt computeren i"))
        chosen = str(desk.preferences.lock_after)
        self.lock_after.set_current(chosen if chosen in dict(choices) else "10")
        self.lock_after.chosen.connect(self._choose_minutes)
        self.passphrase = Button(_("Skift adgangssætning"), icon="key-round")
        self.sheet = Button(_("Lav nyt genskabelsesark"), icon="printer")
        self.passphrase.clicked.connect(self.change_passphrase)
        self.sheet.clicked.connect(self.make_sheet)
        self._has_sheet = MessageStrip("warning")
        keys = Panel(_("Lås og nøgler"))
        keys.body.addWidget(Label(_("Lås, når ingen har rørt computeren i"), "label", "muted"))
        keys.body.addWidget(self.lock_after)
        keys.body.addWidget(Label(_("Ctrl+L låser med det samme. Alt er gemt imens."), "small", "muted", wrap=True))
        keys.body.addWidget(self._has_sheet)
        self._rows: list[QBoxLayout] = []
        keys.body.addLayout(self._row(self.passphrase, self.sheet))
        self.quick = QuickOpening(desk)
        keys.body.addWidget(self.quick)
        self.now = Button(_("Lav en nu"), icon="archive")
        self.folder = Button(_("Vælg mappe …"), icon="folder-open")
        self.bring_back = Button(_("Hent en kopi …"), icon="archive-restore")
        self.examine = Button(_("Efterse data"), icon="shield-check")
        self.now.clicked.connect(self.back_up)
        self.folder.clicked.connect(self.ask_folder)
        self.bring_back.clicked.connect(desk.restore_wanted)
        self.examine.clicked.connect(self.check)
        copies = Panel(_("Sikkerhedskopier"))
        self._latest = Label("", wrap=True)
        self._where = Label("", "small", "muted", wrap=True)
        self._beside = MessageStrip(
            "info",
            _("Kopierne ligger på samme drev som dine data."),
            _("Vælg en mappe på et andet drev, så de overlever, at computeren går i stykker eller bliver væk."),
        )
        copies.body.addWidget(self._latest)
        copies.body.addWidget(self._where)
        copies.body.addWidget(self._beside)
        copies.body.addLayout(self._row(self.now, self.folder, self.bring_back, self.examine))
        self._column = QVBoxLayout(self)
        self._column.addWidget(keys)
        self._column.addWidget(copies)
        desk.safety_changed.connect(self.refresh)
        measured(self, self._measure)
        self.refresh()

    def refresh(self) -> None:
        """Say when the last backup was made, where they lie, and whether there is a recovery sheet."""
        backups, profile = self._desk.session.backups, self._desk.session.profile
        found = backups.all()
        self._latest.setText(_("Der er ingen sikkerhedskopi endnu. Den første laves, når programmet lukkes."))
        if found:
            made = moment(found[0].manifest.made).astimezone()
            count = ngettext("{n} kopi", "{n} kopier", len(found)).format(n=len(found))
            latest = _("Den nyeste er fra {day} kl. {time}. Der er {count}, og de er låst som dine data.")
            self._latest.setText(latest.format(day=day(made.date()), time=f"{made:%H.%M}", count=count))
        self._where.setText(str(backups.folder))
        self._beside.setVisible(backups.folder == backups.beside)
        self._has_sheet.set_message(
            "warning",
            _("Der er intet genskabelsesark."),
            _("Glemmer du adgangssætningen, kan ingen læse dine data. Lav et ark, og gem det et sikkert sted."),
        )
        self._has_sheet.setVisible(not key.has_recovery_key(profile.folder))
        self.quick.refresh()

    def back_up(self) -> None:
        """Make a backup now, whatever was saved since the last one."""
        session = self._desk.session
        self.now.setEnabled(False)
        self._desk.run(self, lambda: session.backups.take(session.store, "hand"), self._backed_up)
        self.now.setEnabled(True)

    def _backed_up(self, _backup: object) -> None:
        self._desk.said.emit(_("Sikkerhedskopien er gemt og efterset."))
        self._desk.safety_changed.emit()

    def ask_folder(self) -> None:
        """Ask where backups go from now on."""
        before = str(self._desk.session.backups.folder)
        chosen = QFileDialog.getExistingDirectory(self, _("Vælg en mappe til sikkerhedskopier"), before)
        if chosen:
            self.choose_folder(Path(chosen))

    def choose_folder(self, folder: Path) -> None:
        """Put backups there from now on, beginning with one."""
        with self._desk.catching():
            self._desk.session.backups.choose(folder)
            self.back_up()
        self._desk.safety_changed.emit()

    def check(self) -> None:
        """Examine the data in the background and say what was found."""
        session = self._desk.session
        work = lambda: check.check(session.store, lambda: session.backups.take(session.store, "rebuild"))  # noqa: E731
        self._desk.run(self, work, self._checked)

    def _checked(self, findings: list[Finding]) -> None:
        broken = [finding.text for finding in findings if not finding.ok]
        if broken:
            self._desk.failed.emit(
                _("{what}. Sikkerhedskopierne er urørte. Hent den nyeste med »Hent en kopi«.").format(what=broken[0])
            )
        elif any(finding.mended for finding in findings):
            self._desk.said.emit(_("Opslagene svarede ikke til dataene og er lavet igen. Intet er gået tabt."))
        else:
            self._desk.said.emit(_("Dataene er efterset, og alt er helt."))

    def change_passphrase(self) -> None:
        """Choose another passphrase."""
        from mentorapp.ui.dialogs.safety.new_passphrase import NewPassphraseDialog

        session = self._desk.session
        if NewPassphraseDialog(self, session.profile.folder, session.store.key).exec():
            self._desk.said.emit(_("Adgangssætningen er skiftet."))
            self._desk.safety_changed.emit()

    def make_sheet(self) -> None:
        """Make a new recovery sheet."""
        from mentorapp.ui.dialogs.safety.recovery_sheet import show_new

        session = self._desk.session
        with self._desk.catching():
            show_new(self, session.profile.folder, session.store.key, session.today)
        self._desk.safety_changed.emit()

    def _choose_minutes(self, minutes: str) -> None:
        self._desk.preferences.lock_after = int(minutes)

    def _row(self, *buttons: Button) -> QBoxLayout:
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._rows.append(row)
        return row

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("panel_gap"))
        down = theme.scale >= STACKS_FROM
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
            row.setSpacing(theme.space("control"))
            row.setContentsMargins(0, theme.px(8), 0, 0)
