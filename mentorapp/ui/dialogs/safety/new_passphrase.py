"""Chooses another passphrase: the old one is asked for, unless the recovery key has just opened the data."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key
from mentorapp.store.key import SHORTEST_PASSPHRASE
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField
from mentorapp.ui.parts.label import Label


class NewPassphraseDialog(Dialog):
    """The old one, and the new one twice; only the small key file is written."""

    def __init__(self, parent: QWidget | None, profile: Path, raw: bytes, forgotten: bool = False) -> None:
        """`raw` is the key of the open store; `forgotten` asks for no old passphrase."""
        title = _("Vælg en ny adgangssætning") if forgotten else _("Skift adgangssætning")
        super().__init__(parent, title, _("Alt, hvad du har skrevet, er uændret."), width=480)
        self._profile, self._raw, self._forgotten = profile, raw, forgotten
        self.old = PassphraseField(_("Nuværende adgangssætning"))
        self.once = PassphraseField(
            _("Ny adgangssætning"), _("Mindst {n} tegn, fx tre ord, du kan huske.").format(n=SHORTEST_PASSPHRASE)
        )
        self.again = PassphraseField(_("Gentag den nye adgangssætning"))
        self.old.setVisible(not forgotten)
        for field in (self.old, self.once, self.again):
            self.body.addWidget(field)
        lines = [field.line for field in (self.old, self.once, self.again)]
        for before, after in pairwise(lines):
            self.setTabOrder(before, after)
        self.body.addWidget(
            Label(
                _(
                    "På en ny computer åbnes ældre sikkerhedskopier med den adgangssætning, "
                    "der gjaldt, da de blev lavet."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        self.set_primary(_("Skift adgangssætning"), "key-round")
        (self.once if forgotten else self.old).line.setFocus()

    def submit(self) -> None:
        """Check what is typed, and write the key file."""
        if self.running.busy:
            return
        if len(self.once.text()) < SHORTEST_PASSPHRASE:
            short = _("For kort. Skriv mindst {n} tegn, fx tre ord, du kan huske.")
            self.once.refuse(short.format(n=SHORTEST_PASSPHRASE))
        elif self.again.text() != self.once.text():
            self.again.refuse(_("De to er ikke ens. Skriv den samme igen."))
        else:
            old, new, profile, raw, forgotten = (
                self.old.text(), self.once.text(), self._profile, self._raw, self._forgotten,
            )  # fmt: skip

            from mentorapp.store import key_ring

            def work() -> None:
                if not forgotten:
                    key.unlock(profile, old)
                key_ring.change_passphrase(profile, raw, new)

            self.primary.setEnabled(False)
            self.run(_("Skifter …"), work, lambda _nothing: self.accept())

    def fail(self, error: Exception) -> None:
        """A wrong old passphrase is said at its field."""
        self.primary.setEnabled(True)
        if isinstance(error, UserError) and not isinstance(error, key.KeyFileDamaged) and not self._forgotten:
            self.old.refuse(str(error))
        else:
            super().fail(error)
