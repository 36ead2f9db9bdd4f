"""Asks for the passphrase of a profile that is there already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key, recovery_key
from mentorapp.store.connection import Damaged
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField
from mentorapp.ui.parts.button import Button
from mentorapp.ui.tasks import Task


def ask(profile: Profile, clock: Callable[[], int]) -> Store | None:
    """The store of `profile`, unlocked; None when the user went away."""
    dialog = UnlockDialog(profile, clock)
    dialog.exec()
    return dialog.store


class UnlockDialog(Dialog):
    """One field; the window keeps painting while the passphrase is stretched."""

    def __init__(
        self, profile: Profile, clock: Callable[[], int], shared: bool = False, by_key_ring: bool = False
    ) -> None:
        """`shared` offers the way to the other profiles of this computer; `by_key_ring` asks the key ring meanwhile."""
        super().__init__(
            None, _("Lås Mentorapp op"), _("Alt, hvad du har skrevet, ligger låst på denne computer."),
            width=480,
        )  # fmt: skip
        self.store: Store | None = None
        self._profile, self._clock = profile, clock
        self.damage: UserError | None = None
        """Why the store could not be read though the passphrase fits; then the dialog is done."""
        self.raw: bytes | None = None
        """The key that was opened, also where the store is damaged."""
        self.by_recovery_key = False
        self._leaving = False
        self._field = PassphraseField(_("Adgangssætning"))
        self.body.addWidget(self._field)
        self._forgotten = Button(_("Glemt adgangssætningen?"), "text")
        self._forgotten.clicked.connect(self.ask_recovery_key)
        self._forgotten.setVisible(key.has_recovery_key(profile.folder))
        row = QHBoxLayout()
        row.addWidget(self._forgotten)
        row.addStretch(1)
        self.somebody_else = False
        """Whether another profile is wanted."""
        self.others = Button(_("En anden bruger …"), "text", "users")
        self.others.clicked.connect(self._leave_to_others)
        self.others.setVisible(shared)
        row.addWidget(self.others)
        self.body.addLayout(row)
        self.cancel.setText(_("Afslut"))
        self.set_primary(_("Lås op"), "lock-open")
        self._field.line.setFocus()
        if by_key_ring:
            self._ask_key_ring()

    def _ask_key_ring(self) -> None:
        """Whoever answers first opens it: the key ring may wait for somebody to unlock it."""
        from mentorapp.store import key_ring

        self.set_safe(_("Spørger computerens nøglering …"))
        folder = self._profile.folder
        Task(self, lambda: key_ring.unlock(folder), self._key_ring_gave, self._key_ring_failed)

    def _key_ring_gave(self, raw: bytes) -> None:
        self.set_safe("")
        if self.running.busy or not self.isVisible():
            return
        self.raw = raw
        profile, clock = self._profile, self._clock
        self.run(_("Låser op …"), lambda: profile.open(raw, clock), self._open)

    def _key_ring_failed(self, error: Exception) -> None:
        self.set_safe("")
        if not isinstance(error, UserError):
            raise error
        self.say("info", str(error))

    def _leave_to_others(self) -> None:
        self.somebody_else = True
        self.reject()

    def ask_recovery_key(self) -> None:
        """Take the key from the recovery sheet instead; what is typed is shown, for it is copied from paper."""
        self.set_title(_("Lås op med genskabelsesarket"), _("Skriv de ni grupper fra arket."))
        self._field.rename(_("Nøglen fra arket"))
        self._field.set_hint(_("Bagefter vælger du en ny adgangssætning."))
        self._field.set_error("")
        self._field.eye.setChecked(True)
        self._field.line.setText("")
        self._forgotten.hide()
        self.by_recovery_key = True
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

        def work() -> Store:
            # a group that was misread is named before anything is tried
            secret = recovery_key.read(passphrase) if self.by_recovery_key else passphrase
            self.raw = key.unlock(profile.folder, secret)
            return profile.open(self.raw, clock)

        self.run(_("Låser op …"), work, self._open)

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
        if isinstance(error, Damaged | key.KeyFileDamaged) and not self._leaving:
            self.damage = error
            super().reject()
            return
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
