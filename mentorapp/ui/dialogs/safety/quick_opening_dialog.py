"""Says who can open the data once this machine does so without a passphrase, and asks for it a last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key, key_ring
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.message_strip import MessageStrip


class QuickOpeningDialog(Dialog):
    """Accepted once the key ring has the secret."""

    def __init__(self, parent: QWidget, profile: Path) -> None:
        super().__init__(parent, _("Åbn uden adgangssætning på denne maskine"), width=520)
        self._profile = profile
        self.body.addWidget(
            MessageStrip(
                "warning",
                _("Alle, der bruger din konto på denne computer, kan så åbne dine data."),
                _(
                    "De kan læse alt om eleverne, også når du ikke er der, og det kan kontoens andre programmer. "
                    "Slå det kun til på din egen computer, hvor kontoen har sin egen adgangskode."
                ),
            )
        )
        self.secret = PassphraseField(_("Adgangssætning"))
        self.body.addWidget(self.secret)
        told = _(
            "Ctrl+L og låsen efter en pause beder stadig om adgangssætningen. Skifter du den, slås dette fra, "
            "og det kan slås fra når som helst."
        )
        self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self.set_primary(_("Slå til"), "lock-open")
        self.secret.line.setFocus()

    def submit(self) -> None:
        """Give the key ring a secret, if the passphrase fits."""
        typed, profile = self.secret.text(), self._profile
        if self.running.busy:
            return
        if not typed:
            self.secret.refuse(_("Skriv adgangssætningen."))
            return
        self.primary.setEnabled(False)
        self.run(
            _("Gemmer i nøgleringen …"),
            lambda: key_ring.switch_on(profile, typed),
            lambda _nothing: self.accept(),
        )

    def fail(self, error: Exception) -> None:
        """A wrong passphrase is said at its field."""
        self.primary.setEnabled(True)
        if isinstance(error, UserError) and not isinstance(error, key_ring.KeyRingSilent | key.KeyFileDamaged):
            self.secret.refuse(str(error))
        else:
            super().fail(error)
