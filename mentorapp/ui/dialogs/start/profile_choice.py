"""Who sits at a shared computer: asked at the start only where there are several profiles."""

from __future__ import annotations

from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.store import profile_list
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.way_choice import Way, WayChoice
from mentorapp.ui.learner.fields.text_field import TextField

_NEW = "new"


class ProfileChoice(Dialog):
    """The profiles, each with the day it was last used, and a new one."""

    def __init__(self, first: Path) -> None:
        super().__init__(
            None, _("Hvem sidder her?"), _("Hver har sine egne data og sin egen adgangssætning."), width=480
        )
        self.folder: Path | None = None
        self._first = first
        ways = [Way(str(one.folder), one.label, _used(one)) for one in profile_list.all_beside(first)]
        told = _("For en kollega på den samme computer. Ingen af jer kan læse den andens data.")
        self.ways = WayChoice(_("Hvem sidder her?"), [*ways, Way(_NEW, _("Ny profil"), told)])
        self.label = TextField(
            _("Hvad skal den hedde i listen?"), hint=_("Fx initialer. Det kan læses af alle, der starter programmet.")
        )
        self.ways.chosen.connect(self._offer)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.label)
        self.cancel.setText(_("Afslut"))
        self.set_primary(_("Fortsæt"), "arrow-right")
        self._offer(self.ways.key())
        self.ways.radio(self.ways.key()).setFocus()

    def submit(self) -> None:
        """Take the profile, or make the folder of a new one."""
        if self.ways.key() != _NEW:
            self.folder = Path(self.ways.key())
        else:
            try:
                self.folder = profile_list.make(self._first, self.label.line.text())
            except OSError as fault:
                self.fail(
                    UserError(
                        _(
                            "Profilen kan ikke laves: {reason}. Intet er ændret. Spørg den, der passer computeren."
                        ).format(reason=fault.strerror or fault)
                    )
                )
                return
        self.accept()

    def _offer(self, key: str) -> None:
        self.label.setVisible(key == _NEW)
        if key == _NEW:
            self.bring_into_view(self.label)


def _used(one: profile_list.Listed) -> str:
    return _("Sidst brugt {day}").format(day=day(one.last_used)) if one.last_used else _("Ikke brugt endnu")


def ask(first: Path) -> Path | None:
    """The folder of the profile to open; None when the user went away."""
    dialog = ProfileChoice(first)
    dialog.exec()
    return dialog.folder
