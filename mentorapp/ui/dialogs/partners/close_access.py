"""Asks before a partner's machine is shut out: for one that was lost, or somebody who has left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.store.exchange.partners import Partner
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label


class CloseAccess(Dialog):
    """What closing does, and what it cannot do."""

    def __init__(self, parent: QWidget, partner: Partner) -> None:
        super().__init__(parent, _("Luk adgangen for {name}?").format(name=partner.name))
        for sentence in (
            _("Filer fra {name} afvises fra nu af, og der laves ingen til {name}.").format(name=partner.name),
            _("Det, der allerede ligger på maskinen, bliver der. Er den væk, så er den låst med adgangssætningen."),
            _("Skal {name} i gang på en ny maskine, så invitér igen: svaret fra den nye afløser den gamle.").format(
                name=partner.name
            ),
        ):
            self.body.addWidget(Label(sentence, wrap=True))
        self.set_primary(_("Luk adgangen"), "lock")
        self.primary.set_role("danger")
        self.set_safe(_("Intet slettes her."))
        self.cancel.setFocus()
