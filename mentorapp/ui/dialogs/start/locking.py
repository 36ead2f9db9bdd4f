"""The second step: the passphrase that locks everything."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.store.key import SHORTEST_PASSPHRASE
from mentorapp.ui.dialogs.start.passphrase_field import PassphraseField
from mentorapp.ui.dialogs.start.step import Step
from mentorapp.ui.parts.message_strip import MessageStrip


class Locking(Step):
    """The passphrase, twice."""

    def __init__(self) -> None:
        super().__init__()
        self.once = PassphraseField(
            _("Adgangssætning"), _("Mindst {n} tegn, fx tre ord, du kan huske.").format(n=SHORTEST_PASSPHRASE)
        )
        self.again = PassphraseField(_("Gentag adgangssætningen"))
        self.column.addWidget(self.once)
        self.column.addWidget(self.again)
        # who types the same again after Tab must not press the eye with every space
        for before, after in pairwise((self.once.line, self.again.line, self.once.eye, self.again.eye)):
            self.setTabOrder(before, after)
        self.column.addWidget(
            MessageStrip(
                "info",
                _("Ingen kan hente den tilbage for dig."),
                _(
                    "Bagefter får du et ark med en nøgle, der åbner dine data, hvis du glemmer den. "
                    "Gem arket et sikkert sted."
                ),
            )
        )

    def title(self) -> str:
        return _("Vælg en adgangssætning")

    def subtitle(self) -> str:
        return _("Den låser alt, hvad du skriver, på denne computer")

    def safe(self) -> str:
        return _("Intet er gemt endnu.")

    def first(self) -> QWidget:
        return self.once.line

    def check(self) -> bool:
        if len(self.once.text()) < SHORTEST_PASSPHRASE:
            self.once.refuse(
                _("For kort. Skriv mindst {n} tegn, fx tre ord, du kan huske.").format(n=SHORTEST_PASSPHRASE)
            )
            return False
        if self.again.text() != self.once.text():
            self.again.refuse(
                _("De to er ikke ens. Skriv den samme igen.") if self.again.text() else _("Skriv den en gang til.")
            )
            return False
        return True

    def passphrase(self) -> str:
        """What was typed, as it was typed."""
        return self.once.text()
