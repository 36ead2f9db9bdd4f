"""Asks for the passphrase of a profile that is there already."""

from __future__ import annotations

from collections.abc import Callable

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField


def ask(profile: Profile, clock: Callable[[], int]) -> Store | None:
    """The store of `profile`, unlocked; None when the user went away."""
    dialog = UnlockDialog(profile, clock)
    dialog.exec()
    return dialog.store


class UnlockDialog(Dialog):
    """One field; the window keeps painting while the passphrase is stretched."""

    def __init__(self, profile: Profile, clock: Callable[[], int]) -> None:
        super().__init__(
            None, _("Lås Mentorapp op"), _("Alt, hvad du har skrevet, ligger låst på denne computer."),
            width=480,
        )  # fmt: skip
        self.store: Store | None = None
        self._profile, self._clock = profile, clock
        self._leaving = False
        self._field = PassphraseField(_("Adgangssætning"))
        self.body.addWidget(self._field)
        self.cancel.setText(_("Afslut"))
        self.set_primary(_("Lås op"), "lock-open")
        self._field.line.setFocus()

    def submit(self) -> None:
        """Try what is typed."""
        passphrase = self._field.text()
        if self.running.busy:
            return
        if not passphrase:
            self._field.refuse(_("Skriv adgangssætningen."))
            return
        self._field.set_error("")
        self.primary.setEnabled(False)
        profile, clock = self._profile, self._clock
        self.run(_("Låser op …"), lambda: profile.unlock(passphrase, clock), self._open)

    def reject(self) -> None:
        """Go away; where the store is just being opened, as soon as it can be closed again."""
        if self.running.busy:
            self._leaving = True
        else:
            super().reject()

    def fail(self, error: Exception) -> None:
        """A wrong passphrase is said at its field."""
        self.primary.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self._field.refuse(str(error))
        if self._leaving:
            self.reject()

    def _open(self, store: Store) -> None:
        if self._leaving:
            store.close()
            self.reject()
        else:
            self.store = store
            self.accept()
