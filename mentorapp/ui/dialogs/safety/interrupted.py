"""Said at the start after a crash or power cut: what happened, what is safe, and the draft that was being written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _, day
from mentorapp.store.backup_tiers import moment
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label


class InterruptedDialog(Dialog):
    """Accepted when the user wants the draft."""

    def __init__(self, parent: QWidget, opened_at: int, draft_about: str = "", draft_at: int = 0) -> None:
        super().__init__(parent, _("Mentorapp blev afbrudt sidst"), width=520)
        opened = _moment(opened_at)
        happened = (
            _("Programmet eller computeren standsede, mens Mentorapp var åben (fra {moment}).").format(moment=opened)
            if opened_at
            else _("Programmet eller computeren standsede, mens Mentorapp var åben.")
        )
        safe = _("Alt, hvad du havde gemt, er her. Dataene er efterset og hele.")
        self.body.addWidget(Label(f"{happened} {safe}", wrap=True))
        if draft_about:
            told = _("Det notat om {name}, du var i gang med, er gemt som kladde fra {moment}.")
            self.body.addWidget(Label(told.format(name=draft_about, moment=_moment(draft_at)), "strong", wrap=True))
            self.cancel.setText(_("Senere"))
            self.set_primary(_("Åbn kladden"), "pencil")
        else:
            self.cancel.hide()
            self.set_primary(_("Fortsæt"), "arrow-right")


def _moment(milliseconds: int) -> str:
    at = moment(milliseconds).astimezone()
    return _("{day} kl. {time}").format(day=day(at.date()), time=f"{at:%H.%M}")
