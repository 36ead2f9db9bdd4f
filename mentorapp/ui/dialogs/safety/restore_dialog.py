"""Brings a backup back: which one, and what would be lost by it, before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _, day, ngettext
from mentorapp.store import backup_file, backup_making, loss, restore
from mentorapp.store.backup_file import SUFFIX, Backup
from mentorapp.store.backup_tiers import moment
from mentorapp.store.backups import Backups
from mentorapp.store.connection import Damaged
from mentorapp.store.database import Store
from mentorapp.store.loss import Loss
from mentorapp.store.rescue import offer
from mentorapp.store.rescue.readable import Readable
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.safety.rescue_offer import RescueOffer
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.message_strip import MessageStrip


@dataclass(frozen=True, slots=True)
class Chosen:
    """The backup to bring back, and the key it opens with."""

    backup: Backup
    raw: bytes
    readable: Readable | None = None
    """What is still readable in the damaged data, to be taken along."""


class RestoreDialog(Dialog):
    """Chooses a backup and says what is newer than it; who calls brings it back."""

    def __init__(
        self, parent: QWidget | None, profile: Path, own: bytes | None, store: Store | None, why: str = ""
    ) -> None:
        """`own` is the key of the profile as far as it opens, `store` the open store, `why` what is wrong with it."""
        super().__init__(
            parent, _("Hent en sikkerhedskopi"), _("Det, der er her nu, bliver gemt ved siden af."), width=600
        )
        self.chosen: Chosen | None = None
        self._profile, self._own, self._store = profile, own, store
        self._others: dict[str, Backup] = {}
        self._ready: Chosen | None = None
        tag = backup_making.tag(own) if own else None
        self._found = {str(one.path): one for one in Backups(profile).all() if tag is None or one.manifest.store == tag}
        self.which = Choice([(path, _in_words(one)) for path, one in self._found.items()])
        self._field = Field(_("Sikkerhedskopi"), self.which)
        self.which.currentIndexChanged.connect(self._look)
        self.secret = PassphraseField(
            _("Adgangssætningen fra dengang"), _("Eller nøglen fra det genskabelsesark, der gjaldt dengang.")
        )
        self.loss = MessageStrip("info")
        other = Button(_("Anden fil …"), "text", "folder-open")
        other.clicked.connect(self.ask_file)
        row = QHBoxLayout()
        row.addWidget(other)
        row.addStretch(1)
        self.rescue = RescueOffer()
        for widget in (self._field, self.secret, self.loss, self.rescue):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.secret.hide()
        self.loss.hide()
        if parent is None:
            self.cancel.setText(_("Afslut"))
        if why:
            self.complain(why)
        self._look()

    def ask_file(self) -> None:
        """Ask for a backup that lies elsewhere."""
        kinds = _("Sikkerhedskopier (*{suffix})").format(suffix=SUFFIX)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Vælg en sikkerhedskopi"), "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Look at the backup in a file."""
        try:
            backup = backup_file.read(path)
        except UserError as fault:
            self.complain(str(fault))
            return
        self._found[str(path)] = backup
        self.which.insertItem(0, _in_words(backup), str(path))
        self.which.setCurrentIndex(0)
        self._look()

    def submit(self) -> None:
        """Take the backup that was looked at; the first press with a passphrase looks at it."""
        if self.running.busy:
            return
        if self._ready is None:
            self._look(typed=True)
        else:
            wanted = self._ready.readable if self.rescue.wanted else None
            self.chosen = replace(self._ready, readable=wanted)
            self.accept()

    def fail(self, error: Exception) -> None:
        """A passphrase that does not fit is said at its field."""
        self._offer()
        if isinstance(error, UserError) and self.secret.isVisibleTo(self) and not isinstance(error, Damaged):
            self.secret.refuse(str(error))
        else:
            super().fail(error)

    def _look(self, _index: int = -1, *, typed: bool = False) -> None:
        """Open the chosen backup in the background and count what is newer than it."""
        self._ready = None
        self.loss.hide()
        self.rescue.hide()
        backup = self._found.get(str(self.which.currentData()))
        if backup is None:
            self.loss.set_message("info", _("Der er ingen sikkerhedskopi i mappen."), _("Vælg en fil et andet sted."))
            self.loss.show()
            self._offer()
            return
        own, secret = self._own, self.secret.text()
        is_own = own is not None and backup.manifest.store == backup_making.tag(own)
        self.secret.setVisible(not is_own)
        self._offer()
        if not is_own and not (typed and secret):
            self.secret.line.setFocus()
            return
        profile, store = self._profile, self._store

        def work() -> tuple[Chosen, Loss]:
            raw = own if is_own and own is not None else restore.keys_of(backup, secret)
            lost = loss.preview(profile, backup, raw, store)
            readable = offer.look(profile, backup, raw) if offer.is_damaged(store) else None
            return Chosen(backup, raw, readable), lost

        self.run(_("Ser på sikkerhedskopien …"), work, self._show)

    def _show(self, found: tuple[Chosen, Loss]) -> None:
        self._ready, counted = found
        lead, *rest = counted.in_words()
        self.loss.set_message("ok" if counted.saves == 0 else "warning", lead, " ".join(rest))
        self.loss.show()
        self.rescue.show_found(self._ready.readable)
        self.bring_into_view(self.rescue if self.rescue.isVisibleTo(self) else self.loss)
        self._offer()
        self.primary.setFocus()

    def _offer(self) -> None:
        needs_secret = self.secret.isVisibleTo(self) and self._ready is None
        self.set_primary(
            _("Se på den") if needs_secret else _("Hent denne kopi"),
            "search" if needs_secret else "archive-restore",
            self._ready is not None or needs_secret,
            _("Kopien er ikke set igennem endnu."),
        )


def _in_words(backup: Backup) -> str:
    """When and how much."""
    told, made = backup.manifest, moment(backup.manifest.made).astimezone()
    learners = ngettext("{n} elev", "{n} elever", told.learners).format(n=told.learners)
    notes = ngettext("{n} note", "{n} noter", told.notes).format(n=told.notes)
    when = _("{day} kl. {time}").format(day=day(made.date()), time=f"{made:%H.%M}")
    return f"{when} · {learners}, {notes}"
