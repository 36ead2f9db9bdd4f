"""What is seen while the program is locked: nothing but a field for the passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField


class LockedDialog(Dialog):
    """Opens again by passphrase or recovery key, or ends the program; it cannot be put away."""

    ended = Signal()
    """The user wants to end the program; everything is saved already."""

    def __init__(self, parent: QWidget, profile: Path, raw: bytes) -> None:
        super().__init__(parent, _("Mentorapp er låst"), _("Alt er gemt."), width=480)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._profile, self._raw = profile, raw
        self._close.hide()
        self.field = PassphraseField(_("Adgangssætning"))
        self.body.addWidget(self.field)
        self.cancel.setText(_("Afslut"))
        self.cancel.key_hint = ""
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self.ended)
        self.set_primary(_("Lås op"), "lock-open")
        self.field.line.setFocus()

    def submit(self) -> None:
        """Try what is typed; the data stays open meanwhile, so that it is quick."""
        typed, profile, raw = self.field.text(), self._profile, self._raw
        if self.running.busy:
            return
        if not typed:
            self.field.refuse(_("Skriv adgangssætningen."))
            return
        self.primary.setEnabled(False)

        def fits() -> None:
            if key.unlock(profile, typed) != raw:
                raise UserError(_("Adgangssætningen passer ikke. Intet er ændret. Prøv igen."))

        self.run(_("Låser op …"), fits, lambda _nothing: self.accept())

    def fail(self, error: Exception) -> None:
        """A wrong passphrase is said at its field."""
        self.primary.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.field.refuse(str(error))

    def reject(self) -> None:
        """Esc leads nowhere."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
